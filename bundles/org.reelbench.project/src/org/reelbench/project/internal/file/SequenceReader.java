package org.reelbench.project.internal.file;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.ProjectFormatException;
import org.reelbench.project.internal.json.Json;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Invariants;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Marker;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Still;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;
import org.reelbench.timeline.Transition;

/**
 * Reads one sequence with its tracks and their items. One reader per sequence.
 */
final class SequenceReader {

    private static final String REMEDY = "Correct the track in a text editor, or restore a copy of the file.";

    private final ProblemReport report;
    private final String outer;
    private final ClipReader clips;
    private final ProjectReader.UsedIds trackIds = new ProjectReader.UsedIds();
    private final ProjectReader.UsedIds itemIds = new ProjectReader.UsedIds();

    /** Creates a reader of a sequence that was written by a version of the format. */
    SequenceReader(ProblemReport report, List<Id> media, String outer, int version) {
        this.report = report;
        this.outer = outer;
        clips = new ClipReader(media, version);
    }

    Sequence read(Fields fields, Id id) throws ProjectFormatException {
        String name = fields.text("name", "");
        FrameRate rate = fields.parsed("rate", "a frame rate such as \"25\" or \"30000/1001\"", FrameRate::parse);
        int widthPx = fields.wholeInt("widthPx", 1);
        int heightPx = fields.wholeInt("heightPx", 1);
        int sampleRateHz = fields.wholeInt("sampleRateHz", 1);
        boolean limiter = fields.flag("limiter");
        List<Track> tracks = new ArrayList<>();
        for (Json value : fields.list("tracks")) {
            tracks.add(track(Fields.of(report, value, outer + "track " + (tracks.size() + 1)), rate));
        }
        List<Marker> markers = markers(fields);
        FrameRange inOut = inOut(fields);
        Sequence sequence = fields.build(() -> new Sequence(id, name, rate, widthPx, heightPx, sampleRateHz, limiter, tracks,
                markers, inOut, fields.unknown(Schema.SEQUENCE)));
        // What is checked item by item has the better place; this makes sure that nothing else slips through.
        List<String> violations = Invariants.violations(sequence);
        if (!violations.isEmpty()) {
            throw fields.problem(violations.getFirst(), REMEDY);
        }
        return sequence;
    }

    private List<Marker> markers(Fields sequence) throws ProjectFormatException {
        List<Marker> markers = new ArrayList<>();
        if (sequence.has("markers")) {
            for (Json value : sequence.list("markers")) {
                Fields unnamed = Fields.of(report, value, outer + "marker " + (markers.size() + 1));
                Id id = unnamed.id("id");
                Fields fields = unnamed.as(Places.named(outer + "marker", id));
                itemIds.add(fields, "id", id);
                String name = fields.text("name", "");
                long frame = fields.whole("frame", 0, Item.MAX_DURATION_FRAMES);
                long durationFrames = fields.has("durationFrames")
                        ? fields.whole("durationFrames", 0, Item.MAX_DURATION_FRAMES)
                        : 0;
                String color = fields.text("color", "");
                String note = fields.text("note", "");
                markers.add(fields.build(
                        () -> new Marker(id, name, frame, durationFrames, color, note, fields.unknown(Schema.MARKER))));
            }
        }
        return markers;
    }

    private static @Nullable FrameRange inOut(Fields sequence) throws ProjectFormatException {
        if (!sequence.has("inFrame") && !sequence.has("outFrame")) {
            return null;
        }
        long inFrame = sequence.whole("inFrame", 0, Item.MAX_DURATION_FRAMES);
        long outFrame = sequence.whole("outFrame", 0, Item.MAX_DURATION_FRAMES);
        return sequence.build(() -> new FrameRange(inFrame, outFrame));
    }

    Track track(Fields unnamed, FrameRate rate) throws ProjectFormatException {
        Id id = unnamed.id("id");
        String name = unnamed.text("name", "");
        Fields fields = unnamed.as(Places.named(outer + "track", name, id));
        trackIds.add(fields, "id", id);
        TrackKind kind = switch (fields.text("kind")) {
        case "video" -> TrackKind.VIDEO;
        case "audio" -> TrackKind.AUDIO;
        default -> throw fields.wrong("kind", "\"video\" or \"audio\"");
        };
        boolean hidden = fields.flag("hidden");
        boolean muted = fields.flag("muted");
        boolean solo = fields.flag("solo");
        boolean locked = fields.flag("locked");
        TrackItems items = items(fields, kind, rate);
        return fields.build(
                () -> new Track(id, name, kind, hidden, muted, solo, locked, items, fields.unknown(Schema.TRACK)));
    }

    private TrackItems items(Fields track, TrackKind kind, FrameRate rate) throws ProjectFormatException {
        List<Json> values = track.list("items");
        List<Item> items = new ArrayList<>();
        SortedMap<String, String> unknownOfGap = new TreeMap<>();
        long totalFrames = 0;
        for (Json value : values) {
            Fields fields = Fields.of(report, value, track.where() + " item " + (items.size() + 1));
            Item before = items.isEmpty() ? null : items.getLast();
            requireFits(fields, before);
            Item item = item(fields, track.where(), rate, unknownOfGap);
            if (kind == TrackKind.AUDIO && item instanceof Clip clip && clip.content() instanceof Still) {
                throw fields.problem("still", "a still picture lies on a video track, not on an audio track", REMEDY);
            }
            if (before instanceof Transition && !(item instanceof Clip)) {
                throw fields.problem("a clip follows a transition", REMEDY);
            }
            items.add(item);
            totalFrames += item.durationFrames();
            if (totalFrames > Item.MAX_DURATION_FRAMES) {
                throw fields.problem("the track is longer than " + Item.MAX_DURATION_FRAMES + " frames", REMEDY);
            }
        }
        if (!items.isEmpty() && !(items.getLast() instanceof Clip)) {
            throw report.at(values.getLast(), track.where(), "the last item of a track is a clip", REMEDY);
        }
        requireRoomForTransitions(track, items, values);
        return track.build(() -> TrackItems.of(items));
    }

    private static void requireFits(Fields fields, @Nullable Item before) throws ProjectFormatException {
        if (fields.has("gapFrames") && before instanceof Gap) {
            throw fields.problem("a gap follows a gap", "Join them: one gap with the sum of their frames.");
        }
        if (fields.has("transition") && !(before instanceof Clip)) {
            throw fields.problem("a transition follows a clip", REMEDY);
        }
    }

    /** Reads one item, whatever lies beside it. */
    Item item(Fields fields, String track, FrameRate rate, SortedMap<String, String> unknownOfGap)
            throws ProjectFormatException {
        if (fields.has("clip")) {
            Id id = fields.id("clip");
            Fields named = fields.as(Places.named(track + " clip", id));
            itemIds.add(named, "clip", id);
            return clips.read(named, id, rate, unknownOfGap);
        }
        if (fields.has("gapFrames")) {
            UnknownMembers.collect(fields.object(), Schema.GAP, unknownOfGap, UnknownMembers.GAP);
            return new Gap(fields.whole("gapFrames", 1, Item.MAX_DURATION_FRAMES));
        }
        if (fields.has("transition")) {
            return transition(fields, track);
        }
        throw fields.problem("an item has one of the members \"clip\", \"gapFrames\" and \"transition\";"
                + " this version knows no other kind of item",
                "If a newer Reelbench wrote it, open the project with that; otherwise remove the item.");
    }

    private void requireRoomForTransitions(Fields track, List<Item> items, List<Json> values) throws ProjectFormatException {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Clip clip) {
                long takenFrames = i > 0 && items.get(i - 1) instanceof Transition before ? before.outOffsetFrames() : 0;
                takenFrames += i + 1 < items.size() && items.get(i + 1) instanceof Transition after ? after.inOffsetFrames() : 0;
                if (takenFrames > clip.durationFrames()) {
                    throw report.at(values.get(i), Places.named(track.where() + " clip", clip.id()), "the clip is "
                            + clip.durationFrames() + " frames long, but the transitions beside it take " + takenFrames, REMEDY);
                }
            }
        }
    }

    private Transition transition(Fields unnamed, String track) throws ProjectFormatException {
        Id id = unnamed.id("transition");
        Fields fields = unnamed.as(Places.named(track + " transition", id));
        itemIds.add(fields, "transition", id);
        String kind = fields.text("kind");
        long inFrames = fields.whole("inOffsetFrames", 0, Item.MAX_DURATION_FRAMES);
        long outFrames = fields.whole("outOffsetFrames", 0, Item.MAX_DURATION_FRAMES);
        return fields.build(() -> new Transition(id, kind, inFrames, outFrames, fields.unknown(Schema.TRANSITION)));
    }
}
