package org.reelbench.capture;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * An opened device of sound.
 * <p>
 * Threads, lifecycle: see {@link CaptureStream}.
 */
@ConsumerType
public non-sealed interface SoundStream extends CaptureStream {

    @Override
    CaptureFormat.Sound format();

    /**
     * Waits for the next samples, and takes as many as are there, at most as many as fit.
     *
     * @param into one array a channel, all of one length of at least 10 ms
     * @return what was taken
     * @throws CaptureException if the device failed: {@link CaptureException.Reason#LOST} if it was unplugged
     */
    Samples read(float[][] into) throws CaptureException;

    /**
     * Samples that were taken.
     *
     * @param count how many a channel; 0 if the stream was stopped or has ended
     * @param timeNs when the first of them was taken, in the nanoseconds of {@link System#nanoTime}, or counted as
     *            {@link PictureStream#read} counts where the stream is not live
     */
    record Samples(int count, long timeNs) {

        /** No samples: the stream was stopped or has ended. */
        public static final Samples NONE = new Samples(0, NOTHING);
    }
}
