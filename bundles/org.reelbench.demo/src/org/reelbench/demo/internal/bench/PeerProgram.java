package org.reelbench.demo.internal.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.Bundle;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;
import org.reelbench.demo.internal.report.Failures;

/**
 * The {@code ffmpeg} program that is compared with: the one inside the natives of this installation, built from the same sources
 * as the libraries we use, or one that was named.
 *
 * @param file the program
 * @param libraries the folder of its libraries, or null if the system has them
 */
record PeerProgram(Path file, @Nullable Path libraries) {

    private static final String NAME = "ffmpeg";
    private static final String NATIVES = "org/bytedeco/ffmpeg";
    /** What only the Java side needs. */
    private static final String GLUE = "libjni";
    /** The dynamic loader's words for a library that is not installed. */
    private static final Pattern LACKING = Pattern.compile("error while loading shared libraries: (\\S+):");
    private static final int MOST_STAND_INS = 8;

    /** Unpacks the program from the natives bundle that is installed, unless that was done before. */
    static PeerProgram installed(Bundle[] bundles, Path cache) throws CommandException {
        for (Bundle bundle : bundles) {
            List<URL> programs = entries(bundle, NATIVES, NAME, true);
            if (!programs.isEmpty()) {
                Path folder = cache.resolve(NAME + "-" + bundle.getVersion());
                try {
                    if (!Files.isDirectory(folder)) {
                        String path = programs.getFirst().getPath();
                        unpack(entries(bundle, path.substring(0, path.lastIndexOf('/')), "*", false), folder);
                    }
                    return new PeerProgram(folder.resolve(NAME), folder);
                } catch (IOException e) {
                    throw Failures.of(folder, e);
                }
            }
        }
        throw new CommandException(ExitCode.NOT_AVAILABLE,
                "no ffmpeg program lies in the natives of this installation; name one with --ffmpeg PATH");
    }

    /** Returns how the program is started. */
    ProcessBuilder start(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(file.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        Path folder = libraries;
        if (folder != null) {
            builder.environment().put("LD_LIBRARY_PATH", folder.toString());
        }
        return builder;
    }

    /** Returns the first line of what the program says of itself. */
    String version() throws CommandException {
        String said = said(start(List.of("-version")));
        return said.lines().filter(line -> line.startsWith(NAME + " version")).findFirst()
                .orElseThrow(() -> new CommandException(ExitCode.NOT_AVAILABLE, file + " does not run: " + said.strip()));
    }

    /** Asks the host as well as its fragments, in whichever of them the files lie. */
    private static List<URL> entries(Bundle bundle, String folder, String pattern, boolean below) {
        Enumeration<URL> found = bundle.findEntries(folder, pattern, below);
        return found == null ? List.of() : Collections.list(found);
    }

    private static void unpack(List<URL> files, Path folder) throws IOException, CommandException {
        Files.createDirectories(folder.getParent());
        Path unfinished = Files.createTempDirectory(folder.getParent(), "unpacking");
        try {
            for (URL file : files) {
                String name = file.getPath().substring(file.getPath().lastIndexOf('/') + 1);
                if (!name.isEmpty() && !name.startsWith(GLUE)) {
                    try (InputStream bytes = file.openStream()) {
                        Files.copy(bytes, unfinished.resolve(name));
                    }
                }
            }
            if (!unfinished.resolve(NAME).toFile().setExecutable(true)) {
                throw new IOException("the program cannot be made executable");
            }
            addStandIns(unfinished);
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(unfinished);
        }
    }

    /**
     * The program is linked to sound and window libraries for recording, which nothing here does. Where the system lacks one,
     * another takes its name, so that the loader is content.
     */
    private static void addStandIns(Path folder) throws IOException, CommandException {
        for (int i = 0; i < MOST_STAND_INS; i++) {
            Matcher lacking = LACKING.matcher(said(new PeerProgram(folder.resolve(NAME), folder).start(List.of("-version"))));
            if (!lacking.find()) {
                return;
            }
            Path standIn;
            try (Stream<Path> files = Files.list(folder)) {
                standIn = files.filter(file -> file.getFileName().toString().startsWith("libdrm.so")).findFirst()
                        .orElseThrow(() -> new CommandException(ExitCode.NOT_AVAILABLE,
                                "the ffmpeg program of this installation needs " + lacking.group(1)
                                        + ", which the system lacks; install it, or name another program with --ffmpeg PATH"));
            }
            Files.createSymbolicLink(folder.resolve(lacking.group(1)), standIn.getFileName());
        }
    }

    private static String said(ProcessBuilder program) throws CommandException {
        try {
            Process process = program.redirectErrorStream(true).start();
            process.getOutputStream().close();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CommandException(ExitCode.NOT_AVAILABLE,
                    program.command().getFirst() + " cannot be started (" + e.getMessage() + ")", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
