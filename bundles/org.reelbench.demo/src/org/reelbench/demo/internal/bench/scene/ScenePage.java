package org.reelbench.demo.internal.bench.scene;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * The page that shows the film, and what the old way asks for: pieces of the file as base64 within JSON, one call after the other,
 * the file opened for each. The page begins when it is allowed to, and tells when the first frame is on the screen. For every
 * thread; closing ends the server.
 */
final class ScenePage implements AutoCloseable {

    private static final int PIECE_BYTES = 1 << 20;

    private static final String PAGE = """
            <!doctype html><meta charset="utf-8"><title>Scene</title><video muted autoplay width="960"></video><script>
            const query = new URLSearchParams(location.search), video = document.querySelector('video');
            const bytes = text => Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
            async function inPieces(count) {
                const pieces = [];
                for (let index = 0; index < count; index++) {
                    pieces.push(bytes((await (await fetch('piece?' + index)).json()).data));
                }
                return URL.createObjectURL(new Blob(pieces, {type: 'video/mp4'}));
            }
            async function show() {
                await fetch('begin');
                const start = performance.now();
                video.requestVideoFrameCallback(() => fetch('painted?' + (performance.now() - start)));
                video.onerror = () => fetch('painted?' + encodeURIComponent(video.error.message));
                video.crossOrigin = 'anonymous';
                video.src = query.has('pieces') ? await inPieces(Number(query.get('pieces'))) : query.get('media');
            }
            show().catch(failure => fetch('painted?' + encodeURIComponent(failure)));
            </script>
            """;

    private final Path film;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Visit visit = new Visit();

    /** One showing: the page has loaded; it may begin; what it told in the end. */
    static final class Visit {

        final CompletableFuture<Void> loaded = new CompletableFuture<>();
        final CompletableFuture<Void> allowed = new CompletableFuture<>();
        final CompletableFuture<String> painted = new CompletableFuture<>();
    }

    /** Starts the server on a free port of this machine alone. */
    ScenePage(Path film) throws IOException {
        this.film = film;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, 404, "text/plain", ""));
        server.createContext("/page", exchange -> answer(exchange, 200, "text/html", PAGE));
        server.createContext("/piece", exchange -> answer(exchange, 200, "application/json",
                "{\"data\":\"" + piece(Integer.parseInt(exchange.getRequestURI().getQuery())) + "\"}"));
        server.createContext("/begin", exchange -> {
            Visit current = visit;
            current.loaded.complete(null);
            current.allowed.join();
            answer(exchange, 200, "text/plain", "");
        });
        server.createContext("/painted", exchange -> {
            visit.painted.complete(exchange.getRequestURI().getQuery());
            answer(exchange, 200, "text/plain", "");
        });
        server.start();
    }

    /** Where it is, as browsers name it in the field {@code Origin}. */
    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Begins another showing. */
    Visit next() {
        Visit next = new Visit();
        visit = next;
        return next;
    }

    /** The page that plays a film by its address. */
    URI ofMedia(URI media) {
        return URI.create(origin() + "/page?media=" + URLEncoder.encode(media.toString(), StandardCharsets.UTF_8));
    }

    /** The page that fetches all pieces first. */
    URI ofPieces() throws IOException {
        return URI.create(origin() + "/page?pieces=" + (Files.size(film) + PIECE_BYTES - 1) / PIECE_BYTES);
    }

    private String piece(int index) throws IOException {
        try (FileChannel channel = FileChannel.open(film)) {
            long position = (long) index * PIECE_BYTES;
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(PIECE_BYTES, channel.size() - position));
            while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) >= 0) {
                // More of it.
            }
            return Base64.getEncoder().encodeToString(bytes.array());
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        visit.allowed.complete(null);
        server.stop(0);
        threads.close();
    }
}
