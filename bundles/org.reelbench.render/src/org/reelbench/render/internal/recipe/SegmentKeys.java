package org.reelbench.render.internal.recipe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Alpha;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.EffectDescriptor.Subject;
import org.reelbench.media.EffectReach;
import org.reelbench.media.MediaException;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.render.Layer;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Medium;
import org.reelbench.render.Source;
import org.reelbench.render.Span;
import org.reelbench.render.SpanPlanner;
import org.reelbench.render.StandIn;
import org.reelbench.render.internal.Conformed;
import org.reelbench.render.internal.Lasting;
import org.reelbench.render.internal.Nested;
import org.reelbench.render.internal.PictureStreams;
import org.reelbench.render.internal.Shown;
import org.reelbench.render.internal.StandIns;
import org.reelbench.render.internal.recipe.SegmentKey.EffectFacts;
import org.reelbench.render.internal.recipe.SegmentKey.Form;
import org.reelbench.render.internal.recipe.SegmentKey.LayerKey;
import org.reelbench.render.internal.recipe.SegmentKey.NestedKey;
import org.reelbench.render.internal.recipe.SegmentKey.NestedPart;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Still;

/**
 * Makes the keys of one snapshot's segments. Asks once for each medium. What is missing is named as missing, so that its return
 * makes other recipes, and is not looked for again as long as the project refers to the same media: that may take as long as a network
 * does.
 * <p>
 * One thread at a time.
 */
public final class SegmentKeys {

    private final Sequence sequence;
    private final MediaCatalog catalog;
    private final Function<String, Optional<EffectDescriptor>> effects;
    private final FileHashes files;
    private final Map<Content, String> contents = new HashMap<>();
    private final Map<Content, Lasting> lasting = new HashMap<>();
    private final MissingMedia missing;
    private final Map<Id, SpanPlanner> planners = new HashMap<>();

    /**
     * Creates a maker of keys.
     *
     * @param effects finds installed effects by id
     * @param files knows the files that effects read
     * @param missing the media that could not be found so far; gets those that cannot be found now
     */
    public SegmentKeys(Sequence sequence, MediaCatalog catalog, Function<String, Optional<EffectDescriptor>> effects,
            FileHashes files, MissingMedia missing) {
        this.sequence = sequence;
        this.catalog = catalog;
        this.effects = effects;
        this.files = files;
        this.missing = missing;
    }

    /** Returns the key of the frames of a span from a first one up to another. */
    public SegmentKey of(Span span, long startFrame, long endFrame) {
        long[] frames = LongStream.range(startFrame, endFrame).toArray();
        return new SegmentKey(form(sequence), frames.length, layers(sequence, span.layers(), frames, 0));
    }

    /** Returns the media that could not be found. */
    public MissingMedia missing() {
        return missing;
    }

    /** Returns a text that tells a content from all other content; not of a nested sequence, whose id tells nothing of it. */
    public String nameOf(Content content) {
        return contents.computeIfAbsent(content, this::name);
    }

    private static Form form(Sequence sequence) {
        return new Form(sequence.widthPx(), sequence.heightPx(), sequence.rate());
    }

    private List<LayerKey> layers(Sequence of, List<Layer> layers, long[] frames, int depth) {
        List<LayerKey> keys = new ArrayList<>(layers.size());
        for (Layer layer : layers) {
            keys.add(layer(of, layer.look(), frames, depth));
        }
        return keys;
    }

    private LayerKey layer(Sequence of, Layer.Look look, long[] frames, int depth) {
        Layer.Look counted = look.countedFrom(frames[0], of.rate());
        Source source = counted.source();
        List<EffectFacts> facts = counted.effects().stream().map(this::facts).toList();
        if (source.content() instanceof NestedSequence nested) {
            return nested(nested, of, counted, look.source(), facts, look.since(), frames, depth);
        }
        // A picture that stands still shows the same whenever it is asked; only an effect on it may look at the time.
        boolean timed = source.content() instanceof MediaStream || isDrawnByTime(source.content()) || !facts.isEmpty();
        Source seen = timed ? source : new Source(source.content(), Rational.ONE, RationalTime.ZERO);
        return new LayerKey(nameOf(of, look, facts, frames), counted.withSource(seen), facts, timed, null);
    }

    /** What may still become longer goes by a name that stays, where nothing is looked at that is not there yet. */
    private String nameOf(Sequence of, Layer.Look look, List<EffectFacts> facts, long[] frames) {
        Content content = look.source().content();
        String name = nameOf(content);
        Lasting known = content instanceof MediaStream ? lasting.get(content) : null;
        if (known == null) {
            return name;
        }
        LongSummaryStatistics range = looked(frames, facts, look.since()).summaryStatistics();
        boolean holds = known.holds(look.source().timeAt(range.getMin(), of.rate()))
                && known.holds(look.source().timeAt(range.getMax(), of.rate()));
        return holds ? known.name() : name;
    }

    private static boolean isDrawnByTime(Content content) {
        return content instanceof Generator generator && generator.moves();
    }

    private EffectFacts facts(AppliedEffect effect) {
        return effects.apply(effect.effect()).map(found -> new EffectFacts(found, files.of(found, effect.parameters(), catalog)))
                .orElse(EffectFacts.NOT_INSTALLED);
    }

    private LayerKey nested(NestedSequence nested, Sequence outer, Layer.Look counted, Source source, List<EffectFacts> facts,
            @Nullable Long since, long[] frames, int depth) {
        boolean timed = !facts.isEmpty();
        Source seen = timed ? counted.source() : new Source(nested, Rational.ONE, RationalTime.ZERO);
        try {
            Sequence inner = catalog.sequence(nested.sequence());
            Nested.refuseTooDeep(depth, inner);
            long[] shown = looked(frames, facts, since).map(f -> Nested.frameAt(inner, source.timeAt(f, outer.rate()))).toArray();
            NestedKey key = new NestedKey(form(inner), parts(inner, shown, depth + 1));
            return new LayerKey("sequence", counted.withSource(seen), facts, timed, key);
        } catch (MediaException e) {
            return new LayerKey("refused sequence " + RecipeText.quoted(e.getMessage()), counted.withSource(seen), facts, timed,
                    null);
        }
    }

    /** The frames that are looked at for some frames: with effects that look around, those around each of them too. */
    private static LongStream looked(long[] frames, List<EffectFacts> effects, @Nullable Long since) {
        EffectReach reach = EffectReach.NONE;
        for (EffectFacts facts : effects) {
            EffectDescriptor descriptor = facts.descriptor();
            EffectReach one = descriptor == null || descriptor.subject() == Subject.SOUND ? EffectReach.NONE : descriptor.reach();
            // The renderer refuses those that look farther.
            reach = one.ahead() > EffectReach.MOST_FRAMES ? reach : reach.plus(one);
        }
        long behind = reach.behind();
        long ahead = reach.ahead();
        if (reach.isFed()) {
            LongSummaryStatistics range = LongStream.of(frames).summaryStatistics();
            long first = since == null ? range.getMin() - behind : Math.min(since, range.getMin());
            return LongStream.concat(LongStream.rangeClosed(first, range.getMax() + ahead), LongStream.of(frames));
        }
        return reach.isBeyondItself()
                ? LongStream.of(frames).flatMap(f -> LongStream.rangeClosed(f - behind, f + ahead))
                : LongStream.of(frames);
    }

    /** What is seen of a nested sequence: its own layers at those of its frames that are shown, and which is shown when. */
    private List<NestedPart> parts(Sequence inner, long[] shown, int depth) {
        SpanPlanner planner = planners.computeIfAbsent(inner.id(), _ -> new SpanPlanner(inner, catalog, effects));
        List<NestedPart> parts = new ArrayList<>();
        int start = 0;
        while (start < shown.length) {
            Span span = planner.spanAt(shown[start]);
            int end = start + 1;
            while (end < shown.length && span.contains(shown[end])) {
                end++;
            }
            long first = shown[start];
            long[] seen = LongStream.of(shown).skip(start).limit(end - start).toArray();
            parts.add(new NestedPart(LongStream.of(seen).map(f -> f - first).boxed().toList(),
                    layers(inner, span.layers(), seen, depth)));
            start = end;
        }
        return parts;
    }

    private String name(Content content) {
        return switch (content) {
        case MediaStream stream -> "stream " + medium(stream.media(), content) + ' ' + stream.streamIndex();
        case Still still -> "still " + medium(still.media(), content);
        case Generator generator -> "generator " + RecipeText.quoted(generator.kind())
                + generator.parameters().entrySet().stream()
                        .map(p -> " " + RecipeText.quoted(p.getKey()) + "=" + RecipeText.quoted(p.getValue()))
                        .reduce("", String::concat);
        case NestedSequence nested -> throw new IllegalArgumentException("what is seen of " + nested + " is not told by its id");
        };
    }

    /** Which bytes, which of the files that have this content, and what they are taken for. */
    private String medium(Id media, Content content) {
        if (!missing.knows(media)) {
            try {
                Medium medium = catalog.medium(media);
                Optional<StandIn> standIn = StandIns.find(content, medium);
                String seen = RecipeText.quoted(standIn.map(StandIn::representation).orElseGet(medium::representation))
                        + PictureStreams.find(content, medium).map(stream -> shown(stream, medium)).orElse("");
                Lasting known = content instanceof MediaStream stream && standIn.isEmpty() ? Lasting.of(stream, medium) : null;
                if (known != null && content instanceof MediaStream stream) {
                    lasting.put(content, new Lasting("stream " + RecipeText.quoted(known.name()) + ' ' + seen + ' '
                            + stream.streamIndex(), known.end()));
                }
                return RecipeText.quoted(medium.fingerprint()) + ' ' + seen;
            } catch (MediaException _) {
                // Nothing is lost here: the renderer tells people why when it needs the medium.
                return missing.nameOf(media);
            }
        }
        return missing.nameOf(media);
    }

    private static String shown(VideoStreamInfo stream, Medium medium) {
        Shown shown = Shown.of(stream, medium.interpretation());
        boolean opaque = stream.picture().pixelFormat() != PixelFormat.NATIVE && !stream.picture().pixelFormat().hasAlpha();
        String alpha = opaque || shown.alpha() == Alpha.AS_FLAGGED ? "" : " alpha " + shown.alpha();
        return " turned " + shown.turnDegrees() + " aspect " + shown.pixelAspect() + " fields " + shown.fields() + " color "
                + shown.colored(stream.picture()).color() + " pace " + Conformed.told(medium) + alpha;
    }
}
