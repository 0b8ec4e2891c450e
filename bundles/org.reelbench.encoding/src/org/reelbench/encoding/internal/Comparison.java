package org.reelbench.encoding.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Locale;

import org.reelbench.media.VideoFrame;

/** Compares the luma of decoded pictures with that of composed ones. */
final class Comparison {

    private static final double PEAK = 255;

    private final double leastDb;
    private double worstDb = Double.POSITIVE_INFINITY;
    private int compared;

    Comparison(double leastDb) {
        this.leastDb = leastDb;
    }

    void compare(long frame, VideoFrame composed, VideoFrame decoded) throws Difference {
        double db = psnrDb(composed, decoded);
        worstDb = Math.min(worstDb, db);
        compared++;
        if (db < leastDb) {
            throw new Difference(String.format(Locale.ROOT,
                    "frame %d differs from the composed one by a PSNR of %.1f dB, at least %.0f is wanted", frame, db, leastDb));
        }
    }

    /** What was found, to stand behind the number of frames. */
    String said() {
        if (compared == 0) {
            return "";
        }
        return Double.isInfinite(worstDb)
                ? ", " + compared + " compared are equal"
                : String.format(Locale.ROOT, ", %d compared have a PSNR of at least %.1f dB", compared, worstDb);
    }

    private static double psnrDb(VideoFrame composed, VideoFrame decoded) {
        MemorySegment wanted = composed.plane(0);
        MemorySegment is = decoded.plane(0);
        int width = composed.format().widthPx();
        int height = composed.format().heightPx();
        double sum = 0;
        for (int y = 0; y < height; y++) {
            long wantedRow = (long) y * composed.strideBytes(0);
            long isRow = (long) y * decoded.strideBytes(0);
            long rowSum = 0;
            for (int x = 0; x < width; x++) {
                int a = wanted.get(ValueLayout.JAVA_BYTE, wantedRow + x) & 0xff;
                int b = is.get(ValueLayout.JAVA_BYTE, isRow + x) & 0xff;
                rowSum += (long) (a - b) * (a - b);
            }
            sum += rowSum;
        }
        return sum == 0 ? Double.POSITIVE_INFINITY : 10 * Math.log10(PEAK * PEAK * width * height / sum);
    }
}
