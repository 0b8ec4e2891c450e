package org.reelbench.ui.tracks.internal.model;

import java.util.Optional;

import org.reelbench.timeline.Clip;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Keyframe;
import org.reelbench.timeline.Located;
import org.reelbench.timeline.Marker;
import org.reelbench.timeline.TrackKind;
import org.reelbench.timeline.Transition;

/** What lies under a point of the track view. */
public sealed interface Hit {

    /** Thin things are hit so near. */
    int REACH_PX = 4;

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
     * The icon that makes a track solo.
     *
     * @param track the track
     * @param on whether it is now
     */
    record Solo(Id track, boolean on) implements Hit {
    }

    /**
     * The icon that locks a track.
     *
     * @param track the track
     * @param on whether it is now
     */
    record Lock(Id track, boolean on) implements Hit {
    }

    /**
     * The lower edge of a header.
     *
     * @param row its row
     */
    record HeaderEdge(Row row) implements Hit {
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
     * An end of a transition.
     *
     * @param transition the transition
     * @param cutFrame the cut it lies over
     * @param isIn whether it is its start
     */
    record TransitionEnd(Transition transition, long cutFrame, boolean isIn) implements Hit {
    }

    /**
     * The flag of a marker.
     *
     * @param marker the marker
     */
    record Flag(Marker marker) implements Hit {
    }

    /**
     * An end of the marked range.
     *
     * @param range the range
     * @param isIn whether it is its first frame
     */
    record RangeEnd(FrameRange range, boolean isIn) implements Hit {
    }

    /**
     * A place on a track, whatever lies there.
     *
     * @param track the track
     * @param frame the frame whose border is nearest
     */
    record Lane(Id track, long frame) {
    }

    /**
     * A transition.
     *
     * @param track its track
     * @param transition the transition
     * @param cutFrame the cut it lies over
     */
    record OnTransition(Id track, Transition transition, long cutFrame) {
    }

    /** The picture of the whole sequence, which scrolls. */
    record ScrollBar() implements Hit {
    }

    /**
     * A keyframe in a strip below a clip.
     *
     * @param clip the clip with its strips
     * @param lane the strip
     * @param key the keyframe
     */
    record OnKey(ClipLanes clip, KeyLane lane, Keyframe key) implements Hit {
    }

    /**
     * A place in a strip below a clip that has no keyframe.
     *
     * @param clip the clip with its strips
     * @param lane the strip
     * @param frame the frame, counted from the clip's first one
     * @param value the value; near the curve, that of the curve
     */
    record OnLane(ClipLanes clip, KeyLane lane, long frame, double value) implements Hit {
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
            return lanesX < 0 ? new Nothing() : ruler(frame, lanesX, y);
        }
        Row row = frame.layout().rowAt(y + frame.scrollYPx()).orElse(null);
        if (row == null) {
            return new Nothing();
        }
        if (lanesX < 0) {
            return header(row, x, y + frame.scrollYPx());
        }
        if (y + frame.scrollYPx() >= row.yPx() + row.heightPx()) {
            return strip(frame, row, lanesX, y + frame.scrollYPx() - row.yPx() - row.heightPx());
        }
        Optional<OnTransition> transition = transitionAt(frame, x, y);
        if (transition.isPresent()) {
            OnTransition on = transition.get();
            long in = on.cutFrame() - on.transition().inOffsetFrames();
            boolean isIn = Math.abs(lanesX - frame.scale().xOf(in)) <= REACH_PX;
            if (isIn || Math.abs(lanesX - frame.scale().xOf(in + on.transition().coveredFrames())) <= REACH_PX) {
                return new TransitionEnd(on.transition(), on.cutFrame(), isIn);
            }
        }
        return lane(row, frame.scale().frameAt(lanesX));
    }

    private static Hit strip(TrackFrame frame, Row row, int lanesX, int y) {
        long at = frame.scale().frameAt(lanesX);
        int index = y / KeyLane.HEIGHT_PX;
        int inStrip = y % KeyLane.HEIGHT_PX;
        for (ClipLanes clip : row.lanes()) {
            if (at < clip.startFrame() || at >= clip.endFrame() || index >= clip.lanes().size()) {
                continue;
            }
            KeyLane lane = clip.lanes().get(index);
            for (Keyframe key : lane.keys()) {
                if (Math.abs(frame.scale().xOf(clip.startFrame() + key.frame()) - lanesX) <= REACH_PX + 1
                        && Math.abs(lane.yOf(key.value()) - inStrip) <= REACH_PX + 2) {
                    return new OnKey(clip, lane, key);
                }
            }
            long nearest = Math.clamp(frame.scale().nearestFrame(lanesX), clip.startFrame(), clip.endFrame() - 1);
            double onCurve = lane.valueAt(nearest - clip.startFrame());
            boolean isNear = Math.abs(lane.yOf(onCurve) - inStrip) <= REACH_PX;
            return new OnLane(clip, lane, nearest - clip.startFrame(), isNear ? onCurve : lane.valueAtY(inStrip));
        }
        return new Nothing();
    }

    /**
     * Finds the transition under a point.
     *
     * @param frame what is shown
     * @param x the point's column
     * @param y the point's row
     * @return the transition, or empty if none is painted there
     */
    static Optional<OnTransition> transitionAt(TrackFrame frame, int x, int y) {
        int lanesX = x - Metrics.HEADER_WIDTH_PX;
        Row row = lanesX < 0 ? null : frame.layout().rowAt(y + frame.scrollYPx()).orElse(null);
        if (row == null || row.track().hidden() || y + frame.scrollYPx() < row.yPx() + Metrics.TITLE_HEIGHT_PX
                || y + frame.scrollYPx() >= row.yPx() + row.heightPx()) {
            return Optional.empty();
        }
        long from = frame.scale().frameAt(lanesX - REACH_PX);
        long to = frame.scale().frameAt(lanesX + REACH_PX) + 1;
        return TrackContents.visible(row.track().items(), from, to, (long) (1 / frame.scale().pxPerFrame())).transitions()
                .stream()
                .filter(placed -> {
                    long in = placed.cutFrame() - placed.transition().inOffsetFrames();
                    return frame.scale().xOf(in) - REACH_PX <= lanesX
                            && frame.scale().xOf(in + placed.transition().coveredFrames()) + REACH_PX >= lanesX;
                }).map(placed -> new OnTransition(row.track().id(), placed.transition(), placed.cutFrame())).findFirst();
    }

    private static Hit ruler(TrackFrame frame, int lanesX, int y) {
        if (y < Metrics.FLAG_HEIGHT_PX) {
            for (Marker marker : frame.sequence().markers().reversed()) {
                int left = frame.scale().xOf(marker.frame());
                if (lanesX >= left - REACH_PX && lanesX <= left + Metrics.FLAG_WIDTH_PX) {
                    return new Flag(marker);
                }
            }
        }
        FrameRange range = frame.sequence().inOut();
        if (range != null && y < Metrics.RULER_HEIGHT_PX - 2 * Metrics.PREVIEW_HEIGHT_PX) {
            boolean isIn = Math.abs(lanesX - frame.scale().xOf(range.inFrame())) <= REACH_PX;
            if (isIn || Math.abs(lanesX - frame.scale().xOf(range.outFrame())) <= REACH_PX) {
                return new RangeEnd(range, isIn);
            }
        }
        return new Ruler(frame.scale().nearestFrame(lanesX));
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

    private static Hit header(Row row, int x, int y) {
        if (!row.track().hidden() && y >= row.bottomPx() - REACH_PX) {
            return new HeaderEdge(row);
        }
        int right = Metrics.HEADER_WIDTH_PX - Metrics.ICON_MARGIN_PX;
        // A little larger than the icons, so that they are easily hit.
        int icon = x >= right + 4 ? -1 : (right + 3 - x) / Metrics.ICON_STEP_PX;
        return switch (icon) {
        case 0 -> {
            boolean video = row.track().kind() == TrackKind.VIDEO;
            yield new Toggle(row.track().id(), row.track().kind(), video ? row.track().hidden() : row.track().muted());
        }
        case 1 -> new Lock(row.track().id(), row.track().locked());
        case 2 -> new Solo(row.track().id(), row.track().solo());
        default -> new Header(row.track().id());
        };
    }

    private static Hit lane(Row row, long frame) {
        if (row.track().hidden()) {
            return new Nothing();
        }
        Located item = row.track().items().locate(frame).orElse(null);
        return item != null && item.item() instanceof Clip clip ? new OnClip(row.track().id(), clip, frame) : new Nothing();
    }
}
