package org.reelbench.render.internal.slate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.ValueLayout;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelbench.media.MediaException;
import org.reelbench.media.MemoryFrame;

class SlatePictureTest {

    private static final int WHITE = 235;

    @Test
    void theNameIsWhatBehindTheLastSlash() {
        assertEquals("take 1.mov", SlatePicture.fileName("/media/disk/take 1.mov"));
        assertEquals("take.mov", SlatePicture.fileName("C:\\media\\take.mov"));
        assertEquals("take.mov", SlatePicture.fileName("https://host/a/take.mov?token=secret/x"));
        assertEquals("m7", SlatePicture.fileName("m7"));
        assertEquals("what?.mov", SlatePicture.fileName("/media/what?.mov"));
    }

    @Test
    void aNameThatIsTooLongLosesItsMiddle() {
        assertEquals("abc.mov", SlatePicture.shortened("abc.mov", 7));
        assertEquals("abc…mov", SlatePicture.shortened("abcdefgh.mov", 7));
        assertEquals("ab…v", SlatePicture.shortened("abcdefgh.mov", 4));
    }

    @ParameterizedTest
    @CsvSource({ "1280, 720", "320, 180", "720, 1280", "641, 361" })
    void lettersAreLargeAndWhollyInside(int width, int height) {
        for (String name : new String[] { "a.mp4", "A rather long name of a file, as cameras make them 2024-11-05.mov", "Ü" }) {
            try (MemoryFrame slate = draw(name, width, height)) {
                int left = width;
                int right = 0;
                int lit = 0;
                for (int y = height * 2 / 5; y < height * 3 / 5; y++) {
                    for (int x = 0; x < width; x++) {
                        if (luma(slate, x, y) >= WHITE - 3) {
                            left = Math.min(left, x);
                            right = Math.max(right, x);
                            lit++;
                        }
                    }
                }
                assertTrue(lit > height * height / 3000, name + " has " + lit + " bright pixels at " + width + "x" + height);
                assertTrue(left > width / 40 && right < width - width / 40, name + " is from " + left + " to " + right);
            }
        }
    }

    @Test
    void slatesOfTwoFilesDiffer() {
        try (MemoryFrame one = draw("take1.mov", 320, 180); MemoryFrame two = draw("take2.mov", 320, 180)) {
            assertTrue(one.plane(0).mismatch(two.plane(0)) >= 0);
        }
    }

    @Test
    void evenTheSmallestPictureHasOne() {
        for (int size = 1; size < 20; size++) {
            try (MemoryFrame slate = draw("a.mp4", size, size)) {
                assertEquals(size, slate.format().widthPx());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({ "96, 54", "54, 96", "97, 55" })
    void whereThePicturesAreTurnedTheSlateStandsUpright(int width, int height) {
        MediaException why = new MediaException(MediaException.Reason.MISSING, "/media/a.mp4", "gone");
        int row = height / 3;
        for (int degrees : new int[] { 0, 90, 180, 270 }) {
            boolean side = degrees % 180 != 0;
            int shownWidth = side ? height : width;
            try (MemoryFrame upright = SlatePicture.draw(why, shownWidth, side ? width : height);
                    MemoryFrame stored = SlatePicture.draw(why, width, height, degrees)) {
                for (int x = 0; x < shownWidth; x++) {
                    int seen = switch (degrees) {
                    case 90 -> luma(stored, row, height - 1 - x);
                    case 180 -> luma(stored, width - 1 - x, height - 1 - row);
                    case 270 -> luma(stored, width - 1 - row, x);
                    default -> luma(stored, x, row);
                    };
                    assertEquals(luma(upright, x, row), seen, degrees + " degrees at " + x);
                }
            }
        }
    }

    private static MemoryFrame draw(String name, int width, int height) {
        return SlatePicture.draw(
                new MediaException(MediaException.Reason.MISSING, "/media/" + name, "there is no such file; relink the clip"),
                width, height);
    }

    private static int luma(MemoryFrame frame, int x, int y) {
        return frame.plane(0).get(ValueLayout.JAVA_BYTE, (long) y * frame.strideBytes(0) + x) & 0xff;
    }
}
