package org.reelbench.project.internal.edit;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Finds the names that somebody may have meant by one that does not exist.
 */
final class SimilarNames {

    private static final int SHOWN = 3;
    /** Longer words are nobody's slip of the finger, and would take long to compare. */
    private static final int LONGEST = 40;

    private SimilarNames() {
    }

    /** Returns the most similar names, the most similar first: those that hold the word, then those with the fewest changes. */
    static List<String> of(String word, Collection<String> names) {
        String wanted = word.substring(0, Math.min(LONGEST, word.length())).toLowerCase(Locale.ROOT);
        return names.stream().sorted(Comparator.comparingInt(name -> distance(wanted, name.toLowerCase(Locale.ROOT))))
                .limit(SHOWN).toList();
    }

    /** The number of letters to change, add or take away (Levenshtein 1965); what is merely around the word counts nothing. */
    private static int distance(String word, String name) {
        if (!word.isEmpty() && name.contains(word)) {
            return 0;
        }
        int[] above = new int[name.length() + 1];
        for (int column = 0; column <= name.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= word.length(); row++) {
            int[] here = new int[name.length() + 1];
            here[0] = row;
            for (int column = 1; column <= name.length(); column++) {
                int changed = above[column - 1] + (word.charAt(row - 1) == name.charAt(column - 1) ? 0 : 1);
                here[column] = Math.min(changed, 1 + Math.min(above[column], here[column - 1]));
            }
            above = here;
        }
        return above[name.length()];
    }
}
