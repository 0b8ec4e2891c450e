package org.reelbench.loading.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reelbench.loading.LoadState;
import org.reelbench.loading.LoadingSession;
import org.reelbench.loading.Purpose;
import org.reelbench.loading.TrackDemand;
import org.reelbench.media.CancelledException;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.PcmReader;

@Timeout(20)
class LeaseTest {

    @Test
    void takesTheReaderThatWasLoadedAndGivesItBack() throws MediaException {
        try (Bench bench = new Bench()) {
            bench.show(bench.visible("v1"));
            for (int i = 0; i < 3; i++) {
                try (FrameReader frames = bench.frames("v1")) {
                    Bench.read(frames);
                    assertEquals(1, frames.decodedFrames(), "counted for this lease alone");
                }
            }
            assertEquals(List.of("v1"), bench.media.opened());
            assertEquals(1, bench.media.openReaders());
        }
    }

    @Test
    void withoutADemandItIsOpenedUsedAndClosed() throws MediaException {
        try (Bench bench = new Bench(); LoadingSession export = bench.core.open("film.mp4", Purpose.EXPORT)) {
            try (FrameReader frames = export.frames(bench.media.medium("v1"), 0, 1, new Cancellation())) {
                Bench.read(frames);
                assertEquals(1, bench.media.openReaders());
            }
            assertEquals(0, bench.media.openReaders());
            assertEquals(0, bench.media.openSources());
        }
    }

    @Test
    void anExportKeepsNothingOpenEvenIfItIsDemanded() throws MediaException {
        try (Bench bench = new Bench(); LoadingSession export = bench.core.open("film.mp4", Purpose.EXPORT)) {
            export.update(List.of(bench.visible("v1")));
            bench.settle();
            try (FrameReader frames = export.frames(bench.media.medium("v1"), 0, 1, new Cancellation())) {
                Bench.read(frames);
            }
            assertEquals(0, bench.media.openReaders());
        }
    }

    @Test
    void clipsOfOneFileShareItsBytes() throws MediaException {
        try (Bench bench = new Bench(); FrameReader one = bench.frames("v1"); FrameReader two = bench.frames("v1")) {
            Bench.read(one);
            Bench.read(two);
            assertEquals(2, bench.media.openReaders());
            assertEquals(1, bench.media.openSources());
        }
    }

    @Test
    void hidingTakesAwayWhatIsBehindALeaseAndReadingOnOpensItAgain() throws MediaException {
        try (Bench bench = new Bench()) {
            bench.show(bench.visible("v1"));
            try (FrameReader frames = bench.frames("v1")) {
                Bench.read(frames);
                bench.show(bench.hidden("v1"));
                assertEquals(0, bench.media.openSources(), "the file is closed though the lease is not");
                Bench.read(frames);
                assertEquals(2, frames.decodedFrames());
                assertEquals(1, bench.media.openReaders());
            }
            assertEquals(0, bench.media.openReaders());
        }
    }

    @Test
    void hidingTakesAwayALeaseEvenBeforeTheDemandWasLookedAt() throws MediaException {
        try (Bench bench = new Bench(); FrameReader frames = bench.frames("v1"); FrameReader other = bench.frames("v2")) {
            Bench.read(frames);
            Bench.read(other);
            bench.session.update(List.of(bench.visible("v1"), bench.visible("v2")));
            bench.session.update(List.of(bench.hidden("v1"), bench.visible("v2")));
            bench.settle();
            assertEquals(List.of("v1", "v2"), bench.media.opened());
            assertEquals(1, bench.media.openReaders(), "the one of the visible track");
        }
    }

    @Test
    void waitsForALoadUnderWayInsteadOfOpeningAgain() throws Exception {
        try (Bench bench = new Bench()) {
            bench.media.holdUp("v1");
            bench.session.update(List.of(bench.visible("v1")));
            Thread loader = Thread.ofPlatform().start(bench::settle);
            bench.media.awaitHeldUp();
            Thread taker = Thread.ofPlatform().start(() -> {
                try (FrameReader frames = bench.frames("v1")) {
                    Bench.read(frames);
                } catch (MediaException e) {
                    throw new AssertionError(e);
                }
            });
            bench.media.letGo("v1");
            taker.join();
            loader.join();
            bench.settle();
            assertEquals(List.of("v1"), bench.media.opened());
        }
    }

    @Test
    void leavesALoadUnderWayWhenCancelled() throws Exception {
        try (Bench bench = new Bench()) {
            bench.media.holdUp("v1");
            bench.session.update(List.of(bench.visible("v1")));
            Thread loader = Thread.ofPlatform().start(bench::settle);
            bench.media.awaitHeldUp();
            Cancellation cancellation = new Cancellation();
            cancellation.cancel();
            assertThrows(CancelledException.class,
                    () -> bench.session.frames(bench.media.medium("v1"), 0, 1, cancellation));
            bench.media.letGo("v1");
            loader.join();
        }
    }

    @Test
    void aReaderThatFailedIsNotUsedAgain() throws MediaException {
        try (Bench bench = new Bench()) {
            bench.show(bench.visible("v1"));
            try (FrameReader frames = bench.frames("v1")) {
                bench.media.breakDown("v1");
                assertThrows(MediaException.class, () -> Bench.read(frames));
            }
            assertEquals(0, bench.media.openSources());
            bench.media.mend("v1");
            try (FrameReader frames = bench.frames("v1")) {
                Bench.read(frames);
            }
            assertEquals(List.of("v1", "v1"), bench.media.opened());
        }
    }

    @Test
    void aMediumThatBreaksWhileItIsReadIsAFailureOfItsTrack() throws MediaException {
        try (Bench bench = new Bench()) {
            bench.show(bench.visible("v1"), bench.visible("v2"));
            try (FrameReader frames = bench.frames("v1")) {
                Bench.read(frames);
                assertEquals(LoadState.READY, bench.state("v1"));
                bench.media.breakDown("v1");
                assertThrows(MediaException.class, () -> Bench.read(frames));
                assertEquals(LoadState.FAILED, bench.state("v1"));
                assertEquals(LoadState.READY, bench.state("v2"));
            }
        }
    }

    @Test
    void aLeaseThatCannotBeOpenedSaysWhyAndSoDoesItsTrack() throws MediaException {
        try (Bench bench = new Bench()) {
            bench.show(bench.visible("v1", bench.at("long", 0)));
            bench.show(bench.visible("v1", bench.at("long", 0)), bench.visible("v2", bench.at("long", 0)));
            bench.media.breakDown("long");
            try (FrameReader warm = bench.frames("long")) {
                assertEquals(0, warm.decodedFrames());
                assertThrows(MediaException.class, () -> bench.frames("long"));
                assertEquals(LoadState.FAILED, bench.state("v1"));
                bench.media.mend("long");
                bench.frames("long").close();
                assertEquals(LoadState.READY, bench.state("v1"));
            }
        }
    }

    @Test
    void theFormInWhichSoundWasAskedForIsLoadedFromThenOn() throws MediaException {
        try (Bench bench = new Bench()) {
            TrackDemand track = new TrackDemand("a1", true, false, List.of(bench.of(bench.media.medium("song"), 1, 0)));
            TrackDemand gone = new TrackDemand("a1", false, false, List.of());
            bench.show(track);
            sound(bench).close();
            assertEquals(List.of("song", "song"), bench.media.opened(), "another rate than the usual one");
            assertEquals(1, bench.media.openReaders(), "the one of the usual rate is closed");
            bench.show(gone);
            bench.show(track);
            sound(bench).close();
            assertEquals(List.of("song", "song", "song"), bench.media.opened());
        }
    }

    private static PcmReader sound(Bench bench) throws MediaException {
        PcmReader sound = bench.session.sound(bench.media.medium("song"), 1, 44_100, List.of(2), new Cancellation());
        sound.read(0, new float[1][10], 0, 10, new Cancellation());
        return sound;
    }

    @Test
    void whatStandsInForAMediumFromNowOnIsKeptOpenInItsPlace() throws MediaException {
        try (Bench bench = new Bench()) {
            bench.show(bench.visible("v1"));
            for (int i = 0; i < 2; i++) {
                try (FrameReader frames = bench.session.frames(bench.media.smaller("v1"), 0, 1, new Cancellation())) {
                    Bench.read(frames);
                    assertEquals(1, bench.media.openReaders(), "the original is closed");
                }
                bench.show(bench.visible("v1"));
            }
            assertEquals(List.of("v1", "v1"), bench.media.opened());
            assertEquals(1, bench.media.openReaders());
            bench.frames("v1").close();
            assertEquals(3, bench.media.opened().size());
            assertEquals(1, bench.media.openReaders(), "the smaller one is closed");
        }
    }

    @Test
    void aStreamOfAnotherKindIsRefused() {
        try (Bench bench = new Bench()) {
            MediaException refused = assertThrows(MediaException.class,
                    () -> bench.session.frames(bench.media.medium("v1"), 1, 1, new Cancellation()));
            assertEquals(MediaException.Reason.NO_STREAM, refused.reason());
            assertThrows(MediaException.class,
                    () -> bench.session.sound(bench.media.medium("v1"), 0, 48_000, List.of(), new Cancellation()));
        }
    }

    @Test
    void afterTheServiceHasStoppedALeaseGoesOnAndNoNewOneIsHandedOut() throws MediaException {
        try (Bench bench = new Bench(); FrameReader frames = bench.frames("v1")) {
            bench.end();
            Bench.read(frames);
            MediaException stopped = assertThrows(MediaException.class, () -> bench.frames("v2"));
            assertTrue(stopped.getMessage().contains("has been stopped"), stopped.getMessage());
            frames.close();
            assertEquals(0, bench.media.openSources());
        }
    }

    @Test
    void readingAClosedLeaseIsAMistake() throws MediaException {
        try (Bench bench = new Bench()) {
            FrameReader frames = bench.frames("v1");
            frames.close();
            frames.close();
            assertThrows(IllegalStateException.class, () -> Bench.read(frames));
        }
    }
}
