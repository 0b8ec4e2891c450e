package org.reelbench.ui.tracks.internal.model;

import java.util.Optional;

import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Located;
import org.reelbench.timeline.TrackKind;

/** What lies under a point of the track view. */
public sealed interface Hit {

    /**
     * The ruler.
     *
     * @param frame the frame whose border is nearest
     */
    record Ruler(long frame) implements Hit {
    }

    /**
     * The bar that shows how far previews are; it is a part of the ruler.
     *
     * @param frame the frame under the point
     */
    record Previews(long frame) {
    }

    /**
     * The eye or speaker of a track.
     *
     * @param track the track
     * @param kind its kind: the eye is that of pictures, the speaker that of sounds
     * @param off whether it is hidden or muted now
     */
    record Toggle(Id track, TrackKind kind, boolean off) implements Hit {
    }

    /**
     * The rest of a header.
     *
     * @param track the track
     */
    record Header(Id track) implements Hit {
    }

    /**
     * A clip.
     *
     * @param track its track
     * @param clip the clip
     * @param frame the frame under the point
     */
    record OnClip(Id track, Clip clip, long frame) implements Hit {
    }

    /**
     * A place on a track, whatever lies there.
     *
     * @param track the track
     * @param frame the frame whose border is nearest
     */
    record Lane(Id track, long frame) {
    }

    /** The scroll bar. */
    record ScrollBar() implements Hit {
    }

    /** Nothing. */
    record Nothing() implements Hit {
    }

    /**
     * Finds what lies under a point.
     *
     * @param frame what is shown
     * @param x the point's column
     * @param y the point's row
     * @return what is there
     */
    static Hit at(TrackFrame frame, int x, int y) {
        int lanesX = x - Metrics.HEADER_WIDTH_PX;
        if (y >= frame.heightPx() - Metrics.SCROLL_HEIGHT_PX) {
            return lanesX < 0 ? new Nothing() : new ScrollBar();
        }
        if (y < Metrics.RULER_HEIGHT_PX) {
            return lanesX < 0 ? new Nothing() : new Ruler(frame.scale().nearestFrame(lanesX));
        }
        return frame.layout().rowAt(y + frame.scrollYPx())
                .map(row -> lanesX < 0 ? header(row, x) : lane(row, frame.scale().frameAt(lanesX))).orElse(new Nothing());
    }

    /**
     * Finds the place on a track under a point.
     *
     * @param frame what is shown
     * @param x the point's column
     * @param y the point's row
     * @return the place, or empty if there is no lane
     */
    static Optional<Lane> laneAt(TrackFrame frame, int x, int y) {
        int lanesX = x - Metrics.HEADER_WIDTH_PX;
        if (lanesX < 0 || y < Metrics.RULER_HEIGHT_PX || y >= frame.heightPx() - Metrics.SCROLL_HEIGHT_PX) {
            return Optional.empty();
        }
        return frame.layout().rowAt(y + frame.scrollYPx())
                .map(row -> new Lane(row.track().id(), Math.max(0, frame.scale().nearestFrame(lanesX))));
    }

    /**
     * Finds the place on the bar of previews under a point.
     *
     * @param frame what is shown
     * @param x the point's column
     * @param y the point's row
     * @return the place, or empty if the bar is not there
     */
    static Optional<Previews> previewsAt(TrackFrame frame, int x, int y) {
        int lanesX = x - Metrics.HEADER_WIDTH_PX;
        // A little higher than the bar, so that it is easily hit.
        boolean isOn = lanesX >= 0 && y >= Metrics.RULER_HEIGHT_PX - 2 * Metrics.PREVIEW_HEIGHT_PX && y < Metrics.RULER_HEIGHT_PX;
        return isOn ? Optional.of(new Previews(frame.scale().frameAt(lanesX))) : Optional.empty();
    }

    private static Hit header(Row row, int x) {
        int right = Metrics.HEADER_WIDTH_PX - Metrics.ICON_MARGIN_PX;
        // A little larger than the icon, so that it is easily hit.
        if (x >= right - Metrics.ICON_PX - 4 && x < right + 4) {
            boolean video = row.track().kind() == TrackKind.VIDEO;
            return new Toggle(row.track().id(), row.track().kind(), video ? row.track().hidden() : row.track().muted());
        }
        return new Header(row.track().id());
    }

    private static Hit lane(Row row, long frame) {
        if (row.track().hidden()) {
            return new Nothing();
        }
        Located item = row.track().items().locate(frame).orElse(null);
        return item != null && item.item() instanceof Clip clip ? new OnClip(row.track().id(), clip, frame) : new Nothing();
    }
}
