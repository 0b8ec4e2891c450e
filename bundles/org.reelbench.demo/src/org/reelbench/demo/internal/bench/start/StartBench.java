package org.reelbench.demo.internal.bench.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;

import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Json;
import org.reelbench.demo.internal.bench.Bench;
import org.reelbench.demo.internal.bench.OwnProgram;
import org.reelbench.demo.internal.bench.Ratio;
import org.reelbench.demo.internal.report.Progress;

/** {@code bench start}: how long until the first answer, ours and that of a framework with one servlet. */
public final class StartBench implements Bench {

    private static final int PAIRS = 7;
    private static final double GOAL = 1.5;
    private static final String PEER = "BareServer";

    private final String defaultFolder;

    /**
     * Creates the bench.
     *
     * @param defaultFolder where it keeps its files if no folder is named
     */
    public StartBench(String defaultFolder) {
        this.defaultFolder = defaultFolder;
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String usage() {
        return "start [--pairs K] [--aot] [--folder FOLDER] [--json]\n"
                + "      starts the server and a framework of the same libraries with one servlet in turn, each with the same options\n"
                + "      of Java, and measures the time to the first answer over HTTP; the goal is at most " + GOAL
                + " times as long\n"
                + "      --pairs K         how many starts of each (without it: " + PAIRS + ")\n"
                + "      --aot             also starts ours with a cache of classes that a start before it made";
    }

    @Override
    public int run(Arguments arguments, List<String> words, Console console) throws CommandException {
        boolean json = arguments.flag("--json");
        boolean aot = arguments.flag("--aot");
        String pairs = arguments.value("--pairs").orElse(Integer.toString(PAIRS));
        List<String> peer = List.of(arguments.value("--bare").orElse("").split(","));
        Path folder = console.file(arguments.value("--folder").orElse(defaultFolder)).toAbsolutePath().resolve("bench");
        arguments.rest(1, 1);
        if (!pairs.matches("[1-9]\\d{0,2}")) {
            throw arguments.usage("--pairs takes a number from 1 to 999, not '" + pairs + "'");
        }
        if (peer.size() != 2) {
            throw new CommandException(ExitCode.NOT_AVAILABLE,
                    "the framework to compare with is not compiled; use './reelbench bench start' of a checkout");
        }
        Progress progress = new Progress(console, json);
        try {
            Files.createDirectories(folder);
            Path file = Files.write(folder.resolve("start.mp4"), new byte[1000]);
            IntFunction<ProcessBuilder> ours = port -> OwnProgram.start(words,
                    List.of("serve", "--port", Integer.toString(port), file.toString()));
            List<Start> own = new ArrayList<>();
            List<Start> theirs = new ArrayList<>();
            List<Start> cached = new ArrayList<>();
            Path cache = folder.resolve("start.aot");
            if (aot) {
                Start.of(port -> with(ours.apply(port), "-XX:AOTCacheOutput=" + cache), folder.resolve("start-cache.log"));
            }
            for (int i = 0; i < Integer.parseInt(pairs); i++) {
                progress.begin("starts " + (i + 1) + " of " + pairs);
                own.add(Start.of(ours, folder.resolve("start-own.log")));
                theirs.add(Start.of(port -> bare(ours.apply(port).command(), peer, port), folder.resolve("start-bare.log")));
                if (aot) {
                    cached.add(
                            Start.of(port -> with(ours.apply(port), "-XX:AOTCache=" + cache), folder.resolve("start-aot.log")));
                }
                progress.done();
                console.cancellation().check();
            }
            report(own, theirs, cached, json, console);
            return ExitCode.OK;
        } catch (IOException e) {
            throw new CommandException(ExitCode.FAILED, folder + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(ExitCode.CANCELLED, "interrupted", e);
        }
    }

    private static ProcessBuilder with(ProcessBuilder program, String option) {
        List<String> command = new ArrayList<>(program.command());
        command.add(1, option);
        return new ProcessBuilder(command);
    }

    /** The same Java and options, another class path and program. */
    static ProcessBuilder bare(List<String> own, List<String> peer, int port) {
        int path = own.indexOf("-cp");
        List<String> command = new ArrayList<>(own.subList(0, path));
        String bundles = own.stream().filter(word -> word.startsWith("-Dreelbench.bundles=")).findFirst().orElseThrow()
                .substring("-Dreelbench.bundles=".length());
        command.addAll(List.of("-cp", peer.getFirst(), PEER, bundles, peer.getLast(), Integer.toString(port)));
        return new ProcessBuilder(command);
    }

    private static Ratio ratio(List<Start> ours, List<Start> theirs, ToDoubleFunction<Start> figure) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            ratios.add(figure.applyAsDouble(ours.get(i)) / figure.applyAsDouble(theirs.get(i)));
        }
        return Ratio.of(ratios);
    }

    private static double median(List<Start> starts, ToDoubleFunction<Start> figure) {
        return Ratio.median(starts.stream().map(figure::applyAsDouble).toList());
    }

    private static void report(List<Start> ours, List<Start> theirs, List<Start> cached, boolean json, Console console) {
        Ratio wall = ratio(ours, theirs, Start::wallMs);
        Ratio cpu = ratio(ours, theirs, Start::cpuMs);
        boolean lazy = ours.stream().noneMatch(Start::mapsNatives);
        if (json) {
            console.out().println(Json.line(out -> {
                out.writeStringField("bench", "start");
                out.writeNumberField("pairs", ours.size());
                out.writeNumberField("oursMs", Json.rounded(median(ours, Start::wallMs)));
                out.writeNumberField("bareMs", Json.rounded(median(theirs, Start::wallMs)));
                out.writeNumberField("ratio", Json.rounded(wall.median()));
                out.writeNumberField("cpuRatio", Json.rounded(cpu.median()));
                if (!cached.isEmpty()) {
                    out.writeNumberField("cachedMs", Json.rounded(median(cached, Start::wallMs)));
                    out.writeNumberField("cachedRatio", Json.rounded(ratio(cached, ours, Start::wallMs).median()));
                    out.writeNumberField("cachedCpuRatio", Json.rounded(ratio(cached, ours, Start::cpuMs).median()));
                }
                out.writeBooleanField("nativesLoaded", !lazy);
                out.writeBooleanField("met", wall.median() <= GOAL);
            }));
            return;
        }
        console.out().println(String.format(Locale.ROOT,
                "%nto the first answer: %.0f ms, CPU %.0f ms; a framework with one servlet: %.0f ms, CPU %.0f ms%n"
                        + "ratio of time %s, of CPU %s; goal at most %.1f: %s%nlibraries that decode and encode: %s",
                median(ours, Start::wallMs), median(ours, Start::cpuMs), median(theirs, Start::wallMs),
                median(theirs, Start::cpuMs), wall, cpu, GOAL, wall.median() <= GOAL ? "met" : "MISSED",
                lazy ? "not loaded" : "LOADED"));
        if (!cached.isEmpty()) {
            console.out()
                    .println(String.format(Locale.ROOT, "with a cache of classes: %.0f ms, CPU %.0f ms; %s of the time without",
                            median(cached, Start::wallMs), median(cached, Start::cpuMs), ratio(cached, ours, Start::wallMs)));
        }
    }
}
