package org.reelbench.memory.internal.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reelbench.memory.MemoryReading;
import org.reelbench.memory.Pressure;
import org.reelbench.memory.ReliefRecord;
import org.reelbench.memory.ReliefStep;

final class LadderTest {

    private final FakeMemory memory = new FakeMemory();
    private final ExecutorService hands = Executors.newCachedThreadPool();
    private final Ladder ladder = new Ladder(hands, Patience.USUAL);
    private final List<String> asked = new ArrayList<>();

    @AfterEach
    void stop() throws InterruptedException {
        hands.shutdownNow();
        assertTrue(hands.awaitTermination(10, TimeUnit.SECONDS));
    }

    private ReliefStep step(String label, int rank, long gives) {
        return new FakeStep(label, rank, wanted -> {
            asked.add(label);
            memory.process(memory.processBytes() - gives);
            return gives;
        });
    }

    private MemoryReading climb() throws InterruptedException {
        return ladder.climb(memory.readings().now(0), 0, () -> memory.readings().now(0));
    }

    @Test
    void stopsAsSoonAsTheLevelFalls() throws InterruptedException {
        ladder.add(step("preview", ReliefStep.PREVIEW_RESOLUTION, 100), 0);
        ladder.add(step("waveforms", ReliefStep.WAVEFORMS, 60), 0);
        ladder.add(step("decoders", ReliefStep.OFF_RANGE_DECODERS, 50), 0);
        ladder.add(step("thumbnails", ReliefStep.THUMBNAILS, 20), 0);
        memory.process(860);

        assertEquals(Pressure.WARNING, memory.readings().now(0).pressure());
        assertEquals(Pressure.ELEVATED, climb().pressure());
        assertEquals(List.of("thumbnails", "waveforms", "decoders"), asked);
    }

    @Test
    void asksForWhatIsTooMuch() throws InterruptedException {
        List<Long> wanted = new ArrayList<>();
        ladder.add(new FakeStep("half", 1, bytes -> {
            wanted.add(bytes);
            memory.process(900);
            return 60;
        }), 0);
        ladder.add(new FakeStep("rest", 2, bytes -> {
            wanted.add(bytes);
            return 0;
        }), 0);
        memory.process(960);
        climb();

        assertEquals(List.of(110L, 50L), wanted, "down to 85 %, where the level ends");
    }

    @Test
    void stepsOfOneRankGoByTheirRanking() throws InterruptedException {
        ladder.add(step("late", 100, 0), -1);
        ladder.add(step("usual", 100, 0), 0);
        ladder.add(step("first", 100, 0), 5);
        memory.process(850);
        climb();

        assertEquals(List.of("first", "usual", "late"), asked);
    }

    @Test
    void leavesAloneWhatIsSeenWhileMemoryIsMerelyGettingShort() throws InterruptedException {
        for (int rank : new int[] { ReliefStep.THUMBNAILS, ReliefStep.WAVEFORMS, ReliefStep.HIDDEN, ReliefStep.OFF_RANGE_DECODERS,
                ReliefStep.READ_AHEAD, ReliefStep.PREVIEW_RESOLUTION }) {
            ladder.add(step(String.valueOf(rank), rank, 0), 0);
        }
        memory.process(750);
        climb();

        assertEquals(List.of("100", "200", "300"), asked);
    }

    @Test
    void aStepThatThrowsIsCountedAndTheNextIsTried() throws InterruptedException {
        ladder.add(new FakeStep("broken", 1, wanted -> {
            throw new IllegalStateException("torn");
        }), 0);
        ladder.add(step("sound", 2, 201), 0);
        memory.process(850);

        assertEquals(Pressure.NORMAL, climb().pressure());
        assertEquals(List.of(new ReliefRecord("broken", 1, 1, 0, 1), new ReliefRecord("sound", 2, 1, 201, 0)), ladder.records());
    }

    @Test
    void aStepThatHangsIsLeftAloneUntilItReturns() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        List<Future<Long>> answers = new ArrayList<>();
        Ladder impatient = new Ladder(hands, answer -> {
            answers.add(answer);
            if (answers.size() == 1) {
                throw new TimeoutException("made up");
            }
            return answer.get();
        });
        impatient.add(new FakeStep("hangs", 1, wanted -> {
            stuck.await();
            return 5;
        }), 0);
        impatient.add(step("works", 2, 0), 0);
        memory.process(850);
        MemoryReading high = memory.readings().now(0);

        impatient.climb(high, 0, () -> memory.readings().now(0));
        impatient.climb(high, 0, () -> memory.readings().now(0));
        assertEquals(List.of(new ReliefRecord("hangs", 1, 1, 0, 1), new ReliefRecord("works", 2, 2, 0, 0)), impatient.records());

        stuck.countDown();
        assertEquals(5, answers.get(0).get(10, TimeUnit.SECONDS));
        impatient.climb(high, 0, () -> memory.readings().now(0));
        assertEquals(new ReliefRecord("hangs", 1, 2, 5, 1), impatient.records().get(0));
    }

    @Test
    void aStepThatWentIsNotAsked() throws InterruptedException {
        ReliefStep gone = step("gone", 1, 500);
        ladder.add(gone, 0);
        ladder.remove(gone);
        memory.process(850);
        climb();

        assertEquals(List.of(), asked);
        assertEquals(List.of(), ladder.records());
    }

    @Test
    void randomLaddersAskInOrderAndNoMoreThanNeeded() throws InterruptedException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            Ladder any = new Ladder(hands, Patience.USUAL);
            FakeMemory own = new FakeMemory();
            int[] ranks = IntStream.generate(() -> 1 + random.nextInt(700)).distinct().limit(1 + random.nextInt(8)).toArray();
            List<Integer> order = new ArrayList<>();
            for (int rank : ranks) {
                long gives = random.nextInt(60);
                any.add(new FakeStep("step", rank, wanted -> {
                    order.add(rank);
                    own.process(own.processBytes() - gives);
                    return gives;
                }), 0);
            }
            own.process(700 + random.nextInt(320));
            MemoryReading from = own.readings().now(0);
            MemoryReading to = any.climb(from, 0, () -> own.readings().now(0));

            int below = from.pressure() == Pressure.ELEVATED ? ReliefStep.OFF_RANGE_DECODERS : Integer.MAX_VALUE;
            List<Integer> all = Arrays.stream(ranks).filter(rank -> rank < below).sorted().boxed().toList();
            boolean fell = to.pressure().compareTo(from.pressure()) < 0;
            String told = "seed " + seed + ", round " + round;
            assertEquals(all.subList(0, order.size()), order, told);
            assertTrue(fell || order.size() == all.size(), told);
        }
    }
}
