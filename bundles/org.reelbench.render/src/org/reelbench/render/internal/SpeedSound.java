package org.reelbench.render.internal;

import java.util.LinkedHashMap;
import java.util.Map;

import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.render.AudioRenderer;
import org.reelbench.render.Source;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/**
 * Sound played at another speed, backwards too: sampled anew, so that the pitch follows the speed. Numbered by the samples of the
 * sequence; each depends on its number alone, so that neither cuts nor calls are heard.
 * <p>
 * Where it plays backwards, each picture's sound is heard while the picture is seen. Sound that would be faster than
 * {@value #FASTEST} times is silence, as nobody could hear it.
 */
final class SpeedSound implements Sound {

    static final int FASTEST = 32;

    private static final int CHUNK_SAMPLES = 256;
    private static final int BLOCK_SAMPLES = 1 << 15;
    /** A chunk at the fastest speed, with what the filter needs around it, lies on two blocks. */
    private static final int MOST_BLOCKS = 2;

    private final Sound sound;
    private final Rational speed;
    private final long origin;
    private final SincFilter filter;
    private final Map<Long, float[][]> blocks = new LinkedHashMap<>(MOST_BLOCKS, 0.75f, true);

    private SpeedSound(Sound sound, Rational speed, long origin) {
        this.sound = sound;
        this.speed = speed;
        this.origin = origin;
        this.filter = new SincFilter(Math.min(1, 1 / speed.absolute().toDouble()));
    }

    /** Plays a sound at the speed of a source; the sound then belongs to what is returned. */
    static Sound of(Sound sound, Source source, FrameRate rate, int sampleRateHz) {
        Rational speed = source.speed();
        if (speed.signum() > 0) {
            return new SpeedSound(sound, speed, source.origin().ticksRound(sampleRateHz));
        }
        // A picture that is shown from its start on was recorded until a frame later; that moment is heard first.
        RationalTime end = source.origin().plus(rate.frameDuration().times(speed.absolute()));
        return new SpeedSound(sound, speed, end.ticksRound(sampleRateHz) - 1);
    }

    /** Tells whether a speed can be heard at all: a frozen picture has no sound. */
    static boolean isAudible(Rational speed) {
        return speed.signum() != 0 && speed.absolute().compareTo(Rational.of(FASTEST)) <= 0;
    }

    @Override
    public void read(long firstSample, float[][] channels, int offset, int count, Cancellation cancellation)
            throws MediaException {
        for (int done = 0; done < count; done += CHUNK_SAMPLES) {
            cancellation.check();
            int length = Math.min(CHUNK_SAMPLES, count - done);
            long one = position(firstSample + done);
            long other = position(firstSample + done + length - 1);
            long from = Math.min(one, other) - filter.reach();
            int span = (int) (Math.max(one, other) + filter.reach() + 2 - from);
            float[][] around = window(from, span, cancellation);
            for (int i = 0; i < length; i++) {
                long sample = firstSample + done + i;
                filter.apply(around, (int) (position(sample) - from), fraction(sample), channels, offset + done + i);
            }
        }
    }

    /** The sample of the sound at or before the place where a sample of the sequence lies. */
    private long position(long sample) {
        return origin + Math.floorDiv(sample * speed.numerator(), speed.denominator());
    }

    /** How far behind that sample the place is. */
    private double fraction(long sample) {
        return (double) Math.floorMod(sample * speed.numerator(), speed.denominator()) / speed.denominator();
    }

    private float[][] window(long from, int span, Cancellation cancellation) throws MediaException {
        float[][] window = new float[AudioRenderer.CHANNELS][span];
        for (long at = from; at < from + span;) {
            long number = Math.floorDiv(at, BLOCK_SAMPLES);
            int inBlock = (int) (at - number * BLOCK_SAMPLES);
            int length = (int) Math.min(BLOCK_SAMPLES - inBlock, from + span - at);
            float[][] block = block(number, cancellation);
            for (int c = 0; c < AudioRenderer.CHANNELS; c++) {
                System.arraycopy(block[c], inBlock, window[c], (int) (at - from), length);
            }
            at += length;
        }
        return window;
    }

    /** A piece of the sound. Whole pieces are read, so that playing backwards costs a seek for each of them only. */
    private float[][] block(long number, Cancellation cancellation) throws MediaException {
        float[][] known = blocks.get(number);
        if (known != null) {
            return known;
        }
        float[][] block = new float[AudioRenderer.CHANNELS][BLOCK_SAMPLES];
        sound.read(number * BLOCK_SAMPLES, block, 0, BLOCK_SAMPLES, cancellation);
        if (blocks.size() >= MOST_BLOCKS) {
            blocks.remove(blocks.keySet().iterator().next());
        }
        blocks.put(number, block);
        return block;
    }

    @Override
    public void close() {
        sound.close();
    }
}
