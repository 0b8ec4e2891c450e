package org.reelbench.testcard;

import java.util.ArrayList;
import java.util.List;

import org.reelbench.testcard.internal.Bursts;
import org.reelbench.testcard.internal.ClickFinder;

/**
 * Sound that says when it is: a click at each full second, and below it a quiet tone, struck anew by each click, whose pitch
 * tells the source.
 * <p>
 * Safe for every thread; nothing is to be closed. Positions are samples counted from the start of the medium, which may be
 * negative; a click's onset lies exactly on the full second and it ends 40 ms later. Samples are floats of −1 to 1, and one
 * source reaches at most 0.5.
 * <p>
 * There are 16 voices: sources whose ids differ by a multiple of 16 click alike. Their clicks are found by correlation, each by
 * itself even where several cover each other, after AAC and Opus at 128 kb/s to within 2 samples, at any gain down to −50 dB, in
 * noise as loud as the click, and beside clicks that are up to 12 dB louder.
 *
 * <pre>{@code
 * ClickTrack.fill(3, 48_000, 0, channels, 0, 480_000);
 * // … encode, send, decode …
 * List<Long> clicks = ClickTrack.clicksOf(3, decoded, 0, 48_000); // 0, 48000, 96000, …
 * }</pre>
 */
public final class ClickTrack {

    /** How many click shapes there are. */
    public static final int VOICES = Bursts.VOICES;
    /** The lowest sample rate; the clicks' band needs it. */
    public static final int LOWEST_RATE_HZ = 8000;
    /** The highest sample rate. */
    public static final int HIGHEST_RATE_HZ = 384_000;

    /** Two octaves without half steps, so that any sources sound well together; whole numbers of waves fit into a second. */
    private static final int[] PITCHES_HZ = { 131, 165, 196, 220, 262, 294, 330, 392, 147, 440 };
    private static final double TONE_LEVEL = 0.06;
    private static final double TONE_REST = 0.2;
    private static final double TONE_ATTACK_SECONDS = 0.008;

    private ClickTrack() {
    }

    /**
     * Writes the sound of a source; what the arrays held is gone.
     * <p>
     * A function of source, rate and position alone: pieces fit together whatever their borders.
     *
     * @param source the source id, from 0
     * @param sampleRateHz the sample rate, {@link #LOWEST_RATE_HZ} to {@link #HIGHEST_RATE_HZ}
     * @param firstSample the position of the first sample to write
     * @param channels an array for each channel; all get the same sound
     * @param offset where to begin in each array
     * @param count how many samples to write
     * @throws IllegalArgumentException if the source is negative or the rate out of range
     * @throws IndexOutOfBoundsException if an array is too short
     */
    public static void fill(int source, int sampleRateHz, long firstSample, float[][] channels, int offset, int count) {
        checkSource(source);
        checkRate(sampleRateHz);
        Bursts bursts = Bursts.at(sampleRateHz);
        int voice = source % VOICES;
        int pitch = PITCHES_HZ[source % PITCHES_HZ.length];
        for (int i = 0; i < count; i++) {
            int inSecond = (int) Math.floorMod(firstSample + i, (long) sampleRateHz);
            float click = inSecond < bursts.length() ? bursts.sample(voice, inSecond) : 0;
            float value = click + tone(pitch, inSecond, sampleRateHz);
            for (float[] channel : channels) {
                channel[offset + i] = value;
            }
        }
    }

    private static float tone(int pitchHz, int inSecond, int sampleRateHz) {
        double seconds = (double) inSecond / sampleRateHz;
        double struck = Math.min(1, seconds / TONE_ATTACK_SECONDS) * (1 - seconds) * (1 - seconds);
        return (float) (TONE_LEVEL * (TONE_REST + (1 - TONE_REST) * struck) * Math.sin(2 * Math.PI * pitchHz * seconds));
    }

    /**
     * Finds the clicks of all sources.
     *
     * @param mono the sound: one channel, or all mixed to one
     * @param firstSample the position of its first sample
     * @param sampleRateHz its sample rate, {@link #LOWEST_RATE_HZ} to {@link #HIGHEST_RATE_HZ}
     * @return the positions of their onsets in ascending order, one for each click; sources that click together give equal ones.
     *         Clicks that are not wholly in the sound are left out.
     * @throws IllegalArgumentException if the rate is out of range
     */
    public static List<Long> clicks(float[] mono, long firstSample, int sampleRateHz) {
        return find(mono, firstSample, sampleRateHz).stream().map(Click::samplePosition).toList();
    }

    /**
     * Finds the clicks of one source.
     *
     * @param source the source id, from 0; sources that differ by a multiple of {@link #VOICES} are found as well
     * @param mono the sound: one channel, or all mixed to one
     * @param firstSample the position of its first sample
     * @param sampleRateHz its sample rate, {@link #LOWEST_RATE_HZ} to {@link #HIGHEST_RATE_HZ}
     * @return the positions of their onsets in ascending order
     * @throws IllegalArgumentException if the source is negative or the rate out of range
     */
    public static List<Long> clicksOf(int source, float[] mono, long firstSample, int sampleRateHz) {
        checkSource(source);
        List<Long> positions = new ArrayList<>();
        for (Click click : find(mono, firstSample, sampleRateHz)) {
            if (click.voice() == source % VOICES) {
                positions.add(click.samplePosition());
            }
        }
        return positions;
    }

    /**
     * Finds the clicks of all sources, with what can be told about each.
     * <p>
     * Cost: about 30 ms for a second of sound at 48 kHz, more where there are many clicks.
     *
     * @param mono the sound: one channel, or all mixed to one; not changed
     * @param firstSample the position of its first sample
     * @param sampleRateHz its sample rate, {@link #LOWEST_RATE_HZ} to {@link #HIGHEST_RATE_HZ}
     * @return the clicks in order of position, then voice
     * @throws IllegalArgumentException if the rate is out of range
     */
    public static List<Click> find(float[] mono, long firstSample, int sampleRateHz) {
        checkRate(sampleRateHz);
        return ClickFinder.find(mono, firstSample, sampleRateHz);
    }

    private static void checkSource(int source) {
        if (source < 0) {
            throw new IllegalArgumentException("a source id is not negative: " + source);
        }
    }

    private static void checkRate(int sampleRateHz) {
        if (sampleRateHz < LOWEST_RATE_HZ || sampleRateHz > HIGHEST_RATE_HZ) {
            throw new IllegalArgumentException(
                    "a sample rate is " + LOWEST_RATE_HZ + " to " + HIGHEST_RATE_HZ + " Hz, not " + sampleRateHz);
        }
    }
}
