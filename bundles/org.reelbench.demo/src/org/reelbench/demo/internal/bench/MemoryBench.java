package org.reelbench.demo.internal.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Json;
import org.reelbench.demo.internal.report.Failures;
import org.reelbench.demo.internal.report.Progress;
import org.reelbench.demo.internal.report.TextTable;

/**
 * {@code bench memory}: how much memory playing adds to a process that plays a mere colour, for many tracks, hidden tracks, large
 * pictures, long files and many clips; melt plays the same where it is named.
 */
public final class MemoryBench implements Bench {

    private static final double MIB = 1 << 20;
    private static final int PERCENT = 100;
    private static final String IDLE = "a colour";

    private final Services services;
    private final String defaultFolder;

    /**
     * Creates the bench.
     *
     * @param services what it works with
     * @param defaultFolder where it keeps its files if no folder is named
     */
    public MemoryBench(Services services, String defaultFolder) {
        this.services = services;
        this.defaultFolder = defaultFolder;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public String usage() {
        return "memory [--mib 500] [--seconds 8] [--proxies] [--melt PROGRAM] [--folder FOLDER] [--json]\n"
                + "      plays projects of 5 to 20 tracks, hidden tracks, large pictures, 8 hours and 1,000 clips, each by a\n"
                + "      process of its own, and tells what that adds to one that plays a colour; --mib is the size of each\n"
                + "      movie, all of them take 35 times as much on the disk; --proxies plays large pictures once more while\n"
                + "      their proxies are made, and with them";
    }

    /** What one scene took; melt's added memory is 0 where it did not play. */
    record Row(MemoryScene scene, PlayFigures figures, long addedBytes, long filesBytes, long meltAddedBytes) {
    }

    @Override
    public int run(Arguments arguments, List<String> words, Console console) throws CommandException {
        int mib = number(arguments, "--mib", "500");
        int seconds = number(arguments, "--seconds", "8");
        boolean withProxies = arguments.flag("--proxies");
        Optional<Path> melt = arguments.value("--melt").map(Path::of);
        BenchSetup setup = BenchSetup.alone(arguments, console, defaultFolder);
        boolean json = setup.json();
        Path folder = setup.work();
        Run run = new Run(folder, seconds, melt, words, console, new Progress(console, json));
        try {
            List<Row> rows = run.rows(MemoryScenes.of(mib, withProxies));
            report(rows, MemoryGoals.of(rows), json, console);
        } finally {
            run.forgetTheCache();
        }
        return ExitCode.OK;
    }

    private static int number(Arguments arguments, String option, String usual) throws CommandException {
        String word = arguments.value(option).orElse(usual);
        if (!word.matches("[1-9]\\d{0,4}")) {
            throw arguments.usage(option + " takes a whole number from 1 to 99999, not '" + word + "'");
        }
        return Integer.parseInt(word);
    }

    private static long sizes(List<Path> files) throws CommandException {
        long bytes = 0;
        for (Path file : files) {
            try {
                bytes += Files.size(file);
            } catch (IOException e) {
                throw Failures.of(file, e);
            }
        }
        return bytes;
    }

    /** The means of one run. */
    private final class Run {

        private final Path folder;
        private final int seconds;
        private final Optional<Path> melt;
        private final List<String> words;
        private final Console console;
        private final Progress progress;
        private final Path cache;
        private final Map<String, Path> made = new LinkedHashMap<>();

        private Run(Path folder, int seconds, Optional<Path> melt, List<String> words, Console console, Progress progress) {
            this.folder = folder;
            this.cache = folder.resolve("memory-cache-" + ProcessHandle.current().pid());
            this.seconds = seconds;
            this.melt = melt;
            this.words = words;
            this.console = console;
            this.progress = progress;
        }

        private List<Row> rows(List<MemoryScene> scenes) throws CommandException {
            List<Row> rows = new ArrayList<>();
            PlayFigures idle = null;
            long meltIdleBytes = 0;
            for (MemoryScene scene : scenes) {
                List<Path> files = files(scene);
                progress.begin(scene.name());
                Optional<PlayFigures> played = tryPlay(scene, files, idle == null);
                if (played.isEmpty()) {
                    continue;
                }
                PlayFigures figures = played.get();
                long meltPeakBytes = melt(scene, files);
                if (idle == null) {
                    idle = figures;
                    meltIdleBytes = meltPeakBytes;
                }
                rows.add(new Row(scene, figures, Math.max(0, figures.peakBytes() - idle.peakBytes()), sizes(files),
                        meltPeakBytes == 0 ? 0 : Math.max(1, meltPeakBytes - meltIdleBytes)));
                progress.done();
            }
            return rows;
        }

        private void forgetTheCache() throws CommandException {
            if (!Files.exists(cache)) {
                return;
            }
            try (Stream<Path> files = Files.walk(cache)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw Failures.of(cache, e);
            }
        }

        private List<Path> files(MemoryScene scene) throws CommandException {
            List<Path> files = new ArrayList<>();
            for (LoopedMovie movie : scene.movies()) {
                if (!made.containsKey(movie.file())) {
                    made.put(movie.file(), movie.provide(folder, services, console.cancellation()));
                }
                files.add(made.get(movie.file()));
            }
            return files;
        }

        /**
         * One scene that this machine cannot play is left out, with its reason; without the first there is nothing to compare
         * with.
         */
        private Optional<PlayFigures> tryPlay(MemoryScene scene, List<Path> files, boolean isFirst) throws CommandException {
            try {
                return Optional.of(play(scene, files));
            } catch (CommandException e) {
                if (isFirst) {
                    throw e;
                }
                progress.say(scene.name() + " is left out: " + e.getMessage());
                return Optional.empty();
            }
        }

        private PlayFigures play(MemoryScene scene, List<Path> files) throws CommandException {
            Path project = scene.build(services.sessions(), folder, files);
            // A picture is awaited before, so that on a slow machine, too, everything is open that playing opens.
            List<String> command = new ArrayList<>(List.of("play", project.toString(), "--seek-storm", "2", "--seconds",
                    String.valueOf(seconds), "--json"));
            command.addAll(scene.options());
            Path log = folder.resolve("memory.log");
            if (scene.proxies() == MemoryScene.Proxying.THERE) {
                program(List.of("proxies", project.toString(), "--make"), log);
            }
            program(command, log);
            try {
                List<String> said = Files.readAllLines(log, StandardCharsets.UTF_8);
                return PlayFigures.parse(said.stream().filter(line -> line.startsWith("{") && line.contains("peakBytes"))
                        .reduce((_, last) -> last).orElse(""));
            } catch (IOException e) {
                throw Failures.of(log, e);
            }
        }

        /** Proxies are this run's own: those that people have are neither used nor thrown away. */
        private void program(List<String> command, Path log) throws CommandException {
            ProcessBuilder program = OwnProgram.start(words, command);
            program.environment().merge("JDK_JAVA_OPTIONS", "-Dreelbench.cache=\"" + cache + "\"",
                    (old, added) -> old + " " + added);
            Meter.program(program, log, console.cancellation());
        }

        /** Melt's peak; its null consumer shows as many frames as fast as it can, with the read-ahead of playing. */
        private long melt(MemoryScene scene, List<Path> files) throws CommandException {
            if (melt.isEmpty() || scene.clips() > 1) {
                return 0;
            }
            int frames = seconds * LoopedMovie.RATE;
            Path timeline = folder.resolve("memory.mlt");
            try {
                Files.writeString(timeline, scene.mlt(files, frames));
            } catch (IOException e) {
                throw Failures.of(timeline, e);
            }
            List<String> command = new ArrayList<>(List.of(melt.get().toString()));
            command.addAll(files.isEmpty() ? List.of("color:black", "out=" + (frames - 1)) : List.of(timeline.toString()));
            command.addAll(List.of("-consumer", "null", "real_time=1", "terminate_on_pause=1"));
            return Meter.program(new ProcessBuilder(command), folder.resolve("melt.log"), console.cancellation()).peakBytes();
        }
    }

    private static void report(List<Row> rows, List<Goal> goals, boolean json, Console console) {
        if (json) {
            console.out().println(Json.line(out -> {
                out.writeStringField("bench", "memory");
                out.writeArrayFieldStart("results");
                for (Row row : rows) {
                    out.writeStartObject();
                    out.writeStringField("scene", row.scene().name());
                    out.writeNumberField("peakBytes", row.figures().peakBytes());
                    out.writeNumberField("addedBytes", row.addedBytes());
                    out.writeNumberField("ledgerBytes", row.figures().ledgerBytes());
                    out.writeNumberField("openedMs", Json.rounded(row.figures().openedMs()));
                    out.writeNumberField("unaccounted", Json.rounded(row.figures().unaccounted()));
                    out.writeNumberField("decoders", row.figures().mostDecoders());
                    out.writeNumberField("filesBytes", row.filesBytes());
                    out.writeNumberField("meltAddedBytes", row.meltAddedBytes());
                    out.writeEndObject();
                }
                out.writeEndArray();
                Goal.write(goals, out);
            }));
            return;
        }
        TextTable table = new TextTable("scene", "peak MiB", "added MiB", "in the ledger", "unaccounted", "shown after ms",
                "decoders",
                "pictures", "files MiB",
                "melt adds MiB");
        for (Row row : rows) {
            table.row(row.scene().name(), mib(row.figures().peakBytes()), mib(row.addedBytes()),
                    mib(row.figures().ledgerBytes()),
                    String.format(Locale.ROOT, "%.0f %%", row.figures().unaccounted() * PERCENT),
                    String.format(Locale.ROOT, "%.0f", row.figures().openedMs()), Long.toString(row.figures().mostDecoders()),
                    Long.toString(row.figures().shown()), mib(row.filesBytes()),
                    row.meltAddedBytes() == 0 ? "-" : mib(row.meltAddedBytes()));
        }
        console.out().println("\n" + table + "\n");
        goals.forEach(console.out()::println);
        console.out().println("\nadded: above the peak of a process that plays " + IDLE + " in the same run");
    }

    private static String mib(long bytes) {
        return String.format(Locale.ROOT, "%.0f", bytes / MIB);
    }
}
