package org.reelbench.product;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many read one large file at a time, each somewhere else. */
class ManyReadersIT {

    private static final boolean DEEP = System.getProperty("reelbench.tier", "quick").equals("deep");
    private static final long SIZE = DEEP ? 4L << 30 : 64 << 20;
    private static final int READERS = 64;
    private static final int RANGES = DEEP ? 200 : 10;
    private static final int BLOCK = 1 << 20;

    /** Whatever the file's size and however many bytes go out. */
    private static final long MOST_ADDED_BYTES = 64 << 20;

    @TempDir
    private Path folder;

    private Path file() throws IOException {
        Path file = folder.resolve("film.mp4");
        Random random = new Random(8);
        byte[] block = new byte[BLOCK];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long written = 0; written < SIZE; written += BLOCK) {
                random.nextBytes(block);
                out.write(block);
            }
        }
        return file;
    }

    @Test
    void allGetTheRightBytesAndTheServerHoldsNoneOfThem() throws Exception {
        Path file = file();
        try (Serving serving = Serving.start(folder, 1, "film.mp4");
                FileChannel content = FileChannel.open(file);
                HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                        .proxy(HttpClient.Builder.NO_PROXY).build()) {
            URI uri = serving.uris().getFirst();
            read(client, uri, content, new Random(0));
            long idle = serving.ownBytes();
            long most = idle;
            try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Long>> seen = new ArrayList<>();
                for (int reader = 1; reader <= READERS; reader++) {
                    Random random = new Random(reader);
                    seen.add(readers.submit(() -> {
                        long own = 0;
                        for (int i = 0; i < RANGES; i++) {
                            read(client, uri, content, random);
                            own = Math.max(own, serving.ownBytes());
                        }
                        return own;
                    }));
                }
                for (Future<Long> own : seen) {
                    most = Math.max(most, own.get());
                }
            }
            long added = most - idle;
            assertTrue(added <= MOST_ADDED_BYTES, "idle " + idle + " bytes, added " + added);
            serving.interrupt();
            serving.assertEndsWell();
        }
    }

    /** Reads a range from anywhere and compares its hash with that of the file there. */
    private static void read(HttpClient client, URI uri, FileChannel content, Random random) throws Exception {
        int length = 1 + random.nextInt(BLOCK);
        long start = random.nextLong(SIZE - length + 1);
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(uri).header("Range", "bytes=" + start + "-" + (start + length - 1)).build(),
                BodyHandlers.ofByteArray());
        assertEquals(206, answer.statusCode());
        ByteBuffer there = ByteBuffer.allocate(length);
        while (there.hasRemaining()) {
            content.read(there, start + there.position());
        }
        assertArrayEquals(hash(there.array()), hash(answer.body()), () -> "from " + start + ", " + length + " bytes");
    }

    private static byte[] hash(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }
}
