package org.reelbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code reelbench serve --json} as a process; ended by force if a test leaves it. For one thread. */
final class Serving implements AutoCloseable {

    private static final Pattern LINE = Pattern.compile("\\{\"file\":\"(.*)\",\"url\":\"(http://[^\"]+)\"}");
    private static final long HANG_MINUTES = 2;

    private final Process process;
    private final Path messages;
    private final List<String> files = new ArrayList<>();
    private final List<URI> uris = new ArrayList<>();

    private Serving(Process process, Path messages) {
        this.process = process;
        this.messages = messages;
    }

    /** Serves so many files from a port that is free. */
    static Serving start(Path folder, int count, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of("serve", "--json", "--port", "0"));
        words.addAll(List.of(arguments));
        return start(Program.builder(folder, words.toArray(String[]::new)), count);
    }

    /** Starts what is given and reads so many lines of it. */
    static Serving start(ProcessBuilder program, int count) throws IOException {
        Path messages = Files.createTempFile("reelbench-serve", ".err");
        Serving serving = new Serving(program.redirectError(messages.toFile()).start(), messages);
        BufferedReader out = serving.process.inputReader();
        for (int i = 0; i < count; i++) {
            String line = out.readLine();
            assertNotNull(line, () -> "it ended: " + serving.messages());
            Matcher matcher = LINE.matcher(line);
            assertTrue(matcher.matches(), line);
            serving.files.add(matcher.group(1));
            serving.uris.add(URI.create(matcher.group(2)));
        }
        return serving;
    }

    /** The files as the program names them. */
    List<String> files() {
        return files;
    }

    /** Their addresses. */
    List<URI> uris() {
        return uris;
    }

    /** The memory the server holds, without the pages of files it has mapped: those are the system's. */
    long ownBytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("RssAnon:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst().orElseThrow();
    }

    /** Does what Ctrl-C does. */
    void interrupt() throws IOException, InterruptedException {
        Program.interrupt(process);
    }

    /** Waits for the end, which must be a good and quiet one. */
    void assertEndsWell() throws InterruptedException {
        assertTrue(process.waitFor(HANG_MINUTES, TimeUnit.MINUTES), "it hangs");
        assertEquals(0, process.exitValue(), this::messages);
        assertEquals("", messages());
    }

    private String messages() {
        try {
            return Files.readString(messages);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(messages);
    }
}
