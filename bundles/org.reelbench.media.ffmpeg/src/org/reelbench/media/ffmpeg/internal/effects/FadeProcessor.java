package org.reelbench.media.ffmpeg.internal.effects;

import java.util.Set;
import java.util.SortedMap;

import org.reelbench.media.FrameProcessor;
import org.reelbench.media.PaintColor;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.RationalTime;

/** The code of the fade: each sample goes a part of the way to that of the colour, or the alpha plane to nothing. */
final class FadeProcessor implements FrameProcessor {

    private static final int ONE = 1 << 16;
    private static final int ALPHA_PLANE = 3;

    private final boolean transparent;
    private PaintColor color;
    private int amount;

    FadeProcessor(SortedMap<String, Object> values) {
        transparent = Texts.string(values, "into").equals("transparent");
        color = PaintColor.parse(Texts.string(values, "color"));
        amount = amount(values);
    }

    private static int amount(SortedMap<String, Object> values) {
        return (int) Math.round(Texts.number(values, "amount") * ONE);
    }

    @Override
    public Set<PixelFormat> formats() {
        return transparent ? Planes.ALPHA : Planes.ALL;
    }

    @Override
    public boolean adjust(SortedMap<String, Object> values) {
        boolean same = transparent == Texts.string(values, "into").equals("transparent");
        if (same) {
            color = PaintColor.parse(Texts.string(values, "color"));
            amount = amount(values);
        }
        return same;
    }

    @Override
    public void process(VideoFrame frame, RationalTime sourceTime) {
        int[] paint = color.samples(frame.format());
        for (int plane = transparent ? ALPHA_PLANE : 0; plane < (transparent ? ALPHA_PLANE + 1 : ALPHA_PLANE); plane++) {
            int target = transparent ? 0 : paint[plane];
            Planes.eachRow(frame, plane, (row, _) -> {
                for (int x = 0; x < row.length; x++) {
                    int old = row[x] & 0xff;
                    row[x] = (byte) (old + ((target - old) * amount + ONE / 2 >> 16));
                }
            });
        }
    }
}
