package org.reelbench.project.decoration;

import java.util.Optional;

import org.reelbench.timeline.Clip;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Id;

/**
 * A mark over a part of a track or of a clip. One of a clip goes wherever the clip goes, also while it is being dragged.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param range what it is of: frames of the sequence, or, where a clip is named, frames counted from the clip's start
 * @param tone what it means
 * @param label what is written there if there is room, one line of at most {@value #LONGEST_LABEL} letters; may be empty
 * @param note what is said while the mouse is over it, at most {@value #LONGEST_NOTE} letters; may be empty
 * @param clip the clip that it is of, or empty if it is of the track
 */
public record Decoration(FrameRange range, Tone tone, String label, String note, Optional<Id> clip) {

    /** No label is longer. */
    public static final int LONGEST_LABEL = 60;
    /** No note is longer. */
    public static final int LONGEST_NOTE = 500;

    /**
     * Creates a decoration.
     *
     * @throws IllegalArgumentException if the label or the note is too long, or the label has more than one line
     */
    public Decoration {
        if (label.length() > LONGEST_LABEL || label.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a label is one line of at most " + LONGEST_LABEL + " letters");
        }
        if (note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("a note has at most " + LONGEST_NOTE + " letters");
        }
    }

    /**
     * Creates a decoration of a part of a track.
     *
     * @param range the frames of the sequence
     * @param tone what it means
     * @param label what is written there; may be empty
     * @return the decoration, without a note
     */
    public static Decoration ofTrack(FrameRange range, Tone tone, String label) {
        return new Decoration(range, tone, label, "", Optional.empty());
    }

    /**
     * Creates a decoration of a whole clip.
     *
     * @param clip the clip
     * @param tone what it means
     * @param label what is written there; may be empty
     * @return the decoration, without a note
     */
    public static Decoration ofClip(Clip clip, Tone tone, String label) {
        return ofClip(clip, new FrameRange(0, clip.durationFrames()), tone, label);
    }

    /**
     * Creates a decoration of a part of a clip.
     *
     * @param clip the clip
     * @param range the frames, counted from the clip's start
     * @param tone what it means
     * @param label what is written there; may be empty
     * @return the decoration, without a note
     */
    public static Decoration ofClip(Clip clip, FrameRange range, Tone tone, String label) {
        return new Decoration(range, tone, label, "", Optional.of(clip.id()));
    }

    /**
     * Returns the decoration with a note.
     *
     * @param newNote what is said while the mouse is over it; may be empty
     * @return the changed decoration
     */
    public Decoration withNote(String newNote) {
        return new Decoration(range, tone, label, newNote, clip);
    }
}
