package org.reelbench.demo.internal.bench.serve;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One connection of the client: asks, takes what comes, asks again. It keeps only heads of answers; bodies go to whoever looks at
 * them and are forgotten. One thread.
 */
final class Reader implements AutoCloseable {

    private static final Pattern HEAD = Pattern.compile("HTTP/1\\.1 (\\d+) .*?\r\ncontent-length: *(\\d+)\r\n",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final int MOST_HEAD_BYTES = 8192;

    private final SocketChannel channel;
    private final URI uri;
    private final Body body;
    private final long fileBytes;
    private final Random random;
    private final Check check;
    private final StringBuilder head = new StringBuilder();

    private long position;
    private long leftBytes = -1;
    private long receivedBytes;
    private long answers;

    /** Looks at what was received. */
    @FunctionalInterface
    interface Check {

        /** Fails if these are not the bytes of the file from a position on. */
        void look(long position, ByteBuffer bytes) throws IOException;
    }

    Reader(URI uri, Body body, long fileBytes, Random random, Check check) throws IOException {
        this.uri = uri;
        this.body = body;
        this.fileBytes = fileBytes;
        this.random = random;
        this.check = check;
        this.channel = SocketChannel.open(new InetSocketAddress(uri.getHost(), uri.getPort()));
        channel.configureBlocking(false);
        ask();
    }

    SocketChannel channel() {
        return channel;
    }

    /** How many bytes of bodies have come. */
    long receivedBytes() {
        return receivedBytes;
    }

    /** How many answers were complete. */
    long answers() {
        return answers;
    }

    private void ask() throws IOException {
        position = body.nextStart(fileBytes, random);
        ByteBuffer request = StandardCharsets.ISO_8859_1.encode("GET " + uri.getRawPath() + " HTTP/1.1\r\nHost: "
                + uri.getAuthority() + "\r\n" + body.field(position) + "\r\n");
        while (request.hasRemaining()) {
            channel.write(request);
        }
    }

    /** Takes what is there, no more than the buffer holds. */
    void read(ByteBuffer buffer) throws IOException {
        buffer.clear();
        if (channel.read(buffer) < 0) {
            throw new EOFException("the server ended the connection after " + answers + " answers");
        }
        buffer.flip();
        while (buffer.hasRemaining()) {
            if (leftBytes < 0) {
                readHead(buffer);
            } else {
                readBody(buffer);
            }
        }
    }

    private void readHead(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            head.append((char) (buffer.get() & 0xff));
            int length = head.length();
            if (length >= 4 && head.charAt(length - 1) == '\n' && head.charAt(length - 3) == '\n') {
                Matcher matcher = HEAD.matcher(head);
                if (!matcher.find() || Integer.parseInt(matcher.group(1)) != body.status()
                        || Long.parseLong(matcher.group(2)) != body.lengthBytes(fileBytes)) {
                    throw new IOException("an unexpected answer: " + head.toString().lines().findFirst().orElse(""));
                }
                leftBytes = Long.parseLong(matcher.group(2));
                head.setLength(0);
                return;
            }
            if (length > MOST_HEAD_BYTES) {
                throw new IOException("the head of an answer does not end");
            }
        }
    }

    private void readBody(ByteBuffer buffer) throws IOException {
        int count = (int) Math.min(leftBytes, buffer.remaining());
        check.look(position, buffer.slice(buffer.position(), count));
        buffer.position(buffer.position() + count);
        position += count;
        leftBytes -= count;
        receivedBytes += count;
        if (leftBytes == 0) {
            leftBytes = -1;
            answers++;
            ask();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
