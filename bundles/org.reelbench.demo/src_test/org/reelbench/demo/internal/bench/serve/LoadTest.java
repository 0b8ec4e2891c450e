package org.reelbench.demo.internal.bench.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;

class LoadTest {

    private static final int SIZE = 3 << 20;
    private static final Body RANGES = Body.ALL.getFirst();
    private static final long LONG_NS = TimeUnit.MINUTES.toNanos(5);

    private final byte[] bytes = new byte[SIZE];
    private final Path file;
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Cancellation cancellation = new Cancellation();
    private final AtomicInteger answers = new AtomicInteger();

    LoadTest(@TempDir Path folder) throws IOException {
        new Random(3).nextBytes(bytes);
        file = Files.write(folder.resolve("film.mp4"), bytes);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        threads.close();
    }

    /** Answers every request for a range, with the last byte as wrong as asked for. */
    private URI serve(int status, int wrongBytes) {
        threads.submit(() -> {
            while (true) {
                Socket socket = server.accept();
                threads.submit(() -> answer(socket, status, wrongBytes));
            }
        });
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/film.mp4");
    }

    private @Nullable Void answer(Socket socket, int status, int wrongBytes) throws IOException {
        try (socket; BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream()))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.startsWith("Range: bytes=")) {
                    continue;
                }
                String[] range = line.substring("Range: bytes=".length()).split("-");
                byte[] part = Arrays.copyOfRange(bytes, Integer.parseInt(range[0]), Integer.parseInt(range[1]) + 1);
                part[part.length - 1] += (byte) wrongBytes;
                OutputStream out = socket.getOutputStream();
                out.write(("HTTP/1.1 " + status + " x\r\nContent-Length: " + part.length + "\r\n\r\n").getBytes());
                out.write(part);
                // The run is over when there is something to look at, however slow the machine is.
                if (answers.incrementAndGet() == 20) {
                    cancellation.cancel();
                }
            }
        }
        return null;
    }

    private void read(URI uri) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            new Load(RANGES, 4, SIZE, LONG_NS).run(uri, 1, BenchFile.compare(file, arena), () -> {
                // Nothing to measure.
            }, cancellation);
        }
    }

    @Test
    void connectionsAskAgainAndAgainAndEveryByteIsCompared() {
        URI uri = serve(206, 0);
        assertThrows(CancelledException.class, () -> read(uri));
        assertTrue(answers.get() >= 20);
    }

    @Test
    void aWrongByteEndsTheRun() {
        URI uri = serve(206, 1);
        assertTrue(assertThrows(IOException.class, () -> read(uri)).getMessage().contains("wrong bytes"));
    }

    @Test
    void anotherStatusEndsTheRun() {
        URI uri = serve(200, 0);
        assertTrue(assertThrows(IOException.class, () -> read(uri)).getMessage().contains("unexpected"));
    }

    @Test
    void theSameSeedAsksForTheSameRangesInsideTheFile() {
        Random one = new Random(5);
        Random other = new Random(5);
        for (int i = 0; i < 100; i++) {
            long start = RANGES.nextStart(SIZE, one);
            assertEquals(start, RANGES.nextStart(SIZE, other));
            assertTrue(start >= 0 && start + RANGES.rangeBytes() <= SIZE);
        }
    }
}
