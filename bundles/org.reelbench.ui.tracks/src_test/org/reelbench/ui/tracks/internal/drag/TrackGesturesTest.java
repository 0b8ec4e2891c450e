package org.reelbench.ui.tracks.internal.drag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;

import org.junit.jupiter.api.Test;
import org.reelbench.project.EditCommand;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.Editor;
import org.reelbench.ui.tracks.internal.gesture.Pointer;
import org.reelbench.ui.tracks.internal.model.Snapping;
import org.reelbench.ui.tracks.internal.model.Hit;
import org.reelbench.ui.tracks.internal.model.Metrics;
import org.reelbench.ui.tracks.internal.model.Overlay;
import org.reelbench.ui.tracks.internal.model.TimeScale;
import org.reelbench.ui.tracks.internal.model.TrackFrame;
import org.reelbench.ui.tracks.internal.model.Tracks;
import org.reelbench.ui.tracks.internal.tools.TrackTools;

/** What the mouse does. */
class TrackGesturesTest {

    private static final int LANES = Metrics.HEADER_WIDTH_PX;
    private static final int TOP = Metrics.RULER_HEIGHT_PX;

    private final Sequence sequence = Tracks.sequence(Tracks.video("v1", Tracks.clip("c1", 100), Tracks.clip("c2", 900)),
            Tracks.audio("a1", Tracks.clip("c3", 500)).withMuted(true));
    private final List<Object> told = new ArrayList<>();
    private Set<Id> selection = Set.of();
    private Optional<Id> chosen = Optional.empty();
    private TrackFrame frame = Tracks.frame(sequence, new TimeScale(4, 0), 0);
    private int rowsScrolledPx;
    private final TrackTools tools = new TrackTools();

    private final TrackGestures gestures = new TrackGestures(editor(), new TrackGestures.View() {
        @Override
        public TrackFrame frame() {
            return frame;
        }

        @Override
        public void setScale(TimeScale scale) {
            frame = Tracks.frame(sequence, scale, 0);
        }

        @Override
        public void scrollRows(int deltaPx) {
            rowsScrolledPx += deltaPx;
        }

        @Override
        public void preview(Optional<Sequence> newPreview, Overlay overlay) {
            // these gestures edit nothing
        }

        @Override
        public void holdPreview() {
            throw new AssertionError("nothing is previewed");
        }

        @Override
        public TrackTools tools() {
            return tools;
        }
    });

    @SuppressWarnings("unchecked")
    private Editor editor() {
        return (Editor) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Editor.class },
                (_, method, arguments) -> switch (method.getName()) {
                case "selection" -> selection;
                case "chosenTrack" -> chosen;
                case "chooseTrack" -> {
                    chosen = (Optional<Id>) arguments[0];
                    yield null;
                }
                case "select" -> {
                    selection = (Set<Id>) arguments[0];
                    yield null;
                }
                case "setPlayhead" -> told.add(arguments[0]) ? null : null;
                case "playheadFrame" -> 0L;
                case "executeNext" -> {
                    EditCommand command = ((LongFunction<EditCommand>) arguments[0]).apply(7);
                    told.add(command.name() + " " + command.parameters() + " " + command.revision());
                    yield null;
                }
                default -> throw new AssertionError(method);
                });
    }

    private List<String> selected() {
        return new TreeSet<>(selection).stream().map(Id::value).toList();
    }

    @Test
    void pressingAndDraggingInTheRulerMovesThePlayhead() {
        gestures.press(Pointer.at(LANES + 40, 5));
        assertTrue(gestures.isDragging());
        gestures.drag(Pointer.at(LANES + 81, 5));
        gestures.release(Pointer.at(0, 0));
        assertFalse(gestures.isDragging());
        gestures.drag(Pointer.at(LANES + 400, 5));
        assertEquals(List.of(10L, 20L), told);
    }

    @Test
    void draggingThePlayheadBeyondTheBorderScrolls() {
        gestures.press(Pointer.at(LANES + 900, 5));
        gestures.drag(Pointer.at(LANES + 1040, 5));
        assertEquals(10, frame.scale().leftFrame());
        assertEquals(List.of(225L, 260L), told);
    }

    @Test
    void theEyeHidesAndTheSpeakerUnmutes() {
        int iconX = LANES - Metrics.ICON_MARGIN_PX - 8;
        gestures.press(Pointer.at(iconX, TOP + 20));
        gestures.press(Pointer.at(iconX, TOP + Metrics.VIDEO_HEIGHT_PX + 30));
        assertEquals(List.of("hideTrack {track=v1} 7", "unmuteTrack {track=a1} 7"), told);
    }

    private void click(int x, int y, boolean more) {
        gestures.press(new Pointer(x, y, more, false, false));
        gestures.release(new Pointer(x, y, more, false, false));
    }

    @Test
    void clicksSelectAndDeselect() {
        click(LANES + 10, TOP + 25, false);
        assertEquals(List.of("c1"), selected());
        click(LANES + 500, TOP + 25, true);
        assertEquals(List.of("c1", "c2"), selected());
        click(LANES + 10, TOP + 25, true);
        assertEquals(List.of("c2"), selected());
        click(LANES + 10, 400, true);
        assertEquals(List.of("c2"), selected());
        click(LANES + 10, 400, false);
        assertEquals(List.of(), selected());
    }

    @Test
    void aClickOnAHeaderChoosesItsTrackAndAnotherOneNone() {
        click(20, TOP + 20, false);
        assertEquals(Optional.of(new Id("v1")), chosen);
        click(20, TOP + Metrics.VIDEO_HEIGHT_PX + 30, false);
        assertEquals(Optional.of(new Id("a1")), chosen);
        click(20, TOP + Metrics.VIDEO_HEIGHT_PX + 30, false);
        assertEquals(Optional.empty(), chosen);
    }

    @Test
    void whatIsDroppedGoesToTheNearestFrameOfTheTrackUnderIt() {
        assertEquals(Optional.of(new Hit.Lane(new Id("v1"), 125)), Snapping.laneAt(frame, LANES + 501, TOP + 10));
        assertEquals(Optional.of(new Hit.Lane(new Id("a1"), 125)),
                Snapping.laneAt(frame, LANES + 499, TOP + Metrics.VIDEO_HEIGHT_PX + 30));
        assertEquals(Optional.empty(), Snapping.laneAt(frame, LANES - 1, TOP + 10));
        assertEquals(Optional.empty(), Snapping.laneAt(frame, LANES + 101, TOP - 1));
        assertEquals(Optional.empty(), Snapping.laneAt(frame, LANES + 101, 400));
    }

    @Test
    void whatIsDroppedNearThePlayheadOrAnEdgeBeginsThere() {
        TrackFrame at = Tracks.frame(sequence, new TimeScale(4, 0), 30);
        assertEquals(30, Snapping.laneAt(at, LANES + 128, TOP + 10).orElseThrow().frame());
        assertEquals(33, Snapping.laneAt(at, LANES + 132, TOP + 10).orElseThrow().frame());
        assertEquals(100, Snapping.laneAt(at, LANES + 394, TOP + 10).orElseThrow().frame());
    }

    @Test
    void theWheelZoomsToTheCursorAndScrolls() {
        long under = frame.scale().frameAt(400);
        gestures.wheel(3, LANES + 400, false, false);
        assertEquals(5, frame.scale().pxPerFrame(), 1e-9);
        assertEquals(under, frame.scale().frameAt(400));
        double left = frame.scale().leftFrame();
        gestures.wheel(-3, LANES + 400, true, false);
        assertTrue(frame.scale().leftFrame() > left);
        gestures.wheel(-3, LANES + 400, false, true);
        gestures.wheel(-3, 10, false, false);
        assertEquals(80, rowsScrolledPx);
    }

    @Test
    void theScrollBarIsDragged() {
        gestures.press(Pointer.at(LANES + 5, 495));
        assertTrue(gestures.isDragging());
        assertEquals(0, frame.scale().leftFrame());
        gestures.drag(Pointer.at(LANES + 105, 5));
        double at = frame.scale().leftFrame();
        assertTrue(at > 90 && at < 150, "scrolled to " + at);
        gestures.drag(Pointer.at(LANES - 500, 5));
        assertEquals(0, frame.scale().leftFrame());
    }
}
