package org.reelbench.render.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Canvas;
import org.reelbench.media.Cancellation;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.Composer;
import org.reelbench.media.ComposerInput;
import org.reelbench.media.ComposerInput.Neighbour;
import org.reelbench.media.Composers;
import org.reelbench.media.Composition;
import org.reelbench.media.EffectReach;
import org.reelbench.media.LayerSpec;
import org.reelbench.media.MediaException;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.render.FrameConsumer;
import org.reelbench.render.Layer;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.RenderException;
import org.reelbench.render.Source;
import org.reelbench.render.Span;
import org.reelbench.render.SpanPlanner;
import org.reelbench.render.VideoRenderer;
import org.reelbench.render.internal.FedEffects.Feeding;
import org.reelbench.time.RationalTime;
import org.reelbench.time.Timecode;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Still;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Sequence;

/**
 * Renders pictures: asks the planner for the span, takes one frame from the feed of each layer, composes.
 * <p>
 * Feeds are known by their source, so a layer that goes on in the next span keeps its decoder; all others are closed at the
 * border. While a run nears the end of a span, the feeds of the next one start, so that no border waits for a seek.
 */
final class VideoPipeline implements VideoRenderer {

    /** How long before a border the next span's sources are opened: longer than a cold seek in a GOP of 10 s takes. */
    private static final int LEAD_FRAMES = 30;

    private final Sequence sequence;
    private final Canvas canvas;
    private final Canvas seeThrough;
    private final Means means;
    private final SpanPlanner planner;
    private final Map<FeedKey, LayerFeed> feeds = new HashMap<>();
    private final OpenComposers composers;
    private final LayerEffects effects;
    private boolean transparent;
    private Reduction reduction = Reduction.NONE;
    private String graph = "";

    VideoPipeline(Sequence sequence, MediaCatalog catalog, MediaOpener media, Composers composers, Executor decoders) {
        this(sequence, new Means(catalog, media, composers, decoders, 0));
    }

    /** Opens the pipeline of a sequence; one that is nested is transparent where nothing is seen. */
    VideoPipeline(Sequence sequence, Means means) {
        this.sequence = sequence;
        this.means = means;
        this.composers = new OpenComposers(means.composers());
        this.effects = new LayerEffects(means.composers(), means.catalog());
        this.seeThrough = canvas(sequence, true);
        boolean odd = sequence.widthPx() % 2 != 0 || sequence.heightPx() % 2 != 0;
        this.canvas = means.depth() > 0 && odd ? seeThrough : canvas(sequence, false);
        this.planner = new SpanPlanner(sequence, means.catalog(), means.composers()::effect);
    }

    /** Makes all pictures of a nested sequence transparent, those too that are covered: then all have one shape. */
    void makeTransparent() {
        transparent = true;
    }

    private static Canvas canvas(Sequence sequence, boolean transparent) {
        return new Canvas(sequence.widthPx(), sequence.heightPx(), sequence.rate(), ColorDescription.BT709_LIMITED, transparent);
    }

    @Override
    public VideoFrame frame(long frame, Cancellation cancellation) throws RenderException {
        Span span = planner.spanAt(frame);
        keepOnly(span);
        return render(span, frame, frame + 1, cancellation);
    }

    @Override
    public Optional<VideoFrame> quickFrame(long frame, Cancellation cancellation) throws RenderException {
        Span span = planner.spanAt(frame);
        List<FeedKey> keys = keys(span);
        // What looks at frames around would have to decode them first.
        boolean looksAround = keys.stream().anyMatch(key -> key.feeding() != null || key.reach().isBeyondItself());
        if (looksAround || keys.stream().allMatch(key -> isQuick(key, frame))) {
            return Optional.empty();
        }
        keepOnly(span);
        for (FeedKey key : keys) {
            LayerFeed feed = feeds.get(key);
            if (feed == null) {
                feed = make(key, frame, frame, span.layers().size());
            }
            feed.restartNear(frame);
        }
        return Optional.of(takeAll(span, frame, cancellation));
    }

    @Override
    public long entryFrame(long frame, Cancellation cancellation) throws RenderException {
        Span span = planner.spanAt(frame);
        List<FeedKey> keys = keys(span);
        for (int i = 0; i < keys.size(); i++) {
            FeedKey key = keys.get(i);
            Source source = key.source();
            if (source.content() instanceof MediaStream && source.speed().signum() > 0 && !key.reach().isBeyondItself()) {
                LayerFeed feed = feeds.get(key);
                if (feed == null) {
                    feed = make(key, frame, frame, span.layers().size());
                }
                feed.restartNear(frame);
                try (VideoFrame sync = take(key, span.layers().get(i), frame, cancellation)) {
                    long entry = sequence.rate()
                            .frameAtOrAfter(sync.time().minus(source.origin()).times(source.speed().inverted()));
                    return Math.clamp(entry, Math.min(frame, Math.max(0, span.startFrame())), frame);
                }
            }
        }
        return frame;
    }

    private boolean isQuick(FeedKey key, long frame) {
        return switch (key.source().content()) {
        case Generator _,Still _ -> true;
        case MediaStream _,NestedSequence _ -> {
            LayerFeed feed = feeds.get(key);
            yield feed != null && feed.isNear(frame);
        }
        };
    }

    @Override
    public void run(long fromFrame, long toFrame, FrameConsumer consumer, Cancellation cancellation)
            throws RenderException, MediaException {
        long frame = fromFrame;
        while (frame < toFrame) {
            Span span = planner.spanAt(frame);
            keepOnly(span);
            long end = Math.min(span.endFrame(), toFrame);
            boolean nextStarted = end == toFrame;
            for (; frame < end; frame++) {
                cancellation.check();
                if (!nextStarted && end - frame <= LEAD_FRAMES) {
                    nextStarted = true;
                    // This span's first: a layer that goes on in the next one must not be opened there and then jump back.
                    position(span, frame, end);
                    startFeeds(planner.spanAt(end), end, toFrame);
                }
                try (VideoFrame picture = render(span, frame, end, cancellation)) {
                    if (frame + 1 < end) {
                        // Decoded while this one is shown: what it was made of is given back already.
                        position(span, frame + 1, end);
                    }
                    consumer.accept(frame, picture);
                }
            }
        }
    }

    /** Opens what the span needs and the renderer has not open; layers that go on are told to go on. */
    private void startFeeds(Span span, long from, long toFrame) {
        long end = Math.min(span.endFrame(), toFrame);
        for (FeedKey key : keys(span)) {
            LayerFeed feed = feeds.get(key);
            if (feed == null) {
                open(key, from, end, span.layers().size());
            } else {
                feed.extendTo(end);
            }
        }
    }

    private VideoFrame render(Span span, long frame, long readAheadEnd, Cancellation cancellation) throws RenderException {
        // All feeds first, so that they decode side by side while the first one is waited for.
        position(span, frame, readAheadEnd);
        return takeAll(span, frame, cancellation);
    }

    private VideoFrame takeAll(Span span, long frame, Cancellation cancellation) throws RenderException {
        List<Layer> layers = span.layers();
        List<FeedKey> keys = keys(span);
        List<VideoFrame> frames = new ArrayList<>(layers.size());
        try {
            for (int i = 0; i < layers.size(); i++) {
                Layer layer = layers.get(i);
                frames.add(take(keys.get(i), layer, frame, cancellation));
            }
            return compose(layers, frames, frame);
        } finally {
            frames.forEach(VideoFrame::close);
        }
    }

    private VideoFrame take(FeedKey key, Layer layer, long frame, Cancellation cancellation) throws RenderException {
        try {
            String notRendered = layer.look().notRendered();
            if (!notRendered.isEmpty()) {
                throw new MediaException(MediaException.Reason.UNSUPPORTED, layer.clip().name(), notRendered);
            }
            return feeds.get(key).take(cancellation);
        } catch (MediaException e) {
            drop(key);
            throw failure(layer.clip().name(), frame, e);
        }
    }

    private VideoFrame compose(List<Layer> layers, List<VideoFrame> frames, long frame) throws RenderException {
        try {
            List<LayerSpec> specs = new ArrayList<>(layers.size());
            List<ComposerInput> inputs = new ArrayList<>(layers.size());
            for (int i = 0; i < layers.size(); i++) {
                Layer.Look look = layers.get(i).look();
                boolean joined = i > 0 && look.joins(layers.get(i - 1).look());
                Content content = look.source().content();
                PictureFormat picture = frames.get(i).format();
                Shown shown = Shown.of(content, means.catalog());
                LaidLayer laid = frames.get(i) instanceof TreatedPicture(VideoFrame _, PictureFormat whole)
                        ? LaidLayer.of(look, frame, picture, whole, shown.treated(), canvas, List.of()).changing()
                        : LaidLayer.of(look, frame, picture, StandIns.whole(content, picture, means.catalog()), shown, canvas,
                                effects.at(look, frame));
                LaidLayer reduced = reduction.laid(laid, canvas);
                specs.add(reduced.spec().withJoined(joined));
                inputs.add(input(frames.get(i), look, frame, reduced));
            }
            Composer composer = composers.of(new Composition(reduction.canvas(shows(layers)), specs));
            graph = composer.graph();
            return composer.compose(frame, inputs);
        } catch (MediaException e) {
            throw failure(layers.size() == 1 ? layers.getFirst().clip().name() : "", frame, e);
        }
    }

    private ComposerInput input(VideoFrame picture, Layer.Look look, long frame, LaidLayer laid) {
        RationalTime sourceTime = look.source().timeAt(frame, sequence.rate());
        return switch (picture) {
        case FramesAround(VideoFrame itself, List<Neighbour> around) ->
            new ComposerInput(itself, look.opacityAt(frame), sourceTime,
                    laid.moving(), around);
        case TreatedPicture treated -> new ComposerInput(treated.frame(), look.opacityAt(frame), sourceTime, laid.moving());
        default -> new ComposerInput(picture, look.opacityAt(frame), sourceTime, laid.moving());
        };
    }

    /** What the layers are laid on: all of a nested picture that they do not cover is transparent. */
    private Canvas shows(List<Layer> layers) {
        boolean whole = means.depth() == 0 || !transparent && !layers.isEmpty() && planner.coversCanvas(layers.getFirst().look());
        return whole ? canvas : seeThrough;
    }

    private RenderException failure(String clipName, long frame, MediaException cause) {
        return new RenderException(clipName, frame, Timecode.of(frame, sequence.rate()).toString(), cause);
    }

    /** Sees to it that the span's feeds deliver {@code frame} next. */
    private void position(Span span, long frame, long readAheadEnd) {
        for (FeedKey key : keys(span)) {
            LayerFeed feed = feeds.get(key);
            if (feed == null) {
                open(key, frame, readAheadEnd, span.layers().size());
            } else if (feed.position() == frame) {
                feed.extendTo(readAheadEnd);
            } else {
                feed.restartAt(frame, readAheadEnd);
            }
        }
    }

    private void open(FeedKey key, long frame, long readAheadEnd, int layerCount) {
        make(key, frame, readAheadEnd, layerCount).extendTo(readAheadEnd);
    }

    private LayerFeed make(FeedKey key, long frame, long readAheadEnd, int layerCount) {
        boolean alone = layerCount == 1;
        Source source = key.source();
        LayerFeed feed = new LayerFeed(source, sequence.rate(), cancellation -> open(key, alone, cancellation),
                means.decoders(), means.readAhead().share(), key.feeding() != null, frame, readAheadEnd);
        feeds.put(key, feed);
        return feed;
    }

    private FrameSource open(FeedKey key, boolean alone, Cancellation cancellation) throws MediaException {
        Source source = key.source();
        FrameSource frames = FrameSource.open(source.content(), means, canvas, alone, cancellation);
        Feeding feeding = key.feeding();
        return feeding == null
                ? frames.looking(key.reach(), near -> source.timeAt(near, sequence.rate()))
                : frames.feeding(feeding, effects, canvas);
    }

    private void keepOnly(Span span) {
        Set<FeedKey> wanted = Set.copyOf(keys(span));
        feeds.entrySet().removeIf(entry -> {
            boolean unwanted = !wanted.contains(entry.getKey());
            if (unwanted) {
                entry.getValue().close();
            }
            return unwanted;
        });
    }

    private void drop(FeedKey key) {
        LayerFeed feed = feeds.remove(key);
        if (feed != null) {
            feed.close();
        }
    }

    /** The feeds of a span's layers, bottom first. */
    private List<FeedKey> keys(Span span) {
        List<FeedKey> keys = new ArrayList<>(span.layers().size());
        for (Layer layer : span.layers()) {
            Source source = layer.look().source();
            Feeding feeding = effects.feeding(layer.look());
            EffectReach reach = feeding == null ? effects.reach(layer.look()) : EffectReach.NONE;
            int occurrence = (int) keys.stream().filter(key -> key.source().equals(source)).count();
            keys.add(new FeedKey(source, occurrence, reach, feeding));
        }
        return keys;
    }

    /** One source may be seen on several layers at once, each of which takes its own frames. */
    private record FeedKey(Source source, int occurrence, EffectReach reach, @Nullable Feeding feeding) {
    }

    @Override
    public void reduce(int divisor) {
        reduction = new Reduction(divisor);
    }

    @Override
    public String graph() {
        return graph;
    }

    @Override
    public void close() {
        feeds.values().forEach(LayerFeed::close);
        feeds.clear();
        composers.close();
    }
}
