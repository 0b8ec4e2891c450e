package org.reelbench.media.ffmpeg.internal.compose;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Canvas;
import org.reelbench.media.ComposerInput;
import org.reelbench.media.LayerSpec;
import org.reelbench.media.LayerSpec.Motion;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.Placement;
import org.reelbench.media.ffmpeg.internal.Errors;
import org.reelbench.media.ffmpeg.internal.paint.Painter;

/** A step that paints one layer. */
final class PaintPass implements Pass {

    private final int number;
    private final LayerPlan layer;
    private final Painter painter;

    PaintPass(int number, LayerPlan layer, Canvas canvas) {
        this.number = number;
        this.layer = layer;
        this.painter = new Painter(canvas);
    }

    @Override
    public int firstLayer() {
        return number;
    }

    @Override
    public boolean needsBelow() {
        return true;
    }

    @Override
    public AVFrame run(@Nullable AVFrame below, @Nullable AVFrame belowOutgoing, List<ComposerInput> inputs)
            throws MediaException {
        ComposerInput input = inputs.get(number);
        AVFrame canvas = Errors.allocated(avutil.av_frame_clone(below));
        boolean painted = false;
        List<AVFrame> frames = new ArrayList<>();
        try {
            if (input.opacity() > 0) {
                layer.prepare(input, frames);
                Frames.standUpright(frames.getFirst());
                Frames.standUpright(canvas);
                Errors.check(avutil.av_frame_make_writable(canvas), Reason.UNSUPPORTED, "", "a frame cannot be copied");
                PictureFormat shape = layer.spec().input();
                painter.paint(canvas, layer.spec().joined() ? belowOutgoing : null, frames.getFirst(), new Painter.Laying(
                        placement(input), shape.widthPx(), shape.heightPx(), input.opacity(), layer.spec().blend()));
            }
            painted = true;
            return canvas;
        } finally {
            frames.forEach(avutil::av_frame_free);
            if (!painted) {
                avutil.av_frame_free(canvas);
            }
        }
    }

    private Placement placement(ComposerInput input) {
        Placement moving = input.placement();
        return moving == null ? layer.spec().placement() : moving;
    }

    @Override
    public long heldBytes() {
        return 0;
    }

    @Override
    public String text() {
        LayerSpec spec = layer.spec();
        return "paint layer " + number + " " + spec.blend() + (spec.joined() ? " joined" : "")
                + (spec.motion() == Motion.PLACE ? " moving" : " " + spec.placement());
    }

    @Override
    public void close() {
        // holds nothing that outlives a call
    }
}
