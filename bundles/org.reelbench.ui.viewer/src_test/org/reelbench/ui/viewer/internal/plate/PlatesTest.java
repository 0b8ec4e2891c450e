package org.reelbench.ui.viewer.internal.plate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.reelbench.loading.LoadState;
import org.reelbench.loading.TrackLoad;
import org.reelbench.render.LayerOutline;
import org.reelbench.render.LayerOutline.Corner;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaStream;

/** On a canvas of 200 × 100 pixels. */
class PlatesTest {

    private static final String GONE = "/films/beach.mp4: no such file; check the path, or relink the clip";

    @Test
    void aLayerThatIsBeingLoadedSaysSoAndOneThatIsReadySaysNothing() {
        Plates plates = over(
                List.of(outline("v1", "/films/beach.mp4", 0, 0, 200, 100), outline("v2", "/films/sea.mp4", 0, 0, 9, 9)),
                load("v2", LoadState.LOADING, ""));
        assertEquals(List.of("Loading\u2026"), words(plates));
        assertEquals(new Corner(9, 9), plates.plates().getFirst().corners().get(2));
        assertEquals(Optional.empty(), plates.tipAt(0.01, 0.01), "there is no more to say");
    }

    @Test
    void aLayerThatFailedSaysWhyInShortAndAllInItsTip() {
        Plates plates = over(List.of(outline("v1", "/films/beach.mp4", 50, 25, 100, 50)), load("v1", LoadState.FAILED, GONE));
        assertEquals(List.of("Not loaded: no such file"), words(plates));
        assertTrue(plates.plates().getFirst().failed());
        assertEquals(Optional.of(GONE), plates.tipAt(0.5, 0.5));
        assertEquals(Optional.empty(), plates.tipAt(0.2, 0.5));
        assertEquals(Optional.empty(), plates.tipAt(0.5, 0.8));
    }

    @Test
    void aLongReasonEndsInAnEllipsis() {
        Plates plates = over(List.of(outline("v1", "x.mp4", 0, 0, 200, 100)),
                load("v1", LoadState.FAILED, "x.mp4: " + "no ".repeat(100)));
        assertTrue(words(plates).getFirst().matches("Not loaded: [no ]{50,59}\u2026"), words(plates)::toString);
    }

    @Test
    void ofSeveralMediaOfATrackTheOneThatIsNamedFailed() {
        List<LayerOutline> outlines = List.of(outline("v1", "/films/sea.mp4", 0, 0, 100, 100),
                outline("v1", "/films/beach.mp4", 100, 0, 100, 100), outline("v1", "", 0, 0, 200, 100));
        Plates named = over(outlines, load("v1", LoadState.FAILED, GONE));
        assertEquals(1, named.plates().size());
        assertEquals(new Corner(100, 0), named.plates().getFirst().corners().getFirst());
        Plates unnamed = over(outlines, load("v1", LoadState.FAILED, "no bundle is installed that reads it"));
        assertEquals(2, unnamed.plates().size(), "it may be either of them");
        assertEquals(2, over(outlines, load("v1", LoadState.LOADING, "")).plates().size());
    }

    @Test
    void whatIsDrawnIsNeverLoaded() {
        assertSame(Plates.NONE, over(List.of(outline("v1", "", 0, 0, 200, 100)), load("v1", LoadState.LOADING, "")));
    }

    @Test
    void platesLieWhereThePictureIsShown() {
        Plates plates = over(List.of(outline("v1", "x.mp4", 50, 25, 100, 50)), load("v1", LoadState.LOADING, ""));
        assertArrayEquals(new int[] { 10 + 100, 20 + 50, 10 + 300, 20 + 50, 10 + 300, 20 + 150, 10 + 100, 20 + 150 },
                plates.shown(plates.plates().getFirst(), 10, 20, 400, 200));
    }

    @Test
    void theTipIsThatOfTheUppermostLayerWhicheverWayItsCornersGo() {
        LayerOutline below = outline("v1", "x.mp4", 0, 0, 200, 100);
        LayerOutline above = new LayerOutline(new Id("v2"), clip(), "y.mp4",
                List.of(new Corner(100, 0), new Corner(50, 50), new Corner(100, 100), new Corner(150, 50)));
        Plates plates = Plates.over(200, 100, List.of(below, above), Map.of(new Id("v1"),
                new TrackLoad("v1", LoadState.FAILED, "x.mp4: broken", 1), new Id("v2"),
                new TrackLoad("v2", LoadState.FAILED, "y.mp4: broken", 1)));
        assertEquals(Optional.of("y.mp4: broken"), plates.tipAt(0.5, 0.5));
        assertEquals(Optional.of("x.mp4: broken"), plates.tipAt(0.26, 0.1));
        assertEquals(Optional.empty(), plates.tipAt(1.1, 0.5));
    }

    private static Plates over(List<LayerOutline> outlines, TrackLoad load) {
        return Plates.over(200, 100, outlines, Map.of(new Id(load.track()), load));
    }

    private static List<String> words(Plates plates) {
        return plates.plates().stream().map(Plate::words).toList();
    }

    private static TrackLoad load(String track, LoadState state, String message) {
        return new TrackLoad(track, state, message, 1);
    }

    private static LayerOutline outline(String track, String medium, double x, double y, double width, double height) {
        return new LayerOutline(new Id(track), clip(), medium, List.of(new Corner(x, y), new Corner(x + width, y),
                new Corner(x + width, y + height), new Corner(x, y + height)));
    }

    private static Clip clip() {
        return Clip.of(new Id("c"), "clip", new MediaStream(new Id("m"), 0), RationalTime.ZERO, 10);
    }
}
