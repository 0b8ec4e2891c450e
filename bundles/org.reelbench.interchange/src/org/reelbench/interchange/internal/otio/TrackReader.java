package org.reelbench.interchange.internal.otio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.interchange.TimelineFormatException;
import org.reelbench.interchange.internal.json.Json;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Bonds;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;
import org.reelbench.timeline.Transition;

/**
 * Reads the children of one track, one after the other. One reader per track.
 */
final class TrackReader {

    private static final Set<String> GAP = Set.of("name", "source_range", Speeds.MEMBER, MarkerReader.MEMBER, "enabled");
    private static final Set<String> TRANSITION = Set.of("name", "in_offset", "out_offset", "transition_type", "enabled");
    private static final Set<String> DISSOLVES = Set.of("SMPTE_Dissolve", "");

    private final FrameRate rate;
    private final TrackKind kind;
    private final StackReader stacks;
    private final ClipReader clips;
    private final Ids ids;
    private final Losses losses;
    private final Position position;
    private final MarkerReader markers;
    private final Row row;
    private final Row sounds;
    private final List<Json> leftOver = new ArrayList<>();
    private Extras ofGap = Extras.NONE;
    private long trimmedFrames = -1;

    TrackReader(FrameRate rate, TrackKind kind, StackReader stacks, ClipReader clips, Ids ids, Losses losses) {
        this.rate = rate;
        this.kind = kind;
        this.stacks = stacks;
        this.clips = clips;
        this.ids = ids;
        this.losses = losses;
        position = new Position(rate);
        markers = new MarkerReader(rate, ids, losses);
        row = new Row(rate, kind == TrackKind.VIDEO, losses);
        sounds = new Row(rate, false, losses);
    }

    /** Reads one child. */
    void add(Fields child) throws TimelineFormatException {
        Schema schema = child.schema();
        if (schema.isNewer()) {
            losses.addOnce(child, schema.toString(), "it is newer than version " + schema.newest()
                    + ", which is known; it was read as far as that goes");
        }
        String name = child.text("name", "");
        switch (schema.name()) {
        case "Clip" -> {
            Fields clip = child.as(Places.in(child.where(), "clip", name));
            Piece piece = clips.read(clip, kind, rate);
            if (piece == null) {
                leftOver.add(child.object());
            } else {
                place(piece, Optional.empty());
            }
        }
        case "Gap" -> gap(child.as(Places.in(child.where(), "gap", name)));
        case "Transition" -> transition(child.as(Places.in(child.where(), "transition", name)));
        case "Stack", "Track" -> nested(child, schema, name);
        default -> unknown(child, schema);
        }
    }

    private void gap(Fields gap) throws TimelineFormatException {
        Fields range = gap.inner("source_range");
        Span span = range == null ? new Span(RationalTime.ZERO, RationalTime.ZERO, rate) : Span.read(range);
        Kept kept = new Kept(gap, GAP, losses);
        Speeds.refuse(gap, kept, losses);
        ofGap = kept.extras();
        place(new Piece(gap, span.duration(), span.start(), Gap::new), Optional.empty());
    }

    private void nested(Fields child, Schema schema, String name) throws TimelineFormatException {
        Fields stack = child.as(Places.in(child.where(), schema.name().equals("Stack") ? "stack" : "track", name));
        StackReader.Nested nested = stacks.nested(stack, rate, kind);
        place(nested.piece(), Optional.of(nested));
    }

    /** What nobody here knows is kept with the track; if it says how long it is, what follows stays where it was. */
    private void unknown(Fields child, Schema schema) throws TimelineFormatException {
        leftOver.add(child.object());
        boolean isLong = child.object().members().get("source_range") instanceof Json.ObjectValue;
        losses.add(child, schema.toString(),
                "this version does not know it; it is kept unchanged" + (isLong ? ", with a gap in its place" : ""));
        Fields range = isLong ? child.inner("source_range") : null;
        if (range != null) {
            Span span = Span.read(range);
            place(new Piece(child.inside(new Json.ObjectValue(Map.of(), child.line()), child.where()), span.duration(),
                    span.start(), Gap::new), Optional.empty());
        }
    }

    private void place(Piece piece, Optional<StackReader.Nested> nested) throws TimelineFormatException {
        long startFrame = position.frame();
        long frames = position.advance(piece.duration(), piece.at());
        markers.read(piece.at(), startFrame, piece.zero());
        if (frames == 0) {
            if (piece.duration().signum() > 0 || !piece.at().schema().name().equals("Gap")) {
                losses.add(piece.at(), "item", "it is shorter than half a frame; it is left out");
            }
            return;
        }
        Item item = piece.building().build(frames);
        boolean isSeen = nested.map(StackReader.Nested::isSeen).orElse(true);
        boolean isHeard = nested.map(StackReader.Nested::hasSound).orElse(false);
        if (isSeen && isHeard && item instanceof Clip clip) {
            item = clip.withBonds(Bonds.NONE.withLink(ids.next("l")));
        }
        sounds.add(isHeard && item instanceof Clip clip ? Parts.soundOf(clip, ids.next("c")) : new Gap(frames));
        if (isSeen && item instanceof Clip clip) {
            row.add(Parts.keeping(clip, clip.extras(), ofGap));
            ofGap = Extras.NONE;
        } else {
            row.add(new Gap(frames));
        }
    }

    private void transition(Fields transition) throws TimelineFormatException {
        String type = transition.text("transition_type", "");
        long in = offset(transition, "in_offset");
        long out = offset(transition, "out_offset");
        Kept kept = new Kept(transition, TRANSITION, losses);
        if (!DISSOLVES.contains(type)) {
            kept.put("transition_type", transition.object().members().getOrDefault("transition_type", transition.object()));
            losses.add(transition, "transition of the type '" + Schema.shortened(type) + "'",
                    "Reelbench has no such transition; it is a dissolve");
        }
        if (in + out == 0) {
            losses.add(transition, "transition", "it is shorter than half a frame; there is a cut instead");
        } else if (!transition.flag("enabled", true)) {
            losses.add(transition, "disabled transition", "there is a cut instead");
        } else {
            row.add(new Transition(ids.next("t"), Transition.DISSOLVE, in, out, kept.extras()), transition);
        }
    }

    private long offset(Fields transition, String name) throws TimelineFormatException {
        Fields time = transition.inner(name);
        if (time == null) {
            return 0;
        }
        RationalTime offset = Span.time(time);
        if (offset.signum() < 0) {
            throw time.problem("\"" + name + "\" is not negative");
        }
        return Span.frames(offset, rate, Item.MAX_DURATION_FRAMES, time);
    }

    /** Keeps what lies in the source range of the track or of its stack. */
    void trim(@Nullable Fields sourceRange) throws TimelineFormatException {
        if (sourceRange != null) {
            Span span = Span.read(sourceRange);
            long start = Span.frames(span.start(), rate, Item.MAX_DURATION_FRAMES, sourceRange);
            long duration = Span.frames(span.duration(), rate, Item.MAX_DURATION_FRAMES, sourceRange);
            try {
                row.trim(start, duration);
                sounds.trim(start, duration);
            } catch (ArithmeticException e) {
                throw sourceRange.problem("the times of what it cuts are too large or too fine to compute with");
            }
            markers.trim(start, duration);
            trimmedFrames = duration;
        }
    }

    /** Returns how long the track is with the gaps at its end. */
    long durationFrames() {
        return trimmedFrames < 0 ? position.frame() : trimmedFrames;
    }

    MarkerReader markers() {
        return markers;
    }

    TrackItems items() {
        return row.settled();
    }

    /** Returns the sounds of sequences nested in a video track; empty if there are none. */
    TrackItems sounds() {
        return sounds.settled();
    }

    List<Json> leftOver() {
        return leftOver;
    }
}
