package org.reelbench.media.ffmpeg.internal.compose;

import java.util.List;

import org.bytedeco.ffmpeg.global.avutil;
import org.reelbench.media.Canvas;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.ffmpeg.internal.compose.LayerPlan.Alpha;
import org.reelbench.media.ffmpeg.internal.compose.LayerPlan.Role;

/**
 * Layers that lie next to each other as one filter graph: the text that lays them over each other.
 *
 * @param text the graph
 * @param inputs how many sources it has
 * @param needsBelow whether the first source takes what is below, because no layer is the base
 */
record GraphOfLayers(String text, int inputs, boolean needsBelow) {

    /** The scaler does not average a picture of two pixels. */
    private static final int LEAST_PART_PX = 4;

    /**
     * Writes a graph.
     *
     * @param firstLayer the number of the lowest layer
     * @param layers the layers' plans, bottom first; none gives what is below
     * @param canvas the canvas
     * @return the graph
     */
    static GraphOfLayers of(int firstLayer, List<LayerPlan> layers, Canvas canvas) {
        boolean needsBelow = layers.isEmpty() || layers.getFirst().role() != Role.BASE;
        int inputs = (needsBelow ? 1 : 0)
                + layers.stream().filter(l -> l.role() != Role.BESIDE).mapToInt(l -> l.alpha() == Alpha.MERGED ? 2 : 1).sum();
        return new GraphOfLayers(text(canvas, firstLayer, layers, needsBelow), inputs, needsBelow);
    }

    private static String text(Canvas canvas, int firstLayer, List<LayerPlan> layers, boolean needsBelow) {
        StringBuilder text = new StringBuilder();
        int input = 0;
        String below = "";
        if (needsBelow) {
            PictureFormat picture = new PictureFormat(canvas.widthPx(), canvas.heightPx(), canvas.picture().pixelFormat(),
                    canvas.transparent() ? avutil.AV_PIX_FMT_YUVA444P : avutil.AV_PIX_FMT_YUV420P, canvas.color());
            below = "below";
            text.append(GraphText.source(input++, picture, canvas.rate(), below)).append(";\n");
        }
        for (int index = 0; index < layers.size(); index++) {
            LayerPlan layer = layers.get(index);
            int i = firstLayer + index;
            if (layer.role() == Role.BESIDE) {
                continue;
            }
            String picture = "in" + i;
            text.append(GraphText.source(input++, layer.source(), canvas.rate(), picture)).append(";\n");
            if (layer.alpha() == Alpha.MERGED) {
                text.append(GraphText.source(input++, layer.maskFormat(), canvas.rate(), LayerPlan.maskLabel(i))).append(";\n");
            }
            if (!layer.filters().isEmpty()) {
                text.append('[').append(picture).append(']').append(layer.filters());
                picture = "layer" + i;
                text.append('[').append(picture).append("];\n");
            }
            if (layer.role() == Role.BASE) {
                below = picture;
            } else {
                String composed = "over" + i;
                text.append(layer.fullColor() && !canvas.transparent()
                        ? overInFullColor(i, layer.geometry(), canvas, below, picture, composed)
                        : over(i, layer.geometry().x(), layer.geometry().y(), canvas.transparent() ? "yuv444" : "yuv420", below,
                                picture, composed));
                below = composed;
            }
        }
        return text.append('[').append(below).append(']').append(GraphText.SINK_FILTER).toString();
    }

    private static String over(int number, int x, int y, String format, String below, String picture, String composed) {
        return "[" + below + "][" + picture + "]" + LayerPlan.overlayFilter(number) + "=x=" + x + ":y=" + y
                + ":eval=init:format=" + format + ":alpha=straight[" + composed + "];\n";
    }

    /**
     * Lays a layer whose sides lie between colour samples over what is below: the part below it is taken to full colour by
     * repeating samples and comes back by averaging them, which changes nothing where the layer is transparent.
     */
    private static String overInFullColor(int number, LayerGeometry layer, Canvas canvas, String below, String picture,
            String composed) {
        int[] columns = part(layer.x(), layer.boxWidth(), canvas.widthPx());
        int[] rows = part(layer.y(), layer.boxHeight(), canvas.heightPx());
        int left = columns[0];
        int top = rows[0];
        String id = Integer.toString(number);
        return "[" + below + "]split[keep" + id + "][part" + id + "];\n" + "[part" + id + "]crop=w=" + columns[1] + ":h="
                + rows[1] + ":x=" + left + ":y=" + top + ":exact=1,scale=flags=neighbor,format=pix_fmts=yuv444p[full" + id
                + "];\n" + "[full" + id + "][" + picture + "]overlay=x=" + (layer.x() - left) + ":y=" + (layer.y() - top)
                + ":eval=init:format=yuv444:alpha=straight,scale=flags=area,format=pix_fmts=yuva420p[whole" + id + "];\n"
                + over(number, left, top, "yuv420", "keep" + id, "whole" + id, composed);
    }

    /** Returns where the even part of the canvas around a layer begins, and how long it is. */
    private static int[] part(int start, int length, int canvasLength) {
        int end = Math.min(canvasLength, start + length + 1 & ~1);
        int begin = Math.max(0, start & ~1);
        if (end - begin < LEAST_PART_PX) {
            end = Math.min(canvasLength, begin + LEAST_PART_PX);
            begin = Math.max(0, end - LEAST_PART_PX);
        }
        return new int[] { begin, end - begin };
    }
}
