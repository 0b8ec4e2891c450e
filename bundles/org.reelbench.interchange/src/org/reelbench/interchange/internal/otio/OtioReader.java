package org.reelbench.interchange.internal.otio;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.interchange.CanvasSize;
import org.reelbench.interchange.ImportSettings;
import org.reelbench.interchange.ImportedTimeline;
import org.reelbench.interchange.MediaFacts;
import org.reelbench.interchange.MediaLookup;
import org.reelbench.interchange.TimelineFormatException;
import org.reelbench.interchange.internal.json.Json;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.TrackKind;

/**
 * Reads the tree of a file: one timeline, several in a collection, or a part of one. One reader per file, one thread.
 */
final class OtioReader {

    private static final String NO_TIMELINE = "Choose a file with a timeline, or have it written again.";
    private static final String START = "global_start_time";
    private static final Set<String> TIMELINE = Set.of("name", "tracks", START);
    private static final Set<String> COLLECTION = Set.of("name", "children");

    private final Path file;
    private final ImportSettings settings;
    private final Losses losses = new Losses();
    private final Ids ids = new Ids();
    private final List<SequenceDraft> sequences = new ArrayList<>();
    private final MediaShelf shelf;
    private final Sources sources;
    private final StackReader stacks;

    OtioReader(Path file, Path folder, ImportSettings settings, MediaLookup media) {
        this.file = file;
        this.settings = settings;
        shelf = new MediaShelf(folder, media, ids);
        sources = new Sources(shelf, new ImageSequences(shelf, ids, sequences), losses);
        stacks = new StackReader(new ClipReader(sources, ids, losses), ids, losses, sequences);
    }

    ImportedTimeline read(Json root) throws TimelineFormatException {
        if (!(root instanceof Json.ObjectValue object) || !object.members().containsKey(Schema.MEMBER)) {
            throw new TimelineFormatException(file, root.line(), "this is no OpenTimelineIO: it has no member \"" + Schema.MEMBER
                    + "\"", NO_TIMELINE, null);
        }
        Fields fields = Fields.of(file, root, "");
        Schema schema = fields.schema();
        Extras extras = Extras.NONE;
        if (schema.name().equals("SerializableCollection")) {
            extras = collection(fields, "").extras();
            if (sequences.isEmpty()) {
                throw new TimelineFormatException(file, root.line(), "there is no timeline in this file", NO_TIMELINE, null);
            }
        } else if (!timeline(fields, schema, "")) {
            throw new TimelineFormatException(file, root.line(),
                    "this file holds no timeline but " + Schema.shortened(schema.toString()),
                    NO_TIMELINE, null);
        }
        String name = fields.text("name", "");
        return new ImportedTimeline(name.isBlank() ? nameOfFile() : name, finished(), shelf.all(), losses.all(), extras);
    }

    /** Reads all timelines of a collection; media it holds loose become media of the project. */
    private Kept collection(Fields collection, String outer) throws TimelineFormatException {
        Kept kept = new Kept(collection, COLLECTION, losses);
        List<Json> leftOver = new ArrayList<>();
        for (Fields unnamed : collection.objects("children")) {
            Schema schema = unnamed.schema();
            String name = unnamed.text("name", "");
            switch (schema.name()) {
            case "SerializableCollection" -> {
                Kept inner = collection(unnamed.as(Places.in(outer, "collection", name)), Places.in(outer, "collection", name));
                leftOver.add(inner.value());
            }
            case "Timeline", "Stack", "Track" -> timeline(unnamed.as(Places.in(outer, "timeline", name)), schema,
                    Places.in(outer, "timeline", name));
            case "ExternalReference" -> sources.read(unnamed, TrackKind.VIDEO, null, unnamed);
            default -> {
                losses.add(unnamed, schema.toString() + (name.isEmpty() ? "" : " '" + Schema.shortened(name) + "'"),
                        "it lies in no timeline; it is kept unchanged");
                leftOver.add(unnamed.object());
            }
            }
        }
        kept.put("children", leftOver.stream().filter(value -> !value.isEmpty()).toList());
        return kept;
    }

    /** Reads a timeline, or a part of one as if it were alone in one; returns whether it is any of these. */
    private boolean timeline(Fields fields, Schema schema, String where) throws TimelineFormatException {
        if (schema.isNewer()) {
            losses.addOnce(fields, schema.toString(), "it is newer than version " + schema.newest()
                    + ", which is known; it was read as far as that goes");
        }
        switch (schema.name()) {
        case "Timeline" -> {
            Kept kept = new Kept(fields, TIMELINE, losses);
            Fields start = fields.inner(START);
            keepStart(fields, start, kept);
            Fields tracks = fields.inner("tracks");
            Fields stack = tracks == null ? stackOf(List.of(), fields) : tracks;
            if (!stack.schema().name().equals("Stack")) {
                throw stack.problem("\"tracks\" of a timeline is a Stack, not " + stack.schema());
            }
            SequenceDraft draft = begin(fields, start, stack);
            kept.put("tracks", stacks.read(stack.as(where), draft).value());
            draft.keep(kept.extras());
        }
        case "Stack" -> {
            SequenceDraft draft = begin(fields, null, fields);
            draft.keep(stacks.read(fields, draft).extras());
        }
        case "Track", "Clip" -> {
            Fields stack = stackOf(List.of(fields.object()), fields);
            SequenceDraft draft = begin(fields, null, stack);
            draft.keep(stacks.read(stack, draft).extras());
        }
        default -> {
            return false;
        }
        }
        return true;
    }

    private Fields stackOf(List<Json> children, Fields at) throws TimelineFormatException {
        return at.inside(new Json.ObjectValue(Map.of(Schema.MEMBER, new Json.TextValue("Stack.1", at.line()), "children",
                new Json.ListValue(children, at.line())), at.line()), at.where());
    }

    private SequenceDraft begin(Fields fields, @Nullable Fields start, Fields stack) throws TimelineFormatException {
        String name = fields.text("name", "");
        SequenceDraft draft = new SequenceDraft(ids.next("s"), name.isBlank() ? nameOfFile() : name,
                FrameRates.of(start, stack, settings, shelf));
        sequences.add(draft);
        return draft;
    }

    private void keepStart(Fields timeline, @Nullable Fields start, Kept kept) throws TimelineFormatException {
        if (start != null && Span.time(start).signum() != 0) {
            kept.put(START, start.object());
            losses.add(timeline, "start time", "a sequence counts from zero here; it is kept unchanged");
        }
    }

    private List<Sequence> finished() {
        List<MediaFacts> facts = shelf.facts();
        CanvasSize size = settings.size()
                .or(() -> facts.stream().filter(each -> !each.still()).flatMap(each -> each.size().stream()).findFirst())
                .or(() -> facts.stream().flatMap(each -> each.size().stream()).findFirst())
                .orElse(ImportSettings.FALLBACK_SIZE);
        // Encoders of films want even sides.
        CanvasSize even = new CanvasSize(Math.max(2, size.widthPx() & ~1), Math.max(2, size.heightPx() & ~1));
        return sequences.stream().map(draft -> draft.sequence(even, settings.sampleRateHz())).toList();
    }

    private String nameOfFile() {
        String name = String.valueOf(file.getFileName());
        int point = name.lastIndexOf('.');
        return point > 0 ? name.substring(0, point) : name;
    }
}
