package org.reelbench.testcard;

import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.testcard.internal.CardPainter;
import org.reelbench.testcard.internal.CodeStrip;

/**
 * A lively picture that says which source and which frame it is, to people and to programs.
 * <p>
 * Safe for every thread; a frame belongs to its caller as always. Nothing is to be closed; the unmoving parts of recently drawn
 * cards are kept on the heap, at most 64 MB of them.
 * <p>
 * Programs read a strip of 2 × 26 black and white blocks in the upper third: 0.06 to 0.94 of the width, 0.11 to 0.23 of
 * the height. It survives lossy coding, scaling down to 80 × 45 pixels, changes of brightness and
 * contrast, and a dissolve of up to a fifth of something else; each reading is right or invalid, as 16 bits of checksum and the
 * clearness of each block are looked at.
 *
 * <pre>{@code
 * TestCard.draw(frame, 3, 42);
 * // … encode, send, decode …
 * Reading reading = TestCard.read(decoded);
 * assertTrue(reading.is(3, 42), reading::toString);
 * }</pre>
 */
public final class TestCard {

    /** The largest source id. */
    public static final int LAST_SOURCE = 255;
    /** The largest frame number: 24 bits, 155 hours at 30 frames a second. */
    public static final long LAST_FRAME = CodeStrip.LAST_FRAME;

    private TestCard() {
    }

    /**
     * Draws a card over the whole frame.
     * <p>
     * Cost: the first card of a size and source paints the whole picture, the following ones copy it and paint what moves.
     *
     * @param frame a frame handed out for writing: planar YUV or grey, in any matrix and range; readable from 80 × 45 pixels on
     * @param source the source id, 0 to {@link #LAST_SOURCE}; it gives the card its colours
     * @param frameNumber the frame number, 0 to {@link #LAST_FRAME}
     * @throws IllegalArgumentException if a number is out of its range, or the frame has no planes to draw luma and chroma into
     */
    public static void draw(VideoFrame frame, int source, long frameNumber) {
        if (source < 0 || source > LAST_SOURCE) {
            throw new IllegalArgumentException("a source id is 0 to " + LAST_SOURCE + ", not " + source);
        }
        if (frameNumber < 0 || frameNumber > LAST_FRAME) {
            throw new IllegalArgumentException("a frame number is 0 to " + LAST_FRAME + ", not " + frameNumber);
        }
        CardPainter.paint(frame, source, frameNumber);
    }

    /**
     * Reads a card that fills the whole picture.
     *
     * @param frame the picture: any format with readable planes; only luma (green, where it is packed RGB) is looked at
     * @return what it says
     * @throws IllegalArgumentException if the frame's planes are not readable ({@link PixelFormat#NATIVE})
     */
    public static Reading read(VideoFrame frame) {
        return read(frame, 0, 0, frame.format().widthPx(), frame.format().heightPx());
    }

    /**
     * Reads a card that fills a rectangle: a picture in the picture, or, with a rectangle that reaches beyond the picture, a card
     * whose edges were cropped.
     *
     * @param frame the picture: any format with readable planes; only luma (green, where it is packed RGB) is looked at
     * @param x left edge of the whole card in pixels, counted from the picture's left edge
     * @param y upper edge of the whole card in pixels
     * @param w width of the whole card in pixels, at least 80 to be read with certainty
     * @param h height of the whole card in pixels, at least 45 to be read with certainty
     * @return what it says; invalid if the strip does not lie within the picture
     * @throws IllegalArgumentException if the frame's planes are not readable ({@link PixelFormat#NATIVE})
     */
    public static Reading read(VideoFrame frame, double x, double y, double w, double h) {
        CodeStrip.Found found = CodeStrip.decode(samples(frame), x, y, w, h);
        if (!found.valid()) {
            return Reading.invalid(found.confidence());
        }
        return new Reading(true, (int) (found.message() >>> 24), found.message() & LAST_FRAME, found.confidence());
    }

    private static CodeStrip.Samples samples(VideoFrame frame) {
        PixelFormat format = frame.format().pixelFormat();
        // Green is the second byte of both packed orders and the bulk of luma.
        int base = format == PixelFormat.BGRA || format == PixelFormat.RGBA ? 1 : 0;
        if (format == PixelFormat.NATIVE) {
            throw new IllegalArgumentException("the planes of a native frame are not readable; convert it first");
        }
        return new CodeStrip.Samples(frame.plane(0), base, frame.strideBytes(0), format.rowBytes(0, 1), frame.format().widthPx(),
                frame.format().heightPx());
    }
}
