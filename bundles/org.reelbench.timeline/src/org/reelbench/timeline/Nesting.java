package org.reelbench.timeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.reelbench.timeline.internal.FlattenEdit;
import org.reelbench.timeline.internal.NestEdit;

/**
 * The edits that make clips a sequence of their own, shown by a clip in their place, and the reverse, as pure functions.
 * <p>
 * Without state, safe for every thread. All that {@link Edits} promises holds here too. Costs O(log n) for each clip that changes
 * places. That a sequence is added to its project, taken out once no clip shows it, and contains itself in no roundabout way, is
 * for the caller to see to.
 */
public final class Nesting {

    private Nesting() {
    }

    /**
     * What nesting makes of a sequence.
     *
     * @param outer the sequence after the edit
     * @param inner the new sequence
     */
    public record Nested(Sequence outer, Sequence inner) {
    }

    /**
     * Makes clips of one or several tracks a sequence of their own. It begins with the first frame of the first clip, ends with
     * the last, and has the rate, canvas and sample rate of the sequence and tracks of the same ids for those the clips lay on.
     * Clips keep their ids, places to each other, transitions among themselves and bonds among themselves; transitions to other
     * clips are removed. Where the clips lay, gaps stay (none at the end of a track), but for two clips that show the new
     * sequence from end to end: one with its picture on the highest of the video tracks that is presented, or if none is on the
     * highest, and one with its sound on the lowest of the audio tracks that is presented, or if none is on the lowest, see
     * {@link Sequence#isPresented}. If there are both, they are linked.
     * <p>
     * Other clips stay where they are, so that one on a track between those of the clips then lies below what it lay above. What
     * is not presented is hidden or muted inside the new sequence, unless the clip that shows it is not presented already; none
     * of its tracks is solo or locked. Markers stay where they are.
     *
     * @param sequence the sequence
     * @param clips the clips
     * @param inner the id of the new sequence
     * @param name its name, and that of the clips that show it
     * @param picture the id of the clip that shows its picture; not looked at if there is no picture
     * @param sound the id of the clip that sounds it; not looked at if there is no sound
     * @param link the link between the two, which no clip bears; not looked at if there are not both
     * @return both sequences
     * @throws EditRefused if there is no clip among them, one is not there, the track of one is locked, another clip lies on
     *         frames that a clip showing the new sequence needs, an id is taken or the new sequence has the id of this one
     */
    public static Nested make(Sequence sequence, Set<Id> clips, Id inner, String name, Id picture, Id sound, Id link)
            throws EditRefused {
        NestEdit edit = NestEdit.of(sequence, clips, inner, name);
        Sequence outer = MoveEdits.deleteAll(sequence, clips, false);
        Set<Id> shown = new LinkedHashSet<>();
        if (edit.hasPicture()) {
            outer = Edits.place(outer, edit.pictureTrack(), edit.startFrame(), edit.clip(picture));
            shown.add(picture);
        }
        if (edit.hasSound()) {
            outer = Edits.place(outer, edit.soundTrack(), edit.startFrame(), edit.clip(sound));
            shown.add(sound);
        }
        return new Nested(shown.size() > 1 ? Links.link(outer, shown, link) : outer, LonelyBonds.takenOff(edit.inner()));
    }

    /**
     * Puts the clips of a sequence in place of a clip that shows it: of a clip on a video track what lies on the video tracks, of
     * one on an audio track what lies on the audio tracks. What the clip did not show of them is cut away. A linked clip stays as
     * it is, and links and groups that joined what comes to what does not are lost. The transitions beside the clip are removed.
     * <p>
     * If each track of the inner sequence has one of the same id and kind here, in the same order, the clips go there; else those
     * of the lowest go to the track of the clip and the others to the tracks of its kind above. Ids that are taken here are
     * replaced.
     *
     * @param sequence the sequence
     * @param clip the clip
     * @param inner the sequence it shows
     * @param spareIds ids in place of those that are taken here, used as they are needed
     * @return the sequence after the edit
     * @throws EditRefused if there is no such clip; it does not show that sequence; its or another track it needs is locked; it
     *         runs at another speed than 1, or is placed, mixed, animated or has effects, so that its clips alone would not look
     *         the same; rate or canvas of the two differ; its in point is no whole frame; there are not enough tracks; other
     *         clips lie on the frames; something hidden or muted would be seen or heard, or the reverse; or there are not enough
     *         ids
     */
    public static Sequence flatten(Sequence sequence, Id clip, Sequence inner, List<Id> spareIds) throws EditRefused {
        return flatten(sequence, Set.of(clip), inner, spareIds);
    }

    /**
     * Puts the clips of a sequence in place of several clips that show it, of each as the other method does: of its picture and
     * its sound together, so that what is linked in it stays so.
     *
     * @param sequence the sequence
     * @param clips the clips
     * @param inner the sequence they show
     * @param spareIds ids in place of those that are taken here, used as they are needed
     * @return the sequence after the edit; the same if there are no clips
     * @throws EditRefused if one of them cannot be flattened
     */
    public static Sequence flatten(Sequence sequence, Set<Id> clips, Sequence inner, List<Id> spareIds) throws EditRefused {
        Sequence flattened = sequence;
        Deque<Id> spare = new ArrayDeque<>(spareIds);
        for (Id clip : clips) {
            flattened = FlattenEdit.flatten(flattened, clip, inner, spare);
        }
        return LonelyBonds.takenOffNewToo(sequence, flattened);
    }
}
