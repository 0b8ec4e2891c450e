package org.reelbench.capture.ffmpeg.internal.x11;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * A connection to an X server: one request, one answer.
 * <p>
 * One thread at a time. Whoever opened it closes it. A server that is silent for some seconds counts as broken.
 */
final class X11Connection implements AutoCloseable {

    private static final int FIRST_PORT = 6000;
    private static final int MAJOR_VERSION = 11;
    private static final int ANSWER_BYTES = 32;
    private static final int WORD_BYTES = 4;
    /** Larger than any answer to what is asked here; a cursor of 512 x 512 has a million bytes. */
    private static final int MAX_ANSWER_BYTES = 64 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int ERROR = 0;
    private static final int ANSWER = 1;
    private static final int BAD_ACCESS = 10;

    private final DisplayName name;
    private final SocketChannel channel;
    private final Selector selector;
    private final ByteBuffer greeting;

    private X11Connection(DisplayName name, SocketChannel channel, Selector selector, byte[] cookie) throws IOException {
        this.name = name;
        this.channel = channel;
        this.selector = selector;
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ);
        this.greeting = greet(cookie);
    }

    /**
     * Opens a connection.
     *
     * @param name the display
     * @param environment where the cookies are
     * @return the connection
     * @throws X11Exception if nobody answers there or we are not let in
     */
    static X11Connection open(DisplayName name, Map<String, String> environment) throws X11Exception {
        SocketAddress address = name.remote()
                ? new InetSocketAddress(name.host(), FIRST_PORT + name.display())
                : UnixDomainSocketAddress.of("/tmp/.X11-unix/X" + name.display());
        SocketChannel channel = null;
        Selector selector = null;
        boolean opened = false;
        try {
            channel = SocketChannel.open(address);
            selector = Selector.open();
            X11Connection connection = new X11Connection(name, channel, selector, MagicCookie.of(name, environment));
            opened = true;
            return connection;
        } catch (X11Exception e) {
            throw e;
        } catch (IOException | java.nio.channels.UnresolvedAddressException e) {
            throw new X11Exception(X11Exception.Reason.NO_SERVER, "no X server answers at " + name + " (" + e.getMessage() + ")",
                    e);
        } finally {
            if (!opened) {
                closeQuietly(channel, selector);
            }
        }
    }

    private static void closeQuietly(AutoCloseable... opened) {
        for (AutoCloseable one : opened) {
            try {
                if (one != null) {
                    one.close();
                }
            } catch (Exception e) {
                org.slf4j.LoggerFactory.getLogger(X11Connection.class).debug("A connection to an X server is not closed", e);
            }
        }
    }

    /** What the server said of itself when we came in, from behind the lengths. */
    ByteBuffer greeting() {
        return greeting.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    DisplayName name() {
        return name;
    }

    /**
     * Begins a request; its length is filled in when it is asked.
     *
     * @param opcode what is asked
     * @param data the request's second byte
     * @param bytes how long the rest is, a multiple of 4
     * @return the request, to be filled
     */
    static ByteBuffer request(int opcode, int data, int bytes) {
        return ByteBuffer.allocate(WORD_BYTES + bytes).order(ByteOrder.LITTLE_ENDIAN).put((byte) opcode).put((byte) data)
                .putShort((short) (1 + bytes / WORD_BYTES));
    }

    /**
     * Asks, and waits for the answer.
     *
     * @param request the request
     * @return the whole answer
     * @throws X11Exception if the server refuses, or the connection breaks
     */
    ByteBuffer ask(ByteBuffer request) throws X11Exception {
        try {
            write(request.flip());
            while (true) {
                ByteBuffer head = read(ANSWER_BYTES);
                int kind = head.get(0);
                if (kind == ERROR) {
                    int code = head.get(1);
                    throw new X11Exception(
                            code == BAD_ACCESS ? X11Exception.Reason.NO_PERMISSION : X11Exception.Reason.GONE,
                            "the X server refuses (error " + code + ")");
                }
                if (kind == ANSWER) {
                    return with(head, head.getInt(WORD_BYTES));
                }
                // Anything else is an event that every client gets, such as a changed keyboard.
            }
        } catch (X11Exception e) {
            throw e;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private ByteBuffer with(ByteBuffer head, int moreWords) throws IOException {
        long more = Integer.toUnsignedLong(moreWords) * WORD_BYTES;
        if (more > MAX_ANSWER_BYTES) {
            throw new IOException("an answer of " + more + " bytes");
        }
        ByteBuffer whole = ByteBuffer.allocate(head.capacity() + (int) more).order(ByteOrder.LITTLE_ENDIAN);
        whole.put(head);
        whole.put(read((int) more));
        return whole.flip();
    }

    private ByteBuffer greet(byte[] cookie) throws IOException {
        byte[] protocol = cookie.length == 0 ? cookie : MagicCookie.PROTOCOL.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer hello = ByteBuffer.allocate(12 + padded(protocol.length) + padded(cookie.length))
                .order(ByteOrder.LITTLE_ENDIAN);
        hello.put((byte) 'l').put((byte) 0).putShort((short) MAJOR_VERSION).putShort((short) 0);
        hello.putShort((short) protocol.length).putShort((short) cookie.length).putShort((short) 0);
        hello.put(protocol).position(12 + padded(protocol.length)).put(cookie).position(hello.capacity());
        write(hello.flip());
        ByteBuffer head = read(2 * WORD_BYTES);
        ByteBuffer rest = read(Short.toUnsignedInt(head.getShort(6)) * WORD_BYTES);
        if (head.get(0) != ANSWER) {
            int length = Math.min(Byte.toUnsignedInt(head.get(1)), rest.remaining());
            String why = new String(rest.array(), 0, length, StandardCharsets.US_ASCII).strip();
            throw new X11Exception(X11Exception.Reason.NO_PERMISSION,
                    "the X server " + name + " does not let this user in" + (why.isEmpty() ? "" : " (" + why + ")"));
        }
        return rest;
    }

    static int padded(int bytes) {
        return Math.ceilDiv(bytes, WORD_BYTES) * WORD_BYTES;
    }

    /** What is asked is some dozens of bytes, which a socket takes at once; else it takes them as soon as it can. */
    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.write(bytes) == 0) {
                Thread.onSpinWait();
            }
        }
    }

    private ByteBuffer read(int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            int got = channel.read(bytes);
            if (got < 0) {
                throw new EOFException("the server hung up");
            }
            if (got == 0 && selector.select(PATIENCE.toMillis()) == 0) {
                throw new IOException("the server is silent");
            }
            selector.selectedKeys().clear();
        }
        return bytes.flip();
    }

    private X11Exception broken(IOException e) {
        return new X11Exception(X11Exception.Reason.BROKEN,
                "the connection to the X server " + name + " broke (" + e.getMessage() + ")", e);
    }

    @Override
    public void close() {
        closeQuietly(channel, selector);
    }
}
