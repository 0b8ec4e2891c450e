package org.reelbench.ui.tracks.internal.input;

import java.util.Optional;
import java.util.Set;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Located;
import org.reelbench.timeline.Marker;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackKind;
import org.reelbench.ui.Editor;
import org.reelbench.ui.tracks.internal.canvas.TrackCanvas;
import org.reelbench.ui.tracks.internal.edit.TrackEdits;
import org.reelbench.ui.tracks.internal.model.Hit;
import org.reelbench.ui.tracks.internal.model.Metrics;
import org.reelbench.ui.tracks.internal.model.Row;
import org.reelbench.ui.tracks.internal.model.TrackFrame;
import org.reelbench.ui.tracks.internal.nested.NestedSequences;

/** The menu of what lies under the mouse: a track's header, a clip, a transition, a marker, or a free place. On the UI thread. */
final class TrackMenu {

    private static final String EASE = "0.42,0,0.58,1";

    private final TrackCanvas canvas;
    private final Editor editor;
    private final TypedNames names;
    private final TrackEdits edits;
    private final Menu menu;

    private TrackMenu(TrackCanvas canvas, Editor editor, TypedNames names) {
        this.names = names;
        this.canvas = canvas;
        this.editor = editor;
        edits = canvas.edits();
        menu = new Menu(canvas);
    }

    /** Gives a canvas its menu. */
    static void install(TrackCanvas canvas, Editor editor, TypedNames names) {
        TrackMenu made = new TrackMenu(canvas, editor, names);
        canvas.setMenu(made.menu);
        canvas.addListener(SWT.MenuDetect, event -> {
            Point at = canvas.toControl(event.x, event.y);
            event.doit = canvas.isOpen() && made.fill(canvas.frame(), at.x, at.y);
        });
    }

    private boolean fill(TrackFrame frame, int x, int y) {
        for (MenuItem item : menu.getItems()) {
            item.dispose();
        }
        switch (Hit.at(frame, x, y)) {
        case Hit.OnClip on -> {
            if (!editor.selection().contains(on.clip().id())) {
                editor.select(Set.of(on.clip().id()));
            }
            clip(frame, on, x, y);
        }
        case Hit.OnKey on -> key(on);
        case Hit.OnLane on -> item("Hide Keyframes", () -> canvas.tools().toggleLanes(Set.of(on.clip().clip().id())));
        case Hit.TransitionEnd end -> item("Remove Transition", () -> edits.removeTransition(end.transition().id()));
        case Hit.Flag flag -> marker(flag.marker());
        case Hit.Ruler _,Hit.RangeEnd _ -> ruler();
        case Hit.Header header -> track(frame, header.track().value());
        case Hit.HeaderEdge edge -> track(frame, edge.row().track().id().value());
        case Hit.Toggle toggle -> track(frame, toggle.track().value());
        case Hit.Lock lock -> track(frame, lock.track().value());
        case Hit.Solo solo -> track(frame, solo.track().value());
        case Hit.ScrollBar _ -> item("Show the Whole Sequence", canvas::fit);
        case Hit.Nothing _ -> free(frame, x, y);
        }
        return menu.getItemCount() > 0;
    }

    private void clip(TrackFrame frame, Hit.OnClip on, int x, int y) {
        Hit.transitionAt(frame, x, y).ifPresent(transition -> {
            item("Remove Transition", () -> edits.removeTransition(transition.transition().id()));
            separator();
        });
        item("Cut", () -> canvas.clipboard().cut());
        item("Copy", () -> canvas.clipboard().copy());
        item("Duplicate", () -> canvas.clipboard().duplicate());
        separator();
        item("Delete", () -> edits.delete(false));
        item("Ripple Delete", () -> edits.delete(true));
        separator();
        item(canvas.tools().lanes().contains(on.clip().id()) ? "Hide Keyframes" : "Show Keyframes",
                () -> canvas.tools().toggleLanes(editor.selection()));
        separator();
        item("Add Dissolve", edits::dissolve);
        item("Remove Fades", edits::setFadesOff);
        separator();
        item("Link", edits::link);
        item("Unlink", edits::unlink);
        item("Group", edits::group);
        item("Ungroup", edits::ungroup);
        separator();
        item("Make a Sequence of the Selection", edits::nest);
        if (NestedSequences.of(on.clip()).isPresent()) {
            item("Open the Sequence", () -> canvas.nested().open(on.clip().id(), on.frame()));
            item("Take the Sequence Apart", () -> edits.flatten(on.clip().id()));
        }
        item("Reverse", edits::reverse);
    }

    private void key(Hit.OnKey on) {
        item("Remove Keyframe", () -> edits.removeKey(on));
        separator();
        item("Hold", () -> edits.goOn(on, "hold"));
        item("Straight to the Next", () -> edits.goOn(on, "linear"));
        item("Ease to the Next", () -> edits.goOn(on, EASE));
        separator();
        item("Hide Keyframes", () -> canvas.tools().toggleLanes(Set.of(on.clip().clip().id())));
    }

    private void marker(Marker marker) {
        item("Rename Marker…", () -> names.rename(marker));
        item("Remove Marker", () -> edits.removeMarker(marker.id()));
    }

    private void ruler() {
        item("Set or Remove Marker", edits::toggleMarker);
        separator();
        item("Lift In to Out", () -> edits.takeOut(false));
        item("Extract In to Out", () -> edits.takeOut(true));
        separator();
        item("Show the Whole Sequence", canvas::fit);
    }

    private void track(TrackFrame frame, String id) {
        Row row = frame.layout().rows().stream().filter(each -> each.track().id().value().equals(id)).findFirst().orElseThrow();
        Track track = row.track();
        item("Rename Track…", () -> names.rename(row));
        separator();
        if (track.kind() == TrackKind.VIDEO) {
            set(track.hidden() ? "Show" : "Hide", track, track.hidden() ? EditCommands.SHOW_TRACK : EditCommands.HIDE_TRACK);
        }
        set(track.muted() ? "Unmute" : "Mute", track, track.muted() ? EditCommands.UNMUTE_TRACK : EditCommands.MUTE_TRACK);
        set(track.solo() ? "No Longer Solo" : "Solo", track,
                track.solo() ? EditCommands.UNSOLO_TRACK : EditCommands.SOLO_TRACK);
        set(track.locked() ? "Unlock" : "Lock", track, track.locked() ? EditCommands.UNLOCK_TRACK : EditCommands.LOCK_TRACK);
        separator();
        addTracks();
        set("Delete Track", track, EditCommands.REMOVE_TRACK);
    }

    private void set(String name, Track track, String command) {
        item(name, () -> editor.executeNext(revision -> EditCommand.of(command, revision).with("track", track.id().value())));
    }

    private void addTracks() {
        item("Add Video Track", () -> edits.addTrack(TrackKind.VIDEO));
        item("Add Audio Track", () -> edits.addTrack(TrackKind.AUDIO));
    }

    private void free(TrackFrame frame, int x, int y) {
        gap(frame, x, y).ifPresent(close -> {
            item("Close Gap", close);
            separator();
        });
        addTracks();
        if (x >= Metrics.HEADER_WIDTH_PX) {
            separator();
            item("Paste at Playhead", () -> canvas.clipboard().paste(false));
            item("Select All", edits::selectAll);
            item("Show the Whole Sequence", canvas::fit);
        }
    }

    private Optional<Runnable> gap(TrackFrame frame, int x, int y) {
        int lanesX = x - Metrics.HEADER_WIDTH_PX;
        return lanesX < 0
                ? Optional.empty()
                : frame.layout().rowAt(y + frame.scrollYPx()).filter(row -> !row.track().hidden())
                        .flatMap(row -> row.track().items().locate(frame.scale().frameAt(lanesX))
                                .filter(located -> located.item() instanceof Gap).map(located -> closing(row.track(), located)));
    }

    private Runnable closing(Track track, Located gap) {
        return () -> edits.closeGap(track.id(), gap.startFrame(), gap.endFrame());
    }

    private void item(String name, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(name);
        item.addListener(SWT.Selection, _ -> action.run());
    }

    private void separator() {
        new MenuItem(menu, SWT.SEPARATOR);
    }
}
