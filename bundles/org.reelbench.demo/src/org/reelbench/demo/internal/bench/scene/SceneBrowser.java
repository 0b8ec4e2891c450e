package org.reelbench.demo.internal.bench.scene;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;

/** A Chromium without a window and without a past that shows one page. Closing ends it. One thread. */
final class SceneBrowser implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    /** Memory of its own and memory its processes share; pages of the program's file are the system's. */
    private static final List<String> COUNTED = List.of("RssAnon:", "RssShmem:");

    private final Process process;

    private SceneBrowser(Process process) {
        this.process = process;
    }

    /** Finds the program, or says how to get it. */
    static Path find() throws CommandException {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name))).filter(Files::isExecutable).findFirst()
                .orElseThrow(() -> new CommandException(ExitCode.NOT_AVAILABLE,
                        "Chromium is not installed (on Debian, as root: apt-get install chromium)"));
    }

    static SceneBrowser show(Path program, URI page, Path profile) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString(), "--headless", "--disable-gpu", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-proxy-server",
                "--autoplay-policy=no-user-gesture-required", "--window-size=980,640", "--user-data-dir=" + profile));
        if (System.getProperty("user.name").equals("root")) {
            // Its sandbox refuses to run as root.
            command.add("--no-sandbox");
        }
        command.add(page.toString());
        return new SceneBrowser(new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(profile.resolve("said.log").toFile()).start());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The memory that all its processes hold now. */
    long bytes() throws IOException {
        long bytes = 0;
        for (ProcessHandle each : Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList()) {
            for (String line : status(each)) {
                Optional<String> counted = COUNTED.stream().filter(line::startsWith).findFirst();
                bytes += counted.isPresent() ? Long.parseLong(line.replaceAll("\\D", "")) * 1024 : 0;
            }
        }
        return bytes;
    }

    private static List<String> status(ProcessHandle process) throws IOException {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"));
        } catch (NoSuchFileException e) {
            // It has ended since it was listed.
            return List.of();
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
