package org.reelbench.demo.internal.bench.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a server has taken, with its children, as Linux counts it (proc(5)). Memory of its own (heap, buffers, stacks:
 * {@code RssAnon}) is kept apart from pages of files it has mapped ({@code RssFile}): those are the system's file cache, given
 * back whenever somebody needs them, and a server that sends the same file without mapping it keeps them there as well.
 *
 * @param cpuSeconds user and system time so far
 * @param ownBytes memory of its own
 * @param mappedBytes pages of mapped files: programs, libraries, and the file being served
 */
record Footprint(double cpuSeconds, long ownBytes, long mappedBytes) {

    /** The unit of times in these files, the same on every Linux of today's processors. */
    private static final double TICKS_PER_SECOND = 100;
    private static final int FIRST_TIME = 11;

    static Footprint of(ProcessHandle process) throws IOException {
        double cpu = 0;
        long own = 0;
        long mapped = 0;
        for (ProcessHandle each : Stream.concat(Stream.of(process), process.descendants()).toList()) {
            Path folder = Path.of("/proc", Long.toString(each.pid()));
            cpu += cpuSeconds(Files.readString(folder.resolve("stat")));
            List<String> status = Files.readAllLines(folder.resolve("status"));
            own += bytes(status, "RssAnon:");
            mapped += bytes(status, "RssFile:");
        }
        return new Footprint(cpu, own, mapped);
    }

    /** The times stand behind the name, which is in parentheses and may hold spaces. */
    static double cpuSeconds(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        return (Long.parseLong(fields[FIRST_TIME]) + Long.parseLong(fields[FIRST_TIME + 1])) / TICKS_PER_SECOND;
    }

    static long bytes(List<String> status, String name) {
        return status.stream().filter(line -> line.startsWith(name)).findFirst()
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024).orElse(0L);
    }
}
