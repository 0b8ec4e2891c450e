package org.reelbench.demo.internal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;
import org.reelbench.demo.internal.report.Failures;

/**
 * The {@code melt} program of MLT, which Kdenlive and Shotcut export with. It gets the film as a timeline of its own kind, with an
 * encoder that its libraries have as well as ours.
 *
 * @param program the program
 * @param preset how both encode
 */
record MeltPeer(Path program, BenchPreset preset) implements Peer {

    @Override
    public String name() {
        return "melt";
    }

    @Override
    public String version() throws CommandException {
        try {
            Process process = new ProcessBuilder(program.toString(), "--version").redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said.lines().filter(line -> line.contains("melt ")).findFirst()
                    .orElseThrow(() -> new CommandException(ExitCode.NOT_AVAILABLE, program + " does not run: " + said.strip()));
        } catch (IOException | UncheckedIOException e) {
            throw new CommandException(ExitCode.NOT_AVAILABLE, "the program " + program
                    + " cannot be started; install it (on Debian: apt-get install melt) or name it with --melt PATH", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(ExitCode.CANCELLED, "the bench was interrupted", e);
        }
    }

    @Override
    public ProcessBuilder start(TrackFilm film, List<Path> inputs, String graph, Path target) throws CommandException {
        Path timeline = target.resolveSibling(target.getFileName() + ".mlt");
        try {
            Files.writeString(timeline, MeltTimeline.of(film, inputs));
        } catch (IOException e) {
            throw Failures.of(timeline, e);
        }
        List<String> command = new ArrayList<>(List.of(program.toString(), timeline.toString()));
        command.addAll(preset.properties(target));
        return new ProcessBuilder(command);
    }
}
