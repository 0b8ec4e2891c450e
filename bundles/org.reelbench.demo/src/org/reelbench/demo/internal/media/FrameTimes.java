package org.reelbench.demo.internal.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/**
 * When the frames of a medium are shown, exactly.
 *
 * @param timeBase the length of a tick in seconds
 * @param rate frames per second, or zero where frames have no regular distance
 * @param ticks the tick at which each frame begins; the first is 0, each later than the one before
 */
public record FrameTimes(Rational timeBase, Rational rate, List<Long> ticks) {

    /** Creates the times with a list of their own. */
    public FrameTimes {
        ticks = List.copyOf(ticks);
    }

    /**
     * Returns frames of equal distance.
     *
     * @param rate frames per second
     * @param frames how many
     * @return the times
     */
    public static FrameTimes constant(FrameRate rate, int frames) {
        return new FrameTimes(rate.framesPerSecond().inverted(), rate.framesPerSecond(),
                LongStream.range(0, frames).boxed().toList());
    }

    /**
     * Returns frames as a telephone records them: about 30 a second, each at a moment of its own, with a pause now and then.
     *
     * @param timeBaseHz ticks a second
     * @param frames how many
     * @param seed chooses the moments
     * @return the times, the same for the same arguments
     */
    public static FrameTimes irregular(long timeBaseHz, int frames, long seed) {
        Random random = new Random(seed);
        List<Long> ticks = new ArrayList<>();
        long tick = 0;
        for (int i = 0; i < frames; i++) {
            ticks.add(tick);
            double frameDurations = i % 31 == 30 ? 4 : 0.5 + random.nextDouble();
            tick += Math.round(frameDurations * timeBaseHz / 30);
        }
        return new FrameTimes(Rational.of(1, timeBaseHz), Rational.ZERO, ticks);
    }

    /**
     * Returns how many frames there are.
     *
     * @return the count
     */
    public int count() {
        return ticks.size();
    }

    /**
     * Returns when a frame begins.
     *
     * @param frame the frame
     * @return its time
     */
    public RationalTime timeOf(int frame) {
        return new RationalTime(timeBase.times(ticks.get(frame)));
    }
}
