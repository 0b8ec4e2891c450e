package org.reelbench.ui.tracks.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.TrackKind;

/** What lies under a point. */
class HitTest {

    private static final int LANES = Metrics.HEADER_WIDTH_PX;
    private static final int TOP = Metrics.RULER_HEIGHT_PX;
    private static final int ICON_X = LANES - Metrics.ICON_MARGIN_PX - 8;
    private static final int AUDIO_Y = TOP + Metrics.VIDEO_HEIGHT_PX + 2 * Metrics.ROW_GAP_PX + Metrics.HIDDEN_HEIGHT_PX
            + Metrics.KIND_GAP_PX + 10;

    private final Sequence sequence = Tracks.sequence(Tracks.video("v1", Tracks.clip("under", 500)).withHidden(true),
            Tracks.video("v2", Tracks.clip("c1", 100), Tracks.gap(20), Tracks.clip("c2", 50)),
            Tracks.audio("a1", Tracks.clip("c3", 100)).withMuted(true));
    private final TrackFrame frame = Tracks.frame(sequence, new TimeScale(4, 50), 0);

    @Test
    void theRulerGivesTheNearestFrame() {
        assertEquals(new Hit.Ruler(60), Hit.at(frame, LANES + 41, 5));
        assertInstanceOf(Hit.Nothing.class, Hit.at(frame, 20, 5));
    }

    @Test
    void clipsAreHitOnTheirTracks() {
        assertEquals("c1", assertInstanceOf(Hit.OnClip.class, Hit.at(frame, LANES + 199, TOP + 5)).clip().id().value());
        assertInstanceOf(Hit.Nothing.class, Hit.at(frame, LANES + 200, TOP + 5));
        Hit.OnClip second = assertInstanceOf(Hit.OnClip.class, Hit.at(frame, LANES + 4 * 80, TOP + 5));
        assertEquals(new Id("v2"), second.track());
        assertEquals(130, second.frame());
        assertEquals("c3", assertInstanceOf(Hit.OnClip.class, Hit.at(frame, LANES + 10, AUDIO_Y)).clip().id().value());
        assertInstanceOf(Hit.Nothing.class, Hit.at(frame, LANES + 900, AUDIO_Y));
    }

    @Test
    void aHiddenTrackHasNoClipsButItsEye() {
        int hiddenY = TOP + Metrics.VIDEO_HEIGHT_PX + Metrics.ROW_GAP_PX + 5;
        assertInstanceOf(Hit.Nothing.class, Hit.at(frame, LANES + 10, hiddenY));
        assertEquals(new Hit.Toggle(new Id("v1"), TrackKind.VIDEO, true), Hit.at(frame, ICON_X, hiddenY));
    }

    @Test
    void eyesAndSpeakersAreHitInTheHeaders() {
        assertEquals(new Hit.Toggle(new Id("v2"), TrackKind.VIDEO, false), Hit.at(frame, ICON_X, TOP + 20));
        assertEquals(new Hit.Toggle(new Id("a1"), TrackKind.AUDIO, true), Hit.at(frame, ICON_X, AUDIO_Y));
        assertEquals(new Hit.Header(new Id("v2")), Hit.at(frame, 20, TOP + 20));
    }

    @Test
    void scrolledRowsAreHitWhereTheyAreSeen() {
        TrackFrame scrolled = new TrackFrame(sequence, frame.layout(), frame.scale(), Metrics.VIDEO_HEIGHT_PX + 1,
                frame.widthPx(), frame.heightPx(), 0, frame.selection(), frame.chosenTrack());
        assertEquals(new Hit.Toggle(new Id("v1"), TrackKind.VIDEO, true), Hit.at(scrolled, ICON_X, TOP + 5));
    }

    @Test
    void theScrollBarLiesAtTheBottom() {
        assertInstanceOf(Hit.ScrollBar.class, Hit.at(frame, LANES + 5, 495));
        assertInstanceOf(Hit.Nothing.class, Hit.at(frame, 5, 495));
    }

    @Test
    void theLowerEdgeOfTheRulerIsTheBarOfPreviewsAndStaysRulerForClicks() {
        TrackFrame frame = Tracks.frame(Tracks.sequence(Tracks.video("v1", Tracks.clip("c1", 100))), new TimeScale(2, 0), 0);
        int y = Metrics.RULER_HEIGHT_PX - 2;
        assertEquals(Optional.of(new Hit.Previews(10)), Hit.previewsAt(frame, Metrics.HEADER_WIDTH_PX + 20, y));
        assertEquals(Optional.empty(), Hit.previewsAt(frame, Metrics.HEADER_WIDTH_PX - 1, y));
        assertEquals(Optional.empty(), Hit.previewsAt(frame, Metrics.HEADER_WIDTH_PX + 20, Metrics.RULER_HEIGHT_PX));
        assertEquals(Optional.empty(), Hit.previewsAt(frame, Metrics.HEADER_WIDTH_PX + 20, 5));
        assertEquals(new Hit.Ruler(10), Hit.at(frame, Metrics.HEADER_WIDTH_PX + 20, y));
    }
}
