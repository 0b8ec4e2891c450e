package org.reelbench.media.ffmpeg.internal.effects;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;

/**
 * The points of a curve of tone, written as {@code 0/0 0.5/0.6 1/1}: what comes in, what goes out, from black (0) to white (1).
 * Read and written anew, so that no other text gets near the filter library.
 *
 * @param points the points, each what comes in and what goes out
 */
record CurvePoints(List<double[]> points) {

    /** The curve that changes nothing. */
    static final String STRAIGHT = "0/0 1/1";

    private static final Pattern POINT = Pattern.compile("([0-9.]{1,8})/([0-9.]{1,8})");

    /**
     * Reads points.
     *
     * @param name the parameter's name, for messages
     * @param text the points, from left to right
     * @return the curve
     * @throws MediaException {@link Reason#EFFECT} if they are no points of a curve
     */
    static CurvePoints parse(String name, String text) throws MediaException {
        List<double[]> points = new ArrayList<>();
        double before = -1;
        for (String word : text.strip().split("\\s+")) {
            Matcher point = POINT.matcher(word);
            double[] read = point.matches() ? read(point) : new double[] { -1, -1 };
            if (!(read[0] > before && read[0] <= 1 && read[1] >= 0 && read[1] <= 1)) {
                throw new MediaException(Reason.EFFECT, "", "'" + name
                        + "' is a curve such as 0/0 0.5/0.6 1/1: numbers from 0 to 1, the first ones rising, not '" + text + "'");
            }
            before = read[0];
            points.add(read);
        }
        return new CurvePoints(List.copyOf(points));
    }

    private static double[] read(Matcher point) {
        try {
            return new double[] { Double.parseDouble(point.group(1)), Double.parseDouble(point.group(2)) };
        } catch (NumberFormatException e) {
            // Two dots, for example: refused like any other text that is no point.
            return new double[] { Double.NaN, Double.NaN };
        }
    }

    /** Returns the curve as the filter library reads it. */
    String filterText() {
        return String.join(" ", points.stream().map(p -> Texts.text(p[0]) + "/" + Texts.text(p[1])).toList());
    }
}
