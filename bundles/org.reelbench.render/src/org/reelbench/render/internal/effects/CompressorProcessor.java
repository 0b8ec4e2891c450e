package org.reelbench.render.internal.effects;

import static org.reelbench.render.internal.effects.Described.number;

import java.util.SortedMap;

import org.reelbench.media.EffectReach;
import org.reelbench.media.SoundProcessor;

/**
 * The code of the compressor: by how many decibels the louder side is above the threshold says by how many both are turned down;
 * that follows within the attack and goes back within the release, each the time to nine tenths of the way.
 */
final class CompressorProcessor implements SoundProcessor {

    private static final double NINE_TENTHS = Math.log(10);
    private static final double MS = 1000;
    /** Decibels fade more slowly than what they turn down. */
    private static final double MARGIN = 1.3;

    private static final double FORGOTTEN_DB = 1e-6;

    private double thresholdDb;
    private double ratio;
    private double kneeDb;
    private double attackMs;
    private double releaseMs;
    private double makeupDb;
    private final double farthestMs;
    private int sampleRateHz;
    private boolean changed = true;
    private double attack;
    private double release;
    private double quiet;
    private double reductionDb;

    CompressorProcessor(SortedMap<String, Object> values) {
        thresholdDb = number(values, "thresholdDb");
        ratio = number(values, "ratio");
        kneeDb = number(values, "kneeDb");
        attackMs = number(values, "attackMs");
        releaseMs = number(values, "releaseMs");
        makeupDb = number(values, "makeupDb");
        farthestMs = Math.max(attackMs, releaseMs);
    }

    @Override
    public void prepare(int rateHz, int channels) {
        sampleRateHz = rateHz;
    }

    @Override
    public EffectReach reach() {
        double seconds = MARGIN * Decibels.timesUntilInaudible() * farthestMs / MS / NINE_TENTHS;
        return new EffectReach((long) Math.ceil(seconds * sampleRateHz), 0);
    }

    @Override
    public void reset(long firstSample) {
        reductionDb = 0;
    }

    @Override
    public void set(String parameter, double value) {
        switch (parameter) {
        case "thresholdDb" -> thresholdDb = value;
        case "ratio" -> ratio = value;
        case "kneeDb" -> kneeDb = value;
        case "attackMs" -> attackMs = value;
        case "releaseMs" -> releaseMs = value;
        case "makeupDb" -> makeupDb = value;
        default -> throw new IllegalArgumentException("'" + parameter + "' is no parameter of the compressor");
        }
        changed = true;
    }

    @Override
    public void process(float[][] channels, int offset, int count) {
        if (changed) {
            changed = false;
            attack = 1 - Math.exp(-NINE_TENTHS * MS / (attackMs * sampleRateHz));
            quiet = Decibels.factor(thresholdDb - kneeDb / 2);
            release = 1 - Math.exp(-NINE_TENTHS * MS / (releaseMs * sampleRateHz));
        }
        for (int i = offset; i < offset + count; i++) {
            float loudest = 0;
            for (float[] channel : channels) {
                loudest = Math.max(loudest, Math.abs(channel[i]));
            }
            double asked = loudest > quiet ? asked(Decibels.level(loudest)) : 0;
            reductionDb += (asked - reductionDb) * (asked > reductionDb ? attack : release);
            // Where nothing is turned down any more, the sound is left as it is.
            reductionDb = reductionDb < FORGOTTEN_DB ? 0 : reductionDb;
            double factor = Decibels.factor(makeupDb - reductionDb);
            for (float[] channel : channels) {
                channel[i] = (float) (channel[i] * factor);
            }
        }
    }

    /** By how many decibels a level is to be turned down; within the knee ever more of them. */
    private double asked(double levelDb) {
        double above = levelDb - thresholdDb;
        double slope = 1 - 1 / ratio;
        if (2 * above <= -kneeDb) {
            return 0;
        }
        if (2 * above >= kneeDb) {
            return slope * above;
        }
        double into = above + kneeDb / 2;
        return slope * into * into / (2 * kneeDb);
    }
}
