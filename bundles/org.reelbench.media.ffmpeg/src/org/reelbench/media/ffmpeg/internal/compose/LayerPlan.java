package org.reelbench.media.ffmpeg.internal.compose;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Blend;
import org.reelbench.media.Canvas;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.ColorDescription.Matrix;
import org.reelbench.media.ColorDescription.Range;
import org.reelbench.media.ComposerInput;
import org.reelbench.media.ComposerInput.Neighbour;
import org.reelbench.media.EffectBody;
import org.reelbench.media.EffectReach;
import org.reelbench.media.EffectUse;
import org.reelbench.media.FilterText;
import org.reelbench.media.FrameProcessor;
import org.reelbench.media.LayerSpec;
import org.reelbench.media.LayerSpec.Motion;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.Placement;
import org.reelbench.media.ffmpeg.internal.FfmpegFrame;
import org.reelbench.media.ffmpeg.internal.paint.Painter;

/**
 * What happens to one layer before it is laid over those below: its processors, and its filters in the composition's graph.
 *
 * @param spec the layer
 * @param role what it is in the composition
 * @param geometry where it lies
 * @param fullColor whether it must be composed with colour at full size
 * @param stages the parts of its chain that run before the composition does
 * @param source the shape of the frames that enter the composition's graph
 * @param filters its filters there, as text; empty where it goes in untouched
 * @param alpha where its transparency comes from
 * @param plane the alpha plane that is equal everywhere; null where the layer needs none
 * @param effects its effects, in order
 * @param still keeps what was made of its picture; null where every picture is another one
 */
record LayerPlan(LayerSpec spec, Role role, LayerGeometry geometry, boolean fullColor, List<LayerStage> stages,
        PictureFormat source, String filters, Alpha alpha, @Nullable OpacityPlane plane, List<LayerEffect> effects,
        @Nullable PlacedStill still)
        implements
            AutoCloseable {

    /** Where the transparency of a layer comes from. */
    enum Alpha {
        /** From its frames or filters alone. */
        OWN,
        /** Its frames get an alpha plane of ours before they enter the graph. */
        ATTACHED,
        /** A grey picture of ours enters the graph beside its frames. */
        MERGED
    }

    /**
     * Some filters read and write beside pictures that are smaller: effects see them at least so large. The library's blur makes
     * noise of planes up to 16 samples wide, which chroma of half the size is at 32.
     */
    private static final int LEAST_EFFECT_PX = 48;
    /** And hardly larger than the largest canvas: a layer magnified a hundred times is not worth gigabytes. */
    private static final int MOST_EFFECT_PX = 8192;
    /** What a scaler holds of what goes into it: a quarter at 4K, a bit more than a third at 1080p. */
    private static final int SCALER_PARTS = 3;
    private static final ColorDescription MASK_COLOR = new ColorDescription(Matrix.BT709, Range.FULL);

    /** What a layer is in its composition. */
    enum Role {
        /** The picture everything else is laid over. */
        BASE,
        /** Laid over what is below. */
        OVERLAY,
        /** Painted onto what is below. */
        PAINTED,
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
        LayerChain chain = new LayerChain(number, spec.input(), canvas);
        boolean planned = false;
        try {
            LayerPlan plan = isPainted(spec)
                    ? painted(spec, canvas, chain, effects)
                    : plan(number, spec, canvas, chain, effects);
            planned = true;
            return plan;
        } finally {
            if (!planned) {
                chain.stages().forEach(LayerStage::close);
            }
        }
    }

    private static boolean isPainted(LayerSpec spec) {
        Placement place = spec.placement();
        boolean cropped = place.cropLeftPx() + place.cropTopPx() + place.cropRightPx() + place.cropBottomPx() > 0;
        // Effects see the whole picture; what a crop cuts off them is cut off last.
        return spec.motion() == Motion.PLACE || spec.blend() != Blend.NORMAL || spec.joined()
                || !place.isOnPixels() || cropped && !spec.effects().isEmpty();
    }

    private static LayerPlan painted(LayerSpec spec, Canvas canvas, LayerChain chain, InstalledEffects effects)
            throws MediaException {
        PictureFormat input = spec.input();
        if (!spec.effects().isEmpty()) {
            Placement place = spec.placement();
            double used = Math.max(1, input.widthPx() - place.cropLeftPx() - place.cropRightPx());
            double usedHeight = Math.max(1, input.heightPx() - place.cropTopPx() - place.cropBottomPx());
            chain.convert(effectSide(place.widthPx() * input.widthPx() / used),
                    effectSide(place.heightPx() * input.heightPx() / usedHeight), layerFormat(true, chain.hasAlpha()),
                    canvas.color());
            for (EffectUse use : spec.effects()) {
                add(use, chain, effects);
            }
        }
        PictureFormat now = chain.current();
        if (!Painter.paints(now.nativeFormat()) || !now.color().equals(canvas.color())) {
            chain.convert(now.widthPx(), now.heightPx(), layerFormat(sharesNoColor(now), chain.hasAlpha()), canvas.color());
        }
        chain.endStage();
        LayerGeometry whole = LayerGeometry.of(input, Placement.at(0, 0, input.widthPx(), input.heightPx()));
        return new LayerPlan(spec, Role.PAINTED, whole, true, List.copyOf(chain.stages()), chain.source(), "", Alpha.OWN, null,
                List.copyOf(chain.effects()), still(spec));
    }

    private static int effectSide(double side) {
        return Math.clamp(Math.round(side), LEAST_EFFECT_PX, MOST_EFFECT_PX);
    }

    private static boolean sharesNoColor(PictureFormat picture) {
        return avutil.av_pix_fmt_desc_get(picture.nativeFormat()).log2_chroma_w() == 0;
    }

    private static LayerPlan plan(int number, LayerSpec spec, Canvas canvas, LayerChain chain, InstalledEffects effects)
            throws MediaException {
        LayerGeometry geometry = LayerGeometry.of(spec.input(), spec.placement());
        int width = geometry.width();
        int height = geometry.height();
        // Colour of a picture with transparent parts cannot be made smaller alone: it would run out of what is seen.
        boolean fullColor = canvas.transparent() || geometry.splitsColorSamples(canvas)
                || spec.input().pixelFormat() == PixelFormat.YUVA444P;
        chain.crop(geometry.cropX(), geometry.cropY(), geometry.cropWidth(), geometry.cropHeight());
        boolean ownAlpha = chain.hasAlpha();
        boolean base = number == 0 && !canvas.transparent() && !spec.translucent() && geometry.covers(canvas) && !ownAlpha;
        boolean attachable = !base && chain.isUntouched()
                && chain.is(width, height, layerFormat(fullColor, false), canvas.color());
        // Where nothing but laying over follows, the scaler adds the alpha plane in the same step.
        boolean alphaAtOnce = !base && !attachable && spec.effects().isEmpty();
        int least = spec.effects().isEmpty() ? 1 : LEAST_EFFECT_PX;
        chain.convert(Math.max(width, least), Math.max(height, least), layerFormat(fullColor, ownAlpha || alphaAtOnce),
                canvas.color());
        for (EffectUse use : spec.effects()) {
            add(use, chain, effects);
            ownAlpha = chain.hasAlpha();
        }
        Alpha alpha = Alpha.OWN;
        if (base && !ownAlpha) {
            chain.convert(width, height, layerFormat(fullColor, false), canvas.color());
            turn(chain, geometry);
            chain.convert(geometry.boxWidth(), geometry.boxHeight(), avutil.AV_PIX_FMT_YUV420P, canvas.color());
            chain.crop(-geometry.x(), -geometry.y(), canvas.widthPx(), canvas.heightPx());
            endStage(spec, chain);
        } else {
            base = false;
            if (attachable && chain.isUntouched()) {
                alpha = Alpha.ATTACHED;
                chain.attachAlpha(layerFormat(fullColor, true));
            }
            chain.convert(width, height, layerFormat(fullColor, true), canvas.color());
            endStage(spec, chain);
            if (spec.translucent() && alpha == Alpha.OWN) {
                alpha = Alpha.MERGED;
                chain.merge("alpha" + number, maskLabel(number), ownAlpha);
            }
            turn(chain, geometry);
        }
        Role role = base ? Role.BASE : geometry.isOn(canvas) ? Role.OVERLAY : Role.BESIDE;
        return new LayerPlan(spec, role, geometry, fullColor, List.copyOf(chain.stages()), chain.source(), chain.filters(), alpha,
                alpha == Alpha.OWN || role == Role.BESIDE ? null : new OpacityPlane(width, height),
                List.copyOf(chain.effects()), still(spec));
    }

    /** What comes now is done anew in each frame; what was done before is kept where the picture stands still. */
    private static void endStage(LayerSpec spec, LayerChain chain) throws MediaException {
        if (isStill(spec)) {
            chain.endStage();
        }
    }

    /** An effect may look at the time: what it makes of a picture is another one each time. */
    private static @Nullable PlacedStill still(LayerSpec spec) {
        return isStill(spec) ? new PlacedStill() : null;
    }

    private static boolean isStill(LayerSpec spec) {
        return spec.motion() == Motion.STILL && spec.effects().isEmpty();
    }

    /** Returns the label of the grey picture that makes a layer translucent. */
    static String maskLabel(int number) {
        return "mask" + number;
    }

    /** Returns the shape of the grey picture. */
    PictureFormat maskFormat() {
        return LayerChain.described(geometry.width(), geometry.height(), avutil.AV_PIX_FMT_GRAY8, MASK_COLOR);
    }

    /** Returns the name of the filter that lays a layer over what is below. */
    static String overlayFilter(int number) {
        return "overlay@layer" + number;
    }

    /**
     * Brings a frame to the shape that enters the composition's graph or is painted.
     *
     * @param input what the layer brings
     * @param frames takes the frame, and the grey picture beside it if the layer has one; to be freed by the caller
     * @throws MediaException {@link Reason#EFFECT} if a processor fails, {@link Reason#UNSUPPORTED} if the frame cannot be used
     */
    void prepare(ComposerInput input, List<AVFrame> frames) throws MediaException {
        PlacedStill kept = still;
        AVFrame frame = kept == null ? null : kept.of(input.frame());
        if (frame == null) {
            frame = throughStages(input);
            if (kept != null) {
                kept.keep(input.frame(), frame);
            }
        }
        frames.add(frame);
        // A layer that is not seen is switched off; its frames pass by as they are.
        double opacity = input.opacity() == 0 ? 1 : input.opacity();
        OpacityPlane opacityPlane = plane;
        if (opacityPlane != null && alpha == Alpha.ATTACHED) {
            opacityPlane.attach(frame, opacity, source.nativeFormat());
        }
        Frames.tag(frame, source);
        if (opacityPlane != null && alpha == Alpha.MERGED) {
            frames.add(opacityPlane.picture(opacity, maskFormat()));
        }
    }

    /** Returns which frames around one the layer's effects look at together. */
    EffectReach reach() {
        return stages.stream().map(LayerStage::reach).reduce(EffectReach.NONE, EffectReach::plus);
    }

    private AVFrame throughStages(ComposerInput input) throws MediaException {
        List<Neighbour> around = reach().isBeyondItself()
                ? input.around()
                : List.of(new Neighbour(input.frame(), input.sourceTime()));
        List<Shot> shots = new ArrayList<>(around.size());
        boolean taken = false;
        try {
            for (Neighbour neighbour : around) {
                // Filters take frames of one shape only, or the process dies: for another one the frame itself stands in.
                boolean alike = neighbour.frame().format().equals(input.frame().format());
                AVFrame frame = FfmpegFrame.view(alike ? neighbour.frame() : input.frame());
                shots.add(new Shot(frame, neighbour.frame().time(), neighbour.sourceTime()));
                Frames.deinterlace(frame, spec.fields());
                Frames.straighten(frame, spec.input(), spec.alpha());
                Frames.tag(frame, spec.input());
            }
            taken = true;
            return Shot.through(shots, stages);
        } finally {
            if (!taken) {
                Shot.free(shots);
            }
        }
    }

    /** Returns about what the scalers of layers hold: it was measured to follow what goes into them. */
    static long scalerBytes(List<LayerPlan> layers) {
        return layers.stream().filter(layer -> layer.role != Role.BESIDE && !layer.filters.isEmpty())
                .mapToLong(layer -> bytes(layer.source) / SCALER_PARTS).sum();
    }

    /** Returns how large a picture is that shares colour samples. */
    static long bytes(PictureFormat picture) {
        return (long) picture.widthPx() * picture.heightPx() * 3 / 2;
    }

    /** Closes the layer's processors, its alpha plane and its picture. */
    @Override
    public void close() {
        stages.forEach(LayerStage::close);
        OpacityPlane opacityPlane = plane;
        if (opacityPlane != null) {
            opacityPlane.close();
        }
        PlacedStill kept = still;
        if (kept != null) {
            kept.close();
        }
    }

    /**
     * Gives one of the effects other values.
     *
     * @param index which
     * @param use its values
     * @param graph the graph the layer is laid in; null if it is painted
     * @return whether the effect took them
     * @throws MediaException {@link Reason#EFFECT} if it refuses the values or fails
     */
    boolean adjust(int index, EffectUse use, @Nullable FilterGraph graph) throws MediaException {
        return switch (effects.get(index)) {
        case LayerEffect.Code code -> stages.get(code.stage()).adjust(code.installed(), use);
        case LayerEffect.Text text -> {
            FilterGraph runsIn = text.stage() < stages.size() ? stages.get(text.stage()).filters() : graph;
            yield runsIn != null && text.adjust(use, runsIn);
        }
        };
    }

    private static void add(EffectUse use, LayerChain chain, InstalledEffects effects) throws MediaException {
        InstalledEffect installed = effects.find(use.effect());
        EffectBody body = installed.create(use);
        if (body instanceof FilterText text) {
            chain.effect(installed, text);
        } else if (body instanceof FrameProcessor processor) {
            boolean added = false;
            try {
                chain.process(installed, processor);
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
