package org.reelbench.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.reelbench.loading.Loadable;
import org.reelbench.loading.LoadState;
import org.reelbench.loading.LoadingSession;
import org.reelbench.loading.Purpose;
import org.reelbench.loading.TrackDemand;
import org.reelbench.loading.TrackLoad;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FrameReader;
import org.reelbench.media.PcmReader;
import org.reelbench.timeline.Id;

class TrackLoadsTest {

    private static final Id V1 = new Id("v1");

    private final AtomicLong nowNs = new AtomicLong();
    private final TrackLoads loads = new TrackLoads(nowNs::get);
    private final List<String> retried = new ArrayList<>();

    /** A session that only notes what is tried again. */
    private record Session(Purpose purpose, List<String> retried) implements LoadingSession {

        @Override
        public String label() {
            return "test";
        }

        @Override
        public void update(List<TrackDemand> tracks) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void retry(String track) {
            retried.add(track);
        }

        @Override
        public List<TrackLoad> loads() {
            throw new UnsupportedOperationException();
        }

        @Override
        public FrameReader frames(Loadable medium, int streamIndex, int decoderThreads, Cancellation cancellation) {
            throw new UnsupportedOperationException();
        }

        @Override
        public PcmReader sound(Loadable medium, int streamIndex, int sampleRateHz, List<Integer> channels,
                Cancellation cancellation) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    private void hear(Purpose purpose, LoadState state, String message) {
        loads.changed(new Session(purpose, retried), new TrackLoad("v1", state, message, 1));
    }

    @Test
    void aQuickLoadIsNotShownAndALongOneIs() {
        hear(Purpose.VIEW, LoadState.LOADING, "");
        assertEquals(Set.of(), loads.shown().keySet());
        nowNs.addAndGet(TrackLoads.QUICK_NS);
        assertEquals(Set.of(V1), loads.shown().keySet());
        hear(Purpose.VIEW, LoadState.READY, "");
        assertEquals(Set.of(), loads.shown().keySet());
    }

    @Test
    void aFailureIsShownAtOnceWithItsReasonUntilTheTrackIsReadyOrHidden() {
        hear(Purpose.VIEW, LoadState.FAILED, "beach.mp4: no such file");
        assertEquals(LoadState.FAILED, loads.shown().get(V1).state());
        assertEquals("beach.mp4: no such file", loads.failure(V1));
        hear(Purpose.VIEW, LoadState.UNLOADED, "");
        assertEquals("", loads.failure(V1));
    }

    @Test
    void whatFailedIsTriedAgainAndNothingElse() {
        loads.retry(V1);
        hear(Purpose.VIEW, LoadState.LOADING, "");
        loads.retry(V1);
        assertEquals(List.of(), retried);
        hear(Purpose.VIEW, LoadState.FAILED, "beach.mp4: no such file");
        loads.retry(V1);
        assertEquals(List.of("v1"), retried);
    }

    @Test
    void onlyWhatIsLookedAtCounts() {
        hear(Purpose.EXPORT, LoadState.FAILED, "beach.mp4: no such file");
        assertEquals("", loads.failure(V1));
    }

    @Test
    void isQuietAsLongAsNothingIsLoadedOrFailed() {
        assertTrue(loads.isQuiet());
        hear(Purpose.VIEW, LoadState.LOADING, "");
        assertFalse(loads.isQuiet(), "it will be shown soon");
        hear(Purpose.VIEW, LoadState.READY, "");
        assertTrue(loads.isQuiet());
    }

    @Test
    void tellsWhoLooksThatThereIsSomethingNew() {
        List<String> told = new ArrayList<>();
        loads.onChange(() -> told.add("new"));
        hear(Purpose.VIEW, LoadState.LOADING, "");
        hear(Purpose.VIEW, LoadState.READY, "");
        assertEquals(2, told.size());
    }
}
