package org.reelbench.demo.internal.report;

import java.util.ArrayList;
import java.util.List;

/** A table in plain text: columns as wide as their widest cell, two spaces apart. One thread. */
public final class TextTable {

    private static final String BETWEEN = "  ";

    private final int columns;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * Begins a table.
     *
     * @param headings the headings of its columns
     */
    public TextTable(String... headings) {
        columns = headings.length;
        row(headings);
    }

    /**
     * Adds a row.
     *
     * @param cells one for each column
     * @return this table
     * @throws IllegalArgumentException if there are more or fewer
     */
    public TextTable row(String... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException("a row has " + columns + " cells, not " + cells.length);
        }
        rows.add(List.of(cells));
        return this;
    }

    /** Returns the table, lines separated by line feeds, without spaces at their ends. */
    @Override
    public String toString() {
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String cell = row.get(i);
                line.append(i == 0 ? "" : BETWEEN).append(cell).append(" ".repeat(widths[i] - cell.length()));
            }
            lines.add(line.toString().stripTrailing());
        }
        return String.join("\n", lines);
    }
}
