package org.reelbench.workbench.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.reelbench.ui.Theme;

/** What a control shows on the screen, in the screen's own pixels. Made on the UI thread, asked on any. */
final class LookPicture {

    /** What is smaller at 100 % is a letter or a line. */
    private static final int PATCH_PX = 12;
    /** Colours come through the screen and the toolkit nearly as they went in. */
    private static final int NEAR = 3;
    /** Behind clips, between ground and panel. */
    private static final Color LANE = Theme.isLight() ? new Color(0xf0, 0xf1, 0xf4) : new Color(0x1b, 0x1e, 0x22);
    /** The picture of an empty film. */
    private static final Color BLACK = new Color(0, 0, 0);

    private final ImageData data;
    private final int zoom;
    private final int[] rgb;

    private LookPicture(ImageData data, int zoom) {
        this.data = data;
        this.zoom = zoom;
        rgb = new int[data.width * data.height];
        for (int y = 0; y < data.height; y++) {
            for (int x = 0; x < data.width; x++) {
                RGB color = data.palette.getRGB(data.getPixel(x, y));
                rgb[y * data.width + x] = color.red << 16 | color.green << 8 | color.blue;
            }
        }
    }

    static LookPicture of(Control control) {
        return new LookPicture(ScreenPixels.of(control), zoom(control.getDisplay()));
    }

    static int zoom(Display display) {
        return display.getPrimaryMonitor().getZoom();
    }

    /** Keeps it, for people who look at it. */
    void keep(Path file) {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] { data };
        loader.save(file.toString(), SWT.IMAGE_PNG);
    }

    boolean isSameAs(LookPicture other) {
        return Arrays.equals(rgb, other.rgb);
    }

    /**
     * Patches of one colour that is not the theme's, such as the grey of a desktop. The keys are colours, the values how
     * many patches there are.
     */
    Map<String, Integer> foreignPatches() {
        Map<String, Integer> found = new HashMap<>();
        int patchPx = PATCH_PX * zoom / 100;
        for (int y = 0; y + patchPx <= data.height; y += patchPx) {
            for (int x = 0; x + patchPx <= data.width; x += patchPx) {
                int color = rgb[y * data.width + x];
                if (isFlat(x, y, patchPx, color) && palette().stream().noneMatch(own -> isNear(own, color))) {
                    found.merge(String.format(Locale.ROOT, "#%06x", color), 1, Integer::sum);
                }
            }
        }
        return found;
    }

    private boolean isFlat(int left, int top, int patchPx, int color) {
        for (int y = top; y < top + patchPx; y++) {
            for (int x = left; x < left + patchPx; x++) {
                if (rgb[y * data.width + x] != color) {
                    return false;
                }
            }
        }
        return true;
    }

    private static List<Color> palette() {
        return List.of(Theme.GROUND, Theme.PANEL, Theme.RAISED, Theme.LINE, Theme.ACCENT, Theme.PLAYHEAD, Theme.CLIP_VIDEO,
                Theme.CLIP_AUDIO, Theme.CLIP_STILL, Theme.SELECTION, LANE, BLACK);
    }

    private static boolean isNear(Color own, int color) {
        return Math.abs(own.getRed() - (color >> 16)) <= NEAR && Math.abs(own.getGreen() - (color >> 8 & 0xff)) <= NEAR
                && Math.abs(own.getBlue() - (color & 0xff)) <= NEAR;
    }
}
