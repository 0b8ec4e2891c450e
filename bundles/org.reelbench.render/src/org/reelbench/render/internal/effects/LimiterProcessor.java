package org.reelbench.render.internal.effects;

import static org.reelbench.render.internal.effects.Described.number;
import static org.reelbench.render.internal.effects.PeakGains.CELL;

import java.util.Arrays;
import java.util.SortedMap;

import org.reelbench.media.EffectReach;
import org.reelbench.media.SoundProcessor;

/** The code of the limiter: holds sound back until it is known how loud what follows is. */
final class LimiterProcessor implements SoundProcessor {

    private static final double MS = 1000;
    private static final int PIECE = 256;

    private final TruePeak meter = new TruePeak(CELL);
    private final double releaseMs;
    private double driveDb;
    private double ceilingDb;
    private double drive;
    private PeakGains gains = new PeakGains(0, 0.1, 8000);
    private float[][] held = {};
    private int latency;

    private long heldStart;
    private long nextIn;
    private long nextOut;
    private long nextCell;
    private long cell;
    private double gainAtStart;
    private double gainAtEnd;

    LimiterProcessor(SortedMap<String, Object> values) {
        driveDb = number(values, "driveDb");
        ceilingDb = number(values, "ceilingDb");
        releaseMs = number(values, "releaseMs");
        drive = Decibels.factor(driveDb);
    }

    @Override
    public void prepare(int sampleRateHz, int channels) {
        gains = new PeakGains(ceilingDb, releaseMs / MS, sampleRateHz);
        latency = (gains.cellsAhead() + 2) * CELL + TruePeak.reach();
        held = new float[channels][2 * (latency + 2 * TruePeak.reach() + 2 * CELL + PIECE)];
        reset(0);
    }

    @Override
    public EffectReach reach() {
        return new EffectReach((gains.cellsBehind() + 2L) * CELL + TruePeak.reach(), latency);
    }

    @Override
    public void reset(long firstSample) {
        gains.reset();
        cell = Long.MIN_VALUE;
        nextIn = firstSample;
        nextOut = firstSample - latency;
        nextCell = Math.floorDiv(firstSample, CELL);
        // Before the first sample there is silence.
        heldStart = nextOut - CELL - TruePeak.reach();
        for (float[] channel : held) {
            Arrays.fill(channel, 0);
        }
    }

    @Override
    public void set(String parameter, double value) {
        switch (parameter) {
        case "driveDb" -> {
            driveDb = value;
            drive = Decibels.factor(driveDb);
        }
        case "ceilingDb" -> {
            ceilingDb = value;
            gains.ceilingDb(ceilingDb);
        }
        case "releaseMs" -> {
            // how far it looks back was settled by the greatest of its values
        }
        default -> throw new IllegalArgumentException("'" + parameter + "' is no parameter of the limiter");
        }
    }

    @Override
    public void process(float[][] channels, int offset, int count) {
        for (int done = 0; done < count; done += PIECE) {
            int length = Math.min(PIECE, count - done);
            take(channels, offset + done, length);
            listen();
            give(channels, offset + done, length);
        }
    }

    private void take(float[][] channels, int offset, int length) {
        int filled = (int) (nextIn - heldStart);
        if (filled + length > held[0].length) {
            long needed = Math.min(nextOut, nextCell * CELL - TruePeak.reach());
            int gone = (int) (needed - heldStart);
            for (float[] channel : held) {
                System.arraycopy(channel, gone, channel, 0, filled - gone);
            }
            heldStart = needed;
            filled -= gone;
        }
        for (int c = 0; c < held.length; c++) {
            for (int i = 0; i < length; i++) {
                held[c][filled + i] = (float) (channels[c][offset + i] * drive);
            }
        }
        nextIn += length;
    }

    private void listen() {
        while ((nextCell + 1) * CELL + TruePeak.reach() <= nextIn) {
            double peak = 0;
            for (float[] channel : held) {
                peak = Math.max(peak, meter.of(channel, (int) (nextCell * CELL - heldStart), CELL, gains.ceiling()));
            }
            gains.put(nextCell, peak);
            nextCell++;
        }
    }

    private void give(float[][] channels, int offset, int length) {
        for (int i = 0; i < length; i++) {
            long now = Math.floorDiv(nextOut, CELL);
            if (now != cell) {
                gainAtStart = now == cell + 1 ? gainAtEnd : gains.gainAtStart(now);
                gainAtEnd = gains.gainAtStart(now + 1);
                cell = now;
            }
            double gain = gainAtStart + (gainAtEnd - gainAtStart) * (nextOut - now * CELL) / CELL;
            for (int c = 0; c < channels.length; c++) {
                channels[c][offset + i] = (float) (held[c][(int) (nextOut - heldStart)] * gain);
            }
            nextOut++;
        }
    }
}
