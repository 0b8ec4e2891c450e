package org.reelbench.testcard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.ColorDescription.Matrix;
import org.reelbench.media.ColorDescription.Range;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;

class TestCardTest {

    @ParameterizedTest
    @CsvSource({ "80,45", "81,47", "97,80", "160,90", "319,181", "320,180", "640,360", "720,576", "1280,720", "1080,1920",
            "3840,2160" })
    void aCardOfAnySizeReadsBackAsItWasDrawn(int width, int height) {
        int source = width % 256;
        for (long frameNumber : new long[] { 0, 1, 24, 25, 74, 75, 99, 12_345, 1_000_000, TestCard.LAST_FRAME }) {
            try (VideoFrame frame = Cards.card(width, height, source, frameNumber)) {
                Reading reading = TestCard.read(frame);
                assertTrue(reading.is(source, frameNumber), reading::toString);
                assertTrue(reading.confidence() > 0.6, reading::toString);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({ "1,1", "2,2", "3,1", "1,5", "16,9", "17,33", "200,3", "3,200", "2000,40" })
    void cardsTooSmallToBeReadAreDrawnAllTheSame(int width, int height) {
        for (long frameNumber = 0; frameNumber < 200; frameNumber += 7) {
            try (VideoFrame frame = Cards.card(width, height, 200, frameNumber)) {
                Reading reading = TestCard.read(frame);
                assertTrue(!reading.valid() || reading.is(200, frameNumber), reading::toString);
            }
        }
    }

    @Test
    void everySourceReadsBack() {
        for (int source = 0; source <= TestCard.LAST_SOURCE; source++) {
            try (VideoFrame frame = Cards.card(96, 54, source, source * 65_793L)) {
                Reading reading = TestCard.read(frame);
                assertTrue(reading.is(source, source * 65_793L), reading::toString);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = PixelFormat.class, names = { "YUV420P", "YUVA420P", "YUV422P", "YUV444P", "YUVA444P", "GRAY8" })
    void everyPlanarFormatInEveryMatrixAndRangeReadsBack(PixelFormat format) {
        for (Matrix matrix : new Matrix[] { Matrix.BT601, Matrix.BT709, Matrix.BT2020 }) {
            for (Range range : Range.values()) {
                try (MemoryFrame frame = Cards.frame(161, 91, format, new ColorDescription(matrix, range))) {
                    TestCard.draw(frame, 200, 4711);
                    assertTrue(TestCard.read(frame).is(200, 4711), () -> format + " " + matrix + " " + range);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "BGRA", "RGBA" })
    void packedPicturesAreReadAndNotDrawn(String name) {
        Picture card = Cards.luma(160, 90, 9, 77);
        try (MemoryFrame frame = Cards.frame(160, 90, PixelFormat.valueOf(name), ColorDescription.BT709_LIMITED)) {
            for (int y = 0; y < 90; y++) {
                for (int x = 0; x < 160; x++) {
                    frame.plane(0).asSlice((long) y * frame.strideBytes(0) + 4L * x, 4).fill((byte) Math.round(card.at(x, y)));
                }
            }
            assertTrue(TestCard.read(frame).is(9, 77));
            assertThrows(IllegalArgumentException.class, () -> TestCard.draw(frame, 9, 77));
        }
    }

    @Test
    void blackAndWhiteOfTheCodeAreTheFramesOwnAndColourless() {
        for (Range range : Range.values()) {
            try (MemoryFrame frame = Cards.frame(1280, 720, PixelFormat.YUV420P, new ColorDescription(Matrix.BT709, range))) {
                TestCard.draw(frame, 0, 0);
                // The reference blocks of the left side: white above black.
                assertEquals(range == Range.LIMITED ? 235 : 255, Cards.sample(frame, 0, 100, 100));
                assertEquals(range == Range.LIMITED ? 16 : 0, Cards.sample(frame, 0, 100, 145));
                for (int plane = 1; plane <= 2; plane++) {
                    assertEquals(128, Cards.sample(frame, plane, 50, 50));
                    assertEquals(128, Cards.sample(frame, plane, 50, 72));
                }
            }
        }
    }

    @Test
    void limitedRangeStaysWithinItsLimits() {
        for (int source = 0; source < 14; source++) {
            try (VideoFrame frame = Cards.card(320, 180, source, 33)) {
                for (int plane = 0; plane < 3; plane++) {
                    int most = plane == 0 ? 235 : 240;
                    for (int y = 0; y < (plane == 0 ? 180 : 90); y++) {
                        for (int x = 0; x < (plane == 0 ? 320 : 160); x++) {
                            int value = Cards.sample(frame, plane, x, y);
                            assertTrue(value >= 16 && value <= most, "plane " + plane + " has " + value);
                        }
                    }
                }
            }
        }
    }

    @Test
    void theSameCardIsTheSameBytesWhateverTheFrameHeldBefore() {
        try (MemoryFrame fresh = Cards.frame(641, 361); MemoryFrame used = Cards.frame(641, 361)) {
            for (int plane = 0; plane < 3; plane++) {
                used.plane(plane).fill((byte) 0x5A);
            }
            TestCard.draw(used, 9, 1_234_567);
            TestCard.draw(used, 3, 250);
            TestCard.draw(fresh, 3, 250);
            for (int plane = 0; plane < 3; plane++) {
                for (int y = 0; y < (plane == 0 ? 361 : 181); y++) {
                    for (int x = 0; x < (plane == 0 ? 641 : 321); x++) {
                        int expected = Cards.sample(fresh, plane, x, y);
                        assertEquals(expected, Cards.sample(used, plane, x, y), plane + ":" + x + "," + y);
                    }
                }
            }
        }
    }

    @Test
    void eachFrameMovesOutsideTheCodeAsWell() {
        for (int frameNumber = 0; frameNumber < 200; frameNumber++) {
            Picture now = Cards.luma(320, 180, 1, frameNumber);
            Picture next = Cards.luma(320, 180, 1, frameNumber + 1);
            int moved = 0;
            for (int y = 45; y < 180; y++) {
                for (int x = 0; x < 320; x++) {
                    moved += Math.abs(now.at(x, y) - next.at(x, y)) > 8 ? 1 : 0;
                }
            }
            assertTrue(moved > 60, "frame " + frameNumber + " differs from the next in " + moved + " pixels");
        }
    }

    @Test
    void aQuarterSizePictureInPictureIsReadAndSoIsTheOneBelowIt() {
        Picture below = Cards.luma(1280, 720, 4, 1000);
        Picture inset = Cards.luma(1280, 720, 5, 2000).scaled(320, 180);
        Picture both = below.withInset(inset, 930, 500);
        assertTrue(Cards.read(both, 930, 500, 320, 180).is(5, 2000));
        assertTrue(Cards.read(both).is(4, 1000));
    }

    @Test
    void aTinyInsetIsReadThoughItsPlaceIsAPixelOff() {
        Picture inset = Cards.luma(1280, 720, 5, 2000).scaled(160, 90);
        Picture both = Cards.luma(640, 360, 4, 1000).withInset(inset, 400, 200);
        assertTrue(Cards.read(both, 401, 199, 160, 90).is(5, 2000));
    }

    @Test
    void aCropIsReadByTheRectangleOfTheWholeCard() {
        Picture cropped = Cards.luma(640, 360, 7, 31).cropped(30, 30, 580, 300);
        assertTrue(Cards.read(cropped, -30, -30, 640, 360).is(7, 31));
    }

    @Test
    void aStripThatLiesPartlyOutsideIsInvalid() {
        Picture card = Cards.luma(640, 360, 7, 31);
        assertFalse(Cards.read(card, -60, 0, 640, 360).valid());
        assertFalse(Cards.read(card, 60, 0, 640, 360).valid());
        assertFalse(Cards.read(card, 0, 300, 640, 360).valid());
        assertFalse(Cards.read(card, 0, 0, Double.NaN, 360).valid());
        assertFalse(Cards.read(card, 0, 0, 0, 0).valid());
    }

    @Test
    void picturesWithoutACardAreInvalid() {
        Random random = new Random(11);
        assertFalse(Cards.read(Picture.of(160, 90, (_, _) -> 16)).valid());
        assertFalse(Cards.read(Picture.of(160, 90, (_, _) -> 235)).valid());
        assertFalse(Cards.read(Picture.of(160, 90, (x, _) -> x)).valid());
        assertFalse(Cards.read(Picture.of(160, 90, (_, _) -> random.nextInt(256))).valid());
        assertFalse(Cards.read(Cards.luma(160, 90, 1, 1).graded(-1, 0)).valid(), "a negative");
        assertFalse(Cards.read(Cards.luma(160, 90, 1, 1).graded(0.1, 0)).valid(), "hardly any contrast");
    }

    @Test
    void halfADissolveIsInvalidAndItsEndsAreRight() {
        Picture from = Cards.luma(320, 180, 1, 500);
        Picture to = Cards.luma(320, 180, 2, 9);
        assertTrue(Cards.read(from.dissolved(to, 0.2)).is(1, 500));
        assertFalse(Cards.read(from.dissolved(to, 0.5)).valid());
        assertTrue(Cards.read(from.dissolved(to, 0.8)).is(2, 9));
    }

    @Test
    void confidenceFallsAsTheCardFades() {
        Picture card = Cards.luma(320, 180, 1, 500);
        Picture other = Cards.luma(320, 180, 254, 0xFFFFF);
        double before = 1.01;
        for (double share = 0; share < 0.25; share += 0.05) {
            Reading reading = Cards.read(card.dissolved(other, share));
            assertTrue(reading.valid());
            assertTrue(reading.confidence() < before, reading::toString);
            before = reading.confidence();
        }
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        try (MemoryFrame frame = Cards.frame(80, 46)) {
            assertThrows(IllegalArgumentException.class, () -> TestCard.draw(frame, -1, 0));
            assertThrows(IllegalArgumentException.class, () -> TestCard.draw(frame, 256, 0));
            assertThrows(IllegalArgumentException.class, () -> TestCard.draw(frame, 0, -1));
            assertThrows(IllegalArgumentException.class, () -> TestCard.draw(frame, 0, TestCard.LAST_FRAME + 1));
        }
    }

    @Test
    void readingsTellWhatTheyAreInMessages() {
        assertEquals("source 3 frame 42 (0.97)", new Reading(true, 3, 42, 0.968).toString());
        assertEquals("unreadable (0.12)", Reading.invalid(0.123).toString());
        assertFalse(Reading.invalid(0).is(-1, -1));
    }
}
