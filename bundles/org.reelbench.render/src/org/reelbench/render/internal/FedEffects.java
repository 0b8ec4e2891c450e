package org.reelbench.render.internal;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Alpha;
import org.reelbench.media.Cancellation;
import org.reelbench.media.Canvas;
import org.reelbench.media.Composition;
import org.reelbench.media.EffectReach;
import org.reelbench.media.EffectUse;
import org.reelbench.media.Fields;
import org.reelbench.media.LayerSpec;
import org.reelbench.media.MediaException;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.Placement;
import org.reelbench.media.VideoFrame;
import org.reelbench.render.Layer;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.Transform;

/**
 * The pictures of one clip with its effects on them, where some of these have to be fed: they get the clip's frames in order, from
 * its in point or as far back as they look, whatever lies above or below it, before it is laid on the canvas. The effects stand in
 * stages, one behind the other; each effect that is fed is a stage by itself.
 * <p>
 * One thread at a time. No frames are kept but those that come with one, and the last.
 */
final class FedEffects implements AutoCloseable {

    /** As large as effects see pictures that are composed at once. */
    private static final int LEAST_PX = 1;
    private static final int MOST_PX = 8192;

    private final Feeding feeding;
    private final Canvas canvas;
    private final LayerEffects effects;
    private final FrameWindow.Frames source;
    private final List<FedStage> stages = new ArrayList<>();
    private @Nullable PictureFormat whole;

    /**
     * What is fed to which effects.
     *
     * @param look the source and the effects, nothing else
     * @param reaches how far the effects look, those on pictures that are installed, in order
     */
    record Feeding(Layer.Look look, List<EffectReach> reaches) {
    }

    /**
     * Creates the pictures.
     *
     * @param feeding what is fed to which effects
     * @param canvas the canvas the clip is fitted into
     * @param effects finds the effects' values
     * @param source makes the clip's own frames by number
     */
    FedEffects(Feeding feeding, Canvas canvas, LayerEffects effects, FrameWindow.Frames source) {
        this.feeding = feeding;
        this.canvas = canvas;
        this.effects = effects;
        this.source = source;
        EffectReach together = EffectReach.NONE;
        int from = 0;
        boolean everything = false;
        List<EffectReach> reaches = feeding.reaches();
        for (int i = 0; i <= reaches.size(); i++) {
            boolean fed = i < reaches.size() && reaches.get(i).isFed();
            if ((fed || i == reaches.size()) && from < i) {
                add(from, i, together, 0, everything);
                from = i;
                together = EffectReach.NONE;
            }
            if (fed) {
                add(i, i + 1, reaches.get(i).around(), reaches.get(i).behind(), everything);
                from = i + 1;
                everything |= reaches.get(i).behind() == EffectReach.UNBOUNDED;
            } else if (i < reaches.size()) {
                together = together.plus(reaches.get(i));
            }
        }
    }

    private void add(int from, int to, EffectReach around, long behind, boolean afterEverything) {
        Long since = feeding.look().since();
        long begin = since == null ? 0 : since;
        // What comes out of an effect that looks at everything begins where the clip does; the source goes on before it.
        FrameWindow window = new FrameWindow(around, this::timeOf, afterEverything ? begin : Long.MIN_VALUE);
        FrameWindow.Frames input = stages.isEmpty() ? this::own : stages.getLast()::at;
        boolean first = stages.isEmpty();
        FedStage.Beginning beginning = frame -> behind == EffectReach.UNBOUNDED
                ? Math.min(begin, frame)
                : Math.max(frame - behind, afterEverything ? Math.min(begin, frame) : Long.MIN_VALUE);
        stages.add(new FedStage(effects.composers(), window, input, beginning, new FedStage.Asking() {
            @Override
            public Composition of(long frame, PictureFormat picture) throws MediaException {
                List<EffectUse> uses = effects.at(feeding.look(), frame);
                List<EffectUse> own = uses.subList(Math.min(from, uses.size()), Math.min(to, uses.size()));
                return first
                        ? fitted(picture, own)
                        : layer(picture, picture.widthPx(), picture.heightPx(), own, Fields.NONE, Alpha.STRAIGHT);
            }

            @Override
            public RationalTime timeOf(long frame) {
                return FedEffects.this.timeOf(frame);
            }
        }));
    }

    /** Returns a frame, to be closed by the caller. What was fed so far is remembered, also if the call is cancelled. */
    TreatedPicture at(long frame, Cancellation cancellation) throws MediaException {
        VideoFrame treated = stages.getLast().at(frame, cancellation);
        PictureFormat shape = whole;
        return new TreatedPicture(treated, shape == null ? treated.format() : shape);
    }

    private VideoFrame own(long frame, Cancellation cancellation) throws MediaException {
        cancellation.check();
        return source.at(frame, cancellation);
    }

    private RationalTime timeOf(long frame) {
        return feeding.look().source().timeAt(frame, canvas.rate());
    }

    /** As it is fitted into the canvas, but for being turned. */
    private Composition fitted(PictureFormat picture, List<EffectUse> uses) throws MediaException {
        Content content = feeding.look().source().content();
        Shown shown = Shown.of(content, effects.catalog());
        PictureFormat deciding = StandIns.whole(content, picture, effects.catalog());
        whole = deciding;
        Placement place = Placements.of(Transform.IDENTITY, picture, deciding, shown, canvas);
        return layer(shown.colored(picture), side(place.widthPx()), side(place.heightPx()), uses, shown.fields(), shown.alpha());
    }

    private Composition layer(PictureFormat picture, int widthPx, int heightPx, List<EffectUse> uses, Fields fields,
            Alpha alpha) {
        LayerSpec layer = new LayerSpec(picture, Placement.at(0, 0, widthPx, heightPx), false, uses);
        return new Composition(new Canvas(widthPx, heightPx, canvas.rate(), canvas.color(), true),
                List.of(layer.withFields(fields).withAlpha(alpha)));
    }

    private static int side(double px) {
        return Math.clamp(Math.round(px), LEAST_PX, MOST_PX);
    }

    @Override
    public void close() {
        stages.forEach(FedStage::close);
    }
}
