package org.reelbench.media.ffmpeg.internal.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FrameReader;
import org.reelbench.media.VideoFrame;
import org.reelbench.testcard.Reading;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/**
 * Every odd film, shown at every rate and speed, shows the frames that the rule says: which are told by an oracle that knows
 * nothing of the readers, and read back from the pictures.
 */
class SamplingTest {

    private static final boolean DEEP = "deep".equals(System.getProperty("reelbench.tier"));
    /** How many frames in a row are looked at for each pair of rate and speed. */
    private static final int FRAMES = DEEP ? 60 : 3;
    private static final List<String> RATES = List.of("24000/1001", "24", "25", "30000/1001", "30", "50", "60000/1001", "60");
    private static final List<Rational> SPEEDS = List.of(Rational.of(1, 10), Rational.of(1, 3), Rational.of(1, 2),
            Rational.of(99, 100), Rational.of(1), Rational.of(1001, 1000), Rational.of(2), Rational.of(7), Rational.of(20),
            Rational.of(-1, 10), Rational.of(-1), Rational.of(-5, 2), Rational.of(-20), Rational.of(0));

    @TestFactory
    Stream<DynamicTest> showsTheFrameTheRuleSays() throws Exception {
        return OddMedia.all().stream().map(medium -> DynamicTest.dynamicTest(medium.name(), () -> {
            List<String> wrong = new ArrayList<>();
            Random random = new Random(20_260_104);
            try (Media media = Media.of(medium.file()); FrameReader reader = media.frames()) {
                for (String rate : RATES) {
                    for (Rational speed : SPEEDS) {
                        look(medium, reader, FrameRate.parse(rate), speed, random, wrong);
                    }
                }
            }
            assertEquals(List.of(), wrong);
        }));
    }

    private static void look(OddMedium medium, FrameReader reader, FrameRate rate, Rational speed, Random random,
            List<String> wrong) throws Exception {
        // In points need lie on no frame of anything; some lie before the start and after the end.
        long lastMs = medium.lastBegins().times(1000).ceil();
        Rational in = Rational.of(random.nextInt((int) lastMs + 400) - 200, 1000);
        for (int n = 0; n < FRAMES; n++) {
            RationalTime time = new RationalTime(in).plus(rate.timeOf(n).times(speed));
            try (VideoFrame frame = reader.frameAt(time, new Cancellation())) {
                Reading reading = TestCard.read(frame);
                int expected = expected(medium, in, speed, rate.framesPerSecond(), n);
                if (!reading.is(OddMedia.SOURCE, expected) && wrong.size() < 20) {
                    wrong.add(rate + " x " + speed + " from " + in + " frame " + n + ": " + reading + " instead of " + expected);
                }
            }
        }
    }

    /** The time of frame n is in + n · speed ÷ rate; computed here without the product's arithmetic. */
    private static int expected(OddMedium medium, Rational in, Rational speed, Rational rate, int n) {
        BigInteger stepNumerator = big(n).multiply(big(speed.numerator())).multiply(big(rate.denominator()));
        BigInteger stepDenominator = big(speed.denominator()).multiply(big(rate.numerator()));
        BigInteger numerator = big(in.numerator()).multiply(stepDenominator)
                .add(stepNumerator.multiply(big(in.denominator())));
        return medium.numberAt(numerator, big(in.denominator()).multiply(stepDenominator));
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }
}
