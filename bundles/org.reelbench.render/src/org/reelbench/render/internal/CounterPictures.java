package org.reelbench.render.internal;

import org.reelbench.media.Canvas;
import org.reelbench.media.MediaException;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PaintColor;
import org.reelbench.media.TextBlock;
import org.reelbench.media.TextBlock.Align;
import org.reelbench.media.Typeface;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.RationalTime;
import org.reelbench.time.Timecode;

/** The counter: each frame shows its own number and timecode. */
final class CounterPictures implements Drawn {

    /** The timecode is smaller than the number, and below it. */
    private static final double TIMECODE_SIZE = 0.5;

    private final Canvas canvas;
    private final PaintColor figures;
    private final PaintColor background;
    private final double sizePx;
    private final long firstNumber;

    CounterPictures(GeneratorValues values, Canvas canvas) throws MediaException {
        this.canvas = canvas;
        figures = values.color("color", PaintColor.WHITE);
        background = values.color("background", PaintColor.BLACK);
        sizePx = values.sizePx(canvas);
        firstNumber = Math.round(values.number("firstNumber", 0));
    }

    @Override
    public VideoFrame at(RationalTime sourceTime) {
        long number = firstNumber + canvas.rate().frameAt(sourceTime);
        MemoryFrame frame = Generators.filled(canvas, background);
        write(frame, Long.toString(number), Typeface.SANS_BOLD, sizePx, -sizePx / 2);
        if (number >= 0) {
            write(frame, Timecode.of(number, canvas.rate()).toString(), Typeface.MONO, sizePx * TIMECODE_SIZE, sizePx / 2);
        }
        return frame;
    }

    private void write(MemoryFrame frame, String text, Typeface typeface, double size, double below) {
        TextBlock block = new TextBlock(text, typeface, size, Align.CENTER, canvas.widthPx() / 2.0,
                canvas.heightPx() / 2.0 + below, 0);
        block.draw(canvas.widthPx(), canvas.heightPx()).paint(frame, figures, 1);
    }

    @Override
    public void close() {
        // each picture belongs to who took it
    }
}
