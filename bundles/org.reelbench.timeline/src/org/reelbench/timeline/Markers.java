package org.reelbench.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.timeline.internal.Lookup;

/**
 * The edits of what is marked in a sequence, its markers and its in/out range, as pure functions.
 * <p>
 * Without state, safe for every thread. All that {@link Edits} promises holds here too, but an edit costs the number of markers.
 * <p>
 * Marks belong to frames, not to clips: no other edit moves them, and they may lie behind the end of all tracks.
 */
public final class Markers {

    private Markers() {
    }

    /**
     * Adds a marker. Several may stand at one frame.
     *
     * @param sequence the sequence
     * @param marker the marker, with an id of its own among the clips, transitions and markers
     * @return the sequence after the edit
     * @throws EditRefused if the id is taken
     */
    public static Sequence add(Sequence sequence, Marker marker) throws EditRefused {
        Lookup.requireFresh(sequence, marker.id());
        List<Marker> markers = new ArrayList<>(sequence.markers());
        markers.add(marker);
        return sequence.withMarkers(markers);
    }

    /**
     * Puts a marker in place of the one with the same id.
     *
     * @param sequence the sequence
     * @param marker the marker as it is to be
     * @return the sequence after the edit
     * @throws EditRefused if there is no marker of that id
     */
    public static Sequence change(Sequence sequence, Marker marker) throws EditRefused {
        return change(sequence, marker.id(), _ -> marker);
    }

    /**
     * Moves a marker to another frame.
     *
     * @param sequence the sequence
     * @param marker the marker
     * @param frame the frame, from 0
     * @return the sequence after the edit
     * @throws EditRefused if there is no such marker or the frame is out of range
     */
    public static Sequence move(Sequence sequence, Id marker, long frame) throws EditRefused {
        return change(sequence, marker,
                old -> new Marker(old.id(), old.name(), frame, old.durationFrames(), old.color(), old.note(),
                        old.extras()));
    }

    /**
     * Takes a marker away.
     *
     * @param sequence the sequence
     * @param marker the marker
     * @return the sequence after the edit
     * @throws EditRefused if there is no such marker
     */
    public static Sequence remove(Sequence sequence, Id marker) throws EditRefused {
        Marker removed = marker(sequence, marker);
        return sequence.withMarkers(sequence.markers().stream().filter(each -> each != removed).toList());
    }

    /**
     * Marks a range, or takes the mark off.
     *
     * @param sequence the sequence
     * @param range from the in point to the out point; null for none
     * @return the sequence after the edit
     * @throws EditRefused if the range ends behind {@link Item#MAX_DURATION_FRAMES}
     */
    public static Sequence setInOut(Sequence sequence, @Nullable FrameRange range) throws EditRefused {
        if (range == null) {
            return sequence.inOut() == null ? sequence : sequence.withInOut(null);
        }
        if (range.outFrame() > Item.MAX_DURATION_FRAMES) {
            throw new EditRefused("no frame lies behind " + Item.MAX_DURATION_FRAMES);
        }
        return range.equals(sequence.inOut()) ? sequence : sequence.withInOut(range);
    }

    /**
     * Moves the in point. Where no range is marked, or the out point does not lie behind the new in point, the range goes to the
     * end of the sequence.
     *
     * @param sequence the sequence
     * @param frame the first frame of the range
     * @return the sequence after the edit
     * @throws EditRefused if the frame is negative, or it is behind the last frame and no out point lies behind it
     */
    public static Sequence setIn(Sequence sequence, long frame) throws EditRefused {
        FrameRange old = sequence.inOut();
        long outFrame = old != null && old.outFrame() > frame ? old.outFrame() : sequence.durationFrames();
        return setInOut(sequence, range(frame, outFrame));
    }

    /**
     * Moves the out point. Where no range is marked, or the in point does not lie before the new out point, the range begins at
     * the first frame.
     *
     * @param sequence the sequence
     * @param frame the first frame behind the range
     * @return the sequence after the edit
     * @throws EditRefused if the frame is below 1 or behind {@link Item#MAX_DURATION_FRAMES}
     */
    public static Sequence setOut(Sequence sequence, long frame) throws EditRefused {
        FrameRange old = sequence.inOut();
        return setInOut(sequence, range(old != null && old.inFrame() < frame ? old.inFrame() : 0, frame));
    }

    private static FrameRange range(long inFrame, long outFrame) throws EditRefused {
        if (inFrame < 0 || outFrame <= inFrame) {
            throw new EditRefused("a range holds at least one frame and none before the first: not from " + inFrame + " to "
                    + outFrame);
        }
        return new FrameRange(inFrame, outFrame);
    }

    private static Sequence change(Sequence sequence, Id marker, UnaryOperator<Marker> change) throws EditRefused {
        Marker old = marker(sequence, marker);
        Marker changed;
        try {
            changed = change.apply(old);
        } catch (IllegalArgumentException e) {
            throw new EditRefused(String.valueOf(e.getMessage()), e);
        }
        return changed.equals(old)
                ? sequence
                : sequence.withMarkers(sequence.markers().stream().map(each -> each == old ? changed : each).toList());
    }

    private static Marker marker(Sequence sequence, Id marker) throws EditRefused {
        return sequence.markers().stream().filter(each -> each.id().equals(marker)).findFirst()
                .orElseThrow(() -> new EditRefused("there is no marker " + marker));
    }
}
