package org.reelbench.render;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.NestedSequence;

/**
 * Cuts spans into segments of at most two seconds, rounded up to a frame, on a grid that is anchored in content, so that moving
 * a clip moves its segments along and changes none of them.
 * <p>
 * The anchor is the lowest layer that moves by itself; its coordinate is the source time divided by the speed, and cuts lie at
 * the first frame at or after each whole cell. Where nothing moves, pieces of equally many frames are counted from the span's
 * start, so that all whole ones are alike.
 */
public final class SegmentGrid {

    /** The length of a grid cell. */
    public static final RationalTime CELL = RationalTime.ofSeconds(2);

    private SegmentGrid() {
    }

    /**
     * A piece of a span.
     *
     * @param span the span
     * @param startFrame the first frame
     * @param endFrame the frame after the last
     */
    public record Segment(Span span, long startFrame, long endFrame) {
    }

    /**
     * Cuts a span.
     *
     * @param span the span, with an end
     * @param rate the sequence's rate
     * @return the segments in order, which together are the span
     * @throws IllegalArgumentException if the span has no end
     */
    public static List<Segment> cut(Span span, FrameRate rate) {
        if (span.endFrame() == Long.MAX_VALUE) {
            throw new IllegalArgumentException("a span without end cannot be cut into segments");
        }
        List<Segment> segments = new ArrayList<>();
        long frame = span.startFrame();
        while (frame < span.endFrame()) {
            Segment segment = at(span, frame, rate, span.endFrame());
            segments.add(segment);
            frame = segment.endFrame();
        }
        return segments;
    }

    /**
     * Finds the segment of a span that holds a frame.
     *
     * @param span the span
     * @param frame a frame of the span
     * @param rate the sequence's rate
     * @param endFrame where the last segment of a span without end ends: the end of the sequence
     * @return the segment
     */
    public static Segment at(Span span, long frame, FrameRate rate, long endFrame) {
        RationalTime zero = coordinateOfFrameZero(span);
        long start;
        long end;
        if (zero == null) {
            long stillFrames = Math.max(1, rate.frameAt(CELL));
            start = frame - (frame - span.startFrame()) % stillFrames;
            end = start + stillFrames;
        } else {
            long cell = zero.plus(rate.timeOf(frame)).seconds().dividedBy(CELL.seconds()).floor();
            start = Math.max(span.startFrame(), cutAt(cell, zero, rate));
            end = cutAt(cell + 1, zero, rate);
        }
        return new Segment(span, start, Math.min(end, Math.min(span.endFrame(), endFrame)));
    }

    /** The first frame at or after a whole number of cells in the anchor's coordinate. */
    private static long cutAt(long cell, RationalTime zero, FrameRate rate) {
        return rate.frameAtOrAfter(CELL.times(Rational.of(cell)).minus(zero));
    }

    private static boolean moves(Content content) {
        return content instanceof MediaStream || content instanceof NestedSequence
                || content instanceof Generator generator && generator.moves();
    }

    /** The anchor's coordinate at the sequence's first frame, or null where nothing moves. */
    private static @Nullable RationalTime coordinateOfFrameZero(Span span) {
        for (Layer layer : span.layers()) {
            Source source = layer.look().source();
            if (moves(source.content()) && source.speed().signum() != 0) {
                // Played backwards the source time falls, but time since any fixed moment of the content rises either way.
                return source.origin().times(source.speed().inverted());
            }
        }
        return null;
    }
}
