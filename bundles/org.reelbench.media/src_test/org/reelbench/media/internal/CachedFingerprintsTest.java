package org.reelbench.media.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.MediaException;

class CachedFingerprintsTest {

    private static final Instant LONG_AGO = Instant.parse("2020-05-05T12:00:00.123456789Z");

    private final Path folder;
    private final Path cache;
    private final Path medium;
    private final Queue<Runnable> idle = new ArrayDeque<>();
    private Instant now = LONG_AGO.plusSeconds(3600);

    CachedFingerprintsTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        cache = folder.resolve("cache").resolve("fingerprints.txt");
        medium = folder.resolve("beach.mp4");
        write(medium, "sand and water", LONG_AGO);
    }

    private static void write(Path file, String text, Instant modified) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(modified));
    }

    private CachedFingerprints fingerprints() {
        return fingerprints(100);
    }

    private CachedFingerprints fingerprints(int capacity) {
        return new CachedFingerprints(new FingerprintMemory(cache, capacity), idle::add, () -> now);
    }

    @Test
    void aKnownFileIsNotReadAgainNotEvenByTheNextProgram() throws Exception {
        String first = fingerprints().of(medium);
        // Other bytes under the very same stamp: whoever reads the file now gets another fingerprint.
        FileStamp stamp = FileStamp.of(medium);
        try (FileChannel channel = FileChannel.open(medium, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] { 'b' }), 0);
        }
        Files.setLastModifiedTime(medium, FileTime.from(stamp.modifiedNs(), TimeUnit.NANOSECONDS));
        assertEquals(stamp, FileStamp.of(medium));
        assertEquals(first, fingerprints().of(medium));
        assertEquals(Optional.of(first), fingerprints().known(medium));
    }

    @Test
    void anotherTimeSizeOrFileKeyIsReadAgain() throws Exception {
        CachedFingerprints fingerprints = fingerprints();
        String first = fingerprints.of(medium);
        write(medium, "rand and water", LONG_AGO.plusNanos(1));
        assertEquals(Optional.empty(), fingerprints.known(medium));
        String second = fingerprints.of(medium);
        write(medium, "sand and water.", LONG_AGO.plusNanos(1));
        String third = fingerprints.of(medium);
        Path other = folder.resolve("other.mp4");
        write(other, "hand and water.", LONG_AGO.plusNanos(1));
        Files.move(other, medium, StandardCopyOption.REPLACE_EXISTING);
        String fourth = fingerprints.of(medium);
        assertEquals(4, List.of(first, second, third, fourth).stream().distinct().count());
    }

    @Test
    void aFileThatWasJustWrittenIsNotRemembered() throws Exception {
        CachedFingerprints fingerprints = fingerprints();
        now = LONG_AGO.plusSeconds(1);
        fingerprints.of(medium);
        assertEquals(Optional.empty(), fingerprints.known(medium));
        now = LONG_AGO.plusSeconds(3);
        String fingerprint = fingerprints.of(medium);
        assertEquals(Optional.of(fingerprint), fingerprints.known(medium));
    }

    @Test
    void missingFilesAndFoldersAreErrors() {
        MediaException missing = assertThrows(MediaException.class, () -> fingerprints().of(folder.resolve("no.mp4")));
        assertEquals(MediaException.Reason.MISSING, missing.reason());
        MediaException unreadable = assertThrows(MediaException.class, () -> fingerprints().of(folder));
        assertEquals(MediaException.Reason.UNREADABLE, unreadable.reason());
        assertEquals(Optional.empty(), fingerprints().known(folder.resolve("no.mp4")));
    }

    @Test
    void theMemoryIsBoundedAndKeepsWhatWasUsedLast() throws Exception {
        CachedFingerprints fingerprints = fingerprints(3);
        fingerprints.of(medium);
        for (int i = 0; i < 5; i++) {
            Path file = folder.resolve("clip" + i);
            write(file, "clip " + i, LONG_AGO);
            fingerprints.of(file);
            fingerprints.known(medium);
        }
        FingerprintMemory read = new FingerprintMemory(cache, 3);
        assertEquals(3, read.size());
        assertTrue(fingerprints.known(medium).isPresent());
        assertEquals(Optional.empty(), fingerprints.known(folder.resolve("clip1")));
    }

    @Test
    void theFileDoesNotGrowForEver() throws Exception {
        CachedFingerprints fingerprints = fingerprints();
        for (int i = 0; i < 2000; i++) {
            write(medium, "take " + i, LONG_AGO.plusMillis(i));
            fingerprints.of(medium);
        }
        try (var lines = Files.lines(cache)) {
            long count = lines.count();
            assertTrue(count < 300, count + " lines for one medium");
        }
        assertTrue(fingerprints().known(medium).isPresent());
    }

    @Test
    void damageOfAnyByteCostsAtMostWhatItHit() throws Exception {
        String right = fingerprints().of(medium);
        Path second = folder.resolve("sea\n\u00e4.mp4");
        write(second, "waves", LONG_AGO);
        String other = fingerprints().of(second);
        byte[] whole = Files.readAllBytes(cache);
        long seed = Long.getLong("reelbench.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = i < whole.length && i % 2 == 0 ? Arrays.copyOf(whole, i) : whole.clone();
            if (damaged.length > 0) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(cache, damaged);
            CachedFingerprints after = fingerprints();
            assertEquals(right, after.of(medium), "seed " + seed + " round " + i);
            assertEquals(other, after.of(second), "seed " + seed + " round " + i);
            assertEquals(Optional.of(right), fingerprints().known(medium), "seed " + seed + " round " + i);
        }
    }

    @Test
    void aCacheThatCannotBeWrittenIsNoError() throws Exception {
        Files.writeString(folder.resolve("cache"), "a file where the folder should be");
        CachedFingerprints fingerprints = fingerprints();
        String first = fingerprints.of(medium);
        assertEquals(Optional.of(first), fingerprints.known(medium));
        assertEquals(first, fingerprints().of(medium));
    }

    @Test
    void wholeFilesAreHashedWhenIdleAndOnce() throws Exception {
        CachedFingerprints fingerprints = fingerprints();
        CompletableFuture<String> hash = fingerprints.contentHash(medium, new Cancellation());
        assertEquals(1, idle.size());
        assertTrue(!hash.isDone());
        idle.remove().run();
        assertEquals(64, hash.join().length());
        CompletableFuture<String> again = fingerprints().contentHash(medium, new Cancellation());
        idle.remove().run();
        assertEquals(hash.join(), again.join());
        assertTrue(Files.readString(cache).contains(hash.join()));
        write(medium, "sand and water!", LONG_AGO);
        CompletableFuture<String> changed = fingerprints.contentHash(medium, new Cancellation());
        idle.remove().run();
        assertNotEquals(hash.join(), changed.join());
    }

    @Test
    void hashingIsCancelledBeforeItBeginsAndWhenTheServiceEnds() {
        CachedFingerprints fingerprints = fingerprints();
        Cancellation cancellation = new Cancellation();
        CompletableFuture<String> one = fingerprints.contentHash(medium, cancellation);
        CompletableFuture<String> two = fingerprints.contentHash(medium, new Cancellation());
        CompletableFuture<String> missing = fingerprints.contentHash(folder.resolve("no"), new Cancellation());
        cancellation.cancel();
        idle.remove().run();
        assertInstanceOf(CancelledException.class, assertThrows(CompletionException.class, one::join).getCause());
        Runnable pending = idle.remove();
        idle.remove().run();
        assertInstanceOf(MediaException.class, assertThrows(CompletionException.class, missing::join).getCause());
        fingerprints.close();
        pending.run();
        assertInstanceOf(CancelledException.class, assertThrows(CompletionException.class, two::join).getCause());
    }
}
