package org.reelbench.demo.internal.bench.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.reelbench.media.Cancellation;

/**
 * The client: some connections on one thread, each of which asks for the next body when it has one. It receives every byte into
 * one buffer, as a player would, and does nothing with it: so its cost is the system's for receiving.
 *
 * @param body what is asked for
 * @param connections on how many connections
 * @param fileBytes the size of the file
 * @param durationNs for how long
 */
record Load(Body body, int connections, long fileBytes, long durationNs) {

    private static final int BUFFER_BYTES = 256 << 10;
    private static final long TICK_NS = TimeUnit.MILLISECONDS.toNanos(100);

    /** Nothing comes for so long: the server hangs. */
    private static final long HANG_MS = 30_000;

    /** Nobody looks at what comes. */
    static final Reader.Check UNSEEN = (_, _) -> {
        // Received is enough.
    };

    /**
     * What came.
     *
     * @param bytes of bodies
     * @param answers that were complete
     * @param seconds how long it took
     */
    record Received(long bytes, long answers, double seconds) {
    }

    /**
     * Reads from a server.
     *
     * @param uri the file's address
     * @param seed chooses the ranges, so that two servers are asked the same
     * @param check looks at what comes
     * @param tick called several times a second
     * @param cancellation ends it
     * @return what came
     * @throws IOException if the server does not answer as it should
     */
    Received run(URI uri, long seed, Reader.Check check, Runnable tick, Cancellation cancellation) throws IOException {
        List<Reader> readers = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
        try (Selector selector = Selector.open()) {
            long startNs = System.nanoTime();
            for (int i = 0; i < connections; i++) {
                Reader reader = new Reader(uri, body, fileBytes, new Random(seed + i), check);
                readers.add(reader);
                reader.channel().register(selector, SelectionKey.OP_READ, reader);
            }
            long tickNs = startNs;
            for (long nowNs = startNs; nowNs - startNs < durationNs; nowNs = System.nanoTime()) {
                if (nowNs - tickNs >= TICK_NS) {
                    tickNs = nowNs;
                    tick.run();
                    cancellation.check();
                }
                if (selector.select(key -> read((Reader) key.attachment(), buffer), HANG_MS) == 0) {
                    throw new IOException("nothing came for " + HANG_MS / 1000 + " s");
                }
            }
            double seconds = (System.nanoTime() - startNs) / 1e9;
            return new Received(readers.stream().mapToLong(Reader::receivedBytes).sum(),
                    readers.stream().mapToLong(Reader::answers).sum(), seconds);
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        } finally {
            for (Reader reader : readers) {
                reader.close();
            }
        }
    }

    private static void read(Reader reader, ByteBuffer buffer) {
        try {
            reader.read(buffer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
