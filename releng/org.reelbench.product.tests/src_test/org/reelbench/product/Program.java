package org.reelbench.product;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs {@code ./reelbench} as a person does: as a process, in a folder. */
final class Program {

    /** Long enough that only a hang reaches it. */
    private static final long HANG_MINUTES = 10;

    private static final Path ROOT = Path.of(System.getProperty("reelbench.root"));

    private static final int INTERRUPT = 2;
    private static final int TERMINATE = 15;

    private Program() {
    }

    /** What came of a run. */
    record Result(int exitCode, String out, String err) {

        List<String> errorLines() {
            return err.lines().filter(line -> !line.isBlank()).toList();
        }
    }

    static Result run(Path folder, String... arguments) throws IOException, InterruptedException {
        return run(folder, Map.of(), arguments);
    }

    static Result run(Path folder, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("reelbench-test", ".out");
        Path err = Files.createTempFile("reelbench-test", ".err");
        try {
            ProcessBuilder builder = builder(folder, arguments).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(HANG_MINUTES, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IOException("'reelbench " + String.join(" ", arguments) + "' hangs; so far: " + Files.readString(err));
            }
            return new Result(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /**
     * Interrupts a run as Ctrl-C does; the script has become the program (exec), so the signal reaches it. A shell that starts
     * something in the background lets it ignore that signal, and all that comes from it, so then it is the one of a shutdown.
     */
    static void interrupt(Process process) throws IOException, InterruptedException {
        String ignored = Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("SigIgn:")).findFirst().orElseThrow().split("\\s+")[1];
        boolean isIgnored = (Long.parseUnsignedLong(ignored, 16) >> (INTERRUPT - 1) & 1) == 1;
        int signal = isIgnored ? TERMINATE : INTERRUPT;
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    }

    /** Starts a run whose output nobody reads. */
    static Process start(Path folder, String... arguments) throws IOException {
        return builder(folder, arguments).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    /** A run to be started. */
    static ProcessBuilder builder(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of(ROOT.resolve("reelbench").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        // The build that runs this test made the program; it must not start another.
        builder.environment().put("REELBENCH_NO_BUILD", "1");
        // Nor are the plug-ins of whoever builds any part of it.
        builder.environment().put("XDG_DATA_HOME", folder.resolve(".data").toString());
        return builder;
    }
}
