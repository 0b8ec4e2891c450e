package org.reelbench.interchange.internal.otio;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.interchange.TimelineFormatException;
import org.reelbench.interchange.internal.json.Json;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.TrackKind;

/** Reads clips. */
final class ClipReader {

    private static final String REFERENCE = "media_reference";
    private static final String REFERENCES = "media_references";
    private static final String ACTIVE = "active_media_reference_key";
    private static final Set<String> KNOWN = Set.of("name", "source_range", Speeds.MEMBER, "markers", "enabled", REFERENCE,
            REFERENCES, ACTIVE);

    private final Sources sources;
    private final Ids ids;
    private final Losses losses;

    ClipReader(Sources sources, Ids ids, Losses losses) {
        this.sources = sources;
        this.ids = ids;
        this.losses = losses;
    }

    /** Reads a clip for a track; returns null if it has no length. */
    @Nullable
    Piece read(Fields clip, TrackKind kind, FrameRate rate) throws TimelineFormatException {
        Fields rangeFields = clip.inner("source_range");
        Span wanted = rangeFields == null ? null : Span.read(rangeFields);
        Kept kept = new Kept(clip, KNOWN, losses);
        Fields reference = reference(clip, kept);
        Source source = sources.read(reference, kind, wanted, clip);
        if (source.leftOver() != null) {
            kept.put(REFERENCE, source.leftOver());
        }
        Span shown = wanted == null ? whole(source, rate) : wanted;
        if (shown == null) {
            losses.add(clip, "clip", "neither it nor its medium says how long it is; it is left out");
            return null;
        }
        Speeds speeds = Speeds.read(clip, losses);
        kept.put(Speeds.MEMBER, speeds.leftOver());
        tellWhereItIsNotThere(clip, source, shown);
        boolean isEnabled = clip.flag("enabled", true);
        if (!isEnabled) {
            losses.add(clip, "disabled clip", "it lies there " + (kind == TrackKind.VIDEO ? "with opacity 0" : "without sound"));
        }
        String name = name(clip, reference);
        RationalTime start = Span.minus(shown.start(), source.start(), clip);
        Rational speed = source.moves() ? speeds.speed() : Rational.ONE;
        Optional<Content> content = source.content();
        if (speed.signum() == 0 && kind == TrackKind.AUDIO) {
            losses.add(clip, "frozen sound", "it is silent");
            content = Optional.empty();
        }
        Optional<Content> shownContent = content;
        Extras extras = kept.extras();
        return new Piece(clip, shown.duration(), shown.start(), frames -> {
            if (shownContent.isEmpty()) {
                return new Gap(frames);
            }
            Clip made = Parts.clip(ids.next("c"), name, shownContent.get(), source.moves() ? start : RationalTime.ZERO, speed,
                    frames,
                    rate, clip);
            return Parts.keeping(isEnabled ? made : Parts.disabled(made, kind), extras, Extras.NONE);
        });
    }

    /** Returns the clip's name, else its medium's. */
    private static String name(Fields clip, @Nullable Fields reference) throws TimelineFormatException {
        String own = clip.text("name", "");
        if (!own.isBlank() || reference == null) {
            return own;
        }
        String ofMedium = reference.text("name", "");
        String address = reference.text("target_url", "");
        return ofMedium.isBlank()
                ? address.substring(Math.max(address.lastIndexOf('/'), address.lastIndexOf('\\')) + 1)
                : ofMedium;
    }

    private static @Nullable Span whole(Source source, FrameRate rate) {
        if (source.range() != null) {
            return source.range();
        }
        return source.duration().signum() > 0 ? new Span(RationalTime.ZERO, source.duration(), rate) : null;
    }

    /** Without an available range the file's clock is taken to begin at zero; that it does not is seen by where the clip lies. */
    private void tellWhereItIsNotThere(Fields clip, Source source, Span shown) {
        if (source.moves() && source.range() == null && source.duration().signum() > 0
                && !shown.start().isBefore(source.duration())) {
            losses.add(clip, "source range",
                    "it begins after the end of the medium, and no \"available_range\" says what time the"
                            + " medium begins at; the last picture stands still");
        }
    }

    private @Nullable Fields reference(Fields clip, Kept kept) throws TimelineFormatException {
        if (!clip.has(REFERENCES)) {
            return clip.inner(REFERENCE);
        }
        Fields all = clip.inner(REFERENCES);
        String active = clip.text(ACTIVE, "DEFAULT_MEDIA");
        if (all == null) {
            return null;
        }
        SortedMap<String, Json> others = new TreeMap<>();
        for (Map.Entry<String, Json> entry : all.object().members().entrySet()) {
            if (!entry.getKey().equals(active)) {
                others.put(entry.getKey(), entry.getValue());
                losses.add(clip, "medium '" + Schema.shortened(entry.getKey()) + "'",
                        "a clip has one medium here, '" + Schema.shortened(active) + "'; the other is kept unchanged");
            }
        }
        kept.put(REFERENCES, new Json.ObjectValue(others, all.line()));
        return all.inner(active);
    }
}
