package org.reelbench.render.internal;

import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;

/** A sound backwards: its sample n is the other's sample −n. */
final class ReversedSound implements Sound {

    private final Sound sound;

    /**
     * Takes over a sound.
     *
     * @param sound the sound; it is read to and fro
     */
    ReversedSound(Sound sound) {
        this.sound = sound;
    }

    @Override
    public void read(long firstSample, float[][] channels, int offset, int count, Cancellation cancellation)
            throws MediaException {
        sound.read(-(firstSample + count - 1), channels, offset, count, cancellation);
        for (float[] channel : channels) {
            for (int left = offset, right = offset + count - 1; left < right; left++, right--) {
                float sample = channel[left];
                channel[left] = channel[right];
                channel[right] = sample;
            }
        }
    }

    @Override
    public void close() {
        sound.close();
    }
}
