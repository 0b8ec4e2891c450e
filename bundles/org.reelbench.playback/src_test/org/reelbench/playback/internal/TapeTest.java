package org.reelbench.playback.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelbench.playback.Course;
import org.reelbench.render.RenderException;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Sequence;

/** Which samples are heard on which course, and that nothing clicks where it goes round. */
class TapeTest {

    private static final int RATE_HZ = 48_000;
    private static final FrameRate RATE = FrameRate.of(25, 1);
    private static final int SAMPLES_A_FRAME = RATE_HZ / 25;
    private static final int BLEND = RATE_HZ / 200;
    private static final int DURATION_FRAMES = 200;
    private static final long SEED = 20_261_122;

    private final Random random = new Random(SEED);

    private Tape tape(FrameRate rate, Course course) {
        Sequence sequence = new FakeMedia().scene(DURATION_FRAMES, rate).sequence();
        return new Tape(sequence, course.within(DURATION_FRAMES), 2);
    }

    /** Takes samples in pieces of all sizes. */
    private float[] take(Tape tape, Tape.Sound sound, int count) throws RenderException {
        float[] heard = new float[count];
        for (int done = 0; done < count;) {
            int piece = Math.min(count - done, 1 + random.nextInt(5000));
            float[][] block = new float[2][piece];
            tape.next(sound, block, piece);
            System.arraycopy(block[0], 0, heard, done, piece);
            done += piece;
        }
        return heard;
    }

    /** Each sample is its own number. */
    private static void numbers(long first, float[][] channels, int offset, int count) {
        for (float[] channel : channels) {
            for (int i = 0; i < count; i++) {
                channel[offset + i] = first + i;
            }
        }
    }

    @Test
    void straightOnEachSampleIsHeardOnceAndThenNothing() throws RenderException {
        int last = DURATION_FRAMES * SAMPLES_A_FRAME;
        float[] heard = take(tape(RATE, new Course(190, 1, Optional.empty())), TapeTest::numbers, 12 * SAMPLES_A_FRAME);
        for (int i = 0; i < heard.length; i++) {
            int sample = 190 * SAMPLES_A_FRAME + i;
            assertEquals(sample < last ? sample : 0, heard[i], "sample " + i + ", seed " + SEED);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 2, 4, 8 })
    void fasterEachSampleIsTheMeanOfThoseItStandsFor(int speed) throws RenderException {
        float[] heard = take(tape(RATE, new Course(5, speed, Optional.empty())), TapeTest::numbers, 30_000);
        for (int i = 0; i < heard.length; i++) {
            double mean = 5 * SAMPLES_A_FRAME + (double) i * speed + (speed - 1) / 2.0;
            if (mean < DURATION_FRAMES * SAMPLES_A_FRAME - speed) {
                assertEquals(mean, heard[i], 0.1, "sample " + i + ", seed " + SEED);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { -1, -2, -8 })
    void backwardsSamplesAreHeardFromTheEndToTheStart(int speed) throws RenderException {
        float[] heard = take(tape(RATE, new Course(49, speed, Optional.empty())), TapeTest::numbers, 110_000);
        for (int i = 0; i < heard.length; i++) {
            double mean = 50 * SAMPLES_A_FRAME - 1 + (double) i * speed + (speed + 1) / 2.0;
            assertEquals(Math.max(0, mean), heard[i], 0.1, "sample " + i + ", seed " + SEED);
        }
    }

    @ParameterizedTest
    @CsvSource({ "25, 1", "30000/1001, 1", "24000/1001, 1", "60000/1001, 2" })
    void roundAndRoundEachLapBeginsWithItsFirstSampleAndSoundStaysBesideThePicture(String frameRate, int speed)
            throws RenderException {
        FrameRate rate = FrameRate.parse(frameRate);
        FrameRange range = new FrameRange(11, 31);
        float[] heard = take(tape(rate, new Course(7, speed, Optional.of(range))), TapeTest::numbers, 900_000);
        Course course = new Course(7, speed, Optional.of(range));
        long first = rate.timeOf(7).ticksRound(RATE_HZ);
        for (int i = 0; i < heard.length; i += 97) {
            long straight = first + (long) i * speed;
            long gone = rate.framesPerSecond().times(straight).floor() / RATE_HZ - 7;
            long picture = course.frameAfter(Math.max(0, gone));
            long begin = rate.timeOf(picture).ticksRound(RATE_HZ);
            boolean isBlended = picture == range.inFrame() && straight > first + 4L * SAMPLES_A_FRAME;
            if (!isBlended) {
                assertTrue(Math.abs(heard[i] - begin - SAMPLES_A_FRAME / 2.0) <= SAMPLES_A_FRAME,
                        "sample " + i + " is " + heard[i] + " beside frame " + picture + " at " + begin + ", seed " + SEED);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({ "440, 20", "97, 20", "3000, 20", "440, 200", "50, 3" })
    void whereItGoesRoundNothingClicks(int toneHz, int outFrame) throws RenderException {
        double phase = 2 * Math.PI * toneHz / RATE_HZ;
        Tape.Sound tone = (first, channels, offset, count) -> {
            for (float[] channel : channels) {
                for (int i = 0; i < count; i++) {
                    channel[offset + i] = (float) (0.9 * Math.sin(phase * (first + i) + 1));
                }
            }
        };
        FrameRange range = new FrameRange(2, outFrame);
        float[] heard = take(tape(RATE, new Course(outFrame - 1, 1, Optional.of(range))), tone, 12 * SAMPLES_A_FRAME);
        double steepest = 0.9 * phase + 0.9 * Math.PI / BLEND;
        for (int i = 1; i < heard.length; i++) {
            double step = Math.abs(heard[i] - heard[i - 1]);
            assertTrue(step <= steepest * 1.05, "a step of " + step + " at " + i + ", not " + steepest + ", seed " + SEED);
        }
        int later = SAMPLES_A_FRAME + BLEND + 10;
        assertEquals(0.9 * Math.sin(phase * (2 * SAMPLES_A_FRAME + BLEND + 10) + 1), heard[later], 1e-4, "the range's own sound");
    }
}
