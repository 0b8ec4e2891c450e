package org.reelbench.ui.viewer.internal.surface;

import java.lang.foreign.MemorySegment;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.reelbench.playback.Fit;
import org.reelbench.playback.ScreenPicture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes into the memory of an SWT image on GTK, which is a cairo image surface: one copy a frame instead of three and no new
 * image. The only class that knows of SWT's insides; found by reflection, because other platforms lack them.
 */
final class CairoSurface implements Surface {

    private static final Logger LOG = LoggerFactory.getLogger(CairoSurface.class);
    private static final int BITS = 32;
    private static final PaletteData BGRX = new PaletteData(0xFF00, 0xFF0000, 0xFF000000);
    private static final @Nullable Insides INSIDES = Insides.find();

    private final Fit size;
    private final Image image;
    private final long surface;
    private final int strideBytes;
    private final MemorySegment pixels;

    CairoSurface(Display display, Fit size) {
        Insides insides = insides();
        this.size = size;
        // Pixels are the screen's: given as data of one zoom they would be scaled, and lie in memory of another size.
        int screenZoom = display.getPrimaryMonitor().getZoom();
        ImageDataProvider ofAnyZoom = zoom -> new ImageData(Math.max(1, size.widthPx() * zoom / screenZoom),
                Math.max(1, size.heightPx() * zoom / screenZoom), BITS, BGRX);
        image = new Image(display, ofAnyZoom);
        surface = insides.surfaceOf(image);
        insides.call(insides.flush, surface);
        strideBytes = (int) insides.call(insides.stride, surface);
        long address = insides.call(insides.data, surface);
        pixels = MemorySegment.ofAddress(address).reinterpret((long) strideBytes * size.heightPx());
    }

    /** Tells whether this platform's images are cairo surfaces. */
    static boolean isAvailable() {
        return INSIDES != null;
    }

    private static Insides insides() {
        Insides found = INSIDES;
        if (found == null) {
            throw new IllegalStateException("images are no cairo surfaces here");
        }
        return found;
    }

    @Override
    public Fit size() {
        return size;
    }

    @Override
    public void put(ScreenPicture picture) {
        Insides insides = insides();
        insides.call(insides.flush, surface);
        int rowBytes = picture.strideBytes();
        if (rowBytes == strideBytes) {
            pixels.copyFrom(picture.pixels());
        } else {
            for (long row = 0; row < size.heightPx(); row++) {
                MemorySegment.copy(picture.pixels(), row * rowBytes, pixels, row * strideBytes, rowBytes);
            }
        }
        insides.call(insides.markDirty, surface);
    }

    @Override
    public void paint(GC gc, Rectangle target) {
        gc.drawImage(image, target.x, target.y, target.width, target.height);
    }

    @Override
    public void close() {
        image.dispose();
    }

    /** The members of SWT that are not its API. */
    private record Insides(Field surface, Method flush, Method data, Method stride, Method markDirty) {

        static @Nullable Insides find() {
            try {
                Class<?> cairo = Class.forName("org.eclipse.swt.internal.cairo.Cairo", true, Image.class.getClassLoader());
                return new Insides(Image.class.getField("surface"), cairo.getMethod("cairo_surface_flush", long.class),
                        cairo.getMethod("cairo_image_surface_get_data", long.class),
                        cairo.getMethod("cairo_image_surface_get_stride", long.class),
                        cairo.getMethod("cairo_surface_mark_dirty", long.class));
            } catch (ReflectiveOperationException e) {
                LOG.info("pictures are painted through image data here: {}", e.toString());
                return null;
            }
        }

        long surfaceOf(Image image) {
            try {
                return surface.getLong(image);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Returns what the method returns, 0 where that is nothing. */
        long call(Method method, long argument) {
            try {
                return method.invoke(null, argument) instanceof Number number ? number.longValue() : 0;
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
