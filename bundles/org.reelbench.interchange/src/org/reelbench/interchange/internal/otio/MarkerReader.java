package org.reelbench.interchange.internal.otio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.reelbench.interchange.TimelineFormatException;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Marker;

/** Reads markers: here they belong to the sequence, there to the clip, gap, track or stack they lie on. */
final class MarkerReader {

    static final String MEMBER = "markers";

    private static final Set<String> KNOWN = Set.of("name", "marked_range", "range", "color", "comment");
    private static final Map<String, String> COLORS = Map.ofEntries(Map.entry("PINK", "#ff80c0"), Map.entry("RED", "#e04040"),
            Map.entry("ORANGE", "#f09030"), Map.entry("YELLOW", "#f0d030"), Map.entry("GREEN", "#40b050"),
            Map.entry("CYAN", "#30c0d0"), Map.entry("BLUE", "#4070e0"), Map.entry("PURPLE", "#9050d0"),
            Map.entry("MAGENTA", "#d040c0"), Map.entry("BLACK", "#000000"), Map.entry("WHITE", "#ffffff"));

    private final FrameRate rate;
    private final Ids ids;
    private final Losses losses;
    private final List<Placed> placed = new ArrayList<>();

    /** A marker whose frame may still lie anywhere. */
    private record Placed(Fields at, long frame, long durationFrames, String color, Kept kept) {
    }

    MarkerReader(FrameRate rate, Ids ids, Losses losses) {
        this.rate = rate;
        this.ids = ids;
        this.losses = losses;
    }

    /** Reads the markers of something that begins at a frame; their times count from {@code zero}. */
    void read(Fields owner, long startFrame, RationalTime zero) throws TimelineFormatException {
        for (Fields unnamed : owner.objects(MEMBER)) {
            String name = unnamed.text("name", "");
            Fields fields = unnamed.as(Places.in(owner.where(), "marker", name));
            Fields range = fields.has("marked_range") ? fields.inner("marked_range") : fields.inner("range");
            if (range == null) {
                throw fields.wrong("marked_range", "a time range");
            }
            Span span = Span.read(range);
            long frame = startFrame + Span.frames(Span.minus(span.start(), zero, fields), rate, Item.MAX_DURATION_FRAMES, fields);
            long durationFrames = Span.frames(span.duration(), rate, Item.MAX_DURATION_FRAMES, fields);
            Kept kept = new Kept(fields, KNOWN, losses);
            String color = fields.text("color", "");
            String known = COLORS.getOrDefault(color.toUpperCase(Locale.ROOT), "");
            if (known.isEmpty() && !color.isEmpty()) {
                kept.put("color", fields.object().members().getOrDefault("color", fields.object()));
            }
            placed.add(new Placed(fields, frame, durationFrames, known, kept));
        }
    }

    /** Moves all markers read so far because what they lie on is trimmed; those outside are lost. */
    void trim(long startFrame, long durationFrames) {
        List<Placed> kept = new ArrayList<>();
        for (Placed each : placed) {
            long frame = each.frame() - startFrame;
            if (frame >= 0 && frame < durationFrames) {
                kept.add(new Placed(each.at(), frame, each.durationFrames(), each.color(), each.kept()));
            } else {
                losses.add(each.at(), "marker", "it lies outside of the source range");
            }
        }
        placed.clear();
        placed.addAll(kept);
    }

    /** Gives all markers to a sequence; those before its first frame are lost. */
    void addTo(SequenceDraft sequence) throws TimelineFormatException {
        for (Placed each : placed) {
            if (each.frame() >= 0 && each.frame() <= Item.MAX_DURATION_FRAMES) {
                sequence.add(
                        new Marker(ids.next("k"), each.at().text("name", ""), each.frame(), each.durationFrames(), each.color(),
                                each.at().text("comment", ""), each.kept().extras()));
            } else {
                losses.add(each.at(), "marker", "it lies before the first frame or too far behind");
            }
        }
    }
}
