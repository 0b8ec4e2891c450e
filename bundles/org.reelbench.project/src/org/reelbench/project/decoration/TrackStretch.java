package org.reelbench.project.decoration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.reelbench.project.Project;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Located;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Still;
import org.reelbench.timeline.Track;

/**
 * A part of a track, as it was in one state of a project.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param project the project, with the names of its media
 * @param revision the number of that state in the project's session, from 0
 * @param sequence the sequence of that project which is shown
 * @param track the track of that sequence
 * @param range the part of it that is looked at, at least one frame
 * @param leastFrames what is shorter than so many frames, 1 or more, takes less than a point of the screen: may be joined or left out
 */
public record TrackStretch(Project project, long revision, Sequence sequence, Track track, FrameRange range, long leastFrames) {

    /**
     * A clip and where it lies.
     *
     * @param clip the clip
     * @param startFrame the frame of the sequence at which it begins
     */
    public record Placed(Clip clip, long startFrame) {

        /**
         * Returns where it ends.
         *
         * @return the first frame after it
         */
        public long endFrame() {
            return startFrame + clip.durationFrames();
        }
    }

    /**
     * Creates a stretch.
     *
     * @throws IllegalArgumentException if less than one frame is the least
     */
    public TrackStretch {
        if (leastFrames < 1) {
            throw new IllegalArgumentException("the least is one frame, not " + leastFrames);
        }
    }

    /**
     * Returns the clips and gaps that touch the range. Costs what there is in the range.
     *
     * @return the items above zero frames long, from left to right
     */
    public List<Located> items() {
        List<Located> items = new ArrayList<>();
        Optional<Located> next = track.items().locate(range.inFrame());
        while (next.isPresent() && next.get().startFrame() < range.outFrame()) {
            items.add(next.get());
            next = track.items().locate(next.get().endFrame());
        }
        return items;
    }

    /**
     * Returns the clips that touch the range. Costs what there is in the range.
     *
     * @return the clips, from left to right
     */
    public List<Placed> clips() {
        List<Placed> clips = new ArrayList<>();
        for (Located item : items()) {
            if (item.item() instanceof Clip clip) {
                clips.add(new Placed(clip, item.startFrame()));
            }
        }
        return clips;
    }

    /**
     * Returns the medium that a clip shows.
     *
     * @param clip the clip
     * @return its entry in the project, or empty if the clip shows none, or one that is not there
     */
    public Optional<MediaReference> medium(Clip clip) {
        return switch (clip.content()) {
        case MediaStream stream -> project.media(stream.media());
        case Still still -> project.media(still.media());
        default -> Optional.empty();
        };
    }
}
