package org.reelbench.workbench.internal;

import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.EditDraft;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Located;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackKind;
import org.reelbench.ui.Editor;
import org.reelbench.ui.EditorListener;
import org.reelbench.ui.OpenProject;

/** Titles and other pictures that are computed, put at the playhead: above all that is seen there, and selected afterwards. */
final class GeneratedClips {

    /** As long as a picture that does not move. */
    private static final RationalTime LENGTH = RationalTime.of(5, 1);

    private final Editor editor;

    GeneratedClips(Editor editor) {
        this.editor = editor;
    }

    /** Adds a clip of a kind of {@link Generator}, on a track of its own where none is free; says why, if that is refused. */
    void add(String kind, String name) {
        OpenProject project = editor.project().orElse(null);
        if (project == null) {
            return;
        }
        EditDraft draft = project.draft();
        try {
            Id clip = put(draft, editor.chosenTrack(), editor.playheadFrame(), kind, name);
            editor.addListener(new Selecting(clip));
            editor.execute(draft.command("Add '" + name + "'"));
        } catch (EditRefused e) {
            editor.tell(String.valueOf(e.getMessage()), true);
        }
    }

    /** Puts the clip on a draft and returns its id. */
    static Id put(EditDraft draft, Optional<Id> chosen, long frame, String kind, String name) throws EditRefused {
        Sequence sequence = draft.sequence();
        long frames = sequence.rate().frameAtOrAfter(LENGTH);
        Id track = free(sequence, chosen, frame, frame + frames).orElse(null);
        if (track == null) {
            track = draft.make(EditCommand.of(EditCommands.ADD_TRACK, 0).with("kind", "video")).created().getFirst();
        }
        EditCommand place = EditCommand.of(EditCommands.PLACE, 0).with("track", track.value()).with("startFrame", frame)
                .with("durationFrames", frames).with("generator", kind).with("name", name);
        SortedMap<String, Object> words = new TreeMap<>();
        words.put("text", name);
        return draft.make(kind.equals(Generator.TITLE) ? place.with("parameters", words) : place).created().getFirst();
    }

    /** The chosen track if the range is free on it, else the lowest one above all that is seen in the range. */
    static Optional<Id> free(Sequence sequence, Optional<Id> chosen, long fromFrame, long toFrame) {
        Id lowest = null;
        for (Track track : sequence.tracks()) {
            if (track.kind() != TrackKind.VIDEO) {
                continue;
            }
            boolean isFree = isFree(track, fromFrame, toFrame);
            if (isFree && !track.locked() && !track.hidden()) {
                if (chosen.equals(Optional.of(track.id()))) {
                    return chosen;
                }
                lowest = lowest == null ? track.id() : lowest;
            } else if (!isFree && !track.hidden()) {
                lowest = null;
            }
        }
        return Optional.ofNullable(lowest);
    }

    private static boolean isFree(Track track, long fromFrame, long toFrame) {
        long frame = fromFrame;
        while (frame < toFrame) {
            Located there = track.items().locate(frame).orElse(null);
            if (there == null) {
                return true;
            }
            if (!(there.item() instanceof Gap)) {
                return false;
            }
            frame = there.endFrame();
        }
        return true;
    }

    /** Selects the clip once it is there. */
    private final class Selecting implements EditorListener {

        private final Id clip;

        private Selecting(Id clip) {
            this.clip = clip;
        }

        @Override
        public void sequenceChanged(Sequence before, Sequence after) {
            editor.removeListener(this);
            editor.select(Set.of(clip));
        }

        @Override
        public void projectChanged(Optional<OpenProject> project) {
            editor.removeListener(this);
        }
    }
}
