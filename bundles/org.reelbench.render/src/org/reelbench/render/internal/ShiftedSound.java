package org.reelbench.render.internal;

import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;

/** A sound as it was recorded, numbered by the samples of the sequence. */
final class ShiftedSound implements Sound {

    private final Sound sound;
    private final long origin;

    /**
     * Takes over a sound.
     *
     * @param sound the sound, numbered by its own samples
     * @param origin its sample at the sequence's first one
     */
    ShiftedSound(Sound sound, long origin) {
        this.sound = sound;
        this.origin = origin;
    }

    @Override
    public void read(long firstSample, float[][] channels, int offset, int count, Cancellation cancellation)
            throws MediaException {
        sound.read(firstSample + origin, channels, offset, count, cancellation);
    }

    @Override
    public void close() {
        sound.close();
    }
}
