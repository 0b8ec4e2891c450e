package org.reelbench.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.media.MediaCollector.Collected;
import org.reelbench.media.MediaCollector.Source;
import org.reelbench.media.MediaCollector.State;
import org.reelbench.media.internal.CachedFingerprints;

class MediaCollectorTest {

    private static final Instant LONG_AGO = Instant.parse("2020-05-05T12:00:00Z");

    private final Cancellation cancellation = new Cancellation();
    private final Path folder;
    private final MediaCollector collector;
    private final Path target;

    MediaCollectorTest(@TempDir Path folder) {
        this.folder = folder;
        target = folder.resolve("out").resolve("media");
        collector = new MediaCollector(
                new CachedFingerprints(folder.resolve("cache"), Runnable::run, InstantSource.fixed(LONG_AGO.plusSeconds(9))));
    }

    private Source source(String path, byte[] bytes) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
        return new Source(path, file);
    }

    private static byte[] bytes(int seed, int size) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private List<Collected> collect(Source... sources) throws MediaException {
        return collector.collect(Arrays.asList(sources), target, (_, _) -> {
        }, cancellation);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static List<State> states(List<Collected> collected) {
        return collected.stream().map(Collected::state).toList();
    }

    @Test
    void mediaAreCopiedWholeUnderUniqueNames() throws Exception {
        Source one = source("a/beach.mp4", bytes(1, 9_000_000));
        Source two = source("b/Beach.MP4", bytes(2, 100));
        Source same = source("c/beach.mp4", bytes(1, 9_000_000));
        List<Collected> collected = collect(one, two, same);
        assertEquals(List.of(State.COPIED, State.COPIED, State.COPIED), states(collected));
        assertEquals(List.of("Beach (2).MP4", "beach (3).mp4", "beach.mp4"), names());
        for (Collected copy : collected) {
            assertArrayEquals(Files.readAllBytes(copy.source().file()), Files.readAllBytes(copy.file()));
            assertEquals(FileTime.from(LONG_AGO), Files.getLastModifiedTime(copy.file()));
        }
    }

    @Test
    void aSecondAttemptCopiesOnlyWhatIsNotThere() throws Exception {
        Source[] sources = { source("a/x", bytes(1, 5000)), source("b/x", bytes(2, 5000)), source("c/x", bytes(1, 5000)) };
        List<Collected> first = collect(sources);
        Files.delete(first.get(1).file());
        List<Collected> second = collect(sources);
        assertEquals(List.of(State.ALREADY_THERE, State.COPIED, State.ALREADY_THERE), states(second));
        assertEquals(first.stream().map(Collected::file).toList(), second.stream().map(Collected::file).toList());
    }

    @Test
    void filesThatWereThereBeforeAreNeverReplaced() throws Exception {
        Files.createDirectories(target.resolve("x (2)"));
        Files.writeString(target.resolve("x"), "somebody's own");
        List<Collected> collected = collect(source("a/x", bytes(1, 50)));
        assertEquals(target.resolve("x (3)"), collected.getFirst().file());
        assertEquals("somebody's own", Files.readString(target.resolve("x")));
    }

    @Test
    void aMissingMediumDoesNotStopTheOthers() throws Exception {
        Source gone = new Source("gone", folder.resolve("gone.mp4"));
        List<Collected> collected = collect(gone, source("a/x", bytes(1, 50)));
        assertEquals(List.of(State.MISSING, State.COPIED), states(collected));
        assertEquals(gone.file(), collected.getFirst().file());
    }

    @Test
    void whatLiesInTheFolderAlreadyStaysThere() throws Exception {
        Source inside = source("out/media/x.mp4", bytes(1, 50));
        List<Collected> collected = collect(inside);
        assertEquals(List.of(State.ALREADY_THERE), states(collected));
        assertEquals(inside.file(), collected.getFirst().file());
    }

    @Test
    void cancelledHalfWayItLeavesWholeFilesOnlyAndGoesOnLater() throws Exception {
        Source[] sources = { source("a/one", bytes(1, 5_000_000)), source("a/two", bytes(2, 9_000_000)) };
        assertThrows(CancelledException.class, () -> collector.collect(Arrays.asList(sources), target, (done, _) -> {
            if (done > 6_000_000) {
                cancellation.cancel();
            }
        }, cancellation));
        assertEquals(List.of("one"), names());
        List<Long> progress = new ArrayList<>();
        List<Collected> collected = collector.collect(Arrays.asList(sources), target, (done, total) -> {
            assertEquals(14_000_000, total);
            progress.add(done);
        }, new Cancellation());
        assertEquals(List.of(State.ALREADY_THERE, State.COPIED), states(collected));
        assertEquals(List.of(5_000_000L + (4 << 20), 5_000_000L + (8 << 20), 14_000_000L, 14_000_000L), progress);
    }

    @Test
    void leftoversOfACrashAreRemoved() throws Exception {
        Files.createDirectories(target);
        Files.write(target.resolve(".reelbench-1234.part"), bytes(1, 50));
        collect(source("a/x", bytes(1, 50)));
        assertEquals(List.of("x"), names());
    }

    @Test
    void namesAreAllowedOnEveryPlatform() throws Exception {
        String longName = "\u00e9".repeat(120) + ".mp4";
        List<Collected> collected = collect(source("a/what? \"this\" <is>|*.mp4", bytes(1, 9)), source("a/con.mp4", bytes(2, 9)),
                source("a/dots...", bytes(3, 9)), source("b/" + longName, bytes(4, 9)), source("a/..hidden", bytes(5, 9)));
        List<String> names = collected.stream().map(copy -> copy.file().getFileName().toString()).toList();
        assertEquals(List.of("what_ _this_ _is___.mp4", "_con.mp4", "dots", "\u00e9".repeat(50) + ".mp4", "..hidden"), names);
    }

    @Test
    void aTargetThatCannotBeWrittenIsAnErrorWithItsName() throws Exception {
        Files.writeString(folder.resolve("out"), "a file where the folder should be");
        Source source = source("a/x", bytes(1, 50));
        MediaException failure = assertThrows(MediaException.class, () -> collect(source));
        assertEquals(MediaException.Reason.UNWRITABLE, failure.reason());
        assertTrue(failure.getMessage().startsWith(target.toString()), failure.getMessage());
    }
}
