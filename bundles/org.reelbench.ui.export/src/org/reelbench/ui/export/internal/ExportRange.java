package org.reelbench.ui.export.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.reelbench.time.Timecode;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

/**
 * A part of the sequence that can be exported.
 *
 * @param name what it is
 * @param frames its frames
 */
record ExportRange(String name, FrameRange frames) {

    /** What there is to choose from: all, what is marked, what is selected; of a sequence that is not empty. */
    static List<ExportRange> of(Sequence sequence, Set<Id> selection) {
        FrameRange whole = new FrameRange(0, sequence.durationFrames());
        List<ExportRange> ranges = new ArrayList<>();
        ranges.add(new ExportRange("Whole sequence", whole));
        FrameRange marked = sequence.inOut();
        if (marked != null) {
            within(marked.inFrame(), marked.outFrame(), whole)
                    .ifPresent(frames -> ranges.add(new ExportRange("In to out", frames)));
        }
        List<ClipPlace> clips = selection.stream().map(sequence::findClip).flatMap(Optional::stream).toList();
        if (!clips.isEmpty()) {
            within(clips.stream().mapToLong(ClipPlace::startFrame).min().orElse(0),
                    clips.stream().mapToLong(ClipPlace::endFrame).max().orElse(0), whole)
                    .ifPresent(frames -> ranges.add(new ExportRange("Selected clips", frames)));
        }
        return ranges;
    }

    private static Optional<FrameRange> within(long from, long to, FrameRange whole) {
        long end = Math.min(to, whole.outFrame());
        return from < end ? Optional.of(new FrameRange(from, end)) : Optional.empty();
    }

    /** The range as an entry of a list: what it is, and how long. */
    String label(Sequence sequence) {
        return name + "  –  " + Timecode.of(frames.durationFrames(), sequence.rate());
    }
}
