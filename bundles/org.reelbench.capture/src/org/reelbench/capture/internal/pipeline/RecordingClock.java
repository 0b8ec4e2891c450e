package org.reelbench.capture.internal.pipeline;

import org.reelbench.capture.CaptureStream;

/**
 * Brings the times of pictures and the count of samples together. For every thread.
 * <p>
 * The recording begins with its first picture, or its first sample where there are no pictures. From there sound is whole and leads:
 * where the sound card's clock runs differently, pictures are moved along with the samples, slowly.
 */
final class RecordingClock {

    /** About 100 blocks of sound: jitter is smoothed away, a clock that is wrong by a thousandth is followed within a picture. */
    private static final double WEIGHT = 0.02;

    private long originNs = CaptureStream.NOTHING;
    private double driftNs;

    /** Returns when a picture is to be shown, counted from the recording's start; the first one is the start. */
    synchronized long pictureNs(long timeNs) {
        begin(timeNs);
        return timeNs - originNs + (long) driftNs;
    }

    synchronized void begin(long timeNs) {
        if (originNs == CaptureStream.NOTHING) {
            originNs = timeNs;
        }
    }

    synchronized boolean hasBegun() {
        return originNs != CaptureStream.NOTHING;
    }

    /** Returns where in the recording a sample belongs that was taken at a time; below 0 before the start. */
    synchronized long soundNs(long timeNs) {
        return timeNs - originNs;
    }

    /**
     * Says where samples were put that belong to a time.
     *
     * @param putNs where they are in the recording
     * @param belongNs where their time says that they belong
     */
    synchronized void sound(long putNs, long belongNs) {
        driftNs += (putNs - belongNs - driftNs) * WEIGHT;
    }
}
