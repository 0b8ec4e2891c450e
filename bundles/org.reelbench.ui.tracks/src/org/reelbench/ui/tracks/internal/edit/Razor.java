package org.reelbench.ui.tracks.internal.edit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Links;
import org.reelbench.timeline.Located;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.ui.Editor;
import org.reelbench.ui.tracks.internal.gesture.Pointer;
import org.reelbench.ui.tracks.internal.model.Hit;
import org.reelbench.ui.tracks.internal.model.Metrics;
import org.reelbench.ui.tracks.internal.model.Snapping;
import org.reelbench.ui.tracks.internal.model.TrackFrame;

/** Cuts the clip that is clicked, with what is linked to it; with Shift all that lies there on tracks that are open to edits. */
public final class Razor {

    private final Editor editor;

    public Razor(Editor editor) {
        this.editor = editor;
    }

    public void cut(TrackFrame frame, Hit.OnClip on, Pointer at, boolean snaps) {
        long here = Math.max(0, Math.round(frame.scale().leftFrame()
                + (at.x() - Metrics.HEADER_WIDTH_PX) / frame.scale().pxPerFrame()));
        // A clip is not cut at its own edges, which would draw the most.
        Set<Id> own = at.shift() ? Set.of() : Links.linked(frame.sequence(), on.clip().id());
        Optional<Snapping.Snap> snap = snaps ? Snapping.of(frame, own).nearest(List.of(here)) : Optional.empty();
        long cut = snap.map(Snapping.Snap::atFrame).orElse(here);
        List<Id> clips = at.shift() ? all(frame.sequence(), cut) : List.of(on.clip().id());
        cut(clips, cut);
    }

    /** Cuts all that lies at a frame on tracks that are open to edits. */
    void cutAll(Sequence sequence, long frame) {
        cut(all(sequence, frame), frame);
    }

    private void cut(List<Id> clips, long frame) {
        Drafted.make(editor, "Split all tracks", draft -> {
            for (Id clip : clips) {
                draft.make(EditCommand.of(EditCommands.SPLIT, 0).with("clip", clip.value()).with("frame", frame));
            }
        });
    }

    /** One of each set of linked clips: the others are cut with it. */
    private static List<Id> all(Sequence sequence, long frame) {
        Set<Id> seen = new LinkedHashSet<>();
        Set<Id> kept = new LinkedHashSet<>();
        for (Track track : sequence.tracks()) {
            Located under = track.locked() || track.hidden() ? null : track.items().locate(frame).orElse(null);
            if (under != null && under.startFrame() < frame && under.item() instanceof Clip clip && seen.add(clip.id())) {
                kept.add(clip.id());
                seen.addAll(Links.linked(sequence, clip.id()));
            }
        }
        return List.copyOf(kept);
    }
}
