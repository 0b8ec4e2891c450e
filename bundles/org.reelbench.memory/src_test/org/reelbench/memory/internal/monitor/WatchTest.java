package org.reelbench.memory.internal.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reelbench.memory.Account;
import org.reelbench.memory.Holding;
import org.reelbench.memory.MemoryListener;
import org.reelbench.memory.MemoryReading;
import org.reelbench.memory.Pressure;
import org.reelbench.memory.ReliefStep;

final class WatchTest {

    private static final Duration STEP = Duration.ofSeconds(5);

    private final FakeMemory memory = new FakeMemory();
    private final ExecutorService hands = Executors.newSingleThreadExecutor();
    private final Ladder ladder = new Ladder(hands, Patience.USUAL);
    private final List<MemoryListener> listeners = new ArrayList<>();
    private final List<MemoryReading> read = new ArrayList<>();
    private final List<MemoryReading> warned = new ArrayList<>();
    private int trims;
    private int collections;
    private final Watch watch = new Watch(memory, memory.readings(), ladder, listeners, () -> trims++, () -> collections++);

    WatchTest() {
        listeners.add(new MemoryListener() {
            @Override
            public void read(MemoryReading reading) {
                read.add(reading);
            }

            @Override
            public void warned(MemoryReading reading) {
                warned.add(reading);
            }
        });
    }

    @AfterEach
    void stop() throws InterruptedException {
        hands.shutdownNow();
        assertTrue(hands.awaitTermination(10, TimeUnit.SECONDS));
    }

    private void look(long processBytes) throws InterruptedException {
        memory.process(processBytes);
        watch.look(0);
        memory.pass(STEP);
    }

    @Test
    void enoughMemoryIsOnlyTold() throws InterruptedException {
        ladder.add(new FakeStep("never", 1, wanted -> {
            throw new AssertionError("there is enough");
        }), 0);
        look(500);
        look(690);

        assertEquals(List.of(Pressure.NORMAL, Pressure.NORMAL), read.stream().map(MemoryReading::pressure).toList());
        assertEquals(List.of(), warned);
        assertEquals(List.of(), ladder.records());
        assertEquals(0, trims + collections);
    }

    @Test
    void reliefThatHelpsKeepsTheWarningAway() throws InterruptedException {
        ladder.add(new FakeStep("caches", ReliefStep.THUMBNAILS, wanted -> {
            memory.process(memory.processBytes() - wanted - 1);
            return wanted + 1;
        }), 0);
        look(850);

        assertEquals(List.of(Pressure.ELEVATED), read.stream().map(MemoryReading::pressure).toList());
        assertEquals(List.of(), warned);
        assertEquals(1, trims, "what was freed goes back to the system before it is looked again");
        assertEquals(0, collections);
    }

    @Test
    void warnsWhenNothingHelpsAndThenNotForHalfAMinute() throws InterruptedException {
        look(850);
        assertEquals(1, warned.size());
        assertEquals(Pressure.WARNING, warned.get(0).pressure());
        assertEquals(1, collections, "the heap is collected before people are told");
        for (int i = 0; i < 5; i++) {
            look(850);
        }
        assertEquals(1, warned.size());
        look(850);
        assertEquals(2, warned.size(), "30 seconds later");
    }

    @Test
    void gettingShortIsNoReasonToWarn() throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            look(750);
        }

        assertEquals(List.of(), warned);
    }

    @Test
    void theLadderRestsHalfAMinuteWhereTheLevelStays() throws InterruptedException {
        ladder.add(new FakeStep("empty", 1, wanted -> 0), 0);
        for (int i = 0; i < 7; i++) {
            look(750);
        }

        assertEquals(2, ladder.records().get(0).calls());
    }

    @Test
    void aHigherLevelDoesNotWaitForTheRestToEnd() throws InterruptedException {
        ladder.add(new FakeStep("empty", 1, wanted -> 0), 0);
        look(750);
        look(850);
        look(950);

        assertEquals(3, ladder.records().get(0).calls());
        assertEquals(1, warned.size());
    }

    @Test
    void aLevelThatWasLeftIsMetAnewWhenItComesBack() throws InterruptedException {
        ladder.add(new FakeStep("empty", 1, wanted -> 0), 0);
        look(750);
        look(600);
        look(750);

        assertEquals(2, ladder.records().get(0).calls());
    }

    @Test
    void whatIsAboutToBeTakenCountsAsTaken() throws InterruptedException {
        List<Long> asked = new ArrayList<>();
        ladder.add(new FakeStep("caches", 1, wanted -> {
            asked.add(wanted);
            return 0;
        }), 0);
        memory.process(600);
        watch.look(220);

        assertEquals(List.of(70L), asked, "820 less 750");
        assertEquals(List.of(), warned, "it is not taken yet");
        assertEquals(Pressure.WARNING, read.get(0).pressure());
    }

    @Test
    void aListenerThatThrowsDoesNotKeepTheOthersFromHearing() throws InterruptedException {
        listeners.addFirst(reading -> {
            throw new IllegalStateException("torn");
        });
        look(850);

        assertEquals(1, read.size());
        assertEquals(1, warned.size());
    }

    @Test
    void readingsTellTheLedger() throws InterruptedException {
        try (Account decoder = memory.ledger().open(Holding.DECODER, "beach.mp4");
                Account mapped = memory.ledger().open(Holding.MAPPED, "sea.mp4")) {
            decoder.set(30);
            mapped.set(12);
            look(100);
        }

        assertEquals(42, read.get(0).ledgerBytes());
        assertEquals(12, read.get(0).mappedBytes());
    }

    @Test
    void keepsAnHourOfReadings() throws InterruptedException {
        for (int i = 0; i < 800; i++) {
            look(i % 600);
        }

        List<MemoryReading> history = memory.readings().history();
        assertEquals(720, history.size());
        assertEquals(memory.readings().latest(), history.getLast());
    }

    @Test
    void aBudgetThatWasJustChosenCountsForWhoAsksNext() {
        memory.process(500);
        memory.readings().now(0);
        memory.choose(600);

        assertEquals(Pressure.CRITICAL, memory.readings().with(50));
    }

    @Test
    void whatIsFarTooMuchCountsAsNotTaken() {
        memory.process(500);
        memory.readings().now(0);

        assertEquals(Pressure.CRITICAL, memory.readings().with(450));
        assertEquals(Pressure.NORMAL, memory.readings().with(100));
    }

    @Test
    void manyReadingsInASecondAreOneInTheHistory() {
        memory.process(100);
        memory.readings().now(0);
        memory.pass(Duration.ofMillis(500));
        memory.readings().now(0);
        assertEquals(1, memory.readings().history().size());
        memory.process(900);
        memory.readings().now(0);
        assertEquals(2, memory.readings().history().size(), "a change of the level is kept");
    }

    @Test
    void whoGaveSomethingBackNeedNotWaitForTheNextLook() {
        memory.process(950);
        memory.readings().now(0);
        assertEquals(Pressure.CRITICAL, memory.readings().with(10));
        memory.process(500);
        memory.pass(Duration.ofMillis(3));

        assertEquals(Pressure.NORMAL, memory.readings().with(10));
    }

    @Test
    void announcementsThatWereGivenBackAreForgotten() {
        memory.process(500);
        memory.readings().now(0);
        assertEquals(Pressure.NORMAL, memory.readings().with(150));
        memory.pass(STEP);

        assertEquals(Pressure.NORMAL, memory.readings().with(150), "the first 150 are not there, as a fresh reading shows");
        assertEquals(Pressure.WARNING, memory.readings().with(150), "but one follows the other at once here");
    }
}
