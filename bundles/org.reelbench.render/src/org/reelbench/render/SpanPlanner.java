package org.reelbench.render;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectReach;
import org.reelbench.media.MediaException;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.render.internal.EffectRuns;
import org.reelbench.render.internal.PictureStreams;
import org.reelbench.render.internal.RangesLeft;
import org.reelbench.render.internal.SequenceCurves;
import org.reelbench.render.internal.Shown;
import org.reelbench.timeline.Animated;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.BlendMode;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.Fades;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.SequenceDiff;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackChange;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;
import org.reelbench.timeline.Transform;
import org.reelbench.timeline.Transition;

/**
 * Finds the spans of one sequence snapshot.
 * <p>
 * A span is computed when it is first asked for and remembered. What cannot be seen is left out first (hidden tracks, opacity 0,
 * layers wholly covered by an opaque full-frame layer above), then neighbours that look the same are joined: a razor cut is no
 * border.
 * <p>
 * One thread at a time. Costs O(tracks × log items) for each border passed.
 */
public final class SpanPlanner {

    /** How far two products of sides may be apart that are equal but for the last bits of a pixel aspect. */
    private static final double ROUNDING = 1e-12;

    private final Sequence sequence;
    private final MediaCatalog catalog;
    private final long endFrame;
    private final TreeMap<Long, Span> known = new TreeMap<>();
    /** Parts of spans of the snapshot before, where nothing changed; their neighbours may have. */
    private final TreeMap<Long, Span> pieces = new TreeMap<>();
    private final Map<Content, Boolean> opaque = new HashMap<>();
    private final Function<String, Optional<EffectDescriptor>> effects;
    /** Whether effects remember everything, as it was when they were asked. */
    private final Map<String, Boolean> endless = new HashMap<>();
    /** Whether transitions of plug-ins are there, as it was when they were asked for. */
    private final Map<String, Boolean> passages = new HashMap<>();
    private long planned;
    private long stretches;
    private long itemsAsked;

    /**
     * Creates a planner.
     *
     * @param sequence the snapshot
     * @param catalog its media; one that cannot be found counts as see-through
     */
    public SpanPlanner(Sequence sequence, MediaCatalog catalog) {
        this(sequence, catalog, _ -> Optional.empty());
    }

    /**
     * Creates a planner that knows effects.
     *
     * @param sequence the snapshot
     * @param catalog its media; one that cannot be found counts as see-through
     * @param effects finds installed effects by id; they may come and go
     */
    public SpanPlanner(Sequence sequence, MediaCatalog catalog, Function<String, Optional<EffectDescriptor>> effects) {
        this.effects = effects;
        this.sequence = sequence;
        this.catalog = catalog;
        this.endFrame = sequence.durationFrames();
    }

    /**
     * Finds the span that holds a frame.
     *
     * @param frame the sequence frame, 0 or more
     * @return the span; after the end of the sequence an empty one without end
     */
    public Span spanAt(long frame) {
        if (frame < 0) {
            throw new IllegalArgumentException("frame " + frame + " lies before the sequence");
        }
        if (!endless.entrySet().stream().allMatch(answer -> isEndless(answer.getKey()) == answer.getValue())
                || !passages.entrySet().stream().allMatch(answer -> isInstalled(answer.getKey()) == answer.getValue())) {
            endless.clear();
            passages.clear();
            known.clear();
            pieces.clear();
        }
        Entry<Long, Span> found = known.floorEntry(frame);
        if (found != null && found.getValue().contains(frame)) {
            return found.getValue();
        }
        planned++;
        Span span = grow(pieceAt(frame));
        pieces.subMap(span.startFrame(), span.endFrame()).clear();
        known.put(span.startFrame(), span);
        return span;
    }

    /**
     * Returns the planner of another snapshot, which takes over the spans that lie where nothing changed.
     *
     * @param next the snapshot, which is an edit away or many
     * @param nextCatalog its media
     * @return the planner; costs as much as the tracks differ and as many spans as are known
     */
    public SpanPlanner after(Sequence next, MediaCatalog nextCatalog) {
        SpanPlanner planner = new SpanPlanner(next, nextCatalog, effects);
        planner.endless.putAll(endless);
        planner.passages.putAll(passages);
        SequenceDiff diff = SequenceDiff.between(sequence, next);
        if (diff.formChanged() || !planner.answersStay(opaque)) {
            return planner;
        }
        RangesLeft left = new RangesLeft(pictureChanges(diff));
        for (Span span : known.values()) {
            // A span whose neighbour changed may go on into it now.
            long after = span.endFrame() == Long.MAX_VALUE ? Long.MAX_VALUE : span.endFrame() + 1;
            if (left.isFree(Math.max(0, since(span) - 1), after)) {
                planner.known.put(span.startFrame(), span);
            } else {
                planner.addPieces(span, left);
            }
        }
        pieces.values().forEach(piece -> planner.addPieces(piece, left));
        return planner;
    }

    /** The first frame that counts for a span. */
    private static long since(Span span) {
        long first = span.startFrame();
        for (Layer layer : span.layers()) {
            Long since = layer.look().since();
            first = since == null ? first : Math.min(first, since);
        }
        return first;
    }

    private void addPieces(Span span, RangesLeft left) {
        if (span.layers().stream().anyMatch(layer -> layer.look().since() != null)) {
            // What came before it may have changed.
            return;
        }
        left.freeParts(span.startFrame(), span.endFrame(), (from, to) -> pieces.put(from, new Span(from, to, span.layers())));
    }

    /** Takes over what is known of media; tells whether all that hid what lies below still does. */
    private boolean answersStay(Map<Content, Boolean> answers) {
        boolean stay = answers.entrySet().stream().filter(Entry::getValue).allMatch(answer -> fillsCanvas(answer.getKey()));
        if (stay) {
            opaque.putAll(answers);
        }
        return stay;
    }

    /** The frames at which the tracks of pictures differ. */
    private static List<FrameRange> pictureChanges(SequenceDiff diff) {
        List<FrameRange> ranges = new ArrayList<>();
        for (TrackChange change : diff.tracks()) {
            Track track = diff.after().findTrack(change.track()).or(() -> diff.before().findTrack(change.track())).orElseThrow();
            if (track.kind() == TrackKind.VIDEO) {
                ranges.addAll(change.ranges());
            }
        }
        return ranges;
    }

    /** The spans that are known, in order. */
    Collection<Span> known() {
        return known.values();
    }

    /** How many spans were planned so far, other than those taken over. */
    long planned() {
        return planned;
    }

    /** How many stretches between borders were looked at so far: what questions cost. */
    long stretches() {
        return stretches;
    }

    /** How many items of tracks were looked at so far. */
    long itemsAsked() {
        return itemsAsked;
    }

    private Span pieceAt(long frame) {
        Entry<Long, Span> piece = pieces.floorEntry(frame);
        if (piece != null && piece.getValue().contains(frame)) {
            return piece.getValue();
        }
        Entry<Long, Span> whole = known.floorEntry(frame);
        return whole != null && whole.getValue().contains(frame) ? whole.getValue() : stretchAt(frame);
    }

    /** Joins a stretch with all its neighbours that look the same. */
    private Span grow(Span stretch) {
        List<Layer.Look> looks = stretch.looks();
        long start = stretch.startFrame();
        long end = stretch.endFrame();
        while (start > 0) {
            Span before = pieceAt(start - 1);
            if (!before.looks().equals(looks)) {
                break;
            }
            start = before.startFrame();
        }
        while (end < Long.MAX_VALUE && (end < endFrame || looks.isEmpty())) {
            Span after = pieceAt(end);
            if (!after.looks().equals(looks)) {
                break;
            }
            end = after.endFrame();
        }
        return new Span(start, end, stretch.layers());
    }

    /** The stretch around a frame in which no visible track has a border. */
    private Span stretchAt(long frame) {
        stretches++;
        Stretch stretch = new Stretch(frame);
        for (Track track : sequence.tracks()) {
            if (track.kind() == TrackKind.VIDEO && sequence.isPresented(track)) {
                stretch.add(track.items());
            }
        }
        return new Span(stretch.start, stretch.end, withoutCovered(stretch.layers));
    }

    private List<Layer> withoutCovered(List<Layer> layers) {
        Deque<Layer> seen = new ArrayDeque<>();
        for (Layer layer : layers.reversed()) {
            seen.addFirst(layer);
            if (coversCanvas(layer.look())) {
                break;
            }
        }
        return new ArrayList<>(seen);
    }

    /**
     * Tells whether a layer hides all that lies below it.
     *
     * @param look what is seen of the layer
     * @return true if it is opaque and fills the canvas; false if that is not known
     */
    public boolean coversCanvas(Layer.Look look) {
        return !look.translucent() && look.notRendered().isEmpty() && look.blend() == BlendMode.NORMAL && fillsCanvas(look);
    }

    /** Tells whether a layer's picture, however translucent as a whole, lies on all of the canvas. */
    private boolean fillsCanvas(Layer.Look look) {
        if (look.isAnimated() || !look.effects().isEmpty()) {
            return false;
        }
        Transform transform = look.transform();
        boolean untouched = transform.scale() >= 1 && transform.with(Animated.SCALE, 1).equals(Transform.IDENTITY);
        // Asked once: an answer that changed when the medium comes or goes would make spans overlap.
        return untouched && opaque.computeIfAbsent(look.source().content(), this::fillsCanvas);
    }

    private boolean fillsCanvas(Content content) {
        if (content instanceof Generator generator) {
            return generator.isBuiltIn() && !generator.kind().equals(Generator.TITLE);
        }
        try {
            Medium medium = PictureStreams.medium(content, catalog).orElse(null);
            VideoStreamInfo video = medium == null ? null : PictureStreams.find(content, medium).orElse(null);
            if (medium == null || video == null || mayBeTransparent(video)) {
                return false;
            }
            Shown shown = Shown.of(video, medium.interpretation());
            boolean onItsSide = shown.turnDegrees() % 180 != 0;
            double wide = video.picture().widthPx() * shown.pixelAspect();
            double width = onItsSide ? video.picture().heightPx() : wide;
            double height = onItsSide ? wide : video.picture().heightPx();
            // Parts of a pixel are nothing, but no side may be a whole one shorter.
            return Math.abs(width * sequence.heightPx() - height * sequence.widthPx()) <= ROUNDING * width * sequence.heightPx();
        } catch (MediaException e) {
            // The renderer reports it when it needs the medium; here it only means that nothing is known to be covered.
            return false;
        }
    }

    /** A format this API has no name for may carry alpha; RGB ones often do. */
    private static boolean mayBeTransparent(VideoStreamInfo video) {
        PixelFormat format = video.picture().pixelFormat();
        return format.hasAlpha()
                || format == PixelFormat.NATIVE && video.picture().color().matrix() == ColorDescription.Matrix.RGB;
    }

    /** Asked once: spans that are known hang on the answer. */
    private boolean asksForEverything(String effect) {
        return endless.computeIfAbsent(effect, this::isEndless);
    }

    private boolean isInstalled(String effect) {
        return effects.apply(effect).isPresent();
    }

    private boolean isEndless(String effect) {
        return effects.apply(effect).filter(found -> found.subject().isSeen())
                .filter(found -> found.reach().behind() == EffectReach.UNBOUNDED).isPresent();
    }

    /** Collects the layers at one frame and narrows the stretch to where they all stay the same. */
    private final class Stretch {

        private final long frame;
        private long start = 0;
        private long end = Long.MAX_VALUE;
        private final List<Layer> layers = new ArrayList<>();

        Stretch(long frame) {
            this.frame = frame;
        }

        void add(TrackItems items) {
            itemsAsked++;
            var located = items.locate(frame);
            if (located.isEmpty()) {
                start = Math.max(start, items.durationFrames());
                return;
            }
            int index = located.get().index();
            long itemStart = located.get().startFrame();
            long itemEnd = itemStart + located.get().item().durationFrames();
            if (!(located.get().item() instanceof Clip clip)) {
                narrow(itemStart, itemEnd);
                return;
            }
            if (index > 0 && items.get(index - 1) instanceof Transition transition) {
                long rampEnd = itemStart + transition.outOffsetFrames();
                if (frame < rampEnd) {
                    pass(items, index - 2, clip, itemStart, transition);
                    return;
                }
                itemStart = rampEnd;
            }
            long rampStart = itemEnd;
            if (index + 1 < items.size() && items.get(index + 1) instanceof Transition transition) {
                rampStart = itemEnd - transition.inOffsetFrames();
                if (frame >= rampStart) {
                    pass(items, index, (Clip) items.get(index + 2), itemEnd, transition);
                    return;
                }
            }
            narrow(itemStart, rampStart);
            show(items, index, null, null);
        }

        private void pass(TrackItems items, int outgoing, Clip incoming, long cut, Transition transition) {
            long rampStart = cut - transition.inOffsetFrames();
            long rampEnd = cut + transition.outOffsetFrames();
            narrow(rampStart, rampEnd);
            boolean dissolves = transition.kind().equals(Transition.DISSOLVE);
            // In the place of a transition that nobody brings stands a dissolve.
            boolean drawn = !dissolves && passages.computeIfAbsent(transition.kind(), SpanPlanner.this::isInstalled);
            show(items, outgoing, drawn ? null : falling(incoming, cut, rampStart, rampEnd), null);
            show(items, outgoing + 2, drawn ? null : Ramp.rising(rampStart, rampEnd - rampStart),
                    dissolves ? null : SequenceCurves.progress(transition.kind(), rampStart, rampEnd - rampStart));
        }

        /** How the outgoing clip falls; null where it stays, as the incoming one hides it more and more. */
        private @Nullable Ramp falling(Clip incoming, long cut, long rampStart, long rampEnd) {
            Source source = Source.of(incoming, cut, sequence.rate());
            boolean hides = incoming.picture().blend() == BlendMode.NORMAL && incoming.fades().equals(Fades.NONE)
                    && fillsCanvas(SequenceCurves.look(incoming, cut, source, null, null));
            if (hides && incoming.opacity() == 1) {
                return null;
            }
            return new Ramp(rampStart, rampEnd - rampStart, true, hides ? incoming.opacity() : 0);
        }

        private void show(TrackItems items, int index, @Nullable Ramp ramp, @Nullable AppliedEffect passage) {
            Clip clip = (Clip) items.get(index);
            long clipStart = items.startOf(index);
            if (clip.opacity() > 0 || clip.curves().containsKey(Animated.OPACITY)) {
                Source source = Source.of(clip, clipStart, sequence.rate());
                Layer.Look seen = SequenceCurves.look(clip, clipStart, source, ramp, fade(clip, clipStart));
                Layer.Look look = passage == null ? seen : seen.withEffect(passage);
                boolean remembered = look.effects().stream().anyMatch(effect -> asksForEverything(effect.effect()));
                layers.add(new Layer(
                        remembered ? look.withSince(EffectRuns.startOf(items, index, look, sequence.rate())) : look, clip));
            }
        }

        /** The fade under the frame, if the clip has one there; where it begins and ends are borders. */
        private @Nullable Ramp fade(Clip clip, long clipStart) {
            long in = clip.fades().inFrames();
            long out = clip.fades().outFrames();
            long inEnd = clipStart + in;
            long outStart = clipStart + clip.durationFrames() - out;
            if (in > 0 && frame < inEnd) {
                narrow(start, inEnd);
                return Ramp.rising(clipStart, in);
            }
            if (out > 0 && frame >= outStart) {
                narrow(outStart, end);
                return new Ramp(outStart, out, true, 0);
            }
            narrow(in > 0 ? inEnd : start, out > 0 ? outStart : end);
            return null;
        }

        private void narrow(long from, long to) {
            start = Math.max(start, from);
            end = Math.min(end, to);
        }
    }
}
