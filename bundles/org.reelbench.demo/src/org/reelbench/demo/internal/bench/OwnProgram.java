package org.reelbench.demo.internal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** This program once more, as a process of its own: the same Java, options and bundles, with another subcommand. */
public final class OwnProgram {

    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
    private static final Path EXECUTABLE = Path.of("/proc/self/exe");

    private OwnProgram() {
    }

    /**
     * Returns how to start it.
     *
     * @param ownWords the words this process was given behind its own options
     * @param words the words to give it instead
     * @return the program
     */
    public static ProcessBuilder start(List<String> ownWords, List<String> words) {
        try {
            List<String> line = new ArrayList<>(List.of(Files.readString(COMMAND_LINE, StandardCharsets.UTF_8).split("\0")));
            line.set(0, Files.readSymbolicLink(EXECUTABLE).toString());
            return new ProcessBuilder(exchange(line, ownWords, words));
        } catch (IOException e) {
            throw new UncheckedIOException(COMMAND_LINE.toString(), e);
        }
    }

    static List<String> exchange(List<String> line, List<String> ownWords, List<String> words) {
        int kept = line.size() - ownWords.size();
        if (kept < 1 || !line.subList(kept, line.size()).equals(ownWords)) {
            throw new IllegalArgumentException("the command line " + line + " does not end in " + ownWords);
        }
        List<String> command = new ArrayList<>(line.subList(0, kept));
        command.addAll(words);
        return command;
    }
}
