package org.reelbench.remote.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A server on the loopback interface with one medium, whose bytes are computed, and with as many faults as a test asks for. */
final class MediaServer implements AutoCloseable {

    static final int OK = 200;
    static final int PARTIAL = 206;
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");
    private static final int PIECE_BYTES = 64 * 1024;

    /** How a request is answered. */
    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange, long first, long last) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Answer> next = new ConcurrentLinkedQueue<>();
    private final AtomicLong sentBytes = new AtomicLong();
    private final Semaphore seen = new Semaphore(0);
    final List<String> requests = new CopyOnWriteArrayList<>();
    volatile long sizeBytes;
    volatile int seed = 1;
    volatile String tag = "\"v1\"";
    volatile String modified = "Sat, 21 Nov 2026 09:00:00 GMT";
    /** Answers all requests for which {@link #next} has nothing. */
    volatile Answer always = this::range;

    MediaServer(long sizeBytes) throws IOException {
        this.sizeBytes = sizeBytes;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Gives the next requests these answers. */
    void next(Answer... answers) {
        next.addAll(List.of(answers));
    }

    /** Waits until so many requests have come since the start: a client that has given one up is ahead of the server. */
    void awaitRequests(int count) throws InterruptedException {
        if (!seen.tryAcquire(count, 1, TimeUnit.MINUTES)) {
            throw new AssertionError(requests.size() + " of " + count + " requests have come: " + requests);
        }
        seen.release(count);
    }

    long sentBytes() {
        return sentBytes.get();
    }

    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    URI uri(String pathAndQuery) {
        return URI.create("http://" + host() + pathAndQuery);
    }

    static byte byteAt(int seed, long position) {
        return (byte) ((position * 0x9E3779B97F4A7C15L + seed) >>> 40);
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            String range = exchange.getRequestHeaders().getFirst("Range");
            requests.add(exchange.getRequestURI() + " " + range);
            seen.release();
            Matcher matcher = RANGE.matcher(String.valueOf(range));
            if (!matcher.matches()) {
                exchange.sendResponseHeaders(400, -1);
                return;
            }
            Answer answer = next.poll();
            (answer == null ? always : answer).to(exchange, Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
        } catch (IOException e) {
            // The client hung up, as some tests make it do.
        }
    }

    /** A right answer. */
    void range(HttpExchange exchange, long first, long last) throws IOException {
        if (first >= sizeBytes) {
            exchange.getResponseHeaders().set("Content-Range", "bytes */" + sizeBytes);
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        String condition = exchange.getRequestHeaders().getFirst("If-Range");
        if (condition != null && !condition.equals(tag)) {
            whole(exchange, first, last);
            return;
        }
        long end = Math.min(last, sizeBytes - 1);
        body(exchange, PARTIAL, first, end, end - first + 1);
    }

    /** The answer of a server that knows no ranges. */
    void whole(HttpExchange exchange, long first, long last) throws IOException {
        body(exchange, OK, 0, sizeBytes - 1, sizeBytes);
    }

    /** An answer with some of the bytes it announces. */
    void body(HttpExchange exchange, int status, long first, long last, long count) throws IOException {
        if (status == PARTIAL && !exchange.getResponseHeaders().containsKey("Content-Range")) {
            exchange.getResponseHeaders().set("Content-Range", "bytes " + first + "-" + last + "/" + sizeBytes);
        }
        if (!tag.isEmpty()) {
            exchange.getResponseHeaders().set("ETag", tag);
        }
        if (!modified.isEmpty()) {
            exchange.getResponseHeaders().set("Last-Modified", modified);
        }
        exchange.sendResponseHeaders(status, last - first + 1);
        OutputStream out = exchange.getResponseBody();
        for (long position = first; position < first + count; position += PIECE_BYTES) {
            byte[] piece = new byte[(int) Math.min(PIECE_BYTES, first + count - position)];
            for (int i = 0; i < piece.length; i++) {
                piece[i] = byteAt(seed, position + i);
            }
            out.write(piece);
            sentBytes.addAndGet(piece.length);
        }
        out.flush();
    }

    /** An answer without a body. */
    static Answer status(int status) {
        return (exchange, _, _) -> exchange.sendResponseHeaders(status, -1);
    }

    /** An answer that leads elsewhere. */
    static Answer redirect(String location) {
        return (exchange, _, _) -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(302, -1);
        };
    }

    /** No answer: the connection ends. */
    static Answer drop() {
        return (_, _, _) -> {
            throw new IOException("dropped");
        };
    }

    /** An answer that changes a field of the right one. */
    Answer with(String field, String value) {
        return (exchange, first, last) -> {
            exchange.getResponseHeaders().set(field, value);
            range(exchange, first, last);
        };
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
                throw new UncheckedIOException(new IOException("the server's threads do not end"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
