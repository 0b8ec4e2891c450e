package org.reelbench.capture.ffmpeg.internal.x11;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;

/** A screen of our own in memory, by the program Xvfb; tests that need it are skipped where it is not installed. */
public final class VirtualScreen implements AutoCloseable {

    private static final List<String> FOLDERS = List.of("/usr/bin/", "/usr/local/bin/", "/opt/X11/bin/");
    private static final long PATIENCE_SECONDS = 60;

    private final Process server;
    private final String name;

    private VirtualScreen(Process server, String name) {
        this.server = server;
        this.name = name;
    }

    /** Starts the server; it chooses a display that is free. */
    public static VirtualScreen start(int widthPx, int heightPx) throws IOException {
        String program = FOLDERS.stream().map(folder -> folder + "Xvfb").filter(file -> Files.isExecutable(Path.of(file)))
                .findFirst().orElse(null);
        Assumptions.assumeTrue(program != null, "Xvfb is not installed: nothing of the screen is tried");
        Process server = new ProcessBuilder(String.valueOf(program), "-displayfd", "1", "-screen", "0",
                widthPx + "x" + heightPx + "x24", "-nolisten", "tcp").redirectError(ProcessBuilder.Redirect.DISCARD).start();
        // It stays open: what the server writes next, at its end, must find somebody.
        BufferedReader said = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII));
        String number = said.readLine();
        if (number == null) {
            server.destroyForcibly();
            throw new IOException("Xvfb does not start");
        }
        return new VirtualScreen(server, ":" + number.strip());
    }

    /** What programs are told in the variable DISPLAY. */
    public String name() {
        return name;
    }

    /** An environment in which this is the only display. */
    public Map<String, String> environment() {
        return Map.of("DISPLAY", name);
    }

    /** Opens a connection to it. */
    public X11Display open() throws X11Exception {
        return X11Display.open(DisplayName.of(name), Map.of());
    }

    @Override
    public void close() {
        server.destroy();
        try {
            if (!server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException e) {
            server.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
