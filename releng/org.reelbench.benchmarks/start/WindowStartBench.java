import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * How long the workbench takes from its process to its window, beside the barest window of the same platform: the same Java, options
 * and launcher, in turn. Arguments: how many pairs, {@code json} or {@code text}, then the command line of each of the programs, each
 * behind a word {@code --}; the first is ours, the second the bare one, others are ours in other ways.
 */
final class WindowStartBench {

    private static final double GOAL = 1.5;
    private static final String SHOWN = "window shown ";

    private record Start(double wallMs, double cpuMs, boolean mapsNatives) {
    }

    private WindowStartBench() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int pairs = Integer.parseInt(arguments[0]);
        boolean json = arguments[1].equals("json");
        List<List<String>> programs = programs(Arrays.asList(arguments).subList(2, arguments.length));
        List<List<Start>> starts = new ArrayList<>();
        for (List<String> program : programs) {
            // The first start fills caches and makes the workbench's state.
            start(program);
            starts.add(new ArrayList<>());
        }
        for (int pair = 0; pair < pairs; pair++) {
            for (int i = 0; i < programs.size(); i++) {
                int turn = pair % 2 == 0 ? i : programs.size() - 1 - i;
                starts.get(turn).add(start(programs.get(turn)));
            }
            if (!json) {
                System.err.print(".");
            }
        }
        List<Start> ours = starts.get(0);
        List<Start> bare = starts.get(1);
        boolean lazy = ours.stream().noneMatch(Start::mapsNatives);
        double ratio = median(ratios(ours, bare, Start::wallMs));
        if (json) {
            System.out.printf(Locale.ROOT,
                    "{\"bench\":\"start-window\",\"pairs\":%d,\"oursMs\":%.0f,\"bareMs\":%.0f,\"ratio\":%.2f,\"cpuRatio\":%.2f,"
                            + "\"nativesLoaded\":%b,\"met\":%b}%n",
                    pairs, median(all(ours, Start::wallMs)), median(all(bare, Start::wallMs)), ratio,
                    median(ratios(ours, bare, Start::cpuMs)), !lazy, ratio <= GOAL);
            return;
        }
        System.out.printf(Locale.ROOT, "%nto the window: %s; a bare window of the platform: %s%n", figures(ours), figures(bare));
        System.out.printf(Locale.ROOT, "ratio of time %s, of CPU %s; goal at most %.1f: %s%n",
                spread(ratios(ours, bare, Start::wallMs)), spread(ratios(ours, bare, Start::cpuMs)), GOAL,
                ratio <= GOAL ? "met" : "MISSED");
        System.out.println("libraries that decode and encode: " + (lazy ? "not loaded" : "LOADED"));
        for (int i = 2; i < starts.size(); i++) {
            System.out.printf(Locale.ROOT, "ours in another way: %s; %s of the time, %s of the CPU%n", figures(starts.get(i)),
                    spread(ratios(starts.get(i), ours, Start::wallMs)), spread(ratios(starts.get(i), ours, Start::cpuMs)));
        }
    }

    private static List<List<String>> programs(List<String> words) {
        List<List<String>> programs = new ArrayList<>();
        for (String word : words) {
            if (word.equals("--")) {
                programs.add(new ArrayList<>());
            } else {
                programs.getLast().add(word);
            }
        }
        return programs;
    }

    private static Start start(List<String> program) throws IOException, InterruptedException {
        Path log = Files.createTempFile("window-start", ".log");
        long startNs = System.nanoTime();
        Process process = new ProcessBuilder(program).redirectError(log.toFile()).start();
        try (BufferedReader said = process.inputReader()) {
            String line = said.readLine();
            while (line != null && !line.startsWith(SHOWN)) {
                line = said.readLine();
            }
            double wallMs = (System.nanoTime() - startNs) / 1e6;
            process.waitFor();
            if (line == null) {
                throw new IOException("no window was shown; what was said is in " + log);
            }
            String[] words = line.substring(SHOWN.length()).split(" ");
            Files.delete(log);
            return new Start(wallMs, Double.parseDouble(words[0]), Boolean.parseBoolean(words[1]));
        }
    }

    private static List<Double> all(List<Start> starts, ToDoubleFunction<Start> figure) {
        return starts.stream().map(figure::applyAsDouble).toList();
    }

    private static List<Double> ratios(List<Start> of, List<Start> to, ToDoubleFunction<Start> figure) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < of.size(); i++) {
            ratios.add(figure.applyAsDouble(of.get(i)) / figure.applyAsDouble(to.get(i)));
        }
        return ratios;
    }

    private static double median(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static String figures(List<Start> starts) {
        return String.format(Locale.ROOT, "%.0f ms, CPU %.0f ms", median(all(starts, Start::wallMs)),
                median(all(starts, Start::cpuMs)));
    }

    private static String spread(List<Double> ratios) {
        List<Double> sorted = ratios.stream().sorted().toList();
        return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", median(ratios), sorted.getFirst(), sorted.getLast());
    }
}
