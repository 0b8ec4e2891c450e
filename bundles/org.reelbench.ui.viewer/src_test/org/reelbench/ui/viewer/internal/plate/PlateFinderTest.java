package org.reelbench.ui.viewer.internal.plate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.reelbench.loading.LoadState;
import org.reelbench.loading.TrackLoad;
import org.reelbench.media.MediaException;
import org.reelbench.playback.Scene;
import org.reelbench.render.LayerOutline.Corner;
import org.reelbench.render.MediaCatalog;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Crop;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;
import org.reelbench.timeline.Transform;

/** A track whose medium is missing: nothing for 10 frames, then a clip of half size. */
class PlateFinderTest {

    private static final Id V1 = new Id("v1");
    private static final String GONE = "beach.mp4: no such file; check the path";

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Map<Id, TrackLoad> loads = new HashMap<>();
    private final List<Plates> found = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final MediaCatalog catalog = _ -> {
        asked.incrementAndGet();
        throw new MediaException(MediaException.Reason.MISSING, "beach.mp4", "no such file; check the path");
    };
    private final Scene scene = new Scene(sequence(), catalog);
    private final PlateFinder finder = new PlateFinder(waiting::add, () -> Map.copyOf(loads), found::add);

    private static Sequence sequence() {
        Clip clip = Clip.of(new Id("c"), "beach", new MediaStream(new Id("m"), 0), RationalTime.ZERO, 10)
                .withTransform(new Transform(0, 0, 0.5, 0, Crop.NONE));
        Track track = Track.of(V1, "V1", TrackKind.VIDEO).withItems(TrackItems.of(List.of(new Gap(10), clip)));
        return new Sequence(new Id("s"), "Sequence", FrameRate.of(25, 1), 200, 100, 48_000, List.of(track), Extras.NONE);
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private void failed(String message) {
        loads.put(V1, new TrackLoad("v1", LoadState.FAILED, message, 1));
    }

    @Test
    void nothingIsAskedOfMediaWhereNothingIsToBeTold() {
        finder.look(scene, 12);
        work();
        assertEquals(List.of(Plates.NONE), found);
        assertEquals(0, asked.get());
    }

    @Test
    void aMediumThatIsMissingHasAPlateWhereItsSlateLies() {
        failed(GONE);
        finder.look(scene, 12);
        assertEquals(0, asked.get(), "who asks does not wait");
        work();
        Plate plate = found.getFirst().plates().getFirst();
        assertEquals("Not loaded: no such file", plate.words());
        assertEquals(GONE, plate.tip());
        assertEquals(List.of(new Corner(50, 25), new Corner(150, 25), new Corner(150, 75), new Corner(50, 75)), plate.corners());
    }

    @Test
    void whereTheTrackShowsNothingThereIsNoPlate() {
        failed(GONE);
        finder.look(scene, 3);
        work();
        assertEquals(List.of(Plates.NONE), found);
    }

    @Test
    void onlyTheLastOfManyQuestionsIsAnswered() {
        failed(GONE);
        finder.look(scene, 12);
        finder.look(scene, 13);
        finder.look(scene, 3);
        assertEquals(1, waiting.size());
        work();
        assertEquals(List.of(Plates.NONE), found);
        finder.look(scene, 14);
        work();
        assertEquals(2, found.size());
    }

    @Test
    void mediaAreLookedForAgainWhenSomethingWasLoadedOrFailed() {
        failed(GONE);
        finder.look(scene, 12);
        finder.look(scene, 13);
        work();
        int once = asked.get();
        finder.look(scene, 14);
        work();
        assertEquals(once, asked.get(), "what is known of them stays while the playhead moves");
        failed("beach.mp4: it cannot be read; check its permissions");
        finder.look(scene, 14);
        work();
        assertTrue(asked.get() > once);
        assertEquals("Not loaded: it cannot be read", found.getLast().plates().getFirst().words());
    }
}
