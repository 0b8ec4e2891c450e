package org.reelbench.ui.viewer.internal.handles;

import java.util.List;
import java.util.Optional;

import org.reelbench.render.LayerOutline;
import org.reelbench.render.LayerOutlines;
import org.reelbench.render.MediaCatalog;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.Transform;

/** How large a clip's picture is where it only fits the canvas. */
public final class FittedSizes {

    private FittedSizes() {
    }

    /**
     * Finds the size; may read from the clip's medium.
     *
     * @param clip the clip
     * @param track its track
     * @param sequence the sequence it lies in
     * @param catalog the sequence's media
     * @return a box around the fitted picture, placed as the clip would be without a transform; empty if nothing of it is seen
     */
    public static Optional<HandleBox> of(Clip clip, Track track, Sequence sequence, MediaCatalog catalog) {
        Clip plain = Clip.of(clip.id(), clip.name(), clip.content(), RationalTime.ZERO, 1);
        Track alone = Track.of(track.id(), track.name(), track.kind()).withItems(TrackItems.of(List.of(plain)));
        List<LayerOutline> outlines = new LayerOutlines(sequence.withTracks(List.of(alone)), catalog).at(0);
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -1;
        double bottom = -1;
        for (LayerOutline outline : outlines) {
            for (LayerOutline.Corner corner : outline.corners()) {
                left = Math.min(left, corner.xPx());
                top = Math.min(top, corner.yPx());
                right = Math.max(right, corner.xPx());
                bottom = Math.max(bottom, corner.yPx());
            }
        }
        return right - left < 1 || bottom - top < 1
                ? Optional.empty()
                : Optional.of(new HandleBox(sequence.widthPx(), sequence.heightPx(), right - left, bottom - top,
                        Transform.IDENTITY));
    }
}
