package org.reelbench.loading.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reelbench.loading.LoadState;
import org.reelbench.loading.LoadingSession;
import org.reelbench.loading.MediumDemand;
import org.reelbench.loading.Purpose;
import org.reelbench.loading.TrackDemand;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.memory.Holding;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.memory.NativeMemory;
import org.reelbench.time.RationalTime;

@Timeout(20)
class LoadingTest {

    @Test
    void fiveImportedTracksAreLoaded() {
        try (Bench bench = new Bench()) {
            TrackDemand[] tracks = IntStream.range(0, 5).mapToObj(i -> bench.visible("v" + i)).toArray(TrackDemand[]::new);
            bench.session.update(List.of(tracks));
            assertTrue(bench.session.loads().stream().allMatch(load -> load.state() == LoadState.LOADING));
            assertEquals(List.of(), bench.media.opened(), "nothing is opened on the caller's thread");
            bench.settle();
            assertTrue(bench.session.loads().stream().allMatch(load -> load.state() == LoadState.READY));
            assertEquals(5, bench.media.openReaders());
            assertEquals(5, bench.media.openSources());
        }
    }

    @Test
    void ofTenTracksWithEightHiddenTwoAreInMemory() {
        try (Bench bench = new Bench()) {
            TrackDemand[] tracks = IntStream.range(0, 10)
                    .mapToObj(i -> i < 2 ? bench.visible("v" + i) : bench.hidden("v" + i)).toArray(TrackDemand[]::new);
            bench.show(tracks);
            assertEquals(2, bench.media.openReaders());
            assertEquals(2, bench.media.openSources());
            assertEquals(LoadState.UNLOADED, bench.state("v7"));
            assertEquals(2 * ReaderCost.of(bench.media.medium("v0").info(), key(bench.media, "v0")).decoderBytes(),
                    bench.held(Holding.DECODER));
        }
    }

    @Test
    void hidingClosesAndShowingLoadsAgain() {
        try (Bench bench = new Bench()) {
            bench.show(bench.visible("v1"), bench.visible("v2"));
            bench.show(bench.visible("v1"), bench.hidden("v2"));
            assertEquals(1, bench.media.openReaders());
            assertEquals(1, bench.media.openSources());
            assertEquals(LoadState.UNLOADED, bench.state("v2"));
            bench.show(bench.visible("v1"), bench.visible("v2"));
            assertEquals(LoadState.READY, bench.state("v2"));
            assertEquals(List.of("v1", "v2", "v2"), bench.media.opened());
        }
    }

    @Test
    void hidingAllGivesAllBack() {
        try (Bench bench = new Bench()) {
            bench.show(bench.visible("v1"), bench.visible("v2"));
            bench.show(bench.hidden("v1"), bench.hidden("v2"));
            assertEquals(0, bench.media.openReaders());
            assertEquals(0, bench.media.openSources());
            assertEquals(0, bench.ledger.heldBytes());
        }
    }

    @Test
    void aLoadThatEndsAfterTheHideIsClosedAndNotInstalled() throws InterruptedException {
        try (Bench bench = new Bench()) {
            bench.media.holdUp("v1");
            bench.session.update(List.of(bench.visible("v1")));
            Thread loader = Thread.ofPlatform().start(bench::settle);
            bench.media.awaitHeldUp();
            long generation = bench.session.loads().getFirst().generation();
            bench.session.update(List.of(bench.hidden("v1")));
            bench.media.letGo("v1");
            loader.join();
            bench.settle();
            assertEquals(List.of("v1"), bench.media.opened(), "it was opened after all");
            assertEquals(0, bench.media.openReaders());
            assertEquals(LoadState.UNLOADED, bench.state("v1"));
            assertEquals(generation + 1, bench.session.loads().getFirst().generation());
        }
    }

    @Test
    void aTrackThatIsShownAgainWhileItsOldLoadEndsHasOneReader() throws InterruptedException {
        try (Bench bench = new Bench()) {
            bench.media.holdUp("v1");
            bench.session.update(List.of(bench.visible("v1")));
            Thread loader = Thread.ofPlatform().start(bench::settle);
            bench.media.awaitHeldUp();
            bench.session.update(List.of(bench.hidden("v1")));
            bench.session.update(List.of(bench.visible("v1")));
            bench.media.letGo("v1");
            loader.join();
            bench.settle();
            assertEquals(1, bench.media.openReaders());
            assertEquals(LoadState.READY, bench.state("v1"));
        }
    }

    @Test
    void deletingATrackThatIsHiddenOrLoadingIsHarmless() throws InterruptedException {
        try (Bench bench = new Bench()) {
            bench.show(bench.hidden("v1"));
            bench.show();
            bench.media.holdUp("v2");
            bench.session.update(List.of(bench.visible("v2")));
            Thread loader = Thread.ofPlatform().start(bench::settle);
            bench.media.awaitHeldUp();
            bench.session.update(List.of());
            bench.media.letGo("v2");
            loader.join();
            bench.settle();
            assertEquals(List.of(), bench.session.loads());
            assertEquals(0, bench.media.openReaders());
        }
    }

    @Test
    void selectedTracksComeFirstThenVisibleOnesByDistanceThenWhatComesLater() {
        try (Bench bench = new Bench()) {
            bench.show(bench.visible("a", bench.at("later", 20), bench.at("near", 1)), bench.visible("b", bench.at("here", 0)),
                    bench.hidden("never"), bench.visible("c", bench.at("late", 5)),
                    bench.selected("d", bench.at("selected", 2)));
            assertEquals(List.of("selected", "here", "near", "late", "later"), bench.media.opened());
        }
    }

    @Test
    void whatComesLaterHasNoDecoder() {
        try (Bench bench = new Bench()) {
            bench.show(bench.visible("v1", bench.at("now", 0), bench.at("later", 10)));
            assertEquals(2, bench.media.openReaders());
            assertEquals(1, bench.media.resting());
        }
    }

    @Test
    void aShortMediumThatIsPassedStaysOpenWithoutItsDecoderAndALongOneIsClosed() {
        try (Bench bench = new Bench()) {
            bench.show(bench.visible("v1", bench.at("short", 0)),
                    bench.visible("v2", bench.of(bench.media.medium("long", 8 * 3600), 0, 0)));
            assertEquals(0, bench.media.resting());
            bench.show(bench.visible("v1", bench.at("next", 0)), bench.visible("v2"));
            assertEquals(3, bench.media.openReaders(), "next, v2 and the short one");
            assertEquals(1, bench.media.resting());
        }
    }

    @Test
    void whatWasPassedIsGivenBackWhenItsTrackIsHidden() {
        try (Bench bench = new Bench()) {
            bench.show(bench.visible("v1", bench.at("first", 0)));
            bench.show(bench.visible("v1", bench.at("second", 0)));
            assertEquals(2, bench.media.openReaders());
            bench.show(bench.hidden("v1"));
            assertEquals(0, bench.media.openReaders());
        }
    }

    @Test
    void aLongMediumAheadIsOpenedWhenItComesNear() {
        try (Bench bench = new Bench()) {
            bench.show(bench.visible("v1", bench.of(bench.media.medium("long", 8 * 3600), 0, 10)));
            assertEquals(List.of(), bench.media.opened());
            bench.show(bench.visible("v1", bench.of(bench.media.medium("long", 8 * 3600), 0, 1)));
            assertEquals(List.of("long"), bench.media.opened());
        }
    }

    @Test
    void decodersThatNobodyReadsKeepToTheirBudgetAndTheOldestGoFirst() {
        long one = ReaderCost.of(new FakeMedia().medium("x").info(), key(new FakeMedia(), "x")).containerBytes() + 600_000;
        try (Bench bench = new Bench(new Budget(2 * one, 64 << 20, 2 << 20))) {
            bench.show(bench.visible("v1"), bench.visible("v2"), bench.visible("v3"), bench.visible("v4"));
            assertEquals(2, bench.media.openReaders());
            assertEquals(LoadState.READY, bench.state("v4"), "what does not fit is opened when it is read");
        }
    }

    @Test
    void tellsEachChangeOnceInItsOrder() {
        try (Bench bench = new Bench()) {
            bench.show(bench.visible("v1"), bench.hidden("v2"));
            bench.show(bench.visible("v1"), bench.visible("v2"));
            bench.show(bench.visible("v1"), bench.visible("v2"));
            bench.show(bench.visible("v2"));
            assertEquals(List.of("v1 loading", "v1 ready", "v2 loading", "v2 ready", "v1 not loaded"), bench.told);
        }
    }

    @Test
    void aListenerThatThrowsDoesNotKeepOthersFromHearing() {
        try (Bench bench = new Bench()) {
            bench.core.listeners().addFirst((_, _) -> {
                throw new IllegalStateException("a listener that fails");
            });
            bench.show(bench.visible("v1"));
            assertEquals(List.of("v1 loading", "v1 ready"), bench.told);
        }
    }

    @Test
    void aFailureNamesTheMediumAndLeavesOthersAlone() {
        try (Bench bench = new Bench()) {
            bench.media.breakDown("v1");
            bench.show(bench.visible("v1"), bench.visible("v2"));
            assertEquals(LoadState.FAILED, bench.state("v1"));
            assertEquals("v1: the disk is gone", bench.session.loads().getFirst().message());
            assertEquals(LoadState.READY, bench.state("v2"));
        }
    }

    @Test
    void whatFailedIsTriedAgainWhenAskedFor() {
        try (Bench bench = new Bench()) {
            bench.media.breakDown("v1");
            bench.show(bench.visible("v1"));
            bench.media.mend("v1");
            bench.session.retry("v1");
            bench.settle();
            assertEquals(LoadState.READY, bench.state("v1"));
        }
    }

    @Test
    void whatFailedIsTriedAgainAfterAWhileAndNotBefore() {
        try (Bench bench = new Bench()) {
            bench.media.breakDown("v1");
            bench.show(bench.visible("v1"));
            bench.media.mend("v1");
            bench.pass(1);
            bench.show(bench.visible("v1"));
            assertEquals(LoadState.FAILED, bench.state("v1"));
            bench.pass(2);
            bench.show(bench.visible("v1"));
            assertEquals(LoadState.READY, bench.state("v1"));
        }
    }

    @Test
    void whatFailedIsLookedForAgainAsAnotherFileMayHaveTakenItsPlace() {
        try (Bench bench = new Bench()) {
            bench.media.breakDown("old");
            List<String> found = new ArrayList<>(List.of("old", "new"));
            bench.show(new TrackDemand("v1", true, false, List.of(new MediumDemand("m",
                    () -> bench.media.medium(found.removeFirst()), 0, RationalTime.ZERO))));
            assertEquals(LoadState.FAILED, bench.state("v1"));
            bench.session.retry("v1");
            bench.settle();
            assertEquals(LoadState.READY, bench.state("v1"));
            assertEquals(List.of("new"), bench.media.opened());
        }
    }

    @Test
    void aMediumThatCannotBeFoundFails() {
        try (Bench bench = new Bench()) {
            bench.show(new TrackDemand("v1", true, false, List.of(new MediumDemand("gone", () -> {
                throw new MediaException(MediaException.Reason.MISSING, "gone.mp4",
                        "no such file");
            }, 0, RationalTime.ZERO))));
            assertEquals("gone.mp4: no such file", bench.session.loads().getFirst().message());
        }
    }

    @Test
    void aFinderThatFailsItselfIsAFailureOfItsTrack() {
        try (Bench bench = new Bench()) {
            bench.show(new TrackDemand("v1", true, false, List.of(new MediumDemand("odd", () -> {
                throw new IllegalStateException("odd");
            }, 0, RationalTime.ZERO))), bench.visible("v2"));
            assertEquals(LoadState.FAILED, bench.state("v1"));
            assertEquals(LoadState.READY, bench.state("v2"));
        }
    }

    @Test
    void soundIsLoadedByTheSameRules() {
        try (Bench bench = new Bench()) {
            bench.show(new TrackDemand("a1", true, false, List.of(bench.of(bench.media.medium("song"), 1, 0))),
                    new TrackDemand("a2", false, false, List.of(bench.of(bench.media.medium("noise"), 1, 0))));
            assertEquals(List.of("song"), bench.media.opened());
            bench.show(new TrackDemand("a1", false, false, List.of(bench.of(bench.media.medium("song"), 1, 0))));
            assertEquals(0, bench.media.openSources());
        }
    }

    @Test
    void closingTheSessionGivesAllBack() {
        try (Bench bench = new Bench()) {
            bench.show(bench.visible("v1"), bench.visible("v2"));
            bench.session.close();
            bench.settle();
            assertEquals(0, bench.media.openReaders());
            bench.show(bench.visible("v1"));
            assertEquals(0, bench.media.openReaders(), "a closed session loads nothing");
        }
    }

    @Test
    void sessionsDoNotDisturbEachOther() {
        try (Bench bench = new Bench()) {
            bench.show(bench.visible("v1"));
            try (LoadingSession other = bench.core.open("other", Purpose.VIEW)) {
                other.update(List.of(bench.visible("v1")));
                bench.settle();
                assertEquals(2, bench.media.openReaders());
                assertEquals(1, bench.media.openSources(), "both share the file");
            }
            bench.settle();
            assertEquals(1, bench.media.openReaders());
        }
    }

    @Test
    void theLedgerTellsWhatIsOpenAlsoIfItComesLater() {
        try (Bench bench = new Bench()) {
            bench.show(bench.visible("v1"));
            long before = bench.ledger.heldBytes();
            assertTrue(before > 1_000_000, "a container and a decoder take " + before);
            MemoryLedger other = MemoryLedger.none();
            bench.core.books().moveTo(other);
            assertEquals(0, bench.ledger.heldBytes());
            assertEquals(before, other.heldBytes());
            bench.show(bench.hidden("v1"));
            assertEquals(0, other.heldBytes());
        }
    }

    @Test
    void whenMemoryRunsShortWhatIsFarIsClosedFirstAndThenWhatNobodyReads() throws MediaException {
        LoadingComponent loading = new LoadingComponent(new FakeMedia());
        assertTrue(new StandbyRelief(loading).rank() < new DecoderRelief(loading).rank());
        loading.stop();
        try (Bench bench = new Bench(); FrameReader read = bench.frames("read")) {
            bench.show(bench.visible("v1", bench.at("near", 0), bench.at("far", 20)));
            assertEquals(3, bench.media.openReaders());
            long before = bench.ledger.heldBytes();
            long far = bench.core.relieveFar();
            assertEquals(2, bench.media.openReaders());
            assertEquals(before - far, bench.ledger.heldBytes());
            bench.core.relieve(_ -> true);
            assertEquals(1, bench.media.openReaders(), "what is being read stays");
            Bench.read(read);
        }
    }

    @Test
    void freedMemoryIsGivenBackToTheSystem() {
        try (Bench bench = new Bench()) {
            List<String> trims = new ArrayList<>();
            bench.core.natives().add(new NativeMemory() {

                @Override
                public long heldBytes() {
                    return 0;
                }

                @Override
                public void trim() {
                    trims.add("readers open: " + bench.media.openReaders());
                }
            });
            bench.show(bench.visible("v1"), bench.visible("v2"));
            assertEquals(List.of(), trims);
            bench.show(bench.hidden("v1"), bench.hidden("v2"));
            assertEquals("readers open: 0", trims.getLast());
        }
    }

    @Test
    void closingTheServiceWhileItLoadsLeavesNothingOpen() throws InterruptedException {
        try (Bench bench = new Bench()) {
            bench.media.holdUp("v1");
            bench.session.update(List.of(bench.visible("v1")));
            Thread loader = Thread.ofPlatform().start(bench::settle);
            bench.media.awaitHeldUp();
            bench.end();
            bench.media.letGo("v1");
            loader.join();
            assertFalse(bench.step());
        }
    }

    private static ReaderKey key(FakeMedia media, String medium) {
        return new ReaderKey.Frames(StreamKey.of(media.medium(medium), 0), 1);
    }
}
