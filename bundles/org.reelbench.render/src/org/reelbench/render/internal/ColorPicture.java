package org.reelbench.render.internal;

import java.lang.foreign.MemorySegment;

import org.reelbench.media.Canvas;
import org.reelbench.media.MediaException;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Generator;

/** Draws what generators show: one colour over the whole canvas. */
final class ColorPicture {

    private ColorPicture() {
    }

    /** Draws a generator's picture, opaque on every canvas; the caller closes it. */
    static MemoryFrame draw(Generator generator, Canvas canvas) throws MediaException {
        String color = generator.parameters().getOrDefault("color", "#000000");
        if (!generator.kind().equals("color") || !color.matches("#[0-9a-fA-F]{6}")) {
            throw new MediaException(MediaException.Reason.UNSUPPORTED, "generator '" + generator.kind() + "'",
                    "only the kind 'color' with a colour such as #20a0ff is supported, not " + generator.parameters());
        }
        int rgb = Integer.parseInt(color.substring(1), 16);
        MemoryFrame frame = MemoryFrame.allocate(
                PictureFormat.of(canvas.widthPx(), canvas.heightPx(), PixelFormat.YUV420P, canvas.color()), RationalTime.ZERO);
        byte[] yuv = bt709Limited(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
        for (int plane = 0; plane < yuv.length; plane++) {
            MemorySegment samples = frame.plane(plane);
            samples.fill(yuv[plane]);
        }
        return frame;
    }

    /** ITU-R BT.709, 8 bit limited range. */
    private static byte[] bt709Limited(int red, int green, int blue) {
        double luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        double cb = (blue - luma) / 1.8556;
        double cr = (red - luma) / 1.5748;
        return new byte[] { (byte) Math.round(16 + luma * 219 / 255), (byte) Math.round(128 + cb * 224 / 255),
                (byte) Math.round(128 + cr * 224 / 255) };
    }
}
