package org.reelbench.ui.tracks.internal.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;
import org.reelbench.loading.LoadState;
import org.reelbench.loading.TrackLoad;
import org.reelbench.time.Rational;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.ui.PreviewStretch;
import org.reelbench.ui.tracks.internal.model.Metrics;
import org.reelbench.ui.tracks.internal.model.Overlay;
import org.reelbench.ui.tracks.internal.model.TimeScale;
import org.reelbench.ui.tracks.internal.model.TrackFrame;
import org.reelbench.ui.tracks.internal.model.Tracks;

/** What is painted, and how much of it. */
class TracksPainterTest {

    private final RecordingPen pen = new RecordingPen();

    private int paintAll(TrackFrame frame) {
        return TracksPainter.paint(pen, frame, new Rectangle(0, 0, frame.widthPx(), frame.heightPx()), ClipSketches.NONE);
    }

    private static boolean isMark(Rectangle fill) {
        return fill.width == 4 && fill.x > Metrics.HEADER_WIDTH_PX;
    }

    private static Sequence tenThousandClips() {
        Track pictures = Tracks.video("v1").withItems(Tracks.many(10_000, 50));
        return Tracks.sequence(pictures, Tracks.audio("a1").withItems(Tracks.many(10_000, 50)));
    }

    @Test
    void ofTenThousandClipsATrackOnlyTheVisibleArePainted() {
        int visited = paintAll(Tracks.frame(tenThousandClips(), new TimeScale(2, 250_000), 250_100));
        // 1000 points at 2 a frame are 500 frames: ten clips, and one more at each border, on two tracks.
        assertEquals(2 * 12, visited);
        // The one that ends at the left border has no room for its name.
        assertEquals(2 * 11, pen.texts.stream().filter(text -> text.startsWith("clip ")).count());
        assertTrue(pen.strokes < 400, pen.strokes + " strokes");
    }

    @Test
    void zoomedOutPaintingIsBoundedByPixels() {
        int visited = paintAll(Tracks.frame(tenThousandClips(), TimeScale.fitting(500_000, 1000), 0));
        assertTrue(visited <= 2 * 1001, visited + " clips for 2 × 1000 points");
        assertTrue(pen.strokes < 2 * 1001 * 4, pen.strokes + " strokes");
    }

    @Test
    void movingThePlayheadPaintsOnlyItsSurroundings() {
        TrackFrame frame = Tracks.frame(tenThousandClips(), new TimeScale(2, 250_000), 250_250);
        int visited = TracksPainter.paint(pen, frame, new Rectangle(frame.playheadXPx() - 9, 0, 18, 500), ClipSketches.NONE);
        assertTrue(visited <= 2 * 2, visited + " clips");
        assertEquals(List.of(), pen.icons, "the headers are not painted");
    }

    @Test
    void namesAndWhatIsNotAsRecordedAreWritten() {
        Sequence sequence = Tracks.sequence(
                Tracks.video("v1", Tracks.clip("c1", 100).withSpeed(Rational.of(3, 2)).withOpacity(0.5)),
                Tracks.audio("a1", Tracks.clip("c2", 100).withGainDb(-4.5)));
        paintAll(Tracks.frame(sequence, new TimeScale(4, 0), 45));
        List<String> wanted = List.of("V1", "A1", "clip c1", "clip c2",
                "150 % \u00b7 opacity 50 %", "\u22124.5 dB", "00:00:01:15");
        assertTrue(pen.texts.containsAll(wanted), pen.texts.toString());
        assertEquals(List.of("eye", "lock-off", "solo-off", "speaker", "lock-off", "solo-off"), pen.icons);
    }

    @Test
    void whatIsNotAsRecordedLiesOnAPlateOfItsOwnSize() {
        paintAll(Tracks.frame(Tracks.sequence(Tracks.video("v1", Tracks.clip("c1", 100).withSpeed(Rational.of(3, 2)))),
                new TimeScale(4, 0), 45));
        Rectangle words = pen.textPlaces.get(pen.texts.indexOf("150 %"));
        assertTrue(pen.tints.stream().anyMatch(plate -> plate.intersection(words).equals(words) && plate.width < 2 * words.width
                && plate.height < 2 * words.height), pen.tints::toString);
    }

    @Test
    void headersSayWhatIsBeingLoadedAndWhatCannotBe() {
        Sequence sequence = Tracks.sequence(Tracks.video("v1", Tracks.clip("c1", 100)),
                Tracks.video("v2", Tracks.clip("c2", 100)),
                Tracks.video("v3", Tracks.clip("c3", 100)));
        TrackFrame plain = Tracks.frame(sequence, new TimeScale(2, 0), 0);
        TrackFrame frame = new TrackFrame(sequence, plain.layout(), plain.scale(), 0, plain.widthPx(), plain.heightPx(), 0,
                Set.of(),
                Optional.empty(), Map.of(new Id("v1"), new TrackLoad("v1", LoadState.LOADING, "", 1), new Id("v2"),
                        new TrackLoad("v2", LoadState.FAILED, "beach.mp4: no such file", 1)),
                List.of(), Overlay.NONE);
        paintAll(frame);
        assertEquals(1, pen.texts.stream().filter("Loading…"::equals).count());
        assertEquals(1, pen.texts.stream().filter("Not loaded"::equals).count());
    }

    @Test
    void theRangeFromInToOutIsLaidOverTheRuler() {
        Sequence sequence = Tracks.sequence(Tracks.video("v1", Tracks.clip("c1", 1000))).withInOut(new FrameRange(150, 250));
        paintAll(Tracks.frame(sequence, new TimeScale(0.5, 100), 0));
        Rectangle range = new Rectangle(Metrics.HEADER_WIDTH_PX + 25, 0, 50, Metrics.RULER_HEIGHT_PX - 1);
        assertEquals(1, pen.tints.stream().filter(range::equals).count(), pen.tints::toString);
    }

    @Test
    void previewsAreABarAtTheRulersLowerEdgeHoweverShortTheyAre() {
        Sequence sequence = Tracks.sequence(Tracks.video("v1", Tracks.clip("c1", 1000)));
        TrackFrame plain = Tracks.frame(sequence, new TimeScale(0.5, 100), 0);
        TrackFrame frame = new TrackFrame(sequence, plain.layout(), plain.scale(), 0, plain.widthPx(), plain.heightPx(), 0,
                Set.of(), Optional.empty(), Map.of(),
                List.of(new PreviewStretch(0, 50, PreviewStretch.State.READY, ""),
                        new PreviewStretch(200, 300, PreviewStretch.State.READY, ""),
                        new PreviewStretch(300, 301, PreviewStretch.State.FAILED, "it is missing")),
                Overlay.NONE);
        paintAll(frame);
        int top = Metrics.RULER_HEIGHT_PX - Metrics.PREVIEW_HEIGHT_PX - 1;
        List<Rectangle> bar = pen.fills.stream().filter(fill -> fill.height == Metrics.PREVIEW_HEIGHT_PX && fill.y == top)
                .toList();
        assertEquals(List.of(new Rectangle(Metrics.HEADER_WIDTH_PX + 50, top, 50, Metrics.PREVIEW_HEIGHT_PX),
                new Rectangle(Metrics.HEADER_WIDTH_PX + 100, top, 1, Metrics.PREVIEW_HEIGHT_PX)),
                bar.stream().distinct().toList());
    }

    @Test
    void hiddenTracksShowNoClipsAndMutedOnesDo() {
        Sequence sequence = Tracks.sequence(Tracks.video("v1", Tracks.clip("c1", 100)).withHidden(true),
                Tracks.audio("a1", Tracks.clip("c2", 100)).withMuted(true));
        paintAll(Tracks.frame(sequence, new TimeScale(4, 0), 0));
        assertFalse(pen.texts.contains("clip c1"));
        assertTrue(pen.texts.contains("clip c2"));
        assertEquals(List.of("eye-off", "lock-off", "solo-off", "speaker-off", "lock-off", "solo-off"), pen.icons);
    }

    @Test
    void selectedClipsAreFramed() {
        Sequence sequence = Tracks.sequence(Tracks.video("v1", Tracks.clip("c1", 100), Tracks.color("c2", 100)));
        paintAll(Tracks.frame(sequence, new TimeScale(4, 0), 0));
        assertEquals(0, pen.frames);
        paintAll(Tracks.frame(sequence, new TimeScale(4, 0), 0, "c2"));
        assertEquals(2, pen.frames);
    }

    @Test
    void rowsScrolledOutOfSightAreNotLookedAt() {
        Sequence sequence = tenThousandClips();
        TrackFrame seen = Tracks.frame(sequence, new TimeScale(2, 0), 0);
        TrackFrame scrolled = new TrackFrame(sequence, seen.layout(), seen.scale(), Metrics.VIDEO_HEIGHT_PX, seen.widthPx(),
                seen.heightPx(), 0, seen.selection(), seen.chosenTrack());
        assertTrue(paintAll(scrolled) < paintAll(seen));
    }

    @Test
    void moreRowsThanAreSeenAreMarkedAtTheRightBorder() {
        Sequence few = Tracks.sequence(Tracks.video("v1"), Tracks.video("v2"));
        paintAll(Tracks.frame(few, new TimeScale(2, 0), 0));
        assertFalse(pen.fills.stream().anyMatch(TracksPainterTest::isMark));
        Track[] many = new Track[12];
        for (int i = 0; i < many.length; i++) {
            many[i] = Tracks.video("v" + i);
        }
        paintAll(Tracks.frame(Tracks.sequence(many), new TimeScale(2, 0), 0));
        Rectangle mark = pen.fills.stream().filter(TracksPainterTest::isMark).reduce((_, last) -> last).orElseThrow();
        assertEquals(Metrics.RULER_HEIGHT_PX, mark.y, "at the top, as nothing is scrolled");
        assertTrue(mark.height > 200 && mark.height < 454, "as high as the part that is seen, not " + mark.height);
    }
}
