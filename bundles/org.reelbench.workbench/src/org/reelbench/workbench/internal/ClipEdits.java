package org.reelbench.workbench.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Links;
import org.reelbench.timeline.Located;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackKind;
import org.reelbench.ui.Editor;
import org.reelbench.ui.OpenProject;

/** Which clips the editing keys mean. */
final class ClipEdits {

    private final Editor editor;

    ClipEdits(Editor editor) {
        this.editor = editor;
    }

    /** Splits the selected clips under the playhead; without one, the uppermost clip that is seen there. */
    void split() {
        Optional<Sequence> sequence = editor.project().map(OpenProject::sequence);
        if (sequence.isEmpty()) {
            return;
        }
        long frame = editor.playheadFrame();
        List<Id> clips = toSplit(sequence.get(), editor.selection(), frame);
        if (clips.isEmpty()) {
            editor.tell("There is no clip to split at the playhead", true);
        }
        clips.forEach(clip -> editor.executeNext(
                revision -> EditCommand.of(EditCommands.SPLIT, revision).with("clip", clip.value()).with("frame", frame)));
    }

    /** Deletes the selected clips. */
    void delete(boolean closesGap) {
        String name = closesGap ? EditCommands.RIPPLE_DELETE : EditCommands.DELETE;
        List<String> clips = editor.selection().stream().map(Id::value).toList();
        if (!clips.isEmpty()) {
            editor.executeNext(revision -> EditCommand.of(name, revision).with("clips", clips));
        }
    }

    /** Selects the uppermost clip that is seen at the playhead; asked once more, the next one below it. */
    void selectAtPlayhead() {
        editor.project().map(OpenProject::sequence)
                .ifPresent(sequence -> nextAt(sequence, editor.selection(), editor.playheadFrame())
                        .ifPresentOrElse(clip -> editor.select(Set.of(clip)),
                                () -> editor.tell("There is no clip at the playhead", true)));
    }

    /** The clip at a frame that comes after the selected one, from above; the first one if none of them is selected alone. */
    static Optional<Id> nextAt(Sequence sequence, Set<Id> selection, long frame) {
        List<Id> seen = new ArrayList<>();
        for (Track track : sequence.tracks()) {
            track.items().locate(frame).filter(_ -> !track.hidden()).map(Located::item).flatMap(ClipEdits::idOf)
                    .ifPresent(clip -> seen.add(track.kind() == TrackKind.VIDEO ? 0 : seen.size(), clip));
        }
        int now = selection.size() == 1 ? seen.indexOf(selection.iterator().next()) : -1;
        return seen.isEmpty() ? Optional.empty() : Optional.of(seen.get((now + 1) % seen.size()));
    }

    /** Clips in which the frame lies behind the first one, so that there are two parts. */
    static List<Id> toSplit(Sequence sequence, Set<Id> selection, long frame) {
        List<Id> under = sequence.tracks().stream().map(track -> clipAt(track, frame)).flatMap(Optional::stream).toList();
        List<Id> selected = under.stream().filter(selection::contains).toList();
        if (!selected.isEmpty()) {
            return withoutPartners(sequence, selected);
        }
        Id uppermost = null;
        for (Track track : sequence.tracks()) {
            if (track.kind() == TrackKind.VIDEO && !track.hidden()) {
                uppermost = clipAt(track, frame).orElse(uppermost);
            }
        }
        return listOf(uppermost, under);
    }

    /** Of clips that are linked one stands for all: the others are cut with it. */
    private static List<Id> withoutPartners(Sequence sequence, List<Id> clips) {
        Set<Id> cut = new HashSet<>();
        List<Id> kept = new ArrayList<>();
        for (Id clip : clips) {
            if (cut.add(clip)) {
                kept.add(clip);
                cut.addAll(Links.linked(sequence, clip));
            }
        }
        return kept;
    }

    private static List<Id> listOf(@Nullable Id uppermost, List<Id> under) {
        return uppermost != null ? List.of(uppermost) : under.stream().limit(1).toList();
    }

    private static Optional<Id> clipAt(Track track, long frame) {
        return track.items().locate(frame).filter(place -> place.startFrame() < frame).map(Located::item)
                .flatMap(ClipEdits::idOf);
    }

    private static Optional<Id> idOf(Item item) {
        return item instanceof Clip clip ? Optional.of(clip.id()) : Optional.empty();
    }
}
