package org.reelbench.capture.ffmpeg.internal.x11;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** Paints on a screen, opens windows on it and moves its pointer, so that tests know what is there to be seen. */
public final class ScreenPainter implements AutoCloseable {

    private static final int CREATE_WINDOW = 1;
    private static final int DESTROY_WINDOW = 4;
    private static final int MAP_WINDOW = 8;
    private static final int CHANGE_PROPERTY = 18;
    private static final int QUERY_POINTER = 38;
    private static final int WARP_POINTER = 41;
    private static final int CREATE_PIXMAP = 53;
    private static final int CREATE_GC = 55;
    private static final int FREE_PIXMAP = 54;
    private static final int COPY_AREA = 62;
    private static final int PUT_IMAGE = 72;
    private static final int FORCE_SCREEN_SAVER = 115;
    private static final int RANDR_SET_MONITOR = 43;

    private static final int WM_NAME = 39;
    private static final int STRING = 31;
    private static final int INPUT_OUTPUT = 1;
    private static final int OVERRIDE_REDIRECT = 0x200;
    private static final int MAX_REQUEST_BYTES = 200_000;

    private final X11Connection connection;
    private final Screen screen;
    private final int graphics;
    private int nextId;

    private ScreenPainter(X11Connection connection) throws X11Exception {
        this.connection = connection;
        this.screen = Screen.of(connection.greeting(), connection.name());
        this.nextId = connection.greeting().getInt(4);
        this.graphics = nextId++;
        tell(X11Connection.request(CREATE_GC, 0, 12).putInt(graphics).putInt(screen.root()).putInt(0));
    }

    public static ScreenPainter open(VirtualScreen screen) throws X11Exception {
        return new ScreenPainter(X11Connection.open(DisplayName.of(screen.name()), Map.of()));
    }

    public int root() {
        return screen.root();
    }

    /** Opens a window without frame. */
    public int window(String title, Area area) throws X11Exception {
        int id = nextId++;
        tell(X11Connection.request(CREATE_WINDOW, 0, 32).putInt(id).putInt(screen.root()).putShort((short) area.xPx())
                .putShort((short) area.yPx()).putShort((short) area.widthPx()).putShort((short) area.heightPx())
                .putShort((short) 0)
                .putShort((short) INPUT_OUTPUT).putInt(0).putInt(OVERRIDE_REDIRECT).putInt(1));
        byte[] text = title.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer named = X11Connection.request(CHANGE_PROPERTY, 0, 20 + X11Connection.padded(text.length)).putInt(id)
                .putInt(WM_NAME).putInt(STRING).putInt(Byte.SIZE).putInt(text.length).put(text);
        tell(named.position(named.capacity()));
        tell(X11Connection.request(MAP_WINDOW, 0, 4).putInt(id));
        return id;
    }

    public void destroy(int window) throws X11Exception {
        tell(X11Connection.request(DESTROY_WINDOW, 0, 4).putInt(window));
    }

    public void movePointer(int xPx, int yPx) throws X11Exception {
        tell(X11Connection.request(WARP_POINTER, 0, 20).putInt(0).putInt(screen.root()).putInt(0).putInt(0)
                .putShort((short) xPx).putShort((short) yPx));
    }

    /** Lets the screen saver cover the screen, as it does where nobody is at the machine, or takes it away. */
    public void saver(boolean on) throws X11Exception {
        tell(X11Connection.request(FORCE_SCREEN_SAVER, on ? 1 : 0, 0));
    }

    /** Calls a part of the screen a monitor of that name. */
    public void monitor(String name, Area area) throws X11Exception {
        int randr = Objects.requireNonNull(Extensions.of(connection).get(Extensions.RANDR));
        tell(X11Connection.request(randr, RANDR_SET_MONITOR, 28).putInt(screen.root()).putInt(Atoms.atom(connection, name))
                .put((byte) 1).put((byte) 0).putShort((short) 0).putShort((short) area.xPx()).putShort((short) area.yPx())
                .putShort((short) area.widthPx()).putShort((short) area.heightPx()).putInt(area.widthPx())
                .putInt(area.heightPx()));
    }

    /** Puts a picture of 0xRRGGBB pixels on a window or the root, at once: nobody sees half of it. */
    public void paint(int drawable, Area area, int[] pixels) throws X11Exception {
        int pixmap = nextId++;
        tell(X11Connection.request(CREATE_PIXMAP, screen.depthBits(), 12).putInt(pixmap).putInt(screen.root())
                .putShort((short) area.widthPx()).putShort((short) area.heightPx()));
        int rowBytes = area.widthPx() * Integer.BYTES;
        int rows = MAX_REQUEST_BYTES / rowBytes;
        for (int row = 0; row < area.heightPx(); row += rows) {
            int count = Math.min(rows, area.heightPx() - row);
            ByteBuffer image = X11Connection.request(PUT_IMAGE, 2, 20 + count * rowBytes).putInt(pixmap).putInt(graphics)
                    .putShort((short) area.widthPx()).putShort((short) count).putShort((short) 0).putShort((short) row)
                    .put((byte) 0).put((byte) screen.depthBits()).putShort((short) 0);
            image.slice().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().put(pixels, row * area.widthPx(),
                    count * area.widthPx());
            tell(image.position(image.capacity()));
        }
        tell(X11Connection.request(COPY_AREA, 0, 24).putInt(pixmap).putInt(drawable).putInt(graphics).putInt(0)
                .putShort((short) area.xPx()).putShort((short) area.yPx()).putShort((short) area.widthPx())
                .putShort((short) area.heightPx()));
        tell(X11Connection.request(FREE_PIXMAP, 0, 4).putInt(pixmap));
    }

    /** Sends what has no answer, and a question after it, so that it is done when this returns. */
    private void tell(ByteBuffer request) throws X11Exception {
        ByteBuffer question = X11Connection.request(QUERY_POINTER, 0, 4).putInt(screen.root());
        connection.ask(ByteBuffer.allocate(request.position() + question.capacity()).order(ByteOrder.LITTLE_ENDIAN)
                .put(request.flip()).put(question.flip()));
    }

    @Override
    public void close() {
        connection.close();
    }
}
