package org.reelbench.timeline;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something computed as the content of a clip, as large as the canvas of the sequence. The kinds and their parameters, all of
 * which may be left out:
 * <ul>
 * <li>{@link #COLOR} fills the canvas: {@code color} ({@code #000000}).</li>
 * <li>{@link #BARS} shows colour bars as television tests itself with; no parameters.</li>
 * <li>{@link #COUNTER} shows the number of each frame and its timecode, counted from the clip's first source frame: {@code color}
 * of the figures ({@code #ffffff}), {@code background} ({@code #000000}), {@code sizePx}, {@code firstNumber} of source time zero
 * (0).</li>
 * <li>{@link #TITLE} shows a text on nothing: {@code text}, in which a line feed begins a line (empty), {@code color}
 * ({@code #ffffff}), {@code background} over the whole canvas (none), {@code sizePx}, {@code align} ({@code center}, {@code left}
 * or {@code right}), {@code xPx} and {@code yPx} (0).</li>
 * </ul>
 * Colours are {@code #rrggbb}. {@code sizePx} is the height of a line in pixels of the canvas, without it a tenth of its height.
 * {@code xPx} and {@code yPx} tell how far right of and below the canvas's centre the text lies: by the middle of its height, and
 * by the middle, the left or the right end of its lines, as it is aligned. Numbers are decimal.
 * <p>
 * Immutable, safe for every thread. Which kinds and parameters can be shown is the renderer's to say; unknown ones are kept.
 *
 * @param kind what is computed, not blank
 * @param parameters its parameters by name
 */
public record Generator(String kind, SortedMap<String, String> parameters) implements Content {

    /** An even colour. */
    public static final String COLOR = "color";

    /** Colour bars. */
    public static final String BARS = "bars";

    /** The numbers of the frames. */
    public static final String COUNTER = "counter";

    /** A text. */
    public static final String TITLE = "title";

    /** The kinds this version knows. */
    public static final List<String> KINDS = List.of(COLOR, BARS, COUNTER, TITLE);

    /**
     * Creates the content from a copy of the parameters.
     *
     * @throws IllegalArgumentException if the kind is blank
     */
    public Generator {
        if (kind.isBlank()) {
            throw new IllegalArgumentException("the kind of a generator is not blank");
        }
        TreeMap<String, String> copy = new TreeMap<>();
        copy.putAll(parameters);
        parameters = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * Tells whether this version draws it itself; others are for plug-ins to draw.
     *
     * @return true for one of {@link #KINDS}
     */
    public boolean isBuiltIn() {
        return KINDS.contains(kind);
    }

    /**
     * Tells whether its pictures change by themselves, as far as that is known.
     *
     * @return false if all are alike
     */
    public boolean moves() {
        return kind.equals(COUNTER) || !isBuiltIn();
    }

    /**
     * Returns the generator of an even colour.
     *
     * @param color the colour as {@code #rrggbb}
     * @return the content
     * @throws IllegalArgumentException if the text is no such colour
     */
    public static Generator color(String color) {
        if (!color.matches("#[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException("'" + color + "' is not a colour such as #ff8000");
        }
        TreeMap<String, String> parameters = new TreeMap<>();
        parameters.put("color", color);
        return new Generator(COLOR, parameters);
    }

    /**
     * Returns the generator of colour bars.
     *
     * @return the content
     */
    public static Generator bars() {
        return new Generator(BARS, Collections.emptySortedMap());
    }

    /**
     * Returns the generator of a counter of frames.
     *
     * @return the content
     */
    public static Generator counter() {
        return new Generator(COUNTER, Collections.emptySortedMap());
    }

    /**
     * Returns the generator of a title in the middle of the canvas.
     *
     * @param text the text; a line feed begins a line
     * @return the content
     */
    public static Generator title(String text) {
        TreeMap<String, String> parameters = new TreeMap<>();
        parameters.put("text", text);
        return new Generator(TITLE, parameters);
    }
}
