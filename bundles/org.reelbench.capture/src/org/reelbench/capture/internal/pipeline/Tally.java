package org.reelbench.capture.internal.pipeline;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What one recording counts while it runs. For every thread. */
final class Tally {

    private static final double SILENCE_DB = -120;
    private static final double FALL_DB_PER_BLOCK = 1;

    final AtomicLong framesIn = new AtomicLong();
    final AtomicLong framesDropped = new AtomicLong();
    final AtomicLong framesMissed = new AtomicLong();
    final AtomicLong framesEncoded = new AtomicLong();
    /** Where the last picture ends. */
    final AtomicLong pictureUs = new AtomicLong();
    final AtomicLong samples = new AtomicLong();
    /** The processor time that neither devices nor encoders took. */
    final LongAdder ownCpuNs = new LongAdder();
    private volatile double peakDb = SILENCE_DB;

    /** Looks at a block of sound; the peak falls slowly, so that people see it. */
    void hear(float[][] channels, int count) {
        float loudest = 0;
        for (float[] channel : channels) {
            for (int i = 0; i < count; i++) {
                loudest = Math.max(loudest, Math.abs(channel[i]));
            }
        }
        double db = Math.clamp(20 * Math.log10(loudest), SILENCE_DB, 0);
        peakDb = Math.max(db, Math.max(SILENCE_DB, peakDb - FALL_DB_PER_BLOCK));
    }

    double peakDb() {
        return peakDb;
    }
}
