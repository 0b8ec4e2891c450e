package org.reelbench.audio.internal;

import java.util.concurrent.atomic.AtomicLong;

import javax.sound.sampled.SourceDataLine;

import org.reelbench.media.AudioSink;

/** Plays through a line of the Java sound system, in 16 bits. */
final class JavaSoundSink implements AudioSink {

    /** Small pieces, so that a pause does not find a long write under way. */
    private static final int PIECE_FRAMES = 1024;
    private static final float FULL_SCALE = 32767;

    private final SourceDataLine line;
    private final int frameBytes;
    private final byte[] bytes;
    private final AtomicLong played = new AtomicLong();

    JavaSoundSink(SourceDataLine line) {
        this.line = line;
        this.frameBytes = line.getFormat().getFrameSize();
        this.bytes = new byte[PIECE_FRAMES * frameBytes];
    }

    @Override
    public String device() {
        return "system sound";
    }

    @Override
    public boolean isSilent() {
        return false;
    }

    @Override
    public int bufferFrames() {
        return line.getBufferSize() / frameBytes;
    }

    @Override
    public void start() {
        line.start();
    }

    @Override
    public void pause() {
        line.stop();
    }

    @Override
    public int write(float[][] channels, int offset, int count) throws InterruptedException {
        int done = 0;
        while (done < count) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            int frames = Math.min(PIECE_FRAMES, count - done);
            encode(channels, offset + done, frames);
            int written = line.write(bytes, 0, frames * frameBytes) / frameBytes;
            done += written;
            if (written < frames) {
                return done;
            }
        }
        return done;
    }

    private void encode(float[][] channels, int offset, int frames) {
        int at = 0;
        for (int i = 0; i < frames; i++) {
            for (float[] channel : channels) {
                int sample = Math.round(Math.clamp(channel[offset + i], -1f, 1f) * FULL_SCALE);
                bytes[at++] = (byte) sample;
                bytes[at++] = (byte) (sample >> 8);
            }
        }
    }

    @Override
    public long framesPlayed() {
        // Some lines report a smaller position for a moment after they were flushed.
        return played.accumulateAndGet(line.getLongFramePosition(), Math::max);
    }

    @Override
    public void flush() {
        line.flush();
    }

    @Override
    public void drain() throws InterruptedException {
        line.drain();
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    @Override
    public void close() {
        line.stop();
        line.flush();
        line.close();
    }
}
