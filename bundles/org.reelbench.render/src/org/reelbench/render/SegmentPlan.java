package org.reelbench.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.reelbench.media.VideoEncoding;
import org.reelbench.render.SegmentGrid.Segment;
import org.reelbench.render.internal.recipe.MissingMedia;
import org.reelbench.render.internal.recipe.SegmentKeys;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Sequence;

/**
 * The segments of one snapshot and their recipes, made when they are first asked for. The plan of the next snapshot takes over
 * all that an edit did not touch.
 *
 * <pre>{@code
 * Recipes recipes = new Recipes(engine.version(), composers::effect);
 * SegmentPlan plan = new SegmentPlan(recipes, sequence, catalog);
 * String id = plan.recipeOf(plan.segmentAt(frame), rung).id();
 * plan = plan.after(edited, catalog);
 * }</pre>
 * <p>
 * One thread at a time, which is that of the {@link Recipes}. Holds no media open.
 * <p>
 * A medium that cannot be found is not looked for again in the plans that come after this one: when media come back, a plan made
 * anew finds them.
 */
public final class SegmentPlan {

    private final Recipes recipes;
    private final Sequence sequence;
    private final SpanPlanner planner;
    private final SegmentKeys keys;
    private final Map<Span, Map<Cell, Recipe>> known;

    /** One segment of a span on one rung. */
    private record Cell(long startFrame, long endFrame, VideoEncoding rung) {
    }

    /**
     * Creates the plan of a snapshot.
     *
     * @param recipes writes and remembers the recipes
     * @param sequence the snapshot
     * @param catalog its media and the snapshots of the sequences it shows
     */
    public SegmentPlan(Recipes recipes, Sequence sequence, MediaCatalog catalog) {
        this(recipes, sequence, catalog, new SpanPlanner(sequence, catalog, recipes::effect), new MissingMedia(catalog),
                new IdentityHashMap<>());
    }

    private SegmentPlan(Recipes recipes, Sequence sequence, MediaCatalog catalog, SpanPlanner planner,
            MissingMedia missing, Map<Span, Map<Cell, Recipe>> known) {
        this.recipes = recipes;
        this.sequence = sequence;
        this.planner = planner;
        this.keys = new SegmentKeys(sequence, catalog, recipes::effect, recipes.files(), missing);
        this.known = known;
    }

    /**
     * Returns the plan of another snapshot, which is an edit away or many.
     *
     * @param next the snapshot
     * @param nextCatalog its media and the snapshots of the sequences it shows
     * @return the plan; costs as much as the tracks differ and as many spans as are known
     */
    public SegmentPlan after(Sequence next, MediaCatalog nextCatalog) {
        SpanPlanner nextPlanner = planner.after(next, nextCatalog);
        Map<Span, Map<Cell, Recipe>> shared = new IdentityHashMap<>();
        SegmentPlan plan = new SegmentPlan(recipes, next, nextCatalog, nextPlanner, keys.missing().in(nextCatalog), shared);
        Map<Content, Boolean> same = new HashMap<>();
        for (Span span : nextPlanner.known()) {
            Map<Cell, Recipe> found = known.get(span);
            if (found != null && span.layers().stream().allMatch(layer -> same.computeIfAbsent(layer.look().source().content(),
                    content -> keys.nameOf(content).equals(plan.keys.nameOf(content))))) {
                shared.put(span, found);
            }
        }
        return plan;
    }

    /**
     * Returns the snapshot.
     *
     * @return the sequence this is the plan of
     */
    public Sequence sequence() {
        return sequence;
    }

    /**
     * Finds the segment that holds a frame.
     *
     * @param frame the frame, from 0 to the sequence's end exclusive
     * @return the segment
     * @throws IndexOutOfBoundsException if the sequence has no such frame
     */
    public Segment segmentAt(long frame) {
        long endFrame = sequence.durationFrames();
        if (frame < 0 || frame >= endFrame) {
            throw new IndexOutOfBoundsException("frame " + frame + " of " + endFrame);
        }
        return SegmentGrid.at(planner.spanAt(frame), frame, sequence.rate(), endFrame);
    }

    /**
     * Finds all segments of a range.
     *
     * @param fromFrame the first frame
     * @param toFrame the frame after the last; what lies behind the end has no segments
     * @return the segments in order, the first and the last as whole as the others
     */
    public List<Segment> segments(long fromFrame, long toFrame) {
        List<Segment> segments = new ArrayList<>();
        long end = Math.min(toFrame, sequence.durationFrames());
        for (long frame = fromFrame; frame < end;) {
            Segment segment = segmentAt(frame);
            segments.add(segment);
            frame = segment.endFrame();
        }
        return segments;
    }

    /**
     * Returns the recipe of a segment.
     *
     * @param segment a segment of this plan
     * @param rung how it is encoded
     * @return the recipe
     */
    public Recipe recipeOf(Segment segment, VideoEncoding rung) {
        Span span = segment.span();
        if (!stays(span)) {
            return recipes.of(keys.of(span, segment.startFrame(), segment.endFrame()), rung);
        }
        return known.computeIfAbsent(span, _ -> new HashMap<>()).computeIfAbsent(
                new Cell(segment.startFrame(), segment.endFrame(), rung),
                _ -> recipes.of(keys.of(span, segment.startFrame(), segment.endFrame()), rung));
    }

    /** Tells whether a span's recipes stay what they are while its media do: effects come and go, nested sequences are edited. */
    private static boolean stays(Span span) {
        return span.layers().stream().map(Layer::look)
                .allMatch(look -> look.effects().isEmpty() && !(look.source().content() instanceof NestedSequence));
    }

    SpanPlanner planner() {
        return planner;
    }
}
