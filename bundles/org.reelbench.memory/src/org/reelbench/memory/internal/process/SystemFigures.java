package org.reelbench.memory.internal.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What the operating system tells of the process. Where it has no files that tell, all is 0. */
final class SystemFigures {

    private final Path status;
    private final ControlGroup group;

    /** Physical memory, the part of it that is files, and the container's bounds. */
    record Figures(long processBytes, long fileBytes, ControlGroup.Bounds container) {
    }

    SystemFigures() {
        this(Path.of("/proc/self/status"), new ControlGroup(Path.of("/sys/fs/cgroup"), Path.of("/proc/self/cgroup")));
    }

    SystemFigures(Path status, ControlGroup group) {
        this.status = status;
        this.group = group;
    }

    Figures now() throws IOException {
        Map<String, Long> table = Files.isReadable(status) ? Meminfo.table(status) : Map.of();
        return new Figures(table.getOrDefault("VmRSS", 0L), table.getOrDefault("RssFile", 0L), group.bounds());
    }
}
