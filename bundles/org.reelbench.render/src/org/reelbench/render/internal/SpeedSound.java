package org.reelbench.render.internal;

import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.render.AudioRenderer;

/**
 * Sound played at another speed, backwards too: sampled anew, so that the pitch follows the speed. Numbered by the samples of the
 * sequence; each depends on its number alone, so that neither cuts nor calls are heard.
 */
final class SpeedSound implements Sound {

    private static final int CHUNK_SAMPLES = 256;

    private final Sound sound;
    private final Playing playing;
    private final SincFilter filter;
    private final float[][] around;

    /**
     * Takes over a sound.
     *
     * @param sound the sound, numbered by its own samples; read to and fro if it is played backwards
     * @param playing which of its samples is heard when
     */
    SpeedSound(Sound sound, Playing playing) {
        this.sound = sound;
        this.playing = playing;
        double fast = playing.speed().absolute().toDouble();
        this.filter = new SincFilter(Math.min(1, 1 / fast));
        this.around = new float[AudioRenderer.CHANNELS][(int) (CHUNK_SAMPLES * fast) + 2 * filter.reach() + 4];
    }

    @Override
    public void read(long firstSample, float[][] channels, int offset, int count, Cancellation cancellation)
            throws MediaException {
        for (int done = 0; done < count; done += CHUNK_SAMPLES) {
            cancellation.check();
            int length = Math.min(CHUNK_SAMPLES, count - done);
            long one = playing.position(firstSample + done);
            long other = playing.position(firstSample + done + length - 1);
            long from = Math.min(one, other) - filter.reach();
            int span = (int) (Math.max(one, other) + filter.reach() + 2 - from);
            sound.read(from, around, 0, span, cancellation);
            for (int i = 0; i < length; i++) {
                long sample = firstSample + done + i;
                int index = (int) (playing.position(sample) - from);
                filter.place(playing.fraction(sample));
                for (int c = 0; c < AudioRenderer.CHANNELS; c++) {
                    channels[c][offset + done + i] = filter.value(around[c], index);
                }
            }
        }
    }

    @Override
    public void close() {
        sound.close();
    }
}
