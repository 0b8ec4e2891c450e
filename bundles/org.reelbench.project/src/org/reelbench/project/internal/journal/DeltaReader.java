package org.reelbench.project.internal.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.Project;
import org.reelbench.project.internal.file.ProjectParts;
import org.reelbench.project.internal.json.Json;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;

/**
 * Makes the state after a change of the state before it, and refuses to where that is not the state it was made on: what goes
 * must be there, and what comes must stand behind the same item.
 */
final class DeltaReader {

    private final ProjectParts parts;
    private List<Id> media = List.of();

    DeltaReader(ProjectParts parts) {
        this.parts = parts;
    }

    /**
     * Applies a difference.
     *
     * @throws IOException if it is damaged, or was made on another state
     */
    Project apply(Members members, Project before) throws IOException {
        Json spliced = members.get("media");
        List<MediaReference> allMedia = spliced == null ? before.media() : media(Members.of(spliced), before.media());
        media = allMedia.stream().map(MediaReference::id).toList();
        Map<Id, Sequence> sequences = new LinkedHashMap<>();
        before.sequences().forEach(sequence -> sequences.put(sequence.id(), sequence));
        for (Json value : members.list("sequences")) {
            Members changed = Members.of(value);
            Id id = changed.id("id");
            sequences.put(id, sequence(changed, sequences.get(id)));
        }
        List<Sequence> ordered = inOrder(members, before.sequences().stream().map(Sequence::id).toList(), sequences);
        Json header = members.get("project");
        return header != null
                ? parts.readHeader(header, allMedia, ordered)
                : new Project(before.name(), allMedia, ordered, before.mainSequenceId(), before.extras());
    }

    private List<MediaReference> media(Members splice, List<MediaReference> before) throws IOException {
        int at = splice.index("at");
        List<Json> removed = splice.list("removed");
        if (at + removed.size() > before.size()) {
            throw misfit();
        }
        for (int i = 0; i < removed.size(); i++) {
            if (!(removed.get(i) instanceof Json.TextValue id) || !before.get(at + i).id().value().equals(id.value())) {
                throw misfit();
            }
        }
        List<MediaReference> after = new ArrayList<>(before.subList(0, at));
        after.addAll(parts.readMedia(splice.list("added")));
        after.addAll(before.subList(at + removed.size(), before.size()));
        return after;
    }

    private static <T> List<T> inOrder(Members members, List<Id> before, Map<Id, T> things) throws IOException {
        Json order = members.get("order");
        if (order == null) {
            return List.copyOf(things.values());
        }
        if (!Members.of(order).ids("was").equals(before)) {
            throw misfit();
        }
        List<T> ordered = new ArrayList<>();
        for (Id id : Members.of(order).ids("now")) {
            T thing = things.get(id);
            if (thing == null) {
                throw misfit();
            }
            ordered.add(thing);
        }
        return ordered;
    }

    private Sequence sequence(Members changed, @Nullable Sequence before) throws IOException {
        Json header = changed.get("header");
        if (before == null && header == null) {
            throw misfit();
        }
        Sequence bare = header != null ? parts.readSequence(header) : before;
        if (bare == null) {
            throw misfit();
        }
        Map<Id, Track> tracks = new LinkedHashMap<>();
        if (before != null) {
            before.tracks().forEach(track -> tracks.put(track.id(), track));
        }
        List<Id> order = List.copyOf(tracks.keySet());
        for (Json value : changed.list("tracks")) {
            Members track = Members.of(value);
            Id id = track.id("id");
            tracks.put(id, track(track, tracks.get(id), bare.rate()));
        }
        return bare.withTracks(inOrder(changed, order, tracks));
    }

    private Track track(Members changed, @Nullable Track before, FrameRate rate) throws IOException {
        Json header = changed.get("header");
        Track bare = header != null ? parts.readTrack(header, rate) : before;
        if (bare == null) {
            throw misfit();
        }
        TrackItems items = before == null ? TrackItems.EMPTY : before.items();
        for (Json splice : changed.list("splices")) {
            items = spliced(items, Members.of(splice), rate);
        }
        return bare.withItems(items);
    }

    private TrackItems spliced(TrackItems items, Members splice, FrameRate rate) throws IOException {
        int at = splice.index("at");
        List<Json> removed = splice.list("removed");
        Json after = splice.get("after");
        if (at + removed.size() > items.size() || (at > 0) != (after != null)
                || after != null && !isNamed(items.get(at - 1), after)) {
            throw misfit();
        }
        for (int i = 0; i < removed.size(); i++) {
            if (!isNamed(items.get(at + i), removed.get(i))) {
                throw misfit();
            }
        }
        TrackItems added = TrackItems.of(parts.readItems(splice.list("added"), rate, media));
        return items.subList(0, at).concat(added).concat(items.subList(at + removed.size(), items.size()));
    }

    private static boolean isNamed(Item item, Json name) {
        return switch (name) {
        case Json.TextValue id -> {
            Id given = ItemSplice.idOf(item);
            yield given != null && given.value().equals(id.value());
        }
        case Json.NumberValue frames -> item instanceof Gap gap && Long.toString(gap.durationFrames()).equals(frames.text());
        default -> false;
        };
    }

    static IOException misfit() {
        return new IOException("the change was made on another state of the project");
    }
}
