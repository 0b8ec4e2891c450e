package org.reelbench.workbench.it;

import java.lang.foreign.ValueLayout;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.testcard.Reading;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.RationalTime;

/** Reads the test card from what is really on the screen. */
final class ScreenPicture {

    /** What the viewer leaves free around its picture. */
    private static final int MARGIN_PX = 8;

    private ScreenPicture() {
    }

    /** Reads the card that a control shows fitted and centred; on the UI thread. */
    static Reading read(Control control) {
        Point size = control.getSize();
        double scale = Math.min((size.x - 2.0 * MARGIN_PX) / Film.WIDTH_PX, (size.y - 2.0 * MARGIN_PX) / Film.HEIGHT_PX);
        double width = Film.WIDTH_PX * scale;
        double height = Film.HEIGHT_PX * scale;
        return read(control, (size.x - width) / 2, (size.y - height) / 2, width, height);
    }

    /** Tells whether a control shows a frame of the film, the last one where it is behind the end; on the UI thread. */
    static boolean showsFilm(Control control, long frame) {
        long at = Math.min(frame, Film.FRAMES - 1);
        int source = at < 30 ? 1 : at < 90 ? 3 : 2;
        return read(control).is(source, at < 30 ? at : at < 90 ? at - 30 : at - 60);
    }

    /** Reads the card that lies somewhere on a control; on the UI thread. */
    static Reading read(Control control, double x, double y, double width, double height) {
        return read(data(control), x, y, width, height);
    }

    /** Where a control shows its picture: what is not of the colour of its border, seen from the middles; on the UI thread. */
    static Rectangle place(Control control) {
        ImageData data = data(control);
        int row = data.height / 2;
        int column = data.width / 2;
        int left = IntStream.range(0, data.width).filter(x -> data.getPixel(x, row) != data.getPixel(0, row)).findFirst()
                .orElse(0);
        int top = IntStream.range(0, data.height).filter(y -> data.getPixel(column, y) != data.getPixel(column, 0)).findFirst()
                .orElse(0);
        return new Rectangle(left, top, data.width - 2 * left, data.height - 2 * top);
    }

    private static ImageData data(Control control) {
        Point size = control.getSize();
        return ScreenPixels.of(control).scaledTo(size.x, size.y);
    }

    /** The brightest green in a part of the screen, from 0 to 255; on the UI thread. */
    static int brightest(Display display, Rectangle part) {
        return colors(display, part).mapToInt(color -> color.green).max().orElse(0);
    }

    /** How much of a part of the screen has a colour of some kind, from 0 to 1; on the UI thread. */
    static double share(Display display, Rectangle part, Predicate<RGB> kind) {
        return colors(display, part).filter(kind).count() / (double) (part.width * part.height);
    }

    private static Stream<RGB> colors(Display display, Rectangle part) {
        Image image = new Image(display, part.width, part.height);
        GC gc = new GC(display);
        try {
            gc.copyArea(image, part.x, part.y);
            ImageData data = image.getImageData();
            return IntStream.range(0, data.height * data.width)
                    .mapToObj(i -> data.palette.getRGB(data.getPixel(i % data.width, i / data.width)));
        } finally {
            gc.dispose();
            image.dispose();
        }
    }

    private static Reading read(ImageData data, double x0, double y0, double width, double height) {
        PictureFormat format = PictureFormat.of(data.width, data.height, PixelFormat.GRAY8, ColorDescription.BT709_LIMITED);
        try (MemoryFrame frame = MemoryFrame.allocate(format, RationalTime.ZERO)) {
            for (int y = 0; y < data.height; y++) {
                for (int x = 0; x < data.width; x++) {
                    RGB color = data.palette.getRGB(data.getPixel(x, y));
                    frame.plane(0).set(ValueLayout.JAVA_BYTE, (long) y * frame.strideBytes(0) + x, (byte) color.green);
                }
            }
            return TestCard.read(frame, x0, y0, width, height);
        }
    }
}
