package org.reelbench.memory.internal.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.memory.NativeMemory;
import org.reelbench.memory.ProcessMemory;

final class SystemFiguresTest {

    private static final long MIB = 1 << 20;

    @TempDir
    Path folder = Path.of("");

    private Path mount = folder;
    private Path membership = folder;

    @BeforeEach
    void layOut() throws IOException {
        mount = Files.createDirectories(folder.resolve("mount"));
        membership = folder.resolve("cgroup");
    }

    private void group(String path, String used, long usedBytes, String limit, String limitText, String droppable)
            throws IOException {
        Path group = Files.createDirectories(mount.resolve(path));
        Files.writeString(group.resolve(used), usedBytes + "\n");
        Files.writeString(group.resolve(limit), limitText + "\n");
        Files.writeString(group.resolve("memory.stat"), "anon 5\n" + droppable + " " + 10 * MIB + "\nslab 3\n");
    }

    private void unified(String path, long usedBytes, String limit) throws IOException {
        group(path, "memory.current", usedBytes, "memory.max", limit, "inactive_file");
    }

    private ControlGroup.Bounds bounds() throws IOException {
        return new ControlGroup(mount, membership).bounds();
    }

    @Test
    void readsTheSecondVersionWithoutWhatCanBeDropped() throws IOException {
        Files.writeString(membership, "0::/app.slice/reelbench\n");
        unified("app.slice/reelbench", 110 * MIB, String.valueOf(400 * MIB));

        assertEquals(new ControlGroup.Bounds(100 * MIB, 400 * MIB), bounds());
    }

    @Test
    void theGroupNearestToItsLimitCounts() throws IOException {
        Files.writeString(membership, "0::/outer/inner\n");
        unified("outer/inner", 110 * MIB, "max");
        unified("outer", 310 * MIB, String.valueOf(400 * MIB));
        unified("", 710 * MIB, String.valueOf(9000 * MIB));

        assertEquals(new ControlGroup.Bounds(300 * MIB, 400 * MIB), bounds());
    }

    @Test
    void readsTheFirstVersion() throws IOException {
        Files.writeString(membership, "4:memory:/docker/abc\n3:cpuset:/\n0::/\n");
        group("memory/docker/abc", "memory.usage_in_bytes", 60 * MIB, "memory.limit_in_bytes", String.valueOf(200 * MIB),
                "total_inactive_file");

        assertEquals(new ControlGroup.Bounds(50 * MIB, 200 * MIB), bounds());
    }

    @Test
    void insideAContainerTheMountItselfIsTheGroup() throws IOException {
        Files.writeString(membership, "0::/not/visible/here\n");
        unified("", 30 * MIB, String.valueOf(100 * MIB));

        assertEquals(new ControlGroup.Bounds(20 * MIB, 100 * MIB), bounds());
    }

    @Test
    void aLimitBeyondAnyMachineIsNone() throws IOException {
        Files.writeString(membership, "4:memory:/\n");
        group("memory", "memory.usage_in_bytes", 60 * MIB, "memory.limit_in_bytes", "9223372036854771712", "total_inactive_file");

        assertEquals(0, bounds().limitBytes());
    }

    @Test
    void aGroupOutsideTheMountIsNotFollowed() throws IOException {
        Files.writeString(membership, "0::/../../secret\n");
        unified("", 30 * MIB, String.valueOf(100 * MIB));

        assertEquals(100 * MIB, bounds().limitBytes());
    }

    @Test
    void readsTheProcess() throws IOException {
        Path status = Files.writeString(folder.resolve("status"),
                "Name:\tjava\nVmRSS:\t  2048 kB\nRssAnon:\t 1024 kB\nRssFile:\t 512 kB\nThreads:\t7\n");
        SystemFigures.Figures figures = new SystemFigures(status, new ControlGroup(mount, membership)).now();

        assertEquals(2 * MIB, figures.processBytes());
        assertEquals(MIB / 2, figures.fileBytes());
        assertEquals(0, figures.container().limitBytes());
    }

    @Test
    void whereNoFilesTellNativeCodeDoes() {
        NativeMemory told = new NativeMemory() {
            @Override
            public long heldBytes() {
                return 7;
            }

            @Override
            public long processBytes() {
                return 5000 * MIB;
            }

            @Override
            public void trim() {
                throw new AssertionError("nobody asked for it");
            }
        };
        ProcessMemory memory = new ProcessReader(
                new SystemFigures(folder.resolve("missing"), new ControlGroup(mount, membership)), List.of(told)).get();

        assertEquals(5000 * MIB, memory.processBytes());
        assertEquals(7, memory.nativeBytes());
    }

    @Test
    void thePlatformTellsPlausibleFiguresOfThisProcess() {
        ProcessMemory memory = new ProcessReader(List.of()).get();

        assertTrue(memory.heapBytes() > 0 && memory.heapBytes() <= memory.maxHeapBytes(), memory::toString);
        assertTrue(memory.liveHeapBytes() > 0 && memory.liveHeapBytes() <= memory.maxHeapBytes(), memory::toString);
        assertTrue(memory.codeBytes() > MIB, memory::toString);
        assertTrue(memory.maxDirectBytes() > 0, memory::toString);
        assertTrue(ProcessReader.machineBytes() > 64 * MIB);
    }
}
