package org.reelbench.ui.tracks.internal.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;
import org.reelbench.timeline.Transition;

/** Sequences as the tests of the track view need them. */
public final class Tracks {

    private Tracks() {
    }

    /** A clip of a medium. */
    public static Clip clip(String id, long durationFrames) {
        return Clip.of(new Id(id), "clip " + id, new MediaStream(new Id("m1"), 0), RationalTime.ZERO, durationFrames);
    }

    /** A clip of one colour. */
    public static Clip color(String id, long durationFrames) {
        return Clip.of(new Id(id), "colour " + id, Generator.color("#804020"), RationalTime.ZERO, durationFrames);
    }

    /** A gap. */
    public static Gap gap(long durationFrames) {
        return new Gap(durationFrames);
    }

    /** A dissolve. */
    public static Transition dissolve(String id, long before, long after) {
        return Transition.dissolve(new Id(id), before, after);
    }

    /** A video track. */
    public static Track video(String id, Item... items) {
        return Track.of(new Id(id), id.toUpperCase(Locale.ROOT), TrackKind.VIDEO).withItems(TrackItems.of(Arrays.asList(items)));
    }

    /** An audio track. */
    public static Track audio(String id, Item... items) {
        return Track.of(new Id(id), id.toUpperCase(Locale.ROOT), TrackKind.AUDIO).withItems(TrackItems.of(Arrays.asList(items)));
    }

    /** Many clips of one length. */
    public static TrackItems many(int count, long durationFrames) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(clip("c" + i, durationFrames));
        }
        return TrackItems.of(items);
    }

    /** A sequence at 30 frames a second. */
    public static Sequence sequence(Track... tracks) {
        return new Sequence(new Id("s"), "s", FrameRate.of(30, 1), 640, 360, 48_000, List.of(tracks), Extras.NONE);
    }

    /** What a view of 1156 × 500 points shows: lanes of 1000. */
    public static TrackFrame frame(Sequence sequence, TimeScale scale, long playhead, String... selected) {
        TrackLayout layout = TrackLayout.of(sequence, Metrics.RULER_HEIGHT_PX);
        return new TrackFrame(sequence, layout, scale, 0, Metrics.HEADER_WIDTH_PX + 1000, 500, playhead,
                Set.copyOf(Arrays.stream(selected).map(Id::new).toList()), Optional.empty());
    }
}
