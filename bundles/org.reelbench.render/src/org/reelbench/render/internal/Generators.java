package org.reelbench.render.internal;

import org.reelbench.media.Canvas;
import org.reelbench.media.MediaException;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PaintColor;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.TextBlock;
import org.reelbench.media.Typeface;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Generator;

/** Draws what generators show, as large as the canvas: what {@link Generator} describes. */
final class Generators {

    private static final int COLOR_PLANES = 3;
    private static final int ALPHA_PLANE = 3;

    private Generators() {
    }

    /** Opens a generator; the caller closes it. */
    static Drawn open(Generator generator, Canvas canvas) throws MediaException {
        GeneratorValues values = new GeneratorValues(generator);
        return switch (generator.kind()) {
        case Generator.COLOR -> new Drawn.Still(filled(canvas, values.color("color", PaintColor.BLACK)));
        case Generator.BARS -> new Drawn.Still(ColorBars.draw(canvas));
        case Generator.COUNTER -> new CounterPictures(values, canvas);
        case Generator.TITLE -> new Drawn.Still(title(values, canvas));
        // What a plug-in draws it draws on this.
        default -> new Drawn.Still(filled(canvas, PaintColor.BLACK));
        };
    }

    /** Draws an even colour, opaque on every canvas. */
    static MemoryFrame filled(Canvas canvas, PaintColor color) {
        return filled(canvas, PixelFormat.YUV420P, color);
    }

    private static MemoryFrame filled(Canvas canvas, PixelFormat pixels, PaintColor color) {
        PictureFormat format = PictureFormat.of(canvas.widthPx(), canvas.heightPx(), pixels, canvas.color());
        MemoryFrame frame = MemoryFrame.allocate(format, RationalTime.ZERO);
        int[] samples = color.samples(format);
        for (int plane = 0; plane < COLOR_PLANES; plane++) {
            frame.plane(plane).fill((byte) samples[plane]);
        }
        return frame;
    }

    private static MemoryFrame title(GeneratorValues values, Canvas canvas) throws MediaException {
        TextBlock block = new TextBlock(values.text("text"), Typeface.SANS, values.sizePx(canvas), values.align(),
                canvas.widthPx() / 2.0 + values.number("xPx", 0), canvas.heightPx() / 2.0 + values.number("yPx", 0), 0);
        PaintColor color = values.color("color", PaintColor.WHITE);
        if (values.text("background").isEmpty()) {
            // The colour lies under all of it, so that no soft edge mixes with another one.
            MemoryFrame frame = filled(canvas, PixelFormat.YUVA420P, color);
            frame.plane(ALPHA_PLANE).fill((byte) 0);
            block.draw(canvas.widthPx(), canvas.heightPx()).paint(frame, color, 1);
            return frame;
        }
        MemoryFrame frame = filled(canvas, values.color("background", PaintColor.BLACK));
        block.draw(canvas.widthPx(), canvas.heightPx()).paint(frame, color, 1);
        return frame;
    }
}
