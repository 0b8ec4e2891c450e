package org.reelbench.demo.internal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.osgi.framework.Bundle;
import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.demo.internal.report.Failures;

/**
 * What benches need before they measure: a folder, a system that tells what other processes take, and the program to compare with.
 *
 * @param json whether programs read what is said
 * @param folder where everything lies that the bench makes or unpacks
 * @param ffmpeg the ffmpeg program, if one was named
 */
record BenchSetup(boolean json, Path folder, Optional<Path> ffmpeg) {

    /** Takes the options that are left of a bench that compares with ffmpeg; to be called after the bench has taken its own. */
    static BenchSetup besideFfmpeg(Arguments arguments, Console console, String defaultFolder) throws CommandException {
        return of(arguments, console, defaultFolder, arguments.value("--ffmpeg").map(console::file));
    }

    /** Takes the options that are left of a bench that does not. */
    static BenchSetup alone(Arguments arguments, Console console, String defaultFolder) throws CommandException {
        return of(arguments, console, defaultFolder, Optional.empty());
    }

    private static BenchSetup of(Arguments arguments, Console console, String defaultFolder, Optional<Path> ffmpeg)
            throws CommandException {
        boolean json = arguments.flag("--json");
        Path folder = console.file(arguments.value("--folder").orElse(defaultFolder)).toAbsolutePath();
        arguments.rest(1, 1);
        if (!CpuClock.isAvailable()) {
            throw new CommandException(ExitCode.NOT_AVAILABLE,
                    "what other processes take is read from /proc, which this system lacks");
        }
        return new BenchSetup(json, folder, ffmpeg);
    }

    /** Returns the folder of media, films and logs, which is there then. */
    Path work() throws CommandException {
        return made(folder.resolve("bench"));
    }

    /** Makes a folder unless it is there. */
    static Path made(Path wanted) throws CommandException {
        try {
            return Files.createDirectories(wanted);
        } catch (IOException e) {
            throw Failures.of(wanted, e);
        }
    }

    /** Returns the program that was named, else the one in the natives of this installation. */
    PeerProgram program(Bundle[] bundles) throws CommandException {
        return ffmpeg.isPresent()
                ? new PeerProgram(ffmpeg.get(), null)
                : PeerProgram.installed(bundles, folder.resolve("cache"));
    }
}
