package org.reelbench.media.ffmpeg.internal.effects;

import java.util.SortedMap;

import org.reelbench.media.VideoFrame;
import org.reelbench.time.RationalTime;

/** The code of the afterglow: what glows is a weighted mean of the frame and of what glowed before, in parts of a sample's step. */
final class AfterglowProcessor extends ValuedProcessor {

    private float[][] glow = {};

    AfterglowProcessor(SortedMap<String, Object> values) {
        super(Planes.ALL, values);
    }

    @Override
    public void process(VideoFrame frame, RationalTime sourceTime) {
        int planes = frame.format().pixelFormat().planes();
        if (glow.length == 0) {
            glow = new float[planes][];
            for (int plane = 0; plane < planes; plane++) {
                glow[plane] = samples(Planes.copy(frame, plane));
            }
            return;
        }
        float kept = (float) number("strength");
        for (int plane = 0; plane < planes; plane++) {
            float[] before = glow[plane];
            Planes.eachRow(frame, plane, (row, y) -> {
                int start = y * row.length;
                for (int x = 0; x < row.length; x++) {
                    float now = before[start + x] * kept + (row[x] & 0xff) * (1 - kept);
                    before[start + x] = now;
                    row[x] = (byte) Math.round(now);
                }
            });
        }
    }

    private static float[] samples(byte[] bytes) {
        float[] samples = new float[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            samples[i] = bytes[i] & 0xff;
        }
        return samples;
    }
}
