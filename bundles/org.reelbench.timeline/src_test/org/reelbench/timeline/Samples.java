package org.reelbench.timeline;

import java.util.ArrayList;
import java.util.List;

import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;

/**
 * Sequences at 25 frames per second written as text: {@code a:10} is clip a of 10 frames, {@code a:10@3} the same from frame 3 of
 * its source on, {@code _:5} a gap and {@code t/2+3} a transition from 2 frames before the cut to 3 after it.
 */
final class Samples {

    static final FrameRate RATE = FrameRate.of(25, 1);
    static final Id V1 = new Id("v1");
    static final Id V2 = new Id("v2");
    static final Id A1 = new Id("a1");

    private Samples() {
    }

    static Id id(String text) {
        return new Id(text);
    }

    static Clip clip(String id, long durationFrames) {
        return clip(id, durationFrames, 0);
    }

    static Clip clip(String id, long durationFrames, long sourceFrame) {
        return Clip.of(id(id), "Clip " + id, new MediaStream(id("m"), 0), RATE.timeOf(sourceFrame), durationFrames);
    }

    static TrackItems items(String text) {
        List<Item> items = new ArrayList<>();
        for (String word : text.isBlank() ? new String[0] : text.strip().split(" +")) {
            String[] parts = word.split("[:@/+]");
            if (word.contains("/")) {
                items.add(Transition.dissolve(id(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2])));
            } else if (parts[0].equals("_")) {
                items.add(new Gap(Long.parseLong(parts[1])));
            } else {
                items.add(clip(parts[0], Long.parseLong(parts[1]), parts.length > 2 ? Long.parseLong(parts[2]) : 0));
            }
        }
        return TrackItems.of(items);
    }

    static String text(TrackItems items) {
        List<String> words = new ArrayList<>();
        for (Item item : items) {
            words.add(switch (item) {
            case Gap gap -> "_:" + gap.durationFrames();
            case Transition transition -> transition.id() + "/" + transition.inOffsetFrames() + "+"
                    + transition.outOffsetFrames();
            case Clip clip -> clip.id() + ":" + clip.durationFrames()
                    + (clip.sourceIn().equals(RationalTime.ZERO) ? "" : "@" + RATE.frameAt(clip.sourceIn()));
            });
        }
        return String.join(" ", words);
    }

    static Track track(Id id, TrackKind kind, String items) {
        return Track.of(id, "Track " + id, kind).withItems(items(items));
    }

    /** Returns a sequence of two video tracks and an audio track. */
    static Sequence sequence(String v1, String v2, String a1) {
        return sequence(List.of(track(V1, TrackKind.VIDEO, v1), track(V2, TrackKind.VIDEO, v2),
                track(A1, TrackKind.AUDIO, a1)));
    }

    static Sequence sequence(String v1) {
        return sequence(v1, "", "");
    }

    static Sequence sequence(List<Track> tracks) {
        return new Sequence(id("s"), "Sequence", RATE, 1920, 1080, 48_000, tracks, Extras.NONE);
    }

    static String text(Sequence sequence, Id track) {
        return text(sequence.track(track).items());
    }
}
