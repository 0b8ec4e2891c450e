package org.reelbench.render.internal;

import java.util.List;

import org.reelbench.render.Layer;
import org.reelbench.render.Source;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.Transition;

/** Finds where that begins which effects look at that remember everything: clips that go on with each other are one run. */
public final class EffectRuns {

    private EffectRuns() {
    }

    /**
     * Returns the first frame of the run that a clip belongs to.
     *
     * @param items the track's items
     * @param index the number of the clip among them
     * @param look what is seen of the clip
     * @param rate the sequence's rate
     * @return the frame from which on the run is seen: earlier than its first clip begins, where a dissolve leads into that
     */
    public static long startOf(TrackItems items, int index, Layer.Look look, FrameRate rate) {
        int first = index;
        long start = items.startOf(index);
        while (first > 0 && items.get(first - 1) instanceof Clip before
                && goesOn(before, start - before.durationFrames(), look, rate)) {
            first--;
            start -= before.durationFrames();
        }
        return first > 0 && items.get(first - 1) instanceof Transition lead ? start - lead.inOffsetFrames() : start;
    }

    private static boolean goesOn(Clip clip, long startFrame, Layer.Look look, FrameRate rate) {
        Source source = Source.of(clip, startFrame, rate);
        return source.equals(look.source())
                && SequenceCurves.look(clip, startFrame, source, null, null).effects().equals(List.copyOf(look.effects()));
    }
}
