package org.reelbench.media.ffmpeg.internal.effects;

import java.util.Set;
import java.util.SortedMap;

import org.reelbench.media.FrameProcessor;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.ffmpeg.internal.paint.ColorLattice;
import org.reelbench.time.RationalTime;

/** The code of the colour table: looks up each pixel, and goes as far towards what it finds as the strength says. */
final class LutProcessor implements FrameProcessor {

    private static final int PIXEL_BYTES = 4;
    private static final int PARTS = 3;
    private static final float WHITE = 255;

    private final String file;
    private final ColorLattice table;
    private float strength;

    LutProcessor(String file, ColorLattice table, double strength) {
        this.file = file;
        this.table = table;
        this.strength = (float) strength;
    }

    @Override
    public Set<PixelFormat> formats() {
        return Set.of(PixelFormat.RGBA);
    }

    @Override
    public boolean adjust(SortedMap<String, Object> values) {
        boolean same = Texts.string(values, "file").equals(file);
        if (same) {
            strength = (float) Texts.number(values, "strength");
        }
        return same;
    }

    @Override
    public void process(VideoFrame frame, RationalTime sourceTime) {
        double[] found = new double[PARTS];
        Planes.eachRow(frame, 0, (row, _) -> {
            for (int at = 0; at < row.length; at += PIXEL_BYTES) {
                table.look((row[at] & 0xff) / WHITE, (row[at + 1] & 0xff) / WHITE, (row[at + 2] & 0xff) / WHITE, found);
                for (int part = 0; part < PARTS; part++) {
                    float old = row[at + part] & 0xff;
                    float wanted = (float) Math.clamp(found[part], 0, 1) * WHITE;
                    row[at + part] = (byte) Math.round(old + (wanted - old) * strength);
                }
            }
        });
    }
}
