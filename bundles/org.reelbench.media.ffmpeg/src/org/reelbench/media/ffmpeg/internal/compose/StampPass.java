package org.reelbench.media.ffmpeg.internal.compose;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Canvas;
import org.reelbench.media.ComposerInput;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.ffmpeg.internal.Errors;
import org.reelbench.media.ffmpeg.internal.compose.LayerPlan.Role;

/**
 * A step that lays opaque layers whose sides lie on colour samples: their pixels are copied into one picture. The filter that lays
 * any layer over another does the same to such layers, but copies the whole canvas for each of them, and keeps two copies of it.
 */
final class StampPass implements Pass {

    private static final int ALPHA_PLANE = 3;

    private final int firstLayer;
    private final List<LayerPlan> layers;
    private final GraphOfLayers whole;
    /** Brings the layers to their places' sizes; null for those that come as they are laid. */
    private final List<@Nullable FilterGraph> scalers = new ArrayList<>();

    /**
     * Opens the step.
     *
     * @param firstLayer the number of the lowest layer
     * @param layers the layers, bottom first
     * @param canvas the canvas
     * @param whole the same as one graph, for people
     * @throws MediaException if the library refuses a layer's filters
     */
    StampPass(int firstLayer, List<LayerPlan> layers, Canvas canvas, GraphOfLayers whole) throws MediaException {
        this.firstLayer = firstLayer;
        this.layers = layers;
        this.whole = whole;
        boolean opened = false;
        try {
            for (LayerPlan layer : layers) {
                scalers.add(layer.role() == Role.BESIDE || layer.filters().isEmpty()
                        ? null
                        : FilterGraph.open(GraphText.source(0, layer.source(), canvas.rate(), "stamp_in") + ";[stamp_in]"
                                + layer.filters() + "[stamp];[stamp]" + GraphText.SINK_FILTER, 1));
            }
            opened = true;
        } finally {
            if (!opened) {
                close();
            }
        }
    }

    /** Tells whether layers can be laid so; one alone that is the whole picture needs no laying. */
    static boolean lays(List<LayerPlan> layers, Canvas canvas) {
        return !canvas.transparent() && layers.stream().anyMatch(layer -> layer.role() == Role.OVERLAY)
                && layers.stream().allMatch(layer -> layer.role() == Role.BESIDE || layer.role() == Role.BASE || isOpaque(layer));
    }

    private static boolean isOpaque(LayerPlan layer) {
        boolean ownAlpha = layer.alpha() != LayerPlan.Alpha.ATTACHED
                && GraphText.hasAlpha(layer.source().nativeFormat());
        return layer.role() == Role.OVERLAY && !ownAlpha && !layer.fullColor() && !layer.spec().translucent()
                && layer.effects().isEmpty();
    }

    @Override
    public int firstLayer() {
        return firstLayer;
    }

    @Override
    public boolean needsBelow() {
        return whole.needsBelow();
    }

    @Override
    public AVFrame run(@Nullable AVFrame below, @Nullable AVFrame belowOutgoing, List<ComposerInput> inputs)
            throws MediaException {
        AVFrame picture = needsBelow() ? Errors.allocated(avutil.av_frame_clone(below)) : placed(0, inputs);
        boolean laid = false;
        try {
            Frames.standUpright(picture);
            Errors.check(avutil.av_frame_make_writable(picture), Reason.UNSUPPORTED, "", "a frame cannot be copied");
            for (int i = needsBelow() ? 0 : 1; i < layers.size(); i++) {
                if (layers.get(i).role() != Role.BESIDE) {
                    AVFrame stamp = placed(i, inputs);
                    try {
                        Frames.standUpright(stamp);
                        stamp(picture, stamp, layers.get(i).geometry());
                    } finally {
                        avutil.av_frame_free(stamp);
                    }
                }
            }
            laid = true;
            return picture;
        } finally {
            if (!laid) {
                avutil.av_frame_free(picture);
            }
        }
    }

    /** Returns a layer's picture as it is laid, to be freed by the caller. */
    private AVFrame placed(int index, List<ComposerInput> inputs) throws MediaException {
        List<AVFrame> frames = new ArrayList<>(1);
        boolean done = false;
        try {
            layers.get(index).prepare(inputs.get(firstLayer + index), frames);
            FilterGraph scaler = scalers.get(index);
            AVFrame placed = scaler == null ? frames.removeFirst() : scaler.run(frames);
            done = true;
            return placed;
        } finally {
            if (!done || scalers.get(index) != null) {
                frames.forEach(avutil::av_frame_free);
            }
        }
    }

    private static void stamp(AVFrame picture, AVFrame stamp, LayerGeometry place) {
        int left = Math.max(0, place.x());
        int top = Math.max(0, place.y());
        int right = Math.min(picture.width(), place.x() + place.boxWidth());
        int bottom = Math.min(picture.height(), place.y() + place.boxHeight());
        for (int plane = 0; plane < ALPHA_PLANE; plane++) {
            int shift = plane == 0 ? 0 : 1;
            int columns = (right + shift >> shift) - (left >> shift);
            MemorySegment to = rows(picture, plane, bottom + shift >> shift);
            MemorySegment from = rows(stamp, plane, (bottom + shift >> shift) - (place.y() >> shift));
            for (int row = top >> shift; row < bottom + shift >> shift; row++) {
                MemorySegment.copy(from,
                        (long) (row - (place.y() >> shift)) * stamp.linesize(plane) + (left - place.x() >> shift),
                        to, (long) row * picture.linesize(plane) + (left >> shift), columns);
            }
        }
    }

    private static MemorySegment rows(AVFrame frame, int plane, int rows) {
        return MemorySegment.ofAddress(frame.data(plane).address()).reinterpret((long) rows * frame.linesize(plane));
    }

    @Override
    public long heldBytes() {
        return LayerPlan.scalerBytes(layers);
    }

    @Override
    public String text() {
        return whole.text();
    }

    @Override
    public void close() {
        for (FilterGraph scaler : scalers) {
            if (scaler != null) {
                scaler.close();
            }
        }
    }
}
