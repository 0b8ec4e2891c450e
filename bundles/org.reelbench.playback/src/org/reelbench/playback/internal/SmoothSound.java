package org.reelbench.playback.internal;

import org.reelbench.media.AudioSink;

/**
 * Lets sound begin and end without a click: it comes in over the first milliseconds, and when it is stopped, what is heard next goes
 * out over as many. What a sink has taken cannot be changed any more; so it is thrown away at the end and its beginning written once
 * more, quieter and quieter.
 * <p>
 * One thread. The sink stays its owner's.
 */
final class SmoothSound {

    /** Of 5 ms no click is left, and nobody hears that a start is softer. */
    private static final int FADES_A_SECOND = 200;

    private final AudioSink sink;
    private final int fadeFrames;
    /** What was written last, at least as much as the sink may not have played yet; sample n lies at n modulo its length. */
    private final float[][] latest;
    private long written;
    private boolean started;

    SmoothSound(AudioSink sink, int sampleRateHz, int channels) {
        this.sink = sink;
        fadeFrames = Math.max(1, sampleRateHz / FADES_A_SECOND);
        latest = new float[channels][sink.bufferFrames() + fadeFrames];
    }

    /** Begins to play what was written. */
    void start() {
        started = true;
        sink.start();
    }

    /** Plays samples from the start of a block, which are changed if they are the first; returns how many were taken. */
    int write(float[][] block, int count) throws InterruptedException {
        for (float[] channel : block) {
            for (long i = written; i < Math.min(fadeFrames, written + count); i++) {
                channel[(int) (i - written)] *= fade(i, fadeFrames);
            }
        }
        int taken = sink.write(block, 0, count);
        for (int c = 0; c < latest.length; c++) {
            for (int i = Math.max(0, taken - latest[c].length); i < taken; i++) {
                latest[c][at(written + i)] = block[c][i];
            }
        }
        written += taken;
        return taken;
    }

    /** Ends soon: of what has not been heard yet, some milliseconds are, quieter and quieter. Waits until they were. */
    void fadeOut() throws InterruptedException {
        if (!started) {
            return;
        }
        sink.pause();
        long heard = sink.framesPlayed();
        sink.flush();
        int count = Math.clamp(written - heard, 0, fadeFrames);
        if (count == 0) {
            return;
        }
        float[][] end = new float[latest.length][count];
        for (int c = 0; c < end.length; c++) {
            for (int i = 0; i < count; i++) {
                end[c][i] = latest[c][at(heard + i)] * fade(count - 1 - i, count);
            }
        }
        sink.write(end, 0, count);
        sink.start();
        sink.drain();
    }

    /** How loud a sample of a fade is: 0 for the first, hardly less than 1 for the last. */
    private static float fade(long frame, int frames) {
        return (float) (0.5 - 0.5 * Math.cos(Math.PI * frame / frames));
    }

    private int at(long sample) {
        return (int) (sample % latest[0].length);
    }
}
