package org.reelbench.media.ffmpeg.internal.read;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A file and an address that hostile media name, and that nobody must touch. The file is a named pipe: opening it for writing
 * returns only when somebody opens it for reading, so one look at it is enough to be seen.
 */
final class Canary implements AutoCloseable {

    private final Path file;
    private final ServerSocket server;
    private final Future<?> pipe;
    private final Future<?> door;
    private final AtomicInteger touched = new AtomicInteger();
    private volatile boolean closing;

    private Canary(Path file) throws IOException {
        this.file = file;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        pipe = Media.THREADS.begin(() -> {
            try (OutputStream _ = new FileOutputStream(file.toFile())) {
                return closing ? 0 : touched.incrementAndGet();
            }
        });
        door = Media.THREADS.begin(() -> {
            try (Socket _ = server.accept()) {
                return touched.incrementAndGet();
            } catch (IOException e) {
                // closed without a visitor
                return 0;
            }
        });
    }

    static Canary in(Path folder) throws Exception {
        Path file = folder.resolve("canary.ts");
        if (new ProcessBuilder("mkfifo", file.toString()).start().waitFor() != 0) {
            throw new IOException("no pipe at " + file);
        }
        return new Canary(file);
    }

    /** A path that must not be opened. */
    String file() {
        return file.toString();
    }

    /** An address that must not be asked. */
    String address() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/canary.ts";
    }

    /** How often somebody came, as far as seen until the watch is ended. */
    int touched() throws Exception {
        close();
        door.get(30, TimeUnit.SECONDS);
        return touched.get();
    }

    @Override
    public void close() throws IOException {
        if (!closing) {
            closing = true;
            server.close();
            // Both ends at once: that does not wait, and lets the one who waits go.
            try (RandomAccessFile _ = new RandomAccessFile(file.toFile(), "rw")) {
                pipe.get(30, TimeUnit.SECONDS);
            } catch (ExecutionException | InterruptedException | TimeoutException e) {
                throw new IOException(e);
            }
            Files.deleteIfExists(file);
        }
    }
}
