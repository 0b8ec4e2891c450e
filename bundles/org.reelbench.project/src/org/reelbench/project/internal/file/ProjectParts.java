package org.reelbench.project.internal.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.reelbench.project.Project;
import org.reelbench.project.ProjectFormatException;
import org.reelbench.project.internal.json.Json;
import org.reelbench.project.internal.json.JsonPrinter;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;

/**
 * The parts of a project as JSON, each alone and in the form of the project file: what the journal keeps of a change.
 * <p>
 * What is read equals what was written, also where the project file would leave out unknown members that have lost their place.
 */
public final class ProjectParts {

    private static final Set<String> PROJECT = Set.of("name", "mainSequence");

    private final Path file;
    private final MediaPaths paths;

    /** Creates the form for a file and the paths that stand in it. */
    public ProjectParts(Path file, MediaPaths paths) {
        this.file = file;
        this.paths = paths;
    }

    /** Writes a project without its media and sequences. */
    public void writeHeader(JsonPrinter out, Project project) throws IOException {
        out.beginObject(false);
        out.name("name").text(project.name());
        out.name("mainSequence").text(project.mainSequenceId().value());
        for (Map.Entry<String, String> member : UnknownMembers.plain(project.extras(), Schema.PROJECT).entrySet()) {
            out.name(member.getKey()).json(member.getValue());
        }
        out.end();
    }

    /** Reads what {@link #writeHeader} wrote. */
    public Project readHeader(Json json, List<MediaReference> media, List<Sequence> sequences) throws ProjectFormatException {
        Fields fields = Fields.of(new ProblemReport(file), json, "project");
        String name = fields.text("name");
        Id main = fields.id("mainSequence");
        return fields.build(() -> new Project(name, media, sequences, main, fields.unknown(PROJECT)));
    }

    /** Writes a media reference. */
    public void write(JsonPrinter out, MediaReference media) throws IOException {
        new ProjectWriter(out, paths).write(media);
    }

    /** Reads media references. */
    public List<MediaReference> readMedia(List<Json> values) throws IOException {
        List<MediaReference> media = new ArrayList<>();
        for (Json value : values) {
            media.add(ProjectReader.media(Fields.of(new ProblemReport(file), value, "media"), paths));
        }
        return media;
    }

    /** Writes a sequence without its tracks. */
    public void writeHeader(JsonPrinter out, Sequence sequence) throws IOException {
        new ProjectWriter(out, paths).write(sequence.withTracks(List.of()));
    }

    /** Reads a sequence without tracks. */
    public Sequence readSequence(Json json) throws ProjectFormatException {
        ProblemReport report = new ProblemReport(file);
        Fields fields = Fields.of(report, json, "sequence");
        return new SequenceReader(report, List.of(), "", Schema.VERSION).read(fields, fields.id("id"));
    }

    /** Writes a track without its items. */
    public void writeHeader(JsonPrinter out, Track track) throws IOException {
        new ProjectWriter(out, paths).write(track.withItems(TrackItems.EMPTY));
    }

    /** Reads a track without items. */
    public Track readTrack(Json json, FrameRate rate) throws ProjectFormatException {
        ProblemReport report = new ProblemReport(file);
        return new SequenceReader(report, List.of(), "", Schema.VERSION).track(Fields.of(report, json, "track"), rate);
    }

    /** Writes an item as it is, whatever lies beside it. */
    public void write(JsonPrinter out, Item item) throws IOException {
        out.beginObject(false);
        out.name(Schema.VERSION_MEMBER).whole(Schema.VERSION);
        out.name("item");
        new ProjectWriter(out, paths).write(item, Extras.NONE);
        if (item instanceof Clip clip) {
            writeHomeless(out, clip);
        }
        out.end();
    }

    private static void writeHomeless(JsonPrinter out, Clip clip) throws IOException {
        SortedMap<String, String> homeless = new TreeMap<>(clip.extras().jsonByName());
        homeless.keySet().removeIf(name -> UnknownMembers.hasPlace(name, clip.effects().size()));
        if (!homeless.isEmpty()) {
            out.name("extras").beginObject(false);
            for (Map.Entry<String, String> member : homeless.entrySet()) {
                out.name(member.getKey()).text(member.getValue());
            }
            out.end();
        }
    }

    /** Reads items that {@link #write(JsonPrinter, Item)} wrote; they lie in a row, but whether they fit together is not checked. */
    public List<Item> readItems(List<Json> values, FrameRate rate, List<Id> media) throws ProjectFormatException {
        ProblemReport report = new ProblemReport(file);
        // One reader for all of one version, so that two items of one id are found.
        Map<Integer, SequenceReader> readers = new HashMap<>();
        List<Item> items = new ArrayList<>();
        for (Json value : values) {
            Fields fields = Fields.of(report, value, "item");
            int version = fields.wholeInt(Schema.VERSION_MEMBER, 1, Schema.SILENT);
            SequenceReader reader = readers.computeIfAbsent(version, _ -> new SequenceReader(report, media, "", version));
            Fields member = fields.inner("item");
            if (member == null) {
                throw fields.wrong("item", "an item of a track");
            }
            SortedMap<String, String> homeless = new TreeMap<>();
            Fields extras = fields.inner("extras");
            if (extras != null) {
                for (String name : extras.object().members().keySet()) {
                    homeless.put(name, extras.text(name));
                }
            }
            items.add(reader.item(member, "track", rate, homeless));
        }
        return items;
    }
}
