package org.reelbench.interchange.internal.otio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.interchange.TimelineFormatException;
import org.reelbench.interchange.internal.json.Json;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;

/**
 * Reads stacks: the outermost one becomes the tracks of a sequence, one inside a track a sequence of its own.
 */
final class StackReader {

    private static final String RANGE = "source_range";
    private static final String CHILDREN = "children";
    private static final Set<String> KNOWN = Set.of("name", "kind", CHILDREN, RANGE, Speeds.MEMBER, MarkerReader.MEMBER,
            "enabled");

    private final ClipReader clips;
    private final Ids ids;
    private final Losses losses;
    private final List<SequenceDraft> sequences;

    StackReader(ClipReader clips, Ids ids, Losses losses, List<SequenceDraft> sequences) {
        this.clips = clips;
        this.ids = ids;
        this.losses = losses;
        this.sequences = sequences;
    }

    /** A stack or track that lies in a track. */
    final class Nested {
        private final SequenceDraft sequence;
        private final TrackKind kind;
        private final Piece piece;

        private Nested(SequenceDraft sequence, TrackKind kind, Piece piece) {
            this.sequence = sequence;
            this.kind = kind;
            this.piece = piece;
        }

        Piece piece() {
            return piece;
        }

        /** Tells whether there is anything in it for the track it lies in. */
        boolean isSeen() {
            return sequence.has(kind);
        }

        /** Tells whether there are sounds in it that a video track does not play. */
        boolean hasSound() {
            return kind == TrackKind.VIDEO && sequence.has(TrackKind.AUDIO);
        }
    }

    /** Reads the outermost stack of a timeline; returns what of it is kept. */
    Kept read(Fields stack, SequenceDraft into) throws TimelineFormatException {
        Kept kept = new Kept(stack, KNOWN, losses);
        Speeds.refuse(stack, kept, losses);
        if (!stack.flag("enabled", true)) {
            losses.add(stack, "disabled stack", "a whole sequence cannot be disabled");
        }
        Fields range = stack.inner(RANGE);
        tracks(stack, range, into, kept);
        MarkerReader markers = new MarkerReader(into.rate(), ids, losses);
        markers.read(stack, 0, RationalTime.ZERO);
        if (range != null) {
            Span span = Span.read(range);
            markers.trim(Span.frames(span.start(), into.rate(), Item.MAX_DURATION_FRAMES, range),
                    Span.frames(span.duration(), into.rate(), Item.MAX_DURATION_FRAMES, range));
        }
        markers.addTo(into);
        return kept;
    }

    /** Reads a stack or track that lies in a track of some kind; its markers and its range are those of an item there. */
    Nested nested(Fields stack, FrameRate rate, TrackKind kind) throws TimelineFormatException {
        String name = stack.text("name", "");
        SequenceDraft draft = new SequenceDraft(ids.next("s"), name.isBlank() ? "Nested" : name, rate);
        sequences.add(draft);
        Kept kept = new Kept(stack, KNOWN, losses);
        if (stack.schema().name().equals("Track")) {
            List<Json> leftOver = new ArrayList<>();
            track(stack, List.of(), false, draft, leftOver);
            kept.put(CHILDREN, leftOver);
        } else {
            tracks(stack, null, draft, kept);
        }
        draft.keep(kept.extras());
        Fields range = stack.inner(RANGE);
        Span span = range == null ? new Span(RationalTime.ZERO, rate.timeOf(draft.durationFrames()), rate) : Span.read(range);
        Speeds speeds = Speeds.read(stack, losses);
        Kept effects = new Kept(stack, stack.object().members().keySet(), losses);
        effects.put(Speeds.MEMBER, speeds.leftOver());
        boolean isEnabled = stack.flag("enabled", true);
        if (!isEnabled) {
            losses.add(stack, "disabled item", "it lies there with opacity 0 and without sound");
        }
        Rational speed = speeds.speed();
        return new Nested(draft, kind, new Piece(stack, span.duration(), span.start(), frames -> {
            Clip clip = Parts.clip(ids.next("c"), draft.name(), new NestedSequence(draft.id()), span.start(), speed, frames, rate,
                    stack);
            return Parts.keeping(isEnabled ? clip : Parts.disabled(clip, kind), effects.extras(), Extras.NONE);
        }));
    }

    private void tracks(Fields stack, @Nullable Fields range, SequenceDraft into, Kept kept) throws TimelineFormatException {
        List<Fields> trims = new ArrayList<>();
        if (range != null) {
            trims.add(range);
        }
        List<Json> leftOver = new ArrayList<>();
        for (Fields child : stack.objects(CHILDREN)) {
            if (child.schema().name().equals("Track")) {
                track(child, trims, true, into, leftOver);
            } else {
                // Anything else in a stack is a track of its own that begins with it.
                TrackReader reader = reader(into, TrackKind.VIDEO);
                reader.add(child);
                finish(reader, child, into.nameOfNext(TrackKind.VIDEO), TrackKind.VIDEO, false, Extras.NONE, trims, into);
                leftOver.addAll(reader.leftOver());
            }
        }
        kept.put(CHILDREN, leftOver);
    }

    private void track(Fields unnamed, List<Fields> trims, boolean isTrimmed, SequenceDraft into, List<Json> leftOver)
            throws TimelineFormatException {
        String name = unnamed.text("name", "");
        Fields fields = unnamed.as(Places.in(unnamed.where(), "track", name));
        TrackKind kind = switch (fields.text("kind", "Video").toLowerCase(Locale.ROOT)) {
        case "video", "" -> TrackKind.VIDEO;
        case "audio" -> TrackKind.AUDIO;
        default -> null;
        };
        if (kind == null) {
            losses.add(fields, "track of the kind '" + Schema.shortened(fields.text("kind", "")) + "'",
                    "tracks are Video or Audio; it is kept unchanged");
            leftOver.add(fields.object());
            return;
        }
        String shown = name.isBlank() ? into.nameOfNext(kind) : name;
        fields = unnamed.as(Places.in(unnamed.where(), "track", shown));
        TrackReader reader = reader(into, kind);
        for (Fields child : fields.objects(CHILDREN)) {
            reader.add(child);
        }
        Kept kept = new Kept(fields, KNOWN, losses);
        kept.put(CHILDREN, reader.leftOver());
        List<Fields> allTrims = new ArrayList<>();
        if (isTrimmed) {
            Speeds.refuse(fields, kept, losses);
            reader.markers().read(fields, 0, RationalTime.ZERO);
            Fields own = fields.inner(RANGE);
            if (own != null) {
                allTrims.add(own);
            }
        }
        allTrims.addAll(trims);
        finish(reader, fields, shown, kind, isTrimmed && !fields.flag("enabled", true), kept.extras(), allTrims, into);
    }

    private void finish(TrackReader reader, Fields at, String name, TrackKind kind, boolean isDisabled, Extras extras,
            List<Fields> trims, SequenceDraft into) throws TimelineFormatException {
        for (Fields range : trims) {
            reader.trim(range);
        }
        reader.markers().addTo(into);
        TrackItems items;
        TrackItems sounds;
        try {
            items = reader.items();
            sounds = reader.sounds();
        } catch (ArithmeticException e) {
            throw at.problem("the times of this track are too large or too fine to compute with");
        }
        into.add(Parts.track(ids, name, kind, isDisabled, items, extras), reader.durationFrames());
        if (!sounds.isEmpty()) {
            into.addSounds(Parts.track(ids, name + " sound", TrackKind.AUDIO, isDisabled, sounds,
                    Extras.NONE));
        }
    }

    private TrackReader reader(SequenceDraft into, TrackKind kind) {
        return new TrackReader(into.rate(), kind, this, clips, ids, losses);
    }
}
