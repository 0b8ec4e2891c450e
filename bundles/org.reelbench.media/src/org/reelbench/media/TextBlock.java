package org.reelbench.media;

import org.reelbench.media.internal.font.TextLayout;

/**
 * A text as it is to be drawn: the letters themselves, nothing in it is ever read as a command. Line feeds begin lines.
 * <p>
 * Immutable, safe for every thread. Without native code and without AWT.
 *
 * <pre>{@code
 * Stencil words = new TextBlock("The end", Typeface.SANS, 54, TextBlock.Align.CENTER, 640, 360, 0).draw(1280, 720);
 * words.paint(frame, PaintColor.WHITE, 1);
 * }</pre>
 *
 * @param text the text; characters that cannot be seen are left out, tabulators become spaces
 * @param typeface the font
 * @param sizePx the font's size in pixels, above 0, at most {@value #MAXIMUM_SIZE_PX}
 * @param align to which side of {@code xPx} lines lie
 * @param xPx where the lines' left end, middle or right end is, counted from the left of the picture; parts of pixels count
 * @param yPx where the middle of the block's height is, counted from the top of the picture
 * @param lineWidthPx how long a line may get before it is broken between words; 0 for as long as it is
 */
public record TextBlock(String text, Typeface typeface, double sizePx, Align align, double xPx, double yPx, double lineWidthPx) {

    /** The largest size of a font. */
    public static final double MAXIMUM_SIZE_PX = 4000;

    /** To which side lines lie. */
    public enum Align {
        /** Lines begin at the place. */
        LEFT,
        /** The middle of each line is at the place. */
        CENTER,
        /** Lines end at the place. */
        RIGHT
    }

    /**
     * Creates a block.
     *
     * @throws IllegalArgumentException if the size is not above 0 or too large, or a number is not finite
     */
    public TextBlock {
        if (!(sizePx > 0 && sizePx <= MAXIMUM_SIZE_PX)) {
            throw new IllegalArgumentException("the size of a font is above 0, at most " + MAXIMUM_SIZE_PX + ", not " + sizePx);
        }
        if (!Double.isFinite(xPx) || !Double.isFinite(yPx) || !Double.isFinite(lineWidthPx)) {
            throw new IllegalArgumentException("the place of a text is finite");
        }
    }

    /**
     * Draws the block.
     * <p>
     * Cost: about a microsecond a letter and a nanosecond a pixel; the first text of a font reads the font.
     *
     * @param widthPx the width of the picture it is for, above 0
     * @param heightPx the height of the picture
     * @return what of the text lies in the picture
     */
    public Stencil draw(int widthPx, int heightPx) {
        return new TextLayout(this).draw(widthPx, heightPx);
    }
}
