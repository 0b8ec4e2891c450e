package org.reelbench.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.media.MediaException.Reason;

class FileByteSourceTest {

    @Test
    void readsAtAnyPositionIntoNativeAndHeapMemory(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("a"), new byte[] { 0, 1, 2, 3, 4, 5, 6, 7 });
        try (ByteSource source = FileByteSource.open(file); Arena arena = Arena.ofConfined()) {
            assertEquals(8, source.sizeBytes());
            MemorySegment target = arena.allocate(4);
            assertEquals(4, source.read(3, target));
            assertEquals(6, target.get(ValueLayout.JAVA_BYTE, 3));
            byte[] heap = new byte[10];
            assertEquals(2, source.read(6, MemorySegment.ofArray(heap)));
            assertEquals(7, heap[1]);
            assertEquals(-1, source.read(8, target));
            assertEquals(-1, source.read(100, target));
        }
    }

    @Test
    void aFileThatIsCutShortOrWrittenAnewHasNoEndAndOneThatGrowsGoesOn(@TempDir Path folder) throws Exception {
        byte[] target = new byte[4];
        Path file = Files.write(folder.resolve("a"), new byte[8]);
        FileTime old = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
        Files.setLastModifiedTime(file, old);
        try (ByteSource source = FileByteSource.open(file)) {
            Files.write(file, new byte[] { 1 }, StandardOpenOption.APPEND);
            assertEquals(1, source.read(8, MemorySegment.ofArray(target)));
            assertEquals(-1, source.read(9, MemorySegment.ofArray(target)));
            Files.write(file, new byte[3]);
            assertEquals("it was cut short while it was read", assertThrows(MediaChangedException.class,
                    () -> source.read(5, MemorySegment.ofArray(target))).getMessage());
            assertEquals(2, source.read(1, MemorySegment.ofArray(target)));
        }
        Files.setLastModifiedTime(file, old);
        try (ByteSource source = FileByteSource.open(file)) {
            assertEquals(-1, source.read(3, MemorySegment.ofArray(target)));
            Files.write(file, new byte[] { 4, 5, 6 });
            assertEquals("it was written anew while it was read", assertThrows(MediaChangedException.class,
                    () -> source.read(3, MemorySegment.ofArray(target))).getMessage());
            Files.move(file, folder.resolve("b"));
            Files.write(file, new byte[] { 7, 8, 9 });
            assertEquals(-1, source.read(3, MemorySegment.ofArray(target)), "another file took its place; this one is as it was");
        }
    }

    @Test
    void readingAfterClosingFails(@TempDir Path folder) throws Exception {
        ByteSource source = FileByteSource.open(Files.write(folder.resolve("a"), new byte[1]));
        source.close();
        source.close();
        assertThrows(IOException.class, () -> source.read(0, MemorySegment.ofArray(new byte[1])));
    }

    @Test
    void stampsTellUnchangedBytesFromOthers(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("a"), new byte[] { 1 });
        FileTime old = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
        try (ByteSource fresh = FileByteSource.open(file)) {
            assertEquals(Optional.empty(), fresh.stamp(), "another write within the clock's tick would not be seen");
        }
        Files.setLastModifiedTime(file, old);
        try (ByteSource one = FileByteSource.open(file); ByteSource other = FileByteSource.open(file)) {
            assertTrue(one.stamp().isPresent());
            assertEquals(one.stamp(), other.stamp());
            Files.write(file, new byte[] { 2, 3 });
            Files.setLastModifiedTime(file, old);
            assertEquals(Optional.empty(), one.stamp(), "changed in place");
            Files.move(file, folder.resolve("b"));
            Files.setLastModifiedTime(Files.write(file, new byte[] { 1 }), old);
            assertEquals(Optional.empty(), one.stamp(), "another file in its place");
        }
    }

    @Test
    void aMissingFileAndAFolderAreToldApart(@TempDir Path folder) {
        MediaException missing = assertThrows(MediaException.class, () -> FileByteSource.open(folder.resolve("none")).close());
        assertEquals(Reason.MISSING, missing.reason());
        assertTrue(missing.getMessage().startsWith(folder.resolve("none").toString()), missing.getMessage());
        assertEquals(Reason.UNREADABLE, assertThrows(MediaException.class, () -> FileByteSource.open(folder).close()).reason());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void pipesAndDevicesAreNotOpened(@TempDir Path folder) throws Exception {
        Path pipe = folder.resolve("film.mp4");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        Path link = Files.createSymbolicLink(folder.resolve("link.mp4"), pipe);
        for (Path special : List.of(pipe, link, Path.of("/dev/zero"), Path.of("/dev/null"))) {
            MediaException refused = assertThrows(MediaException.class, () -> FileByteSource.open(special).close());
            assertEquals(Reason.UNREADABLE, refused.reason(), special.toString());
            assertEquals(special.toString(), refused.medium());
        }
    }
}
