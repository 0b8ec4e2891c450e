package org.reelbench.playback;

import java.util.Optional;

import org.reelbench.timeline.FrameRange;

/**
 * Where playback begins, which way and how fast it goes, and where it goes round.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param startFrame the first frame, 0 or more
 * @param speed how many times as fast as it is meant: 1 to {@link #MAX_SPEED}, below 0 from the end to the start
 * @param loop the range that is played again and again once its end is reached; only forwards, and from before its end
 */
public record Course(long startFrame, int speed, Optional<FrameRange> loop) {

    /** The fastest, either way. */
    public static final int MAX_SPEED = 8;

    /**
     * Creates a course.
     *
     * @throws IllegalArgumentException if the frame is below 0, there is no such speed, or what goes round is never reached
     */
    public Course {
        if (startFrame < 0) {
            throw new IllegalArgumentException("there is no frame " + startFrame);
        }
        if (speed == 0 || Math.abs(speed) > MAX_SPEED) {
            throw new IllegalArgumentException("there is no speed " + speed);
        }
        if (loop.isPresent() && (speed < 0 || startFrame >= loop.get().outFrame())) {
            throw new IllegalArgumentException(
                    "from " + startFrame + " at " + speed + " nothing comes to the end of " + loop.get());
        }
    }

    /**
     * Returns the course of usual playback.
     *
     * @param startFrame the first frame
     * @param direction which way
     * @return the course, as fast as it is meant
     */
    public static Course of(long startFrame, Direction direction) {
        return new Course(startFrame, direction == Direction.FORWARD ? 1 : -1, Optional.empty());
    }

    /**
     * Returns which way it goes.
     *
     * @return the direction
     */
    public Direction direction() {
        return speed > 0 ? Direction.FORWARD : Direction.BACKWARD;
    }

    /**
     * Returns the part of this course that lies in a sequence.
     *
     * @param durationFrames how long the sequence is
     * @return this course; without going round where nothing of the range is in the sequence, and else only as far as it is
     */
    public Course within(long durationFrames) {
        return new Course(startFrame, speed, loop.filter(range -> range.inFrame() < durationFrames && startFrame < durationFrames)
                .map(range -> new FrameRange(range.inFrame(), Math.min(range.outFrame(), durationFrames))));
    }

    /**
     * Returns the frame that is due after some time.
     *
     * @param goneFrames how many frames of the sequence have gone by since the start, 0 or more
     * @return the frame; below 0 behind the start of a sequence that plays backwards
     */
    public long frameAfter(long goneFrames) {
        if (speed < 0) {
            return startFrame - goneFrames;
        }
        long straight = startFrame + goneFrames;
        return loop.filter(range -> straight >= range.outFrame())
                .map(range -> range.inFrame() + (straight - range.outFrame()) % range.durationFrames()).orElse(straight);
    }
}
