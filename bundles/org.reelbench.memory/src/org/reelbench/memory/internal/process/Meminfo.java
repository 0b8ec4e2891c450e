package org.reelbench.memory.internal.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Reads the system's small files of names and numbers. */
final class Meminfo {

    private static final long KIB = 1024;

    private Meminfo() {
    }

    /** Reads lines such as {@code VmRSS:  1024 kB} or {@code inactive_file 1048576}; all in bytes. */
    static Map<String, Long> table(Path file) throws IOException {
        Map<String, Long> table = new HashMap<>();
        for (String line : Files.readString(file, StandardCharsets.ISO_8859_1).split("\n")) {
            String[] words = line.trim().split("[\\s:]+");
            if (words.length >= 2 && words[1].matches("\\d{1,18}")) {
                table.put(words[0], Long.parseLong(words[1]) * (words.length > 2 && words[2].equals("kB") ? KIB : 1));
            }
        }
        return table;
    }

    /**
     * Reads a file that holds one number; 0 where it says that there is no limit, in words or by a number beyond every machine.
     */
    static long number(Path file, long beyondBytes) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1).trim();
        long number = text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
        return number >= beyondBytes ? 0 : number;
    }
}
