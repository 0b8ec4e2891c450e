package org.reelbench.ui.viewer.internal.source;

import java.util.Optional;
import java.util.OptionalLong;

import org.reelbench.timeline.FrameRange;

/**
 * What is marked of a medium: where it begins, where it ends, both or nothing.
 *
 * @param in the first frame
 * @param out the frame behind the last
 */
public record SourceMarks(OptionalLong in, OptionalLong out) {

    /** Nothing is marked. */
    public static final SourceMarks NONE = new SourceMarks(OptionalLong.empty(), OptionalLong.empty());

    /** Returns these marks with another first frame; an end that is not behind it is forgotten. */
    public SourceMarks withIn(long frame) {
        return new SourceMarks(OptionalLong.of(frame), out.isPresent() && out.getAsLong() > frame ? out : OptionalLong.empty());
    }

    /** Returns these marks with another last frame; a start that is behind it is forgotten. */
    public SourceMarks withLast(long frame) {
        return new SourceMarks(in.isPresent() && in.getAsLong() <= frame ? in : OptionalLong.empty(), OptionalLong.of(frame + 1));
    }

    /** Returns the range that is marked of so many frames; empty if nothing is. */
    public Optional<FrameRange> range(long durationFrames) {
        if (in.isEmpty() && out.isEmpty() || durationFrames == 0) {
            return Optional.empty();
        }
        return Optional.of(new FrameRange(in.orElse(0), out.orElse(durationFrames)));
    }
}
