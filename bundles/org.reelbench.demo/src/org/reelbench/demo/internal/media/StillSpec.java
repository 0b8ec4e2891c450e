package org.reelbench.demo.internal.media;

/**
 * A picture file: the test card's frame 0 as a PNG.
 *
 * @param source the source id
 * @param file the file's name
 * @param widthPx the picture's width
 * @param heightPx the picture's height
 */
public record StillSpec(int source, String file, int widthPx, int heightPx) implements MediaSpec {

    @Override
    public String describe() {
        return "still, " + widthPx + "x" + heightPx + ", PNG";
    }
}
