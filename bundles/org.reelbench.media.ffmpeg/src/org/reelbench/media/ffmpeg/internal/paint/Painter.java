package org.reelbench.media.ffmpeg.internal.paint;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Blend;
import org.reelbench.media.Canvas;
import org.reelbench.media.Placement;

/**
 * Paints layers onto a canvas, at any place, size and angle, with every way of mixing. Each call depends on its arguments alone.
 */
public final class Painter {

    private static final int ALPHA_PLANE = 3;

    private final Canvas canvas;
    private final ColorMatrix matrix;
    private final int shift;

    /**
     * Creates a painter.
     *
     * @param canvas the canvas
     */
    public Painter(Canvas canvas) {
        this.canvas = canvas;
        this.matrix = new ColorMatrix(canvas.color());
        this.shift = canvas.transparent() ? 0 : 1;
    }

    /**
     * How a layer is laid.
     *
     * @param placement where it lies
     * @param inputWidthPx the width of the picture that the placement's crop counts in
     * @param inputHeightPx its height
     * @param opacity 0 to 1
     * @param blend how it mixes
     */
    public record Laying(Placement placement, int inputWidthPx, int inputHeightPx, double opacity, Blend blend) {
    }

    /**
     * Tells whether pictures of a pixel format can be painted.
     *
     * @param pixelFormat the library's number
     * @return true for planar luma and chroma of 8 to 16 bits, with or without alpha
     */
    public static boolean paints(int pixelFormat) {
        AVPixFmtDescriptor descriptor = avutil.av_pix_fmt_desc_get(pixelFormat);
        long flags = descriptor.flags();
        boolean planes = (flags & avutil.AV_PIX_FMT_FLAG_PLANAR) != 0 && descriptor.nb_components() >= ALPHA_PLANE;
        long others = avutil.AV_PIX_FMT_FLAG_RGB | avutil.AV_PIX_FMT_FLAG_BE | avutil.AV_PIX_FMT_FLAG_HWACCEL
                | avutil.AV_PIX_FMT_FLAG_FLOAT | avutil.AV_PIX_FMT_FLAG_BITSTREAM;
        boolean apart = true;
        for (int i = 0; i < descriptor.nb_components(); i++) {
            apart &= descriptor.comp(i).plane() == i && descriptor.comp(i).shift() == 0;
        }
        return planes && (flags & others) == 0 && apart && descriptor.log2_chroma_w() <= 1 && descriptor.log2_chroma_h() <= 1;
    }

    /**
     * Paints a layer.
     *
     * @param onto the canvas's picture, writable, in {@link Canvas#picture()}
     * @param below what lay below the outgoing side of a dissolve, of which this layer is the incoming one; null for all others
     * @param picture the layer's picture, of the canvas's colour, in a format that can be painted
     * @param laying how it is laid
     */
    public void paint(AVFrame onto, @Nullable AVFrame below, AVFrame picture, Laying laying) {
        Place place = Place.of(laying.placement, laying.inputWidthPx, laying.inputHeightPx, picture.width(), picture.height());
        Target target = place.target(canvas.widthPx(), canvas.heightPx(), shift);
        if (target.isEmpty() || laying.opacity == 0) {
            return;
        }
        List<Channel> channels = channels(picture, place.quarters());
        Sampler sampler = place.radians() == 0
                ? new UprightSampler(channels, place, target)
                : new TurnedSampler(channels, place, target);
        LayerRows rows = new LayerRows(sampler, target, laying.opacity);
        List<Plane> planes = planes(onto, 0);
        List<Plane> planesBelow = below == null ? null : planes(below, 0);
        Strokes strokes = laying.blend == Blend.NORMAL && !canvas.transparent()
                ? new PlainStrokes(target, planes, planesBelow)
                : new BlendedStrokes(target, planes, planesBelow, laying.blend, matrix);
        for (int row = 0; row < target.height() >> shift; row++) {
            rows.read(row);
            strokes.paint(row, rows);
        }
    }

    private static List<Channel> channels(AVFrame picture, int quarters) {
        List<Plane> planes = planes(picture, quarters);
        Plane alpha = planes.size() > ALPHA_PLANE ? planes.get(ALPHA_PLANE) : null;
        AVPixFmtDescriptor descriptor = avutil.av_pix_fmt_desc_get(picture.format());
        int width = picture.width();
        int height = picture.height();
        Grid light = Grid.of(width, height, 0, 0).turned(quarters, width, height);
        Grid color = Grid.of(width, height, descriptor.log2_chroma_w(), descriptor.log2_chroma_h()).turned(quarters, width,
                height);
        return List.of(new Channel(planes.get(0), alpha, light), new Channel(planes.get(1), alpha, color),
                new Channel(planes.get(2), alpha, color), new Channel(null, alpha, light), new Channel(null, alpha, color));
    }

    /** Returns the planes of a frame, turned clockwise. */
    static List<Plane> planes(AVFrame frame, int quarters) {
        AVPixFmtDescriptor descriptor = avutil.av_pix_fmt_desc_get(frame.format());
        List<Plane> planes = new ArrayList<>();
        for (int i = 0; i < descriptor.nb_components(); i++) {
            boolean color = i == 1 || i == 2;
            int width = color ? Math.ceilDiv(frame.width(), 1 << descriptor.log2_chroma_w()) : frame.width();
            int height = color ? Math.ceilDiv(frame.height(), 1 << descriptor.log2_chroma_h()) : frame.height();
            int stride = frame.linesize(i);
            MemorySegment memory = MemorySegment.ofAddress(frame.data(i).address()).reinterpret((long) stride * height);
            planes.add(new Plane(memory, stride, width, height, descriptor.comp(i).depth()).turned(quarters));
        }
        return planes;
    }
}
