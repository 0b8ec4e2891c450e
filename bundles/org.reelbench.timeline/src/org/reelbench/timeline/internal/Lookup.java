package org.reelbench.timeline.internal;

import java.util.Optional;

import org.reelbench.timeline.Clip;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Located;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.Transition;

/**
 * Finds what an edit names, or refuses the edit in words that name it too.
 * <p>
 * Without state, safe for every thread.
 */
public final class Lookup {

    private Lookup() {
    }

    public static Track track(Sequence sequence, Id track) throws EditRefused {
        return sequence.findTrack(track).orElseThrow(() -> new EditRefused("there is no track " + track));
    }

    /** Returns a track whose items are to be edited; refuses a locked one. */
    public static Track openTrack(Sequence sequence, Id track) throws EditRefused {
        return requireOpen(track(sequence, track));
    }

    /** Returns a clip that is to be edited; refuses one on a locked track. */
    public static ClipPlace clip(Sequence sequence, Id clip) throws EditRefused {
        ClipPlace place = sequence.findClip(clip).orElseThrow(() -> new EditRefused("there is no clip " + clip));
        requireOpen(place.track());
        return place;
    }

    /** Returns the track of a transition that is to be edited and the transition's index; refuses one on a locked track. */
    static TransitionPlace transition(Sequence sequence, Id transition) throws EditRefused {
        for (Track track : sequence.tracks()) {
            Optional<Located> found = track.items().find(transition);
            if (found.isPresent() && found.get().item() instanceof Transition) {
                return new TransitionPlace(requireOpen(track), found.get().index());
            }
        }
        throw new EditRefused("there is no transition " + transition);
    }

    private static Track requireOpen(Track track) throws EditRefused {
        if (track.locked()) {
            throw new EditRefused(name(track) + " is locked");
        }
        return track;
    }

    record TransitionPlace(Track track, int index) {
    }

    /** Refuses an id that a clip, transition or marker of the sequence already has. */
    public static void requireFresh(Sequence sequence, Id id) throws EditRefused {
        for (Track track : sequence.tracks()) {
            if (track.items().find(id).isPresent()) {
                throw new EditRefused("the id " + id + " is taken on " + name(track));
            }
        }
        if (sequence.markers().stream().anyMatch(marker -> marker.id().equals(id))) {
            throw new EditRefused("the id " + id + " is taken by a marker");
        }
    }

    static boolean isFresh(Sequence sequence, Id id) {
        return sequence.tracks().stream().noneMatch(track -> track.items().find(id).isPresent())
                && sequence.markers().stream().noneMatch(marker -> marker.id().equals(id));
    }

    /** Refuses frames that something else than a gap lies on. */
    static void requireFree(Track track, long inFrame, long outFrame) throws EditRefused {
        TrackItems items = track.items();
        Optional<Located> located = items.locate(inFrame);
        while (located.isPresent() && located.get().startFrame() < outFrame) {
            if (located.get().item() instanceof Clip clip) {
                throw new EditRefused("frames " + inFrame + " to " + outFrame + " of " + name(track) + " are not free: "
                        + name(clip) + " lies at " + located.get().startFrame() + " to " + located.get().endFrame());
            }
            located = items.locate(located.get().endFrame());
        }
    }

    /** Refuses a place that no frame of a track can have. */
    static void requireInReach(Track track, long inFrame, long durationFrames) throws EditRefused {
        if (inFrame < 0) {
            throw new EditRefused("nothing can lie before the first frame, at " + inFrame);
        }
        if (inFrame > Item.MAX_DURATION_FRAMES - durationFrames) {
            throw new EditRefused(name(track) + " would be longer than " + Item.MAX_DURATION_FRAMES + " frames");
        }
    }

    public static String name(Track track) {
        return "track '" + track.name() + "' (" + track.id() + ")";
    }

    public static String name(Clip clip) {
        return "clip '" + clip.name() + "' (" + clip.id() + ")";
    }
}
