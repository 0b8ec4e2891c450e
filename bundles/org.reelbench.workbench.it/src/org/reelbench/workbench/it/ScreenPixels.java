package org.reelbench.workbench.it;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/**
 * Asks the X server what is on the screen, in the screen's own pixels; on the UI thread. The toolkit's own copy of the screen is,
 * at 300 %, what it read there the first time.
 */
final class ScreenPixels {

    private static final int Z_PIXMAP = 2;
    private static final long WIDTH_AT = 0;
    private static final long HEIGHT_AT = 4;
    private static final long DATA_AT = 16;
    private static final long LINE_BYTES_AT = 44;
    private static final long BITS_AT = 48;
    private static final long IMAGE_BYTES = 136;
    private static final AddressLayout POINTER = ValueLayout.ADDRESS;

    private static final SymbolLookup X = SymbolLookup.libraryLookup("libX11.so.6", Arena.global());
    private static final MethodHandle OPEN = function("XOpenDisplay", FunctionDescriptor.of(POINTER, POINTER));
    private static final MethodHandle ROOT = function("XDefaultRootWindow",
            FunctionDescriptor.of(ValueLayout.JAVA_LONG, POINTER));
    private static final MethodHandle READ = function("XGetImage",
            FunctionDescriptor.of(POINTER, POINTER, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT));
    private static final MethodHandle FREE = function("XDestroyImage", FunctionDescriptor.of(ValueLayout.JAVA_INT, POINTER));
    private static final MethodHandle CLOSE = function("XCloseDisplay", FunctionDescriptor.of(ValueLayout.JAVA_INT, POINTER));

    private ScreenPixels() {
    }

    /** What a control shows, as large as it is on the screen; of a window, what is within its frame. */
    static ImageData of(Control control) {
        Point place = control.toDisplay(0, 0);
        Rectangle inside = control instanceof Shell shell ? shell.getClientArea() : control.getBounds();
        int scale = LookPicture.zoom(control.getDisplay()) / 100;
        Rectangle part = new Rectangle(place.x * scale, place.y * scale, inside.width * scale, inside.height * scale);
        Rectangle screen = control.getDisplay().getBounds();
        // The X server ends programs that ask for more than there is.
        if (part.isEmpty()
                || !part.equals(part.intersection(new Rectangle(0, 0, screen.width * scale, screen.height * scale)))) {
            throw new AssertionError(control + " at " + part + " is not on the screen of " + screen);
        }
        return read(part);
    }

    private static ImageData read(Rectangle part) {
        try {
            MemorySegment display = (MemorySegment) OPEN.invokeExact(MemorySegment.NULL);
            if (MemorySegment.NULL.equals(display)) {
                throw new AssertionError("there is no screen");
            }
            try {
                MemorySegment image = (MemorySegment) READ.invokeExact(display, (long) ROOT.invokeExact(display), part.x, part.y,
                        part.width, part.height, -1L, Z_PIXMAP);
                if (MemorySegment.NULL.equals(image)) {
                    throw new AssertionError(part + " is not on the screen");
                }
                ImageData copy = copy(image.reinterpret(IMAGE_BYTES));
                int _ = (int) FREE.invokeExact(image);
                return copy;
            } finally {
                int _ = (int) CLOSE.invokeExact(display);
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private static ImageData copy(MemorySegment image) {
        if (image.get(ValueLayout.JAVA_INT, BITS_AT) != Integer.SIZE) {
            throw new AssertionError("the screen has not 32 bits a pixel");
        }
        int width = image.get(ValueLayout.JAVA_INT, WIDTH_AT);
        int height = image.get(ValueLayout.JAVA_INT, HEIGHT_AT);
        long lineBytes = image.get(ValueLayout.JAVA_INT, LINE_BYTES_AT);
        MemorySegment pixels = image.get(POINTER, DATA_AT).reinterpret(lineBytes * height);
        ImageData data = new ImageData(width, height, 24, new PaletteData(0xff0000, 0xff00, 0xff), 1,
                new byte[3 * width * height]);
        int[] line = new int[width];
        for (int y = 0; y < height; y++) {
            MemorySegment.copy(pixels, ValueLayout.JAVA_INT, y * lineBytes, line, 0, width);
            for (int x = 0; x < width; x++) {
                line[x] &= 0xffffff;
            }
            data.setPixels(0, y, width, line, 0);
        }
        return data;
    }

    private static MethodHandle function(String name, FunctionDescriptor kind) {
        return Linker.nativeLinker().downcallHandle(X.findOrThrow(name), kind);
    }
}
