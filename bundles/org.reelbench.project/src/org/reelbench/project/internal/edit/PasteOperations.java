package org.reelbench.project.internal.edit;

import static org.reelbench.project.ParameterType.FRAMES;
import static org.reelbench.project.ParameterType.ID;
import static org.reelbench.project.ParameterType.TEXT;
import static org.reelbench.project.internal.edit.Operation.onSequence;
import static org.reelbench.project.internal.edit.Operation.optional;
import static org.reelbench.project.internal.edit.Operation.required;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.Project;
import org.reelbench.project.internal.file.NestingRules;
import org.reelbench.project.internal.file.ProjectReader;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MoveEdits;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackKind;

/**
 * The edit that puts copied clips on tracks.
 */
final class PasteOperations {

    /** More would make journals that cannot be read again. */
    private static final int MAX_COPIED_CHARS = 900_000;

    private PasteOperations() {
    }

    static List<Operation> all() {
        return List.of(onSequence(EditCommands.PASTE, "Puts copies of clips on tracks, with all that was set on them; tracks and"
                + " media that are missing are added.", PasteOperations::paste,
                required("copied", TEXT, "what was copied: the text of a project that holds the clips alone"),
                required("frame", FRAMES, "the frame at which the first of them begins"),
                optional("track", ID, "the track that takes the lowest ones of its kind; without it they go to tracks with the"
                        + " numbers of those they lay on"),
                optional("landing", TEXT, "what happens to what lies there: free (refused if anything does; without it this),"
                        + " overwrite (cut away) or insert (moves away)")));
    }

    private static Outcome paste(Editing editing) throws EditRefused {
        Sequence there = editing.sequence();
        Project copied = copied(editing);
        Sequence source = copied.mainSequence();
        if (!source.rate().equals(there.rate())) {
            throw new EditRefused("the copied clips count " + source.rate() + " frames a second, the sequence counts "
                    + there.rate());
        }
        long frame = editing.frames("frame", 0);
        Copies copies = Copies.of(editing.project(), copied);
        Project project = copies.project();
        // Laid down where nothing lies, then moved to where they go, all as one.
        long aside = there.durationFrames() + 1;
        Set<Id> made = new LinkedHashSet<>();
        for (TrackKind kind : TrackKind.values()) {
            List<Track> from = source.tracks().stream().filter(track -> track.kind() == kind).toList();
            int shift = shift(editing, kind, from);
            for (int i = 0; i < from.size(); i++) {
                if (!from.get(i).items().isEmpty()) {
                    project = withTracks(project, there.id(), kind, i + shift + 1);
                    Sequence now = project.sequence(there.id()).orElseThrow();
                    Track target = tracks(now, kind).get(i + shift);
                    project = project.withSequence(now.withTrack(target.withItems(target.items()
                            .concat(copies.items(from.get(i).items(), aside - target.durationFrames(), made)))));
                }
            }
        }
        if (made.isEmpty()) {
            throw editing.parameters().refused("nothing was copied");
        }
        List<Id> rights = FreshIds.clips(project, made.size());
        Sequence after = MoveEdits.moveAll(project.sequence(there.id()).orElseThrow(), made, frame - aside, 0,
                ClipOperations.landing(editing.parameters()), rights);
        editing.requireComputable(after, made);
        String what = made.size() == 1
                ? Editing.shown(after.findClip(made.iterator().next()).orElseThrow().clip())
                : made.size() + " clips";
        Project pasted = project.withSequence(after);
        Optional<String> cycle = NestingRules.violation(pasted.sequences());
        if (cycle.isPresent()) {
            throw new EditRefused("the clips cannot lie there: " + cycle.get());
        }
        return new Outcome(pasted, "Paste " + what + " at " + editing.timecode(frame), List.copyOf(made));
    }

    private static Project copied(Editing editing) throws EditRefused {
        String text = editing.parameters().text("copied");
        if (text.length() > MAX_COPIED_CHARS) {
            throw editing.parameters().refused("these are too many clips at once: copy some of them after the others");
        }
        try {
            return ProjectReader.parse(text);
        } catch (IOException e) {
            throw new EditRefused("what was copied are no clips", e);
        }
    }

    /** How far up the copied tracks of a kind go. */
    private static int shift(Editing editing, TrackKind kind, List<Track> from) throws EditRefused {
        if (!editing.parameters().has("track") || editing.track("track").kind() != kind) {
            return 0;
        }
        int lowest = 0;
        while (lowest < from.size() && from.get(lowest).items().isEmpty()) {
            lowest++;
        }
        List<Id> ids = tracks(editing.sequence(), kind).stream().map(Track::id).toList();
        return ids.indexOf(editing.track("track").id()) - lowest;
    }

    private static List<Track> tracks(Sequence sequence, TrackKind kind) {
        return sequence.tracks().stream().filter(track -> track.kind() == kind).toList();
    }

    private static Project withTracks(Project project, Id sequence, TrackKind kind, int count) throws EditRefused {
        Project grown = project;
        while (tracks(grown.sequence(sequence).orElseThrow(), kind).size() < count) {
            grown = TrackOperations.add(new Editing(grown, Optional.empty(),
                    new Parameters(EditCommands.ADD_TRACK, EditCommand.of(EditCommands.ADD_TRACK, 0)
                            .with("kind", kind == TrackKind.VIDEO ? "video" : "audio").with("sequence", sequence.value())
                            .parameters())))
                    .project();
        }
        return grown;
    }
}
