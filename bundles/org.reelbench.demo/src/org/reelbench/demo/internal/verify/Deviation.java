package org.reelbench.demo.internal.verify;

import java.util.List;

import org.reelbench.demo.internal.report.TextTable;

/**
 * Something in the film that is not as it must be.
 *
 * @param where when and where in the film
 * @param expected what must be there
 * @param found what is there
 */
public record Deviation(String where, String expected, String found) {

    private static final int SHOWN = 10;

    /**
     * Shows the first deviations.
     *
     * @param deviations all of them
     * @return a table, and a line with their number where they are more than it holds
     */
    public static String table(List<Deviation> deviations) {
        TextTable table = new TextTable("where", "expected", "found");
        deviations.stream().limit(SHOWN).forEach(d -> table.row(d.where, d.expected, d.found));
        return deviations.size() <= SHOWN ? table.toString() : table + "\n… and " + (deviations.size() - SHOWN) + " more";
    }
}
