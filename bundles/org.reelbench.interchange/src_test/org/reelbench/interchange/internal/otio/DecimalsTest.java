package org.reelbench.interchange.internal.otio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.timeline.Clip;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource({ "24, 24", "24.0, 24", "23.976, 24000/1001", "23.98, 24000/1001", "23.97602397602398, 24000/1001",
            "23.976023976023978, 24000/1001", "29.97, 30000/1001", "29.97002997002997, 30000/1001", "59.94, 60000/1001",
            "59.94005994005994, 60000/1001", "119.88011988, 120000/1001", "47.952, 48000/1001", "14.985, 15000/1001",
            "25, 25", "12.5, 25/2", "30, 30", "48000, 48000", "44100, 44100", "1, 1", "0.5, 1/2", "33.333333333333336, 100/3",
            "1000000000, 1000000000", "29.5, 59/2", "24.000000001, 24" })
    void ratesAreTheExactOnesThatWereMeant(double hz, String expected) {
        assertEquals(FrameRate.parse(expected), Decimals.rate(hz));
    }

    @ParameterizedTest
    @CsvSource({ "0, 0", "1, 1", "-1, -1", "0.5, 1/2", "-0.25, -1/4", "86.4, 432/5", "0.1, 1/10", "100.10000000000001, 1001/10",
            "0.3333333333333333, 1/3", "1234567.4, 6172837/5", "999999999999, 999999999999", "1e-30, 0", "2.0000000001, 2",
            "1e15, 1000000000000000", "-7.75, -31/4", "1.0416666666666667, 25/24" })
    void numbersAreTheSimplestFractions(double value, String expected) {
        assertEquals(Rational.parse(expected), Decimals.fraction(value));
    }

    @ParameterizedTest
    @CsvSource({ "2, 2", "-1, -1", "0.5, 1/2", "0.041666666666666664, 1/24", "1000000, 1000000", "-1000000, -1000000",
            "1234.5678, 1000000", "3.141592653589793, 1000000", "0.0000001, 0", "999999.5, 1000000" })
    void speedsHaveTermsThatAClipMayHave(double value, String expected) {
        Rational speed = Decimals.speed(value);
        assertTrue(Math.abs(speed.numerator()) <= Clip.MAX_SPEED_TERM && speed.denominator() <= Clip.MAX_SPEED_TERM,
                () -> value + " became " + speed);
        assertEquals(value, speed.toDouble(), Math.max(1, Math.abs(value)) * 1e-6);
        if (!expected.equals("1000000")) {
            assertEquals(Rational.parse(expected), speed);
        }
    }

    @Test
    void everyFractionIsNearTheNumberItStandsFor() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            double value = random.nextGaussian() * Math.pow(10, random.nextInt(20) - 6);
            if (Math.abs(value) <= Decimals.MAX_VALUE) {
                double near = Decimals.fraction(value).toDouble();
                assertEquals(value, near, Math.max(1, Math.abs(value)) * 2e-6, () -> "of " + value);
            }
        }
    }
}
