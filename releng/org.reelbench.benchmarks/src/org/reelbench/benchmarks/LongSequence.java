package org.reelbench.benchmarks;

import java.util.ArrayList;
import java.util.List;

import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;

/** The sequence the edits are made on: clips of 100 frames, a gap of 5 after every fourth. */
final class LongSequence {

    static final int TRACKS = 50;
    static final int CLIPS = 10_000;
    static final int CLIP_FRAMES = 100;

    private LongSequence() {
    }

    static Sequence make() {
        List<Track> tracks = new ArrayList<>();
        for (int track = 0; track < TRACKS; track++) {
            tracks.add(Track.of(new Id("v" + (track + 1)), "V" + (track + 1), TrackKind.VIDEO)
                    .withItems(TrackItems.of(items(track))));
        }
        return new Sequence(new Id("s1"), "Long", FrameRate.of(25, 1), 1920, 1080, 48_000, tracks, Extras.NONE);
    }

    static Clip clip(Id id, long durationFrames) {
        return Clip.of(id, "Clip", Generator.color("#000000"), RationalTime.ZERO, durationFrames);
    }

    private static List<Item> items(int track) {
        List<Item> items = new ArrayList<>();
        for (int clip = 0; clip < CLIPS; clip++) {
            items.add(clip(new Id("c" + (track * CLIPS + clip + 1)), CLIP_FRAMES));
            if (clip % 4 == 3 && clip + 1 < CLIPS) {
                items.add(new Gap(5));
            }
        }
        return items;
    }
}
