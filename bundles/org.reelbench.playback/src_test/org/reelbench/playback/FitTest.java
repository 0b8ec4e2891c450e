package org.reelbench.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** How large pictures are shown. */
class FitTest {

    @Test
    void picturesFillTheirBoxInTheirOwnShape() {
        assertEquals(new Fit(640, 360), Fit.into(1920, 1080, 640, 400));
        assertEquals(new Fit(640, 360), Fit.into(640, 360, 655, 360));
        assertEquals(new Fit(1280, 720), Fit.into(640, 360, 1290, 2000));
        assertEquals(new Fit(192, 341), Fit.into(1080, 1920, 640, 360));
    }

    @Test
    void everyBoxHasASize() {
        for (int width = -5; width < 700; width += 13) {
            for (int height = -5; height < 500; height += 11) {
                Fit fit = Fit.into(640, 360, width, height);
                assertEquals(0, fit.widthPx() % 16);
                assertTrue(fit.widthPx() > 0 && fit.heightPx() > 0);
                assertTrue(width < 16 || fit.widthPx() <= width, fit + " in " + width);
                assertTrue(width < 16 || height < 9 || fit.heightPx() <= height, fit + " in " + width + "x" + height);
            }
        }
    }
}
