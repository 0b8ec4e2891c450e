package org.reelbench.it;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;

/**
 * A screen in memory, by the program Xvfb, to paint on and to move a pointer over. It speaks the few words of the X protocol that this
 * takes; tests are skipped where Xvfb is not installed.
 */
final class TestScreen implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/Xvfb");
    private static final int DEPTH = 24;
    private static final int MAX_REQUEST_BYTES = 200_000;
    private static final int ERROR = 0;
    private static final int ANSWER = 1;
    private static final int QUERY_POINTER = 38;
    private static final int WARP_POINTER = 41;
    private static final int CREATE_PIXMAP = 53;
    private static final int FREE_PIXMAP = 54;
    private static final int CREATE_GC = 55;
    private static final int COPY_AREA = 62;
    private static final int PUT_IMAGE = 72;

    private final Process server;
    private final String name;
    private final SocketChannel channel;
    private final int root;
    private final int graphics;
    private int nextId;

    private TestScreen(Process server, String name) throws IOException {
        this.server = server;
        this.name = name;
        this.channel = SocketChannel.open(UnixDomainSocketAddress.of("/tmp/.X11-unix/X" + name.substring(1)));
        channel.write(request(12).put((byte) 'l').put((byte) 0).putShort((short) 11).position(12).flip());
        ByteBuffer said = read(Short.toUnsignedInt(read(8).getShort(6)) * 4);
        int vendorBytes = (Short.toUnsignedInt(said.getShort(16)) + 3) / 4 * 4;
        this.root = said.getInt(32 + vendorBytes + 8 * said.get(21));
        this.nextId = said.getInt(4);
        this.graphics = nextId++;
        tell(head(CREATE_GC, 0, 12).putInt(graphics).putInt(root).putInt(0));
    }

    static TestScreen start(int widthPx, int heightPx) throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "Xvfb is not installed: no screen is recorded");
        Process server = new ProcessBuilder(PROGRAM.toString(), "-displayfd", "1", "-screen", "0",
                widthPx + "x" + heightPx + "x" + DEPTH, "-nolisten", "tcp").redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader said = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII));
        String number = said.readLine();
        if (number == null) {
            throw new IOException("Xvfb does not start");
        }
        return new TestScreen(server, ":" + number.strip());
    }

    /** What programs are told in the variable DISPLAY. */
    String name() {
        return name;
    }

    void movePointer(int xPx, int yPx) throws IOException {
        tell(head(WARP_POINTER, 0, 20).putInt(0).putInt(root).putInt(0).putInt(0).putShort((short) xPx).putShort((short) yPx));
    }

    /** Puts a picture of 0xRRGGBB pixels into the upper left corner, at once: nobody sees half of it. */
    void paint(int widthPx, int heightPx, int[] pixels) throws IOException {
        int pixmap = nextId++;
        tell(head(CREATE_PIXMAP, DEPTH, 12).putInt(pixmap).putInt(root).putShort((short) widthPx).putShort((short) heightPx));
        int rows = MAX_REQUEST_BYTES / (widthPx * Integer.BYTES);
        for (int row = 0; row < heightPx; row += rows) {
            int count = Math.min(rows, heightPx - row);
            ByteBuffer image = head(PUT_IMAGE, 2, 20 + count * widthPx * Integer.BYTES).putInt(pixmap).putInt(graphics)
                    .putShort((short) widthPx).putShort((short) count).putShort((short) 0).putShort((short) row).put((byte) 0)
                    .put((byte) DEPTH).putShort((short) 0);
            image.slice().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().put(pixels, row * widthPx, count * widthPx);
            tell(image.position(image.capacity()));
        }
        tell(head(COPY_AREA, 0, 24).putInt(pixmap).putInt(root).putInt(graphics).putInt(0).putInt(0).putShort((short) widthPx)
                .putShort((short) heightPx));
        tell(head(FREE_PIXMAP, 0, 4).putInt(pixmap));
    }

    /** Sends what has no answer, and a question after it, so that it is done when this returns. */
    private void tell(ByteBuffer request) throws IOException {
        write(request.flip());
        write(head(QUERY_POINTER, 0, 4).putInt(root).flip());
        int kind;
        do {
            // What is neither is an event, such as that copying has uncovered nothing.
            kind = read(32).get(0);
        } while (kind != ERROR && kind != ANSWER);
        if (kind == ERROR) {
            throw new IOException("the X server refuses");
        }
    }

    private static ByteBuffer head(int opcode, int data, int bytes) {
        return request(4 + bytes).put((byte) opcode).put((byte) data).putShort((short) (1 + bytes / 4));
    }

    private static ByteBuffer request(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private ByteBuffer read(int count) throws IOException {
        ByteBuffer bytes = request(count);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException("the X server hung up");
            }
        }
        return bytes.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        server.destroy();
        try {
            if (!server.waitFor(1, TimeUnit.MINUTES)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException e) {
            server.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
