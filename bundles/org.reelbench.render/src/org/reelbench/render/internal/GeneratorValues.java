package org.reelbench.render.internal;

import org.reelbench.media.Canvas;
import org.reelbench.media.MediaException;
import org.reelbench.media.PaintColor;
import org.reelbench.media.TextBlock;
import org.reelbench.media.TextBlock.Align;
import org.reelbench.timeline.Generator;

/**
 * The parameters of a generator as what they mean; what is missing takes the value {@link Generator} names.
 *
 * @param generator the generator
 */
record GeneratorValues(Generator generator) {

    private static final int LINES_OF_A_CANVAS = 10;

    String text(String name) {
        return generator.parameters().getOrDefault(name, "");
    }

    PaintColor color(String name, PaintColor unset) throws MediaException {
        String text = text(name);
        try {
            return text.isEmpty() ? unset : PaintColor.parse(text);
        } catch (IllegalArgumentException e) {
            throw refused(name, "a colour such as #20a0ff", e);
        }
    }

    double number(String name, double unset) throws MediaException {
        String text = text(name);
        try {
            double number = text.isEmpty() ? unset : Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw refused(name, "a number", e);
        }
        throw refused(name, "a number", null);
    }

    /** The height of a line; a tenth of the canvas's where it is not said. */
    double sizePx(Canvas canvas) throws MediaException {
        double size = number("sizePx", (double) canvas.heightPx() / LINES_OF_A_CANVAS);
        if (!(size > 0 && size <= TextBlock.MAXIMUM_SIZE_PX)) {
            throw refused("sizePx", "above 0, at most " + (int) TextBlock.MAXIMUM_SIZE_PX, null);
        }
        return size;
    }

    Align align() throws MediaException {
        return switch (text("align")) {
        case "", "center" -> Align.CENTER;
        case "left" -> Align.LEFT;
        case "right" -> Align.RIGHT;
        default -> throw refused("align", "center, left or right", null);
        };
    }

    private MediaException refused(String name, String wanted, Exception cause) {
        String what = "'" + name + "' is " + wanted + ", not '" + text(name) + "'";
        return new MediaException(MediaException.Reason.UNSUPPORTED, "generator '" + generator.kind() + "'", what, cause);
    }
}
