package org.reelbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.product.Program.Result;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** {@code reelbench probe}, {@code new} and {@code render} on media of another machine, which is this one here. */
class RemoteMediaIT {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

    @TempDir
    private Path folder;
    private final AtomicLong sentBytes = new AtomicLong();
    private HttpServer server;
    private String address;
    private String host;

    @BeforeEach
    void serve() throws Exception {
        Path video = DemoFilm.video();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/city.mp4", exchange -> answer(exchange, video));
        server.start();
        host = "127.0.0.1:" + server.getAddress().getPort();
        address = "http://" + host + "/city.mp4";
    }

    private void answer(HttpExchange exchange, Path video) throws IOException {
        Matcher range = RANGE.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Range")));
        try (exchange; RandomAccessFile file = new RandomAccessFile(video.toFile(), "r")) {
            if (!range.matches()) {
                exchange.sendResponseHeaders(400, -1);
                return;
            }
            long first = Long.parseLong(range.group(1));
            long last = Math.min(Long.parseLong(range.group(2)), file.length() - 1);
            byte[] bytes = new byte[(int) (last - first + 1)];
            file.seek(first);
            file.readFully(bytes);
            exchange.getResponseHeaders().set("Content-Range", "bytes " + first + "-" + last + "/" + file.length());
            exchange.getResponseHeaders().set("ETag", "\"city\"");
            exchange.sendResponseHeaders(206, bytes.length);
            exchange.getResponseBody().write(bytes);
            sentBytes.addAndGet(bytes.length);
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Result run(Map<String, String> more, String... arguments) throws Exception {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        return Program.run(folder, environment, arguments);
    }

    @Test
    void nothingIsAskedBeforeItIsAllowed() throws Exception {
        Result refused = run(Map.of(), "probe", address);
        assertEquals(3, refused.exitCode());
        assertEquals(1, refused.errorLines().size(), refused.err());
        assertTrue(refused.err().contains("--allow-host " + host), refused.err());
        assertEquals(0, sentBytes.get());

        Result allowed = run(Map.of(), "probe", "--allow-host", host, address);
        assertEquals(0, allowed.exitCode(), allowed.err());
        Result local = run(Map.of(), "probe", DemoFilm.video().toString());
        assertEquals(local.out().replace(DemoFilm.video().toString(), address), allowed.out());
    }

    @Test
    void aFilmIsRenderedOfThemAndWhatWasFetchedIsKept() throws Exception {
        Map<String, String> allowed = Map.of("REELBENCH_ALLOW_HOSTS", host);
        Result made = run(allowed, "new", "film.reel", "--size", "320x180", "--video", address, "--audio", address);
        assertEquals(0, made.exitCode(), made.err());
        assertTrue(Files.readString(folder.resolve("film.reel")).contains("\"" + address + "\""));
        String[] render = { "render", "film.reel", "-o", "film.mp4", "--range", "0s", "1s", "--overwrite", "--json" };
        Result rendered = run(allowed, render);
        assertEquals(0, rendered.exitCode(), rendered.err());
        long fetched = sentBytes.get();
        assertTrue(fetched <= Files.size(DemoFilm.video()) + 100, fetched + " bytes were fetched");

        Files.delete(folder.resolve("film.mp4"));
        Result again = run(Map.of(), "render", "film.reel", "-o", "film.mp4", "--range", "0s", "1s", "--allow-host", host);
        assertEquals(0, again.exitCode(), again.err());
        long more = sentBytes.get() - fetched;
        assertTrue(more < 100, "only its version is asked for, not " + more + " bytes");

        server.stop(0);
        Result offline = run(allowed, render);
        assertEquals(3, offline.exitCode());
        assertTrue(offline.err().contains(address), offline.err());
    }
}
