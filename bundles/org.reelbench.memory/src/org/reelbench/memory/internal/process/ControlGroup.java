package org.reelbench.memory.internal.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The container's limit and use, from control groups of either version. Groups are nested, and each may have a limit of its own:
 * the one that is nearest to its limit counts.
 */
final class ControlGroup {

    private static final long UNLIMITED_BYTES = 1L << 60;
    private static final Bounds NONE = new Bounds(0, 0);

    private final Path mount;
    private final Path membership;

    /** What is used and may be used; a limit of 0 is none. */
    record Bounds(long usedBytes, long limitBytes) {

        private double share() {
            return limitBytes > 0 ? (double) usedBytes / limitBytes : 0;
        }
    }

    /**
     * Creates the reader.
     *
     * @param mount where control groups are mounted, {@code /sys/fs/cgroup}
     * @param membership the file that names the process's groups, {@code /proc/self/cgroup}
     */
    ControlGroup(Path mount, Path membership) {
        this.mount = mount;
        this.membership = membership;
    }

    Bounds bounds() throws IOException {
        if (!Files.isReadable(membership)) {
            return NONE;
        }
        Bounds nearest = NONE;
        for (String line : Files.readString(membership, StandardCharsets.ISO_8859_1).split("\n")) {
            String[] parts = line.split(":", 3);
            if (parts.length == 3 && parts[1].equals("memory")) {
                nearest = nearer(nearest, climb(mount.resolve("memory"), parts[2], "memory.usage_in_bytes",
                        "memory.limit_in_bytes", "total_inactive_file"));
            } else if (parts.length == 3 && parts[0].equals("0") && parts[1].isEmpty()) {
                nearest = nearer(nearest, climb(mount, parts[2], "memory.current", "memory.max", "inactive_file"));
            }
        }
        return nearest;
    }

    /** In a container the group's path may not be visible; then what is mounted is the container's own group. */
    private static Bounds climb(Path root, String group, String used, String limit, String droppable) throws IOException {
        Bounds nearest = NONE;
        Path folder = root.resolve(group.substring(group.startsWith("/") ? 1 : 0)).normalize();
        for (Path at = folder.startsWith(root) ? folder : root; at != null && at.startsWith(root); at = at.getParent()) {
            if (Files.isReadable(at.resolve(limit)) && Files.isReadable(at.resolve(used))) {
                nearest = nearer(nearest, new Bounds(used(at, used, droppable),
                        Meminfo.number(at.resolve(limit), UNLIMITED_BYTES)));
            }
        }
        return nearest;
    }

    private static long used(Path folder, String used, String droppable) throws IOException {
        Path table = folder.resolve("memory.stat");
        Map<String, Long> parts = Files.isReadable(table) ? Meminfo.table(table) : Map.of();
        return Math.max(0, Meminfo.number(folder.resolve(used), Long.MAX_VALUE) - parts.getOrDefault(droppable, 0L));
    }

    private static Bounds nearer(Bounds one, Bounds other) {
        if (one.limitBytes() == 0 || other.limitBytes() == 0) {
            return one.limitBytes() == 0 ? other : one;
        }
        return other.share() > one.share() ? other : one;
    }
}
