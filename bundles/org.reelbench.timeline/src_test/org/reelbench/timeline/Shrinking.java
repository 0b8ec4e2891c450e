package org.reelbench.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a list that fails shorter for as long as it goes on failing. */
final class Shrinking {

    private Shrinking() {
    }

    /** Takes out ever smaller pieces; from the result no single element can be taken out. */
    static <T> List<T> shrink(List<T> failing, Predicate<List<T>> fails) {
        List<T> shortest = failing;
        int piece = Math.max(1, shortest.size() / 2);
        while (true) {
            boolean shorter = false;
            for (int from = 0; from < shortest.size();) {
                List<T> candidate = new ArrayList<>(shortest.subList(0, from));
                candidate.addAll(shortest.subList(Math.min(shortest.size(), from + piece), shortest.size()));
                if (fails.test(candidate)) {
                    shortest = candidate;
                    shorter = true;
                } else {
                    from += piece;
                }
            }
            if (piece == 1 && !shorter) {
                return shortest;
            }
            piece = Math.max(1, piece / 2);
        }
    }
}
