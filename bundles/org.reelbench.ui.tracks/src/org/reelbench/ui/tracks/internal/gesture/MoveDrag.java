package org.reelbench.ui.tracks.internal.gesture;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.EditDraft;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Links;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackKind;
import org.reelbench.ui.tracks.internal.model.Snapping;
import org.reelbench.ui.tracks.internal.model.Snapping.Snap;
import org.reelbench.ui.tracks.internal.model.TrackFrame;

/**
 * Moves clips through time and to other tracks, also to new ones: above the uppermost picture and below the lowest sound. What they
 * land on is cut away; with Ctrl it moves away; with Alt, what the clip in hand overlaps is dissolved.
 */
public final class MoveDrag implements EditDrag {

    private final ClipPlace grabbed;
    private final List<Id> sameKind;
    private final List<Id> others;
    private final Set<Id> moving;
    private final List<Id> tracks;
    private final double pressedAt;
    private final long firstFrame;
    private final long lastFrame;

    /**
     * Begins a drag.
     *
     * @param frame what is shown
     * @param grabbed the clip in hand
     * @param selection the clips that go with it
     * @param pressed where the mouse was pressed
     */
    public MoveDrag(TrackFrame frame, Id grabbed, Set<Id> selection, Pointer pressed) {
        Sequence sequence = frame.sequence();
        this.grabbed = sequence.findClip(grabbed).orElseThrow();
        TrackKind kind = this.grabbed.track().kind();
        Set<Id> named = new LinkedHashSet<>();
        named.add(grabbed);
        named.addAll(selection);
        moving = new LinkedHashSet<>();
        named.forEach(clip -> moving.addAll(Links.partners(sequence, clip)));
        sameKind = named.stream().filter(clip -> place(sequence, clip).track().kind() == kind).toList();
        Set<Id> follow = new LinkedHashSet<>();
        sameKind.forEach(clip -> follow.addAll(Links.partners(sequence, clip)));
        others = named.stream().filter(clip -> !follow.contains(clip)).toList();
        tracks = sequence.tracks().stream().filter(track -> track.kind() == kind).map(Track::id).toList();
        pressedAt = pressed.time(frame.scale());
        firstFrame = moving.stream().mapToLong(clip -> place(sequence, clip).startFrame()).min().orElse(0);
        lastFrame = moving.stream().mapToLong(clip -> place(sequence, clip).endFrame()).max().orElse(0);
    }

    private static ClipPlace place(Sequence sequence, Id clip) {
        return sequence.findClip(clip).orElseThrow();
    }

    @Override
    public Proposal propose(TrackFrame frame, Pointer at, boolean snaps, EditDraft draft) throws EditRefused {
        long delta = Math.max(-firstFrame, Math.round(at.time(frame.scale()) - pressedAt));
        Optional<Snap> snap = !snaps || delta == 0
                ? Optional.empty()
                : Snapping.of(frame, moving).nearest(List.of(grabbed.startFrame() + delta, grabbed.endFrame() + delta,
                        firstFrame + delta, lastFrame + delta));
        if (snap.isPresent() && firstFrame + delta + snap.get().moveFrames() >= 0) {
            delta += snap.get().moveFrames();
        }
        int up = targetTrack(frame, at) - tracks.indexOf(grabbed.track().id());
        Proposal proposal = new Proposal("Move to a new track", snap.map(Snap::atFrame).stream().toList(),
                Moves.signed(delta, frame.sequence().rate()) + landingWords(at));
        if (delta == 0 && up == 0) {
            return proposal;
        }
        if (at.alt() && up == 0 && moving.equals(Links.partners(frame.sequence(), grabbed.clip().id()))) {
            Optional<Overlap> overlap = Overlap.of(frame.sequence(), grabbed, delta, moving);
            if (overlap.isPresent()) {
                overlap.get().make(draft, delta);
                return new Proposal("Move and dissolve", proposal.guides(), proposal.note());
            }
        }
        move(frame.sequence(), delta, up, at.ctrl() ? "insert" : "overwrite", draft);
        return proposal;
    }

    private static String landingWords(Pointer at) {
        return at.ctrl() ? "  Insert" : at.alt() ? "  Dissolve" : "";
    }

    private void move(Sequence sequence, long delta, int up, String landing, EditDraft draft) throws EditRefused {
        int highest = sameKind.stream().mapToInt(clip -> tracks.indexOf(place(sequence, clip).track().id())).max().orElse(0);
        for (int made = tracks.size(); made <= highest + up; made++) {
            draft.make(EditCommand.of(EditCommands.ADD_TRACK, 0).with("kind",
                    grabbed.track().kind() == TrackKind.VIDEO ? "video" : "audio"));
        }
        List<Id> together = new ArrayList<>(sameKind);
        if (up == 0) {
            together.addAll(others);
        }
        draft.make(command(together, delta, landing).with("deltaTracks", up));
        if (up != 0 && !others.isEmpty() && delta != 0) {
            draft.make(command(others, delta, landing));
        }
    }

    private static EditCommand command(List<Id> clips, long delta, String landing) {
        return EditCommand.of(EditCommands.MOVE, 0).with("clips", clips.stream().map(Id::value).toList())
                .with("deltaFrames", delta)
                .with("landing", landing);
    }

    /** Which track of its kind the mouse is on, counted from the first; the number of them for a new one. */
    private int targetTrack(TrackFrame frame, Pointer at) {
        int y = at.y() + frame.scrollYPx();
        TrackKind kind = grabbed.track().kind();
        Optional<Track> under = frame.layout().rowAt(y).map(row -> row.track());
        if (under.isPresent() && under.get().kind() == kind) {
            return tracks.indexOf(under.get().id());
        }
        if (under.isPresent()) {
            return 0;
        }
        boolean isAbove = frame.layout().rows().isEmpty() || y < frame.layout().rows().getFirst().yPx();
        boolean isNew = kind == TrackKind.VIDEO ? isAbove : y >= frame.layout().heightPx();
        return isNew ? tracks.size() : isAbove || y >= frame.layout().heightPx() ? 0 : tracks.indexOf(grabbed.track().id());
    }
}
