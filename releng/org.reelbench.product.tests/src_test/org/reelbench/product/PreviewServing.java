package org.reelbench.product;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code reelbench serve} of a project with one sequence, as a process with a cache of its own. For one thread. */
final class PreviewServing implements AutoCloseable {

    private static final Pattern MEMBER = Pattern.compile("\"(\\w+)\":\"([^\"]*)\"");

    private final Process process;
    private final Path messages;
    private final String line;

    private PreviewServing(Process process, Path messages, String line) {
        this.process = process;
        this.messages = messages;
        this.line = line;
    }

    /** Serves a project; what is encoded is kept below the folder and nowhere else. */
    static PreviewServing start(Path home, Path project) throws IOException {
        Path messages = Files.createTempFile("reelbench-preview", ".err");
        ProcessBuilder program = Program.builder(home, "serve", "--json", "--port", "0", project.toString());
        program.environment().putAll(Map.of("XDG_CACHE_HOME", home.resolve("cache").toString()));
        Process process = program.redirectError(messages.toFile()).start();
        String line = process.inputReader().readLine();
        PreviewServing serving = new PreviewServing(process, messages, line == null ? "" : line);
        if (line == null) {
            String said = Files.readString(messages);
            serving.close();
            assertNotNull(line, said);
        }
        return serving;
    }

    /** One of the addresses: page, manifest, hls or stream. */
    URI uri(String name) {
        Matcher matcher = MEMBER.matcher(line);
        String found = "";
        while (matcher.find()) {
            found = matcher.group(1).equals(name) ? matcher.group(2) : found;
        }
        assertTrue(found.startsWith("http://127.0.0.1:"), line);
        return URI.create(found);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(messages);
    }
}
