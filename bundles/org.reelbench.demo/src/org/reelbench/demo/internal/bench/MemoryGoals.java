package org.reelbench.demo.internal.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the project promises of memory, held against the rows of the bench. */
final class MemoryGoals {

    private static final double MIB = 1 << 20;

    private MemoryGoals() {
    }

    static List<Goal> of(List<MemoryBench.Row> rows) {
        Map<String, MemoryBench.Row> named = rows.stream()
                .collect(Collectors.toMap(row -> row.scene().name(), Function.identity()));
        List<Goal> goals = new ArrayList<>();
        added(goals, named, MemoryScenes.TWENTY_FIVE_VISIBLE, 160);
        added(goals, named, MemoryScenes.TEN, 500);
        added(goals, named, MemoryScenes.TEN_LARGE, 500);
        added(goals, named, MemoryScenes.MAKING_PROXIES, 500);
        added(goals, named, MemoryScenes.WITH_PROXIES, 300);
        added(goals, named, MemoryScenes.TWENTY_HIDDEN, 15);
        MemoryBench.Row brief = named.get(MemoryScenes.SHORT_FILE);
        MemoryBench.Row endless = named.get(MemoryScenes.LONG_FILE);
        if (brief != null && endless != null) {
            goals.add(Goal.atMost("8 hours to 8 minutes, the process's memory",
                    (double) endless.figures().peakBytes() / brief.figures().peakBytes(), 1.1, " times"));
        }
        MemoryBench.Row twenty = named.get(MemoryScenes.TWENTY_FIVE_VISIBLE);
        if (twenty != null) {
            goals.add(Goal.atMost("20 tracks, 5 visible, to their files as a whole",
                    (double) twenty.addedBytes() / Math.max(1, twenty.filesBytes()), 0.1, " times"));
        }
        MemoryBench.Row all = named.get(MemoryScenes.TEN);
        MemoryBench.Row half = named.get(MemoryScenes.TEN_FIVE_VISIBLE);
        if (all != null && half != null && all.figures().openedMs() > 0) {
            goals.add(Goal.atMost("10 tracks, 5 visible, until something is shown, to all 10",
                    half.figures().openedMs() / all.figures().openedMs(), 0.5, " times"));
        }
        goals.add(Goal.atMost("unaccounted of the process, where it is most",
                rows.stream().mapToDouble(row -> row.figures().unaccounted()).max().orElse(0), 0.15, ""));
        for (MemoryBench.Row row : rows) {
            if (row.meltAddedBytes() > 0 && !row.scene().movies().isEmpty()) {
                goals.add(Goal.atMost(row.scene().name() + ", to melt", (double) row.addedBytes() / row.meltAddedBytes(), 0.25,
                        " times"));
            }
        }
        return goals;
    }

    /** A scene that could not be played says nothing of its goal. */
    private static void added(List<Goal> goals, Map<String, MemoryBench.Row> rows, String scene, double mostMib) {
        MemoryBench.Row row = rows.get(scene);
        if (row != null) {
            goals.add(Goal.atMost(scene + ", added", row.addedBytes() / MIB, mostMib, " MiB"));
        }
    }
}
