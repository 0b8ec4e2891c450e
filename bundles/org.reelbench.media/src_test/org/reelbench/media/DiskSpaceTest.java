package org.reelbench.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSpaceTest {

    @Test
    void aFullDiskIsToldFromOneThatIsNotKnown() {
        assertEquals(OptionalLong.of(0), DiskSpace.freeBytes(0, 100));
        assertEquals(OptionalLong.of(5), DiskSpace.freeBytes(5, 100));
        assertEquals(OptionalLong.empty(), DiskSpace.freeBytes(0, 0));
    }

    @Test
    void aFolderThatIsToBeMadeHasTheRoomOfTheOneAboveIt(@TempDir Path folder) {
        long here = DiskSpace.freeBytes(folder).orElseThrow();
        assertTrue(here > 0);
        long below = DiskSpace.freeBytes(folder.resolve("none/at/all")).orElseThrow();
        assertTrue(below > 0);
    }

    @Test
    void whatIsNoDiskHasNoKnownRoom() {
        Path processes = Path.of("/proc");
        assumeTrue(Files.isDirectory(processes), "only Linux has such a folder");
        assertEquals(OptionalLong.empty(), DiskSpace.freeBytes(processes));
    }
}
