package org.reelbench.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** {@code bench edit}: what edits of a long sequence take, beside the same edits of plain lists. */
public final class EditBench {

    /** Times of a machine nobody knows are budgets: shown, and no test fails on them. */
    private static final double BUDGET_US = 1000;
    private static final int MEDIAN = 50;
    private static final int RARE = 99;
    private static final int WARM_UP = 3;
    private static final int MOST_SECONDS = 600;

    private EditBench() {
    }

    /** Measures; takes {@code --seconds N} for each edit and {@code --json}. */
    public static void main(String[] words) throws RunnerException {
        List<String> options = new ArrayList<>(List.of(words));
        boolean json = options.remove("--json");
        int seconds = seconds(options);
        if (seconds < 1 || !options.isEmpty()) {
            System.err.println("usage: bench edit [--seconds N] [--json]");
            System.exit(2);
        }
        double loadBefore = load();
        Map<String, Statistics> ours = measure(EditBenchmark.class, seconds, json);
        Map<String, Statistics> lists = measure(ListCopyBenchmark.class, seconds, json);
        if (json) {
            json(ours, lists, loadBefore);
        } else {
            table(ours, lists, loadBefore);
        }
    }

    private static int seconds(List<String> options) {
        int at = options.indexOf("--seconds");
        if (at < 0) {
            return 5;
        }
        String text = at + 1 < options.size() ? options.get(at + 1) : "";
        int seconds = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
        options.subList(at, Math.min(options.size(), at + 2)).clear();
        return seconds > MOST_SECONDS ? 0 : seconds;
    }

    private static Map<String, Statistics> measure(Class<?> benchmark, int seconds, boolean quiet) throws RunnerException {
        if (!quiet) {
            System.err.println("measuring " + benchmark.getSimpleName() + " …");
        }
        Collection<RunResult> results = new Runner(new OptionsBuilder().include(benchmark.getName() + "\\.").forks(1)
                .warmupIterations(WARM_UP).warmupTime(TimeValue.seconds(1))
                .measurementIterations(seconds).measurementTime(TimeValue.seconds(1))
                .jvmArgs("-Xms1g", "-Xmx1g", "--sun-misc-unsafe-memory-access=allow")
                .verbosity(VerboseMode.SILENT).shouldFailOnError(true).build()).run();
        Map<String, Statistics> figures = new TreeMap<>();
        results.forEach(result -> figures.put(result.getPrimaryResult().getLabel(), result.getPrimaryResult().getStatistics()));
        return figures;
    }

    private static void table(Map<String, Statistics> ours, Map<String, Statistics> lists, double loadBefore) {
        System.out.printf(Locale.ROOT, "%-14s %10s %10s %10s %14s %8s%n", "edit", "median µs", "99 % µs", "budget µs",
                "list copy µs", "ratio");
        ours.forEach((edit, figures) -> {
            Statistics list = lists.get(edit);
            double median = figures.getPercentile(MEDIAN);
            System.out.printf(Locale.ROOT, "%-14s %10.1f %10.1f %10.0f %14s %8s%s%n", edit, median, figures.getPercentile(RARE),
                    BUDGET_US, list == null ? "" : String.format(Locale.ROOT, "%.1f", list.getPercentile(MEDIAN)),
                    list == null ? "" : String.format(Locale.ROOT, "%.1f", list.getPercentile(MEDIAN) / median),
                    median > BUDGET_US ? "  over budget" : "");
        });
        System.out.printf(Locale.ROOT,
                "%d tracks of %,d clips; %s %s, %d processors, load average %.2f before and %.2f after%n", LongSequence.TRACKS,
                LongSequence.CLIPS,
                System.getProperty("java.vm.name"), Runtime.version(), Runtime.getRuntime().availableProcessors(), loadBefore,
                load());
        System.out.println("Each edit is made of what the one before it left. Ratios above 1 mean that we take less than a list"
                + " that is\nlooked through and copied. The load counts this benchmark, too.");
    }

    private static void json(Map<String, Statistics> ours, Map<String, Statistics> lists, double loadBefore) {
        List<String> results = new ArrayList<>();
        ours.forEach((edit, figures) -> {
            Statistics list = lists.get(edit);
            results.add(String.format(Locale.ROOT,
                    "{\"edit\":\"%s\",\"medianUs\":%.2f,\"p99Us\":%.2f,\"budgetUs\":%.0f%s}", edit, figures.getPercentile(MEDIAN),
                    figures.getPercentile(RARE), BUDGET_US, list == null
                            ? ""
                            : String.format(Locale.ROOT, ",\"listCopyMedianUs\":%.2f", list.getPercentile(MEDIAN))));
        });
        System.out.printf(Locale.ROOT,
                "{\"bench\":\"edit\",\"tracks\":%d,\"clipsOfTrack\":%d,\"processors\":%d,\"java\":\"%s\",\"loadBefore\":%.2f,"
                        + "\"loadAfter\":%.2f,\"results\":[%s]}%n",
                LongSequence.TRACKS, LongSequence.CLIPS, Runtime.getRuntime().availableProcessors(), Runtime.version(),
                loadBefore,
                load(), String.join(",", results));
    }

    /** Returns the load average of the last minute, below zero where the system tells none. */
    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
