package org.reelbench.interchange.internal.otio;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.interchange.MediaFacts;
import org.reelbench.interchange.TimelineFormatException;
import org.reelbench.interchange.internal.json.Json;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Still;
import org.reelbench.timeline.TrackKind;

/**
 * Reads media references. A picture that cannot be had is black, so that the clip keeps its place and name; a sound leaves a gap.
 */
final class Sources {

    private static final String BLACK = "#000000";
    private static final Set<String> STILLS = Set.of("png", "jpg", "jpeg", "jpe", "tif", "tiff", "bmp", "webp", "gif", "exr",
            "dpx",
            "tga", "jp2", "avif", "heic", "svg", "psd");
    private static final Set<String> SOUNDS = Set.of("wav", "wave", "w64", "bwf", "aif", "aiff", "aifc", "flac", "mp3", "m4a",
            "aac",
            "ogg", "oga", "opus", "wma", "ac3", "caf");
    private static final String RANGE = "available_range";
    private static final String BOUNDS = "available_image_bounds";

    private final MediaShelf shelf;
    private final ImageSequences images;
    private final Losses losses;

    Sources(MediaShelf shelf, ImageSequences images, Losses losses) {
        this.shelf = shelf;
        this.images = images;
        this.losses = losses;
    }

    /** Reads the reference of a clip; {@code wanted} is the part it shows, or null if it shows all there is. */
    Source read(@Nullable Fields reference, TrackKind kind, @Nullable Span wanted, Fields clip) throws TimelineFormatException {
        if (reference == null) {
            return missing(clip, "medium", "the clip names none", kind, null, null);
        }
        Fields rangeFields = reference.inner(RANGE);
        Span range = rangeFields == null ? null : Span.read(rangeFields);
        Schema schema = reference.schema();
        if (schema.isNewer()) {
            losses.addOnce(reference, schema.toString(), "it is newer than version " + schema.newest()
                    + ", which is known; it was read as far as that goes");
        }
        return switch (schema.name()) {
        case "ExternalReference" -> file(reference, kind, range);
        case "MissingReference" -> missing(reference, "medium '" + Schema.shortened(reference.text("name", "")) + "'",
                "the file says it is missing", kind, range, reference.object());
        case "GeneratorReference" -> generator(reference, kind, range);
        case "ImageSequenceReference" -> imageSequence(reference, kind, range, wanted);
        default -> missing(reference, "medium of the kind " + schema, "this version does not know such media", kind, range,
                reference.object());
        };
    }

    private Source file(Fields reference, TrackKind kind, @Nullable Span range) throws TimelineFormatException {
        String address = reference.text("target_url", "");
        Optional<String> path = shelf.path(address);
        if (path.isEmpty()) {
            return missing(reference, "medium '" + Schema.shortened(address) + "'", "this address names no file on this machine",
                    kind, range, reference.object());
        }
        MediaShelf.Shelved medium = shelve(reference, path.get(), range);
        Optional<MediaFacts> facts = medium.facts();
        String ending = path.get().substring(path.get().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        boolean isStill = facts.map(MediaFacts::still).orElse(STILLS.contains(ending));
        RationalTime duration = facts.map(MediaFacts::duration).orElse(RationalTime.ZERO);
        OptionalInt stream = kind == TrackKind.VIDEO
                ? facts.map(MediaFacts::pictureStream).orElse(OptionalInt.of(0))
                : facts.map(MediaFacts::soundStream).orElse(OptionalInt.of(SOUNDS.contains(ending) ? 0 : 1));
        if (stream.isEmpty() || isStill && kind == TrackKind.AUDIO) {
            return missing(reference, "medium '" + Schema.shortened(medium.reference().name()) + "'",
                    kind == TrackKind.VIDEO ? "it holds no pictures" : "it holds no sound", kind, range, null);
        }
        Content content = isStill
                ? new Still(medium.reference().id())
                : new MediaStream(medium.reference().id(), stream.getAsInt());
        return new Source(Optional.of(content), !isStill, range, duration, null);
    }

    private MediaShelf.Shelved shelve(Fields reference, String path, @Nullable Span range) throws TimelineFormatException {
        Kept kept = new Kept(reference, Set.of("name", "target_url", RANGE, BOUNDS), losses);
        if (range != null && range.start().signum() != 0) {
            // What the medium's clock shows at its first frame is nowhere else.
            kept.put(RANGE, reference.object().members().getOrDefault(RANGE, reference.object()));
        }
        keepBounds(reference, kept);
        return shelf.put(path, reference.text("name", ""), kept.extras(), true);
    }

    private void keepBounds(Fields reference, Kept kept) throws TimelineFormatException {
        Fields bounds = reference.inner(BOUNDS);
        if (bounds != null) {
            kept.put(BOUNDS, bounds.object());
            losses.addOnce(reference, "member \"" + BOUNDS + "\"",
                    "pictures are fitted into the canvas instead; it is kept unchanged");
        }
    }

    private Source generator(Fields reference, TrackKind kind, @Nullable Span range) throws TimelineFormatException {
        String generator = reference.text("generator_kind", "");
        Optional<String> color = Colors.of(generator, reference.inner("parameters"));
        if (kind == TrackKind.AUDIO || color.isEmpty()) {
            return missing(reference, "generator '" + Schema.shortened(generator) + "'", "Reelbench has no such generator", kind,
                    range, reference.object());
        }
        Kept kept = new Kept(reference, Set.of("name", RANGE, BOUNDS, "generator_kind", "parameters"), losses);
        return new Source(Optional.of(Generator.color(color.get())), false, range, RationalTime.ZERO, kept.value());
    }

    private Source imageSequence(Fields reference, TrackKind kind, @Nullable Span range, @Nullable Span wanted)
            throws TimelineFormatException {
        Span needed = range == null ? wanted : range;
        if (kind == TrackKind.AUDIO || needed == null) {
            return missing(reference, "image sequence", kind == TrackKind.AUDIO
                    ? "it holds no sound"
                    : "neither it nor the clip says how long it is", kind, range, reference.object());
        }
        Optional<Content> content = images.read(reference, needed);
        Kept kept = new Kept(reference, ImageSequences.MEMBERS, losses);
        keepBounds(reference, kept);
        return content.isPresent()
                ? new Source(content, true, needed, RationalTime.ZERO, kept.value())
                : missing(reference, "image sequence", images.refusal(), kind, range, reference.object());
    }

    private Source missing(Fields at, String what, String why, TrackKind kind, @Nullable Span range,
            Json.@Nullable ObjectValue leftOver) {
        boolean isSeen = kind == TrackKind.VIDEO;
        losses.add(at, what, why + (isSeen ? "; it is black" : "; it is silent"));
        return new Source(isSeen ? Optional.of(Generator.color(BLACK)) : Optional.empty(), false, range, RationalTime.ZERO,
                leftOver);
    }
}
