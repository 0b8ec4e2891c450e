package org.reelbench.testcard;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectDescriptor.Subject;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.EffectReach;
import org.reelbench.media.MediaException;
import org.reelbench.testcard.internal.EffectValues;
import org.reelbench.testcard.internal.SoundRun;

/**
 * What every effect on sound must keep to, whoever brings it: a piece rendered alone equals the straight render, to 80 dB below
 * full scale, whatever its parameters are and however curves move them; calls of any length give the same samples, bit for bit;
 * what comes out is as late as the effect says; loud sound, silence and clicks leave it sane.
 * <p>
 * One thread at a time. Makes and closes the processors it needs; a case takes some hundredths of a second for effects that look
 * a second behind.
 *
 * <pre>{@code
 * SoundEffectContract contract = new SoundEffectContract(provider);
 * contract.checkDescription();
 * contract.check(seed, 20);
 * }</pre>
 */
public final class SoundEffectContract {

    private static final int PIECES = 3;
    private static final int PIECE_SAMPLES = 4000;
    private static final int ROOM_SAMPLES = 20_000;
    private static final double TOLERANCE = 1e-4;
    private static final int[] RATES_HZ = { 48_000, 44_100, 96_000, 8000 };

    private final EffectProvider provider;
    private final EffectDescriptor effect;

    /**
     * Creates the contract of an effect.
     *
     * @param provider brings the effect
     */
    public SoundEffectContract(EffectProvider provider) {
        this.provider = provider;
        this.effect = provider.descriptor();
    }

    /**
     * Checks what the effect says of itself.
     *
     * @throws AssertionError if its defaults are not among what it allows, names are missing or double, or it is none on sound
     */
    public void checkDescription() {
        require(effect.id().contains("."), "an id says whose it is, by a domain: " + effect.id());
        require(!effect.version().isBlank(), "without a version cached sound outlives a change of what is heard");
        require(effect.subject() == Subject.SOUND, "the effect says that it is one on sound");
        require(effect.equals(provider.descriptor()), "the effect always describes itself alike");
        Map<String, Object> defaults = new HashMap<>();
        for (EffectParameter parameter : effect.parameters()) {
            require(parameter.check(parameter.defaultValue()).equals(parameter.defaultValue()),
                    "the default of " + parameter.name() + " is one of its values");
            require(!parameter.label().isBlank(), parameter.name() + " has a name for people");
            require(defaults.put(parameter.name(), parameter.defaultValue()) == null, parameter.name() + " is there twice");
        }
    }

    /**
     * Checks pieces against the straight render, for random values, curves, rates and sounds.
     *
     * @param seed where the cases begin; it is named where one fails
     * @param cases how many
     * @throws MediaException if the effect cannot be made
     * @throws AssertionError if a piece differs from the straight render
     */
    public void check(long seed, int cases) throws MediaException {
        for (int i = 0; i < cases; i++) {
            long own = seed + i;
            Random random = new Random(own);
            EffectValues values = EffectValues.of(effect, Map.of(), i, SoundRun.STEPS, random);
            int rateHz = RATES_HZ[random.nextInt(RATES_HZ.length)];
            SoundRun run = new SoundRun(provider, values, rateHz, random.nextInt());
            compare(run, random, "effect " + effect.id() + ", seed " + own + ", " + values + ", " + rateHz + " Hz");
        }
    }

    private void compare(SoundRun run, Random random, String what) throws MediaException {
        EffectReach reach = run.reach();
        EffectReach greatest = effect.reach();
        require(run.rateHz() != RATES_HZ[0] || reach.behind() <= greatest.behind() && reach.ahead() <= greatest.ahead(),
                what + ": it reaches farther than it says of itself: " + reach);
        boolean unbounded = reach.behind() == EffectReach.UNBOUNDED;
        int behind = unbounded ? 0 : Math.toIntExact(reach.behind());
        int start = -random.nextInt(5000);
        int length = behind + ROOM_SAMPLES;
        float[][] straight = run.render(start, start, length, Integer.MAX_VALUE);
        for (float[] channel : straight) {
            for (float sample : channel) {
                require(Float.isFinite(sample), what + ": it makes what is no number");
            }
        }
        float[][] inCalls = run.render(start, start, length, 1 + random.nextInt(700));
        for (int piece = 0; piece < PIECES; piece++) {
            int from = start + behind + random.nextInt(ROOM_SAMPLES - PIECE_SAMPLES);
            float[][] alone = run.render(unbounded ? start : from - behind, from, PIECE_SAMPLES, Integer.MAX_VALUE);
            for (int c = 0; c < straight.length; c++) {
                for (int i = 0; i < PIECE_SAMPLES; i++) {
                    float expected = straight[c][from - start + i];
                    require(Math.abs(expected - alone[c][i]) <= TOLERANCE * Math.max(1, Math.abs(expected)),
                            what + ": sample " + (from + i) + " is " + alone[c][i] + " if rendering begins at " + (from - behind)
                                    + ", and " + expected + " straight from " + start);
                }
            }
        }
        for (int c = 0; c < straight.length; c++) {
            for (int i = 0; i < length; i++) {
                require(straight[c][i] == inCalls[c][i], what + ": sample " + (start + i) + " depends on the calls");
            }
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
