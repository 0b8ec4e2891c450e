package org.reelbench.memory.internal.monitor;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.reelbench.memory.MemoryReading;
import org.reelbench.memory.Pressure;
import org.reelbench.memory.ReliefRecord;
import org.reelbench.memory.ReliefStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps that give memory back, tried from the lowest rank up until the level falls. Climbed on the monitor's thread. */
final class Ladder {

    private static final Logger LOG = LoggerFactory.getLogger(Ladder.class);
    private static final Comparator<Rung> ORDER = Comparator.comparingInt(Rung::rank)
            .thenComparing(Comparator.comparingInt(Rung::ranking).reversed());

    private final List<Rung> rungs = new CopyOnWriteArrayList<>();
    private final ExecutorService hands;
    private final Patience patience;

    /**
     * Creates a ladder without steps.
     *
     * @param hands runs the steps; a step that hangs keeps one of its threads
     * @param patience how long a step is waited for
     */
    Ladder(ExecutorService hands, Patience patience) {
        this.hands = hands;
        this.patience = patience;
    }

    void add(ReliefStep step, int ranking) {
        rungs.add(new Rung(step, ranking));
    }

    void remove(ReliefStep step) {
        rungs.removeIf(rung -> rung.step().equals(step));
    }

    List<ReliefRecord> records() {
        return rungs.stream().sorted(ORDER).map(Rung::record).filter(record -> record.calls() > 0).toList();
    }

    /**
     * Climbs until the level falls or nothing is left to try. What is seen by users, decoders and what was read ahead, is left
     * alone while memory is merely getting short.
     *
     * @param from the reading that was too high
     * @param aheadBytes what is about to be taken, and counts as taken in the readings' level
     * @param look gives memory back to the system and reads again
     * @return the last reading
     */
    MemoryReading climb(MemoryReading from, long aheadBytes, Supplier<MemoryReading> look) throws InterruptedException {
        int below = from.pressure().atLeast(Pressure.WARNING) ? Integer.MAX_VALUE : ReliefStep.OFF_RANGE_DECODERS;
        MemoryReading reading = from;
        for (Rung rung : rungs.stream().filter(rung -> rung.rank() < below).sorted(ORDER).toList()) {
            if (!reading.pressure().atLeast(from.pressure())) {
                break;
            }
            if (ask(rung, reading.bytesAbove(from.pressure().until(), aheadBytes))) {
                reading = look.get();
            }
        }
        return reading;
    }

    /** Whether the step did its work. */
    private boolean ask(Rung rung, long wantedBytes) throws InterruptedException {
        if (rung.stuck()) {
            LOG.debug("{} still has not given memory back", rung.label());
            return false;
        }
        try {
            var answer = hands.submit(() -> rung.step().relieve(wantedBytes));
            rung.asked(answer);
            long given = patience.await(answer);
            rung.gave(given);
            LOG.info("Short of {} bytes: {} gave back {}", wantedBytes, rung.label(), given);
            return true;
        } catch (ExecutionException e) {
            rung.failed();
            LOG.warn("{} could not give memory back", rung.label(), e.getCause());
        } catch (TimeoutException e) {
            rung.failed();
            LOG.warn("{} takes too long to give memory back, and is left alone until it returns", rung.label(), e);
        }
        return false;
    }
}
