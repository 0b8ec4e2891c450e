package org.reelbench.encoding.internal.segment;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.reelbench.encoding.preview.SegmentKind;
import org.reelbench.encoding.preview.SegmentOrder;
import org.reelbench.encoding.preview.SegmentWorker;
import org.reelbench.encoding.preview.SegmentWorker.Lane;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.MediaException;
import org.reelbench.render.RenderException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/** One slot of a worker at work: takes what is next, has it made, has it checked, and goes on until it is stopped. */
public final class LaneLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(LaneLoop.class);
    /** How long a lane keeps its readers when there is nothing to do. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final SegmentQueue queue;
    private final SegmentWorker worker;
    private final SegmentCheck check;
    private final Outcomes outcomes;
    private final Map<SegmentKind, SegmentOrder> before = new EnumMap<>(SegmentKind.class);
    private volatile boolean stopped;

    /**
     * Creates a loop, which runs when somebody runs it.
     *
     * @param queue knows what is next
     * @param worker whose slot it is
     * @param check looks at what was made
     * @param outcomes is told
     */
    public LaneLoop(SegmentQueue queue, SegmentWorker worker, SegmentCheck check, Outcomes outcomes) {
        this.queue = queue;
        this.worker = worker;
        this.check = check;
        this.outcomes = outcomes;
    }

    /** Ends the loop after what it does now. */
    public void stop() {
        stopped = true;
        queue.wake();
    }

    @Override
    public void run() {
        try (Lane lane = worker.openLane()) {
            boolean rests = true;
            while (!stopped && !queue.isClosed()) {
                Optional<LeaseOutput> next = queue.take(List.copyOf(before.values()), worker.silence(),
                        rests ? LONG : PATIENCE, () -> stopped);
                if (next.isPresent()) {
                    rests = false;
                    goOn(lane, next.get());
                } else if (!rests) {
                    before.clear();
                    lane.rest();
                    rests = true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("a lane of the worker '{}' ended", worker.name(), e);
        }
    }

    /** Whatever happens, the lane stays: of few there would soon be none. */
    private void goOn(Lane lane, LeaseOutput output) {
        try {
            attempt(lane, output);
        } catch (RuntimeException | Error e) {
            about(Level.ERROR, output.order()).setCause(e).log("the worker stumbled over the segment");
            output.release();
        } finally {
            queue.done();
        }
    }

    private void attempt(Lane lane, LeaseOutput output) {
        SegmentOrder order = output.order();
        long start = System.nanoTime();
        try {
            before.remove(order.segment().kind());
            lane.make(order, output);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            before.put(order.segment().kind(), order);
            // It is whole: to be checked it takes less than to be made again, even if nobody wants it any more.
            check.check(order.segment(), output.bytes(), new Cancellation());
            outcomes.made(order, output.bytes(), took);
            output.finish();
        } catch (CancelledException e) {
            output.release();
        } catch (DamagedSegment e) {
            about(Level.WARN, order).log("the segment is thrown away: {}", e.getMessage());
            fail(output, order, "what " + worker.name() + " made is damaged: " + e.getMessage(), true);
        } catch (MediaException e) {
            fail(output, order, e.getMessage(), e.reason() == MediaException.Reason.NO_ENCODER);
        } catch (RenderException e) {
            fail(output, order, e.getMessage(), false);
        } catch (RuntimeException e) {
            about(Level.ERROR, order).setCause(e).log("the segment cannot be made");
            lane.rest();
            fail(output, order, "the worker " + worker.name() + " failed: " + e, false);
        }
    }

    private LoggingEventBuilder about(Level level, SegmentOrder order) {
        return LOG.atLevel(level).addKeyValue("segment", order.segment().id()).addKeyValue("worker", worker.name());
    }

    private void fail(LeaseOutput output, SegmentOrder order, String why, boolean encoderToBlame) {
        output.fail(why);
        outcomes.failed(order, encoderToBlame);
    }
}
