package org.reelbench.media.internal.font;

import java.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

import org.reelbench.media.Stencil;
import org.reelbench.media.TextBlock;

/** Lays out the lines of a block and draws their letters. One thread at a time. */
public final class TextLayout {

    /** How far a line may lie beside the curve it stands for: less than a step of coverage. */
    private static final double CURVE_ERROR_PX = 0.01;
    private static final String TABULATOR = "    ";

    private final TextBlock block;
    private final TrueTypeFont font;
    private final double scale;

    /**
     * Prepares a block.
     *
     * @param block the block
     */
    public TextLayout(TextBlock block) {
        this.block = block;
        this.font = TrueTypeFont.of(block.typeface());
        this.scale = block.sizePx() / font.unitsPerEm();
    }

    /**
     * Draws the block.
     *
     * @param widthPx the width of the picture
     * @param heightPx the height of the picture
     * @return what of the text lies in the picture
     */
    public Stencil draw(int widthPx, int heightPx) {
        Coverage coverage = new Coverage(widthPx, heightPx);
        List<String> lines = lines();
        double distance = font.lineDistance() * scale;
        double baseline = block.yPx() - lines.size() * distance / 2 + (distance - (font.ascent() + font.descent()) * scale) / 2
                + font.ascent() * scale;
        for (String line : lines) {
            if (baseline > -distance && baseline < heightPx + distance) {
                draw(line, baseline, coverage);
            }
            baseline += distance;
        }
        return coverage.stencil();
    }

    private void draw(String line, double baseline, Coverage coverage) {
        double left = block.xPx() - switch (block.align()) {
        case LEFT -> 0;
        case CENTER -> width(line) / 2;
        case RIGHT -> width(line);
        };
        double pen = 0;
        int before = -1;
        for (int glyph : glyphs(line)) {
            pen += before < 0 ? 0 : font.kerning(before, glyph);
            font.outline(glyph, new Flattened(coverage, left + pen * scale, baseline, scale));
            pen += font.width(glyph);
            before = glyph;
        }
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        String text = Normalizer.normalize(block.text(), Normalizer.Form.NFC).replace("\r\n", "\n").replace('\r', '\n')
                .replace("\t", TABULATOR);
        for (String line : text.split("\n", -1)) {
            String visible = line.codePoints().filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
            if (block.lineWidthPx() > 0) {
                breakUp(visible, lines);
            } else {
                lines.add(visible);
            }
        }
        return lines;
    }

    private void breakUp(String line, List<String> lines) {
        String current = "";
        for (String word : line.split(" ", -1)) {
            String longer = current.isEmpty() ? word : current + " " + word;
            if (!current.isEmpty() && width(longer) > block.lineWidthPx()) {
                lines.add(current);
                current = word;
            } else {
                current = longer;
            }
        }
        lines.add(current);
    }

    private double width(String line) {
        double width = 0;
        int before = -1;
        for (int glyph : glyphs(line)) {
            width += font.width(glyph) + (before < 0 ? 0 : font.kerning(before, glyph));
            before = glyph;
        }
        return width * scale;
    }

    private int[] glyphs(String line) {
        return asShown(line).codePoints().map(font::glyph).toArray();
    }

    /** The letters from left to right, also where parts of the line are read from right to left. */
    private static String asShown(String line) {
        if (!Bidi.requiresBidi(line.toCharArray(), 0, line.length())) {
            return line;
        }
        Bidi bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        byte[] levels = new byte[bidi.getRunCount()];
        String[] runs = new String[levels.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            String run = line.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
            runs[i] = levels[i] % 2 == 0 ? run : new StringBuilder(run).reverse().toString();
        }
        Bidi.reorderVisually(levels, 0, runs, 0, runs.length);
        return String.join("", runs);
    }

    /**
     * Turns outlines into lines of pixels.
     *
     * @param coverage takes the lines
     * @param left where the letter begins
     * @param baseline where it stands
     * @param scale pixels for each of the font's units
     */
    private record Flattened(Coverage coverage, double left, double baseline, double scale) implements Outlines {

        @Override
        public void line(double fromX, double fromY, double toX, double toY) {
            coverage.line(left + fromX * scale, baseline - fromY * scale, left + toX * scale, baseline - toY * scale);
        }

        @Override
        public void curve(double fromX, double fromY, double controlX, double controlY, double toX, double toY) {
            // A chord lies a quarter of the second difference of the three points beside its curve, by the square of their
            // number.
            double bend = Math.hypot(fromX - 2 * controlX + toX, fromY - 2 * controlY + toY) * scale;
            int pieces = (int) Math.max(1, Math.ceil(Math.sqrt(bend / 4 / CURVE_ERROR_PX)));
            double lastX = fromX;
            double lastY = fromY;
            for (int i = 1; i <= pieces; i++) {
                double t = (double) i / pieces;
                double nextX = (1 - t) * (1 - t) * fromX + 2 * t * (1 - t) * controlX + t * t * toX;
                double nextY = (1 - t) * (1 - t) * fromY + 2 * t * (1 - t) * controlY + t * t * toY;
                line(lastX, lastY, nextX, nextY);
                lastX = nextX;
                lastY = nextY;
            }
        }
    }
}
