package org.reelbench.media.ffmpeg.internal.effects;

import java.util.List;
import java.util.SortedMap;

import org.reelbench.media.VideoFrame;
import org.reelbench.time.RationalTime;

/** The code of the trails: a weighted mean of a frame and those before it, each weighing less by the strength. */
final class TrailsProcessor extends ValuedProcessor {

    /** How many frames before one leave a trail. */
    static final int FRAMES = 6;

    TrailsProcessor(SortedMap<String, Object> values) {
        super(Planes.ALL, values);
    }

    @Override
    public void process(VideoFrame frame, RationalTime sourceTime) {
        // Without what was before there is no trail.
    }

    @Override
    public void process(VideoFrame frame, RationalTime sourceTime, List<VideoFrame> around) {
        double strength = number("strength");
        float[] weights = new float[around.size()];
        double whole = 0;
        for (int i = 0; i < weights.length; i++) {
            whole += Math.pow(strength, i);
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (Math.pow(strength, i) / whole);
        }
        for (int plane = 0; plane < frame.format().pixelFormat().planes(); plane++) {
            byte[][] before = new byte[weights.length][];
            for (int i = 0; i < weights.length; i++) {
                before[i] = Planes.copy(around.get(weights.length - 1 - i), plane);
            }
            Planes.eachRow(frame, plane, (row, y) -> {
                for (int x = 0; x < row.length; x++) {
                    float sum = 0;
                    for (int i = 0; i < weights.length; i++) {
                        sum += weights[i] * (before[i][y * row.length + x] & 0xff);
                    }
                    row[x] = (byte) Math.round(sum);
                }
            });
        }
    }
}
