package org.reelbench.render.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelbench.media.Cancellation;
import org.reelbench.time.Rational;

/** Sound at other speeds at the pitch it was recorded with. */
class StretchSoundTest {

    private static final int RATE_HZ = 48_000;
    private static final double MINUS_40_DB = 0.01;

    @ParameterizedTest
    @ValueSource(strings = { "1/10", "1/2", "999/1000", "11/10", "2/1", "20/1" })
    void aToneKeepsItsPitchAndHasNoBreaks(String speed) throws Exception {
        for (double hz : new double[] { 55, 440, 11_000 }) {
            float[][] heard = read(MadeSound.sine(hz, RATE_HZ), speed, 0, 3 * RATE_HZ);
            String message = hz + " Hz at " + speed;
            assertEquals(hz, pitch(heard[0]), hz * 0.01, message);
            double angle = 2 * Math.PI * hz / RATE_HZ;
            double twice = 2 * Math.cos(angle);
            double level = 0;
            for (int i = RATE_HZ / 10; i < heard[0].length - 1; i++) {
                double broken = heard[0][i - 1] - twice * heard[0][i] + heard[0][i + 1];
                assertTrue(Math.abs(broken) < MINUS_40_DB, message + ": a break of " + broken + " at " + i);
                level += heard[0][i] * heard[0][i];
                assertEquals(-heard[0][i], heard[1][i], 1e-6f, "both sides are moved alike");
            }
            assertEquals(0.5, level / (heard[0].length - RATE_HZ / 10), 0.02, message + ": it is as loud as it was");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "1/10", "2/3", "3/2", "20/1" })
    void anyRangeIsTheSameAsPartOfTheWhole(String speed) throws Exception {
        float[][] straight = read(noise(), speed, -1000, 7 * RATE_HZ);
        float[][] pieces = new float[2][7 * RATE_HZ];
        try (StretchSound inPieces = new StretchSound(noise(), playing(speed), RATE_HZ)) {
            for (int at = 0; at < pieces[0].length; at += 1601) {
                inPieces.read(at - 1000, pieces, at, Math.min(1601, pieces[0].length - at), new Cancellation());
            }
        }
        assertArrayEquals(straight, pieces);
        try (StretchSound jumping = new StretchSound(noise(), playing(speed), RATE_HZ)) {
            for (int from : new int[] { 5 * RATE_HZ, 0, 96_100 - 900, 3, 6 * RATE_HZ - 1, 200_000, 200_777 }) {
                float[][] piece = new float[2][777];
                jumping.read(from - 1000, piece, 0, 777, new Cancellation());
                for (int c = 0; c < 2; c++) {
                    for (int i = 0; i < 777; i++) {
                        assertEquals(straight[c][from + i], piece[c][i], "sample " + (from + i));
                    }
                }
            }
        }
    }

    @Test
    void theSourceIsReadForwardsAndWhereItRunsFastInPlacesOnly() throws Exception {
        for (String speed : new String[] { "1/10", "1/1", "3/2", "20/1" }) {
            MadeSound source = noise();
            read(source, speed, 0, 9 * RATE_HZ);
            assertEquals(0, source.jumpsBack(), speed);
            assertTrue(source.samplesRead() < 5 * 10 * RATE_HZ, source.samplesRead() + " samples at " + speed);
        }
    }

    @Test
    void clicksAreHeardWhereTheyBelong() throws Exception {
        for (String speed : new String[] { "1/4", "1/2", "4/5", "5/4", "2/1" }) {
            double fast = Rational.parse(speed).toDouble();
            // Four clicks a second of what is heard.
            int apart = (int) (RATE_HZ * fast / 4);
            MadeSound clicks = new MadeSound(n -> {
                int in = (int) Math.floorMod(n, (long) apart);
                return in < 480 ? Math.sin(in * 0.3) * (1 - in / 480.0) : 0;
            });
            float[] heard = read(clicks, speed, 0, 5 * RATE_HZ)[0];
            int lost = 0;
            for (int click = 1; click < 19; click++) {
                double weighed = 0;
                double power = 0;
                for (int i = click * 12_000 - 6000; i < click * 12_000 + 6000; i++) {
                    weighed += (double) i * heard[i] * heard[i];
                    power += heard[i] * heard[i];
                }
                if (power < 1) {
                    lost++;
                } else {
                    assertEquals(click * 12_000, weighed / power, 0.04 * RATE_HZ, "click " + click + " at " + speed);
                }
            }
            // Of what runs twice as fast half is left out: so short a click may lie between what is heard.
            assertTrue(lost <= (fast < 2 ? 0 : 9), lost + " clicks are lost at " + speed);
        }
    }

    @Test
    void silenceStaysSilent() throws Exception {
        assertArrayEquals(new float[2][RATE_HZ * 3], read(new MadeSound(_ -> 0), "3/2", 0, RATE_HZ * 3));
    }

    @Test
    void otherSampleRatesAreNoDifferent() throws Exception {
        for (int rateHz : new int[] { 8000, 44_100, 96_000 }) {
            float[][] heard = new float[2][4 * rateHz];
            Playing playing = new Playing(Rational.of(7, 5), -12_345);
            try (StretchSound sound = new StretchSound(MadeSound.sine(300, rateHz), playing, rateHz)) {
                sound.read(0, heard, 0, heard[0].length, new Cancellation());
            }
            assertEquals(300, pitch(heard[0]) * rateHz / RATE_HZ, 3);
        }
    }

    /** What is heard of a tone, by its zero crossings, as if it were at 48 kHz. */
    private static double pitch(float[] heard) {
        double first = -1;
        double last = -1;
        int waves = -1;
        for (int i = RATE_HZ / 10; i < heard.length; i++) {
            if (heard[i - 1] < 0 && heard[i] >= 0) {
                last = i - heard[i] / (heard[i] - heard[i - 1]);
                first = first < 0 ? last : first;
                waves++;
            }
        }
        return (double) waves * RATE_HZ / (last - first);
    }

    private static float[][] read(MadeSound source, String speed, long first, int count) throws Exception {
        float[][] heard = new float[2][count];
        StretchSound sound = new StretchSound(source, playing(speed), RATE_HZ);
        sound.read(first, heard, 0, count, new Cancellation());
        sound.close();
        assertTrue(source.isClosed());
        return heard;
    }

    private static Playing playing(String speed) {
        return new Playing(Rational.parse(speed), 777);
    }

    /** Something like speech: noise that swells and falls over a few tones. */
    private static MadeSound noise() {
        return new MadeSound(n -> {
            long hash = n * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 31;
            double white = (hash * 0xBF58476D1CE4E5B9L >> 40) / (double) (1 << 23);
            double swell = 0.5 + 0.5 * Math.sin(n / 9000.0);
            return 0.2 * white * swell + 0.4 * Math.sin(n * 0.02 + Math.sin(n / 20_000.0)) + 0.2 * Math.sin(n * 0.11);
        });
    }
}
