package org.reelbench.media.ffmpeg.internal.effects;

import java.util.Arrays;
import java.util.SortedMap;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.PaintColor;
import org.reelbench.media.Stencil;
import org.reelbench.media.TextBlock;
import org.reelbench.media.TextBlock.Align;
import org.reelbench.media.Typeface;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.RationalTime;

/** The code of the title. The letters are drawn when something about them changes; one composer shows one size. */
final class TitleProcessor extends ValuedProcessor {

    /** How far the box reaches beyond the letters, as part of their size. */
    private static final double BOX_MARGIN = 0.25;

    private @Nullable TextBlock drawn;
    private Stencil letters = none();
    private Stencil box = none();

    TitleProcessor(SortedMap<String, Object> values) {
        super(Planes.ALL, values);
    }

    private static Stencil none() {
        return new Stencil(0, 0, 0, 0, new byte[0]);
    }

    @Override
    public void process(VideoFrame frame, RationalTime sourceTime) {
        int width = frame.format().widthPx();
        int height = frame.format().heightPx();
        TextBlock block = block(width, height);
        if (!block.equals(drawn)) {
            letters = block.draw(width, height);
            box = box(letters, (int) Math.round(block.sizePx() * BOX_MARGIN), width, height);
            drawn = block;
        }
        double boxOpacity = number("boxOpacity");
        if (boxOpacity > 0) {
            box.paint(frame, PaintColor.parse(string("boxColor")), boxOpacity);
        }
        double opacity = number("opacity");
        if (opacity > 0) {
            letters.paint(frame, PaintColor.parse(string("color")), opacity);
        }
    }

    private TextBlock block(int width, int height) {
        Typeface font = switch (string("font")) {
        case "sans bold" -> Typeface.SANS_BOLD;
        case "serif" -> Typeface.SERIF;
        case "mono" -> Typeface.MONO;
        default -> Typeface.SANS;
        };
        Align align = switch (string("align")) {
        case "left" -> Align.LEFT;
        case "right" -> Align.RIGHT;
        default -> Align.CENTER;
        };
        return new TextBlock(string("text"), font, Math.min(TextBlock.MAXIMUM_SIZE_PX, number("size") * height),
                align,
                number("placeX") * width, number("placeY") * height, number("lineWidth") * width);
    }

    private static Stencil box(Stencil letters, int marginPx, int width, int height) {
        if (letters.widthPx() == 0) {
            return none();
        }
        int left = Math.max(0, letters.leftPx() - marginPx);
        int top = Math.max(0, letters.topPx() - marginPx);
        int across = Math.min(width, letters.leftPx() + letters.widthPx() + marginPx) - left;
        int down = Math.min(height, letters.topPx() + letters.heightPx() + marginPx) - top;
        byte[] whole = new byte[across * down];
        Arrays.fill(whole, (byte) 255);
        return new Stencil(left, top, across, down, whole);
    }
}
