package org.reelbench.ui.tracks.internal.edit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Links;
import org.reelbench.timeline.Located;
import org.reelbench.timeline.Marker;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackKind;
import org.reelbench.ui.Editor;
import org.reelbench.ui.OpenProject;
import org.reelbench.ui.tracks.internal.gesture.KeyDrag;
import org.reelbench.ui.tracks.internal.model.Hit;

/** What keys and menus of the track view do with the selected clips and with what lies at the playhead. On the UI thread. */
public final class TrackEdits {

    private static final int DISSOLVES_PER_SECOND = 2;

    private final Editor editor;

    public TrackEdits(Editor editor) {
        this.editor = editor;
    }

    private Optional<Sequence> sequence() {
        return editor.project().map(OpenProject::sequence);
    }

    public void selectAll() {
        Set<Id> all = new LinkedHashSet<>();
        sequence().ifPresent(sequence -> sequence.tracks().stream().filter(track -> !track.hidden()).forEach(track -> {
            for (Item item : track.items()) {
                if (item instanceof Clip clip) {
                    all.add(clip.id());
                }
            }
        }));
        editor.select(all);
    }

    /** Splits what lies under the playhead on all tracks. */
    public void splitAll() {
        sequence().ifPresent(sequence -> new Razor(editor).cutAll(sequence, editor.playheadFrame()));
    }

    /** Trims the clips under the playhead up to it, and what follows moves up. */
    public void trimToPlayhead(boolean start) {
        long frame = editor.playheadFrame();
        sequence().ifPresent(
                sequence -> Drafted.make(editor, start ? "Trim starts to playhead" : "Trim ends to playhead", draft -> {
                    for (Id clip : underPlayhead(sequence, frame)) {
                        ClipPlace place = sequence.findClip(clip).orElseThrow();
                        long delta = start ? frame - place.startFrame() : frame - place.endFrame();
                        String name = start ? EditCommands.RIPPLE_TRIM_START : EditCommands.RIPPLE_TRIM_END;
                        draft.make(EditCommand.of(name, 0).with("clip", clip.value()).with("deltaFrames", delta));
                    }
                }));
    }

    /** The selected clips that the playhead cuts; if there are none, the uppermost clip that is seen there. One of those linked. */
    private List<Id> underPlayhead(Sequence sequence, long frame) {
        List<Id> under = new ArrayList<>();
        for (Track track : sequence.tracks().reversed()) {
            Located item = track.hidden() || track.locked() ? null : track.items().locate(frame).orElse(null);
            if (item != null && item.item() instanceof Clip clip && item.startFrame() < frame) {
                under.add(clip.id());
            }
        }
        List<Id> selected = under.stream().filter(editor.selection()::contains).toList();
        return withoutLinked(sequence, selected.isEmpty() ? under.stream().limit(1).toList() : selected);
    }

    private static List<Id> withoutLinked(Sequence sequence, List<Id> clips) {
        Set<Id> seen = new LinkedHashSet<>();
        List<Id> kept = new ArrayList<>();
        for (Id clip : clips) {
            if (seen.add(clip)) {
                kept.add(clip);
                seen.addAll(Links.linked(sequence, clip));
            }
        }
        return kept;
    }

    /** Moves the selected clips a little. */
    public void nudge(long frames) {
        List<String> clips = selected();
        if (!clips.isEmpty()) {
            editor.executeNext(revision -> EditCommand.of(EditCommands.MOVE, revision).with("clips", clips)
                    .with("deltaFrames", frames).with("landing", "overwrite"));
        }
    }

    public void link() {
        onSelected(EditCommands.LINK);
    }

    public void unlink() {
        onSelected(EditCommands.UNLINK);
    }

    public void group() {
        onSelected(EditCommands.GROUP);
    }

    public void ungroup() {
        onSelected(EditCommands.UNGROUP);
    }

    public void delete(boolean closesGap) {
        onSelected(closesGap ? EditCommands.RIPPLE_DELETE : EditCommands.DELETE);
    }

    /** Takes the marked range away on all tracks; with a gap, or what follows moves up. */
    public void takeOut(boolean closesGap) {
        editor.executeNext(revision -> EditCommand.of(closesGap ? EditCommands.EXTRACT : EditCommands.LIFT, revision));
    }

    /** Dissolves from each selected clip to the one that touches its end; if none is selected, at the cuts at the playhead. */
    public void dissolve() {
        Set<Id> selection = editor.selection();
        sequence().ifPresent(sequence -> Drafted.make(editor, "Dissolve", draft -> {
            long second = sequence.rate().framesPerSecond().round();
            for (Id clip : selection.isEmpty() ? endingAt(sequence, editor.playheadFrame()) : selection) {
                if (touchesNext(sequence, clip)) {
                    draft.make(EditCommand.of(EditCommands.DISSOLVE, 0).with("clip", clip.value()).with("durationFrames",
                            Math.max(2, second / DISSOLVES_PER_SECOND)));
                }
            }
            if (draft.steps().isEmpty()) {
                editor.tell("Select a clip that another one follows at once, or go to a cut", true);
            }
        }));
    }

    private static List<Id> endingAt(Sequence sequence, long frame) {
        return sequence.tracks().stream().filter(track -> track.kind() == TrackKind.VIDEO && !track.hidden() && !track.locked())
                .flatMap(track -> track.items().locate(frame - 1).stream())
                .filter(place -> place.endFrame() == frame && place.item() instanceof Clip)
                .map(place -> ((Clip) place.item()).id()).toList();
    }

    private static boolean touchesNext(Sequence sequence, Id clip) {
        ClipPlace place = sequence.findClip(clip).orElse(null);
        return place != null && place.index() + 1 < place.track().items().size()
                && place.track().items().get(place.index() + 1) instanceof Clip;
    }

    public void removeTransition(Id transition) {
        editor.executeNext(
                revision -> EditCommand.of(EditCommands.REMOVE_TRANSITION, revision).with("transition", transition.value()));
    }

    /** Marks the playhead's frame, or takes the mark off that stands there. */
    public void toggleMarker() {
        long frame = editor.playheadFrame();
        Optional<Marker> there = sequence()
                .flatMap(sequence -> sequence.markers().stream().filter(marker -> marker.frame() == frame).findFirst());
        if (there.isPresent()) {
            removeMarker(there.get().id());
        } else {
            editor.executeNext(revision -> EditCommand.of(EditCommands.ADD_MARKER, revision).with("frame", frame));
        }
    }

    public void removeMarker(Id marker) {
        editor.executeNext(revision -> EditCommand.of(EditCommands.REMOVE_MARKER, revision).with("marker", marker.value()));
    }

    /** Moves the playhead to the next marker in a direction. */
    public void goToMarker(boolean forward) {
        long frame = editor.playheadFrame();
        sequence().ifPresent(sequence -> {
            var others = sequence.markers().stream().mapToLong(Marker::frame)
                    .filter(other -> forward ? other > frame : other < frame);
            (forward ? others.min() : others.max()).ifPresent(editor::setPlayhead);
        });
    }

    public void setFadesOff() {
        Set<Id> selection = editor.selection();
        Drafted.make(editor, "Remove fades", draft -> {
            for (Id clip : selection) {
                draft.make(EditCommand.of(EditCommands.SET_FADES, 0).with("clip", clip.value()).with("fadeInFrames", 0)
                        .with("fadeOutFrames", 0));
            }
        });
    }

    private List<String> selected() {
        return editor.selection().stream().map(Id::value).toList();
    }

    private void onSelected(String command) {
        List<String> clips = selected();
        if (!clips.isEmpty()) {
            editor.executeNext(revision -> EditCommand.of(command, revision).with("clips", clips));
        }
    }

    /** Makes the selected clips a sequence of their own. */
    public void nest() {
        onSelected(EditCommands.NEST);
    }

    /** Puts what a clip's sequence holds in place of the clip. */
    public void flatten(Id clip) {
        editor.executeNext(revision -> EditCommand.of(EditCommands.FLATTEN, revision).with("clip", clip.value()));
    }

    public void removeKey(Hit.OnKey on) {
        EditCommand command = KeyDrag.command(on.clip(), on.lane().value(), EditCommands.REMOVE_KEYFRAME, on.key().frame());
        editor.executeNext(revision -> new EditCommand(command.name(), command.parameters(), revision));
    }

    /** Lets a value go on from a keyframe to the next as the text of an interpolation says. */
    public void goOn(Hit.OnKey on, String interpolation) {
        EditCommand command = KeyDrag.command(on.clip(), on.lane().value(), EditCommands.SET_KEYFRAME, on.key().frame())
                .with("value", on.key().value()).with("interpolation", interpolation);
        editor.executeNext(revision -> new EditCommand(command.name(), command.parameters(), revision));
    }

    /** Turns the selected clips round. */
    public void reverse() {
        Set<Id> selection = editor.selection();
        sequence().ifPresent(sequence -> Drafted.make(editor, "Reverse", draft -> {
            for (Id clip : withoutLinked(sequence, List.copyOf(selection))) {
                draft.make(EditCommand.of(EditCommands.REVERSE, 0).with("clip", clip.value()));
            }
        }));
    }

    public void addTrack(TrackKind kind) {
        editor.executeNext(revision -> EditCommand.of(EditCommands.ADD_TRACK, revision).with("kind",
                kind == TrackKind.VIDEO ? "video" : "audio"));
    }

    public void closeGap(Id track, long fromFrame, long toFrame) {
        editor.executeNext(revision -> EditCommand.of(EditCommands.EXTRACT, revision).with("track", track.value())
                .with("inFrame", fromFrame).with("outFrame", toFrame));
    }

    public void renameTrack(Id track, String name) {
        editor.executeNext(
                revision -> EditCommand.of(EditCommands.RENAME_TRACK, revision).with("track", track.value()).with("name", name));
    }

    public void renameMarker(Id marker, String name) {
        editor.executeNext(revision -> EditCommand.of(EditCommands.CHANGE_MARKER, revision).with("marker", marker.value())
                .with("name", name));
    }
}
