package org.reelbench.http.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What this process holds, as the system sees it. */
final class OpenFiles {

    private static final Path HANDLES = Path.of("/proc/self/fd");
    private static final Path MAPPINGS = Path.of("/proc/self/maps");

    private OpenFiles() {
    }

    /** How many handles lead to files below a folder. */
    static long handles(Path folder) throws IOException {
        try (Stream<Path> handles = Files.list(HANDLES)) {
            return handles.filter(handle -> leadsTo(handle).startsWith(folder.toString())).count();
        }
    }

    /** How many mappings there are of files below a folder. */
    static long mappings(Path folder) throws IOException {
        try (Stream<String> lines = Files.lines(MAPPINGS)) {
            return lines.filter(line -> line.contains(folder.toString())).count();
        }
    }

    /** How many handles there are of any kind. */
    static long handles() throws IOException {
        try (Stream<Path> handles = Files.list(HANDLES)) {
            return handles.count();
        }
    }

    private static String leadsTo(Path handle) {
        try {
            return Files.readSymbolicLink(handle).toString();
        } catch (IOException e) {
            // Closed in the meantime, such as the one by which the folder is listed.
            return "";
        }
    }
}
