package org.reelbench.testcard.internal;

import java.util.HashMap;
import java.util.Map;

/**
 * Our own tiny font of 5 × 7 dots: capitals, digits and a few signs. Steps between dots that touch at a corner only are smoothed,
 * as teletext sets did, which makes the diagonals of large letters straight.
 */
final class BlockFont {

    /** Dots across a glyph. */
    static final int WIDTH = 5;
    /** Dots down a glyph. */
    static final int HEIGHT = 7;
    /** Dots from one glyph to the next. */
    static final int ADVANCE = 6;

    private static final Map<Character, Glyph> GLYPHS = new HashMap<>();

    static {
        add("0", " ### ", "#   #", "#   #", "#   #", "#   #", "#   #", " ### ");
        add("1", "  #  ", " ##  ", "# #  ", "  #  ", "  #  ", "  #  ", "#####");
        add("2", " ### ", "#   #", "    #", "   # ", "  #  ", " #   ", "#####");
        add("3", " ### ", "#   #", "    #", "  ## ", "    #", "#   #", " ### ");
        add("4", "   # ", "  ## ", " # # ", "#  # ", "#####", "   # ", "   # ");
        add("5", "#####", "#    ", "#### ", "    #", "    #", "#   #", " ### ");
        add("6", " ### ", "#    ", "#    ", "#### ", "#   #", "#   #", " ### ");
        add("7", "#####", "    #", "    #", "   # ", "  #  ", "  #  ", "  #  ");
        add("8", " ### ", "#   #", "#   #", " ### ", "#   #", "#   #", " ### ");
        add("9", " ### ", "#   #", "#   #", " ####", "    #", "    #", " ### ");
        add("A", "  #  ", " # # ", "#   #", "#   #", "#####", "#   #", "#   #");
        add("B", "#### ", "#   #", "#   #", "#### ", "#   #", "#   #", "#### ");
        add("C", " ### ", "#   #", "#    ", "#    ", "#    ", "#   #", " ### ");
        add("D", "#### ", "#   #", "#   #", "#   #", "#   #", "#   #", "#### ");
        add("E", "#####", "#    ", "#    ", "#### ", "#    ", "#    ", "#####");
        add("F", "#####", "#    ", "#    ", "#### ", "#    ", "#    ", "#    ");
        add("L", "#    ", "#    ", "#    ", "#    ", "#    ", "#    ", "#####");
        add("M", "#   #", "## ##", "# # #", "# # #", "#   #", "#   #", "#   #");
        add("H", "#   #", "#   #", "#   #", "#####", "#   #", "#   #", "#   #");
        add("N", "#   #", "##  #", "##  #", "# # #", "#  ##", "#  ##", "#   #");
        add("O", " ### ", "#   #", "#   #", "#   #", "#   #", "#   #", " ### ");
        add("R", "#### ", "#   #", "#   #", "#### ", "# #  ", "#  # ", "#   #");
        add("S", " ####", "#    ", "#    ", " ### ", "    #", "    #", "#### ");
        add("T", "#####", "  #  ", "  #  ", "  #  ", "  #  ", "  #  ", "  #  ");
        add("U", "#   #", "#   #", "#   #", "#   #", "#   #", "#   #", " ### ");
        add("X", "#   #", "#   #", " # # ", "  #  ", " # # ", "#   #", "#   #");
        add(" ", "     ", "     ", "     ", "     ", "     ", "     ", "     ");
    }

    private BlockFont() {
    }

    private static void add(String character, String... rows) {
        boolean[][] dots = new boolean[HEIGHT][WIDTH];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                dots[y][x] = rows[y].charAt(x) == '#';
            }
        }
        GLYPHS.put(character.charAt(0), new Glyph(dots));
    }

    /** Returns a glyph. */
    static Glyph glyph(char character) {
        Glyph glyph = GLYPHS.get(character);
        if (glyph == null) {
            throw new IllegalArgumentException("the block font has no '" + character + "'");
        }
        return glyph;
    }

    /** Returns how many dots wide a text is. */
    static int dots(String text) {
        return text.length() * ADVANCE - (ADVANCE - WIDTH);
    }

    /** The dots of one character. */
    record Glyph(boolean[][] dots) {

        /** Samples per direction of one coverage; enough for 16 levels of grey on an edge. */
        private static final int GRID = 4;

        /** Returns which share of a square around a point is inked; all in dots. */
        double coverage(double x, double y, double side) {
            int inside = 0;
            for (int i = 0; i < GRID; i++) {
                double py = y + ((i + 0.5) / GRID - 0.5) * side;
                for (int j = 0; j < GRID; j++) {
                    if (inked(x + ((j + 0.5) / GRID - 0.5) * side, py)) {
                        inside++;
                    }
                }
            }
            return (double) inside / (GRID * GRID);
        }

        private boolean inked(double x, double y) {
            int column = (int) Math.floor(x);
            int row = (int) Math.floor(y);
            if (dot(column, row)) {
                return true;
            }
            double u = x - column;
            double v = y - row;
            return smooths(column, row, -1, -1) && u + v < 1 || smooths(column, row, 1, -1) && v < u
                    || smooths(column, row, -1, 1) && u < v || smooths(column, row, 1, 1) && u + v > 1;
        }

        private boolean smooths(int column, int row, int dx, int dy) {
            return dot(column + dx, row) && dot(column, row + dy) && !dot(column + dx, row + dy);
        }

        private boolean dot(int column, int row) {
            return column >= 0 && column < WIDTH && row >= 0 && row < HEIGHT && dots[row][column];
        }
    }
}
