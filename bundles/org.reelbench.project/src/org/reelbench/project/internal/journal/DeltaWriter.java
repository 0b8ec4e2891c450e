package org.reelbench.project.internal.journal;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.reelbench.project.Project;
import org.reelbench.project.internal.file.ProjectParts;
import org.reelbench.project.internal.json.JsonPrinter;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;

/**
 * Writes the difference of two states of a project: headers that are new, splices of media and items, and the order of what
 * came or went. Knows nothing of commands, and costs what differs.
 */
final class DeltaWriter {

    private final JsonPrinter out;
    private final ProjectParts parts;

    DeltaWriter(JsonPrinter out, ProjectParts parts) {
        this.out = out;
        this.parts = parts;
    }

    void write(Project before, Project after) throws IOException {
        out.beginObject(false);
        if (!before.name().equals(after.name()) || !before.mainSequenceId().equals(after.mainSequenceId())
                || !before.extras().equals(after.extras())) {
            out.name("project");
            parts.writeHeader(out, after);
        }
        if (!before.media().equals(after.media())) {
            out.name("media");
            writeMedia(before.media(), after.media());
        }
        Map<Id, Sequence> earlier = new HashMap<>();
        before.sequences().forEach(sequence -> earlier.put(sequence.id(), sequence));
        order(before.sequences().stream().map(Sequence::id).toList(), after.sequences().stream().map(Sequence::id).toList());
        out.name("sequences").beginList(false);
        for (Sequence sequence : after.sequences()) {
            Sequence old = earlier.get(sequence.id());
            if (old != sequence) {
                boolean isNew = old == null || !old.withTracks(List.of()).equals(sequence.withTracks(List.of()));
                write(sequence, isNew, old == null ? List.of() : old.tracks());
            }
        }
        out.end();
        out.end();
    }

    private void writeMedia(List<MediaReference> before, List<MediaReference> after) throws IOException {
        int shortest = Math.min(before.size(), after.size());
        int same = 0;
        while (same < shortest && before.get(same).equals(after.get(same))) {
            same++;
        }
        int sameAtEnd = 0;
        while (sameAtEnd < shortest - same
                && before.get(before.size() - 1 - sameAtEnd).equals(after.get(after.size() - 1 - sameAtEnd))) {
            sameAtEnd++;
        }
        out.beginObject(false);
        out.name("at").whole(same);
        out.name("removed").beginList(false);
        for (MediaReference media : before.subList(same, before.size() - sameAtEnd)) {
            out.text(media.id().value());
        }
        out.end();
        out.name("added").beginList(false);
        for (MediaReference media : after.subList(same, after.size() - sameAtEnd)) {
            parts.write(out, media);
        }
        out.end();
        out.end();
    }

    private void order(List<Id> before, List<Id> after) throws IOException {
        if (!before.equals(after)) {
            out.name("order").beginObject(false);
            out.name("was");
            ids(before);
            out.name("now");
            ids(after);
            out.end();
        }
    }

    private void ids(List<Id> ids) throws IOException {
        out.beginList(false);
        for (Id id : ids) {
            out.text(id.value());
        }
        out.end();
    }

    private void write(Sequence sequence, boolean withHeader, List<Track> oldTracks) throws IOException {
        out.beginObject(false);
        out.name("id").text(sequence.id().value());
        if (withHeader) {
            out.name("header");
            parts.writeHeader(out, sequence);
        }
        Map<Id, Track> earlier = new HashMap<>();
        oldTracks.forEach(track -> earlier.put(track.id(), track));
        order(oldTracks.stream().map(Track::id).toList(), sequence.tracks().stream().map(Track::id).toList());
        out.name("tracks").beginList(false);
        for (Track track : sequence.tracks()) {
            Track old = earlier.get(track.id());
            if (old != track) {
                boolean isNew = old == null || !old.withItems(TrackItems.EMPTY).equals(track.withItems(TrackItems.EMPTY));
                write(track, isNew, old == null ? TrackItems.EMPTY : old.items());
            }
        }
        out.end();
        out.end();
    }

    private void write(Track track, boolean withHeader, TrackItems oldItems) throws IOException {
        out.beginObject(false);
        out.name("id").text(track.id().value());
        if (withHeader) {
            out.name("header");
            parts.writeHeader(out, track);
        }
        out.name("splices").beginList(false);
        for (ItemSplice splice : ItemSplice.between(oldItems, track.items())) {
            out.beginObject(false);
            out.name("at").whole(splice.at());
            if (splice.at() > 0) {
                out.name("after");
                name(track.items().get(splice.at() - 1));
            }
            out.name("removed").beginList(false);
            for (Item item : splice.removed()) {
                name(item);
            }
            out.end();
            out.name("added").beginList(false);
            for (Item item : splice.added()) {
                parts.write(out, item);
            }
            out.end();
            out.end();
        }
        out.end();
        out.end();
    }

    /** What an item is told by where only its presence matters: its id, or the length of a gap. */
    private void name(Item item) throws IOException {
        Id id = ItemSplice.idOf(item);
        if (id != null) {
            out.text(id.value());
        } else if (item instanceof Gap gap) {
            out.whole(gap.durationFrames());
        }
    }
}
