package org.reelbench.capture.ffmpeg.internal.x11;

/**
 * How the pointer looks.
 *
 * @param widthPx its width
 * @param heightPx its height
 * @param hotXPx where it points, from its left edge
 * @param hotYPx where it points, from its upper edge
 * @param pixels row by row alpha, red, green and blue in a number, the colours already multiplied by alpha; not to be written to
 */
public record PointerImage(int widthPx, int heightPx, int hotXPx, int hotYPx, int[] pixels) {

    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;

    /** The arrow that stands for a pointer whose look the server does not tell; {@code X} is black, {@code .} is white. */
    private static final String[] ARROW = {
            "X           ", "XX          ", "X.X         ", "X..X        ", "X...X       ", "X....X      ", "X.....X     ",
            "X......X    ", "X.......X   ", "X........X  ", "X.....XXXXX ", "X..X..X     ", "X.X X..X    ", "XX  X..X    ",
            "X    X..X   ", "     X..X   ", "      XX    " };

    /**
     * Returns an arrow.
     *
     * @return the image
     */
    public static PointerImage arrow() {
        int width = ARROW[0].length();
        int[] pixels = new int[width * ARROW.length];
        for (int i = 0; i < pixels.length; i++) {
            char mark = ARROW[i / width].charAt(i % width);
            pixels[i] = mark == 'X' ? BLACK : mark == '.' ? WHITE : 0;
        }
        return new PointerImage(width, ARROW.length, 0, 0, pixels);
    }
}
