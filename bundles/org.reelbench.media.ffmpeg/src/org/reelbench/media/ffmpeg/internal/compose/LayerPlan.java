package org.reelbench.media.ffmpeg.internal.compose;

import java.util.List;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.reelbench.media.Canvas;
import org.reelbench.media.ComposerInput;
import org.reelbench.media.EffectBody;
import org.reelbench.media.EffectUse;
import org.reelbench.media.FilterText;
import org.reelbench.media.FrameProcessor;
import org.reelbench.media.LayerSpec;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.ffmpeg.internal.FfmpegFrame;

/**
 * What happens to one layer before it is laid over those below: its processors, and its filters in the composition's graph.
 *
 * @param spec the layer
 * @param role what it is in the composition
 * @param geometry where it lies
 * @param fullColor whether it must be composed with colour at full size
 * @param stages the parts of its chain that end in a processor
 * @param source the shape of the frames that enter the composition's graph
 * @param filters its filters there, separated by commas; empty where it goes in untouched
 */
record LayerPlan(LayerSpec spec, Role role, LayerGeometry geometry, boolean fullColor, List<ProcessorStage> stages,
        PictureFormat source, String filters) implements AutoCloseable {

    /** What a layer is in its composition. */
    enum Role {
        /** The picture everything else is laid over. */
        BASE,
        /** Laid over what is below. */
        OVERLAY,
        /** Wholly beside the canvas. */
        BESIDE
    }

    /**
     * Plans a layer.
     *
     * @param number its number from below, which names its filters
     * @param spec the layer
     * @param canvas the canvas
     * @param effects where effects come from
     * @return the plan, to be closed by the caller
     * @throws MediaException {@link Reason#EFFECT} or {@link Reason#UNSUPPORTED}
     */
    static LayerPlan of(int number, LayerSpec spec, Canvas canvas, InstalledEffects effects) throws MediaException {
        LayerChain chain = new LayerChain(spec.input(), canvas);
        boolean planned = false;
        try {
            LayerPlan plan = plan(number, spec, canvas, chain, effects);
            planned = true;
            return plan;
        } finally {
            if (!planned) {
                chain.stages().forEach(ProcessorStage::close);
            }
        }
    }

    private static LayerPlan plan(int number, LayerSpec spec, Canvas canvas, LayerChain chain, InstalledEffects effects)
            throws MediaException {
        LayerGeometry geometry = LayerGeometry.of(spec.input(), spec.placement());
        boolean lowest = number == 0 && !spec.translucent() && geometry.covers(canvas);
        boolean fullColor = geometry.splitsColorSamples(canvas);
        chain.crop(geometry.cropX(), geometry.cropY(), geometry.cropWidth(), geometry.cropHeight());
        boolean base = lowest && !chain.hasAlpha();
        // Where nothing but laying over follows, the scaler adds the alpha plane in the same step.
        boolean alpha = chain.hasAlpha() || (!base && spec.effects().isEmpty());
        chain.convert(geometry.width(), geometry.height(), layerFormat(fullColor, alpha), canvas.color());
        for (EffectUse use : spec.effects()) {
            add(use, chain, effects);
        }
        base &= !chain.hasAlpha();
        if (base) {
            turn(chain, geometry);
            chain.convert(geometry.boxWidth(), geometry.boxHeight(), avutil.AV_PIX_FMT_YUV420P, canvas.color());
            chain.crop(-geometry.x(), -geometry.y(), canvas.widthPx(), canvas.heightPx());
        } else {
            chain.convert(geometry.width(), geometry.height(), layerFormat(fullColor, true), canvas.color());
            turn(chain, geometry);
            if (spec.translucent()) {
                // Told to leave luma and colour alone: left to itself the filter clips them to the limited range.
                chain.filter(opacityFilter(number) + "=y=val:u=val:v=val:a=val:enable=0", geometry.boxWidth(),
                        geometry.boxHeight());
            }
        }
        Role role = base ? Role.BASE : geometry.isOn(canvas) ? Role.OVERLAY : Role.BESIDE;
        return new LayerPlan(spec, role, geometry, fullColor, List.copyOf(chain.stages()), chain.source(), chain.filters());
    }

    /** Returns the name of the filter that makes a layer translucent. */
    static String opacityFilter(int number) {
        return "lutyuv@opacity" + number;
    }

    /** Returns the name of the filter that lays a layer over what is below. */
    static String overlayFilter(int number) {
        return "overlay@layer" + number;
    }

    /**
     * Brings a frame to the shape that enters the composition's graph.
     *
     * @param input what the layer brings
     * @return the frame, to be freed by the caller
     * @throws MediaException {@link Reason#EFFECT} if a processor fails, {@link Reason#UNSUPPORTED} if the frame cannot be used
     */
    AVFrame prepare(ComposerInput input) throws MediaException {
        AVFrame frame = FfmpegFrame.view(input.frame());
        Frames.tag(frame, spec.input());
        boolean done = false;
        try {
            for (ProcessorStage stage : stages) {
                AVFrame next = stage.apply(frame, input.frame().time(), input.clipTime());
                avutil.av_frame_free(frame);
                frame = next;
            }
            Frames.tag(frame, source);
            done = true;
            return frame;
        } finally {
            if (!done) {
                avutil.av_frame_free(frame);
            }
        }
    }

    /** Closes the layer's processors. */
    @Override
    public void close() {
        stages.forEach(ProcessorStage::close);
    }

    private static void add(EffectUse use, LayerChain chain, InstalledEffects effects) throws MediaException {
        EffectBody body = effects.create(use);
        if (body instanceof FilterText text) {
            chain.effect(use.effect(), text);
        } else if (body instanceof FrameProcessor processor) {
            boolean added = false;
            try {
                chain.process(use.effect(), processor);
                added = true;
            } catch (RuntimeException e) {
                // Code of a third party: whatever it throws, the composer says whose it was.
                throw new MediaException(Reason.EFFECT, "",
                        "the effect '" + use.effect() + "' failed: " + e + "; remove it from the clip, or update its plug-in", e);
            } finally {
                if (!added) {
                    processor.close();
                }
            }
        }
    }

    private static void turn(LayerChain chain, LayerGeometry geometry) {
        int width = geometry.boxWidth();
        int height = geometry.boxHeight();
        switch (geometry.turn()) {
        case CLOCKWISE -> chain.filter("transpose=dir=clock", width, height);
        case HALF -> chain.filter("vflip,hflip", width, height);
        case COUNTERCLOCKWISE -> chain.filter("transpose=dir=cclock", width, height);
        case FREE -> chain.filter("rotate=a=" + GraphText.number(Math.toRadians(geometry.degrees())) + ":ow=" + width + ":oh="
                + height + ":c=black@0", width, height);
        case NONE -> {
            // nothing to turn
        }
        }
    }

    private static int layerFormat(boolean fullColor, boolean alpha) {
        if (fullColor) {
            return alpha ? avutil.AV_PIX_FMT_YUVA444P : avutil.AV_PIX_FMT_YUV444P;
        }
        return alpha ? avutil.AV_PIX_FMT_YUVA420P : avutil.AV_PIX_FMT_YUV420P;
    }
}
