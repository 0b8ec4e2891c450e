package org.reelbench.capture.internal.mp4;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureException.Reason;
import org.reelbench.capture.RecoveredRecording;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;

class FilmRecoveryTest {

    private final Path folder;

    FilmRecoveryTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private RecoveredRecording recover(Path file) throws CaptureException {
        return FilmRecovery.recover(file, new Cancellation());
    }

    @Test
    void anUnfinishedFilmBecomesTheVeryFileThatAFinishedOneIs() throws Exception {
        List<byte[]> fragments = Films.fragments(100);
        Path left = folder.resolve("left.mp4");
        Path finished = folder.resolve("finished.mp4");
        Films.unfinished(left, fragments);
        Films.finished(finished, fragments);
        RecoveredRecording found = recover(left);
        assertTrue(found.changed());
        assertEquals(Films.ID, found.mediaId());
        assertEquals(100, found.frames());
        assertEquals(0, found.lostBytes());
        assertArrayEquals(Files.readAllBytes(finished), Files.readAllBytes(left));
    }

    @Test
    void finishingChangesTheReservedBytesAndNoOthers() throws Exception {
        List<byte[]> fragments = Films.fragments(100);
        Path file = folder.resolve("film.mp4");
        Films.unfinished(file, fragments);
        byte[] before = Files.readAllBytes(file);
        recover(file);
        byte[] after = Files.readAllBytes(file);
        for (int i = 0; i < before.length; i++) {
            boolean reserved = i >= 32 && i < 32 + GrowingFilm.RESERVED_BYTES;
            assertTrue(reserved || before[i] == after[i], "byte " + i);
        }
        assertEquals("free", new String(before, 36, 4));
        assertEquals("mdat", new String(after, 36, 4));
    }

    @Test
    void aFinishedFilmIsLeftAsItIs() throws Exception {
        Path file = folder.resolve("film.mp4");
        Films.finished(file, Films.fragments(50));
        byte[] before = Files.readAllBytes(file);
        RecoveredRecording found = recover(file);
        assertFalse(found.changed());
        assertEquals(50, found.frames());
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void whereverItIsCutAllWholeFragmentsAreKept() throws Exception {
        List<byte[]> fragments = Films.fragments(200);
        Path whole = folder.resolve("whole.mp4");
        Films.unfinished(whole, fragments);
        byte[] bytes = Files.readAllBytes(whole);
        int head = bytes.length - fragments.stream().mapToInt(fragment -> fragment.length).sum();
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int cuts = "deep".equals(System.getProperty("reelbench.tier")) ? 2000 : 60;
        for (int i = 0; i < cuts; i++) {
            int cut = head + random.nextInt(bytes.length - head);
            Path file = folder.resolve("cut.mp4");
            Files.write(file, Arrays.copyOf(bytes, cut));
            String where = "cut at " + cut + ", seed " + seed;
            if (cut < head + fragments.getFirst().length) {
                CaptureException refused = assertThrows(CaptureException.class, () -> recover(file), where);
                assertEquals(Reason.NOT_RECOVERABLE, refused.reason(), where);
                assertEquals(cut, Files.size(file), where);
            } else {
                List<byte[]> kept = kept(fragments, head, cut);
                RecoveredRecording found = recover(file);
                int end = head + kept.stream().mapToInt(fragment -> fragment.length).sum();
                assertEquals(cut - end, found.lostBytes(), where);
                assertFalse(recover(file).changed(), where);
                assertEquals(found.frames(), recover(file).frames(), where);
            }
        }
    }

    private static List<byte[]> kept(List<byte[]> fragments, int head, int cut) {
        List<byte[]> kept = new ArrayList<>();
        int at = head;
        for (byte[] fragment : fragments) {
            at += fragment.length;
            if (at <= cut) {
                kept.add(fragment);
            }
        }
        return kept;
    }

    @Test
    void aCrashBetweenTablesAndHeadIsRecovered() throws Exception {
        List<byte[]> fragments = Films.fragments(60);
        Path finished = folder.resolve("finished.mp4");
        Films.finished(finished, fragments);
        Path left = folder.resolve("left.mp4");
        Films.unfinished(left, fragments);
        byte[] whole = Files.readAllBytes(finished);
        byte[] fragmented = Files.readAllBytes(left);
        Files.write(left, Arrays.copyOfRange(whole, fragmented.length, whole.length), StandardOpenOption.APPEND);
        recover(left);
        assertArrayEquals(whole, Files.readAllBytes(left));
    }

    @Test
    void roomWithoutBytesIsNoFragment() throws Exception {
        List<byte[]> fragments = Films.fragments(100);
        Path file = folder.resolve("film.mp4");
        Films.unfinished(file, fragments);
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, bytes.length - fragments.getLast().length / 2, bytes.length, (byte) 0);
        Files.write(file, bytes);
        RecoveredRecording found = recover(file);
        assertTrue(found.frames() < 100, found::toString);
        assertTrue(found.frames() > 70, found::toString);
    }

    @Test
    void changesOfQualityAreKeptInTheFile() throws Exception {
        List<byte[]> pieces = new ArrayList<>(Films.fragments(60));
        pieces.add(1, FilmNotes.box(FilmNotes.step(500_000, 15, 1, 1)));
        Path file = folder.resolve("film.mp4");
        Films.unfinished(file, pieces);
        recover(file);
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        int first = text.indexOf("500000 us: 15.000 fps");
        assertTrue(text.indexOf("500000 us: 15.000 fps", first + 1) > first, "between the fragments and in the tables");
    }

    @Test
    void whatIsNoRecordingIsRefusedAndUntouched() throws IOException {
        Path file = folder.resolve("other.mp4");
        byte[] other = new byte[500];
        new Random(1).nextBytes(other);
        Files.write(file, other);
        CaptureException refused = assertThrows(CaptureException.class, () -> recover(file));
        assertEquals(Reason.NOT_RECOVERABLE, refused.reason());
        assertTrue(String.valueOf(refused.getMessage()).contains("other.mp4"));
        assertArrayEquals(other, Files.readAllBytes(file));
        assertEquals(Reason.NOT_RECOVERABLE,
                assertThrows(CaptureException.class, () -> recover(folder.resolve("missing.mp4"))).reason());
    }

    @Test
    void aWishToStopIsHonouredBeforeAnythingIsChanged() throws Exception {
        Path file = folder.resolve("film.mp4");
        Films.unfinished(file, Films.fragments(60));
        byte[] before = Files.readAllBytes(file);
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        assertThrows(CancelledException.class, () -> FilmRecovery.recover(file, cancelled));
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void tablesInFrontNameTheVerySamplesThatTablesAtTheEndDo() throws Exception {
        List<byte[]> fragments = Films.fragments(100);
        Path file = folder.resolve("film.mp4");
        Films.finished(file, fragments);
        byte[] before = Files.readAllBytes(file);
        TablesInFront.of(file, new Cancellation());
        byte[] after = Files.readAllBytes(file);
        assertEquals(before.length, after.length);
        assertEquals("moov", new String(after, 36, 4, StandardCharsets.ISO_8859_1));
        List<Long> there = offsets(before, before.length);
        List<Long> here = offsets(after, before.length);
        assertEquals(there.size(), here.size());
        for (int i = 0; i < here.size(); i++) {
            int from = Math.toIntExact(there.get(i));
            int to = Math.toIntExact(here.get(i));
            assertArrayEquals(Arrays.copyOfRange(before, from, from + 8), Arrays.copyOfRange(after, to, to + 8), "chunk " + i);
        }
        assertThrows(CaptureException.class, () -> recover(file));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(1, left.count());
        }
    }

    /** Returns where the chunks of all tracks lie, as the tables of the whole film say. */
    private static List<Long> offsets(byte[] file, int size) {
        List<Long> found = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(file);
        for (int at = 4; at < size - 12; at++) {
            if (bytes.getInt(at) == FragmentHead.code("co64")) {
                int count = bytes.getInt(at + 8);
                for (int i = 0; i < count; i++) {
                    found.add(bytes.getLong(at + 12 + i * 8));
                }
            }
        }
        return found;
    }

    @Test
    void whoStopsItHasTheFileAsItWas() throws Exception {
        Path file = folder.resolve("film.mp4");
        Films.finished(file, Films.fragments(100));
        byte[] before = Files.readAllBytes(file);
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        assertThrows(CancelledException.class, () -> TablesInFront.of(file, cancelled));
        assertArrayEquals(before, Files.readAllBytes(file));
    }
}
