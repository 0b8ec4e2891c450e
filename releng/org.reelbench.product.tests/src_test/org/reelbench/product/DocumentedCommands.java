package org.reelbench.product;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands of a page of the documentation, run as they stand there by somebody who has the installed product. */
final class DocumentedCommands {

    private static final Path DOCUMENTS = Path.of(System.getProperty("reelbench.root"), "docs");

    private final Path folder;
    private final ProcessBuilder bash;

    /** Prepares to run the blocks of a page that begin with such a line. */
    DocumentedCommands(String page, String begin, Path folder) throws IOException {
        this.folder = folder;
        Path programs = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(programs.resolve("reelbench"), Installed.program());
        Path walk = Files.writeString(folder.resolve("walk.sh"), String.join("\n", commands(page, begin)) + "\n");
        bash = new ProcessBuilder("bash", "-e", walk.toString());
        bash.environment().merge("PATH", programs.toString(), (path, first) -> first + ":" + path);
        bash.environment().put("no_proxy", "*");
    }

    /** Adds a program that the commands find. */
    void program(String name, String script) throws IOException {
        Path program = Files.writeString(folder.resolve("bin").resolve(name), "#!/usr/bin/env bash\n" + script + "\n");
        assertTrue(program.toFile().setExecutable(true), program::toString);
    }

    /** Adds a variable to their environment. */
    void variable(String name, String value) {
        bash.environment().put(name, value);
    }

    /** Runs them to their end, which must be a good one; returns what they say. */
    String run() throws IOException, InterruptedException {
        return Installed.run(folder, 0, bash);
    }

    private static List<String> commands(String page, String begin) throws IOException {
        List<String> commands = new ArrayList<>();
        boolean code = false;
        for (String line : Files.readAllLines(DOCUMENTS.resolve(page))) {
            if (line.startsWith("```")) {
                code = line.equals(begin);
            } else if (code) {
                commands.add(line);
            }
        }
        assertTrue(commands.stream().filter(line -> line.startsWith("reelbench ")).count() >= 4, "found only " + commands);
        return commands;
    }
}
