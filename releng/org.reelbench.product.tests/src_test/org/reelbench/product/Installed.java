package org.reelbench.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The headless product as p2's director installed it from the built site, outside the checkout's own products. */
final class Installed {

    private static final Path FOLDER = Path.of("target", "installed").toAbsolutePath();
    private static final long HANG_MINUTES = 5;

    private Installed() {
    }

    /** Where it was installed. */
    static Path folder() {
        return FOLDER;
    }

    /** The program that starts it. */
    static Path program() {
        return FOLDER.resolve("reelbench-cli");
    }

    /** Runs it as a person does who has installed it; returns what it says on both streams. */
    static String run(Path folder, int exitCode, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program().toString()));
        command.addAll(List.of(arguments));
        return run(folder, exitCode, new ProcessBuilder(command));
    }

    /** Runs what is given in a folder, with this JDK and plug-ins of its own. */
    static String run(Path folder, int exitCode, ProcessBuilder builder) throws IOException, InterruptedException {
        Path said = Files.createTempFile("reelbench-installed", ".log");
        try {
            surroundings(folder, builder);
            Process process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
            if (!process.waitFor(HANG_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException(builder.command() + " hangs; so far: " + Files.readString(said));
            }
            String words = Files.readString(said);
            if (process.exitValue() != exitCode) {
                throw new AssertionError(builder.command() + " ends with " + process.exitValue() + ": " + words);
            }
            return words;
        } finally {
            Files.deleteIfExists(said);
        }
    }

    /** What a command finds around it. */
    static ProcessBuilder surroundings(Path folder, ProcessBuilder builder) {
        builder.directory(folder.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("XDG_DATA_HOME", folder.resolve(".data").toString());
        return builder;
    }
}
