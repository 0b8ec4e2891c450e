package org.reelbench.encoding.internal.preview;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.encoding.preview.AuditedSegment;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares one kept segment after the other with what is rendered now, when nothing has been to do for a while: a recipe that
 * forgot something would show. It gives way at once when there is something to do.
 */
final class IdleAudit {

    /** So long nothing was to do. */
    static final Duration CALM = Duration.ofSeconds(10);
    /** So long after one comes the next: it is a sample, not all. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(IdleAudit.class);

    private final Shop shop;
    private final List<SequencePreview> previews;
    private final Executor threads;
    private final Random random = new Random();
    private long busyNs;
    private long lastNs;
    private @Nullable Cancellation running;

    IdleAudit(Shop shop, List<SequencePreview> previews, Executor threads) {
        this.shop = shop;
        this.previews = previews;
        this.threads = threads;
        this.busyNs = shop.clockNs().getAsLong();
        this.lastNs = busyNs;
    }

    /** Looks whether it is time; called every second or so. */
    synchronized void tick() {
        long now = shop.clockNs().getAsLong();
        Cancellation under = running;
        if (shop.queue().size() > 0 || shop.queue().busy() > 0) {
            busyNs = now;
            if (under != null) {
                under.cancel();
            }
            return;
        }
        List<SequencePreview> open = List.copyOf(previews);
        boolean calm = now - busyNs >= CALM.toNanos() && now - lastNs >= PAUSE.toNanos();
        if (under == null && calm && !open.isEmpty() && !shop.onBattery().getAsBoolean()) {
            Cancellation begun = new Cancellation();
            SequencePreview preview = open.get(random.nextInt(open.size()));
            running = begun;
            lastNs = now;
            try {
                threads.execute(() -> audit(preview, begun));
            } catch (RejectedExecutionException e) {
                running = null;
                LOG.debug("the service has ended", e);
            }
        }
    }

    private void audit(SequencePreview preview, Cancellation cancellation) {
        try {
            for (AuditedSegment audited : preview.auditOne(random.nextDouble(), cancellation)) {
                if (audited.problem().isEmpty()) {
                    LOG.debug("the segment {} is what is rendered now: {} dB", audited.id(), audited.psnrDb());
                } else {
                    LOG.warn("the segment {} was kept and is not what is rendered now ({} dB): {}", audited.id(),
                            audited.psnrDb(), audited.problem());
                }
            }
        } catch (CancelledException e) {
            LOG.debug("there is something else to do", e);
        } catch (RuntimeException e) {
            LOG.warn("a kept segment could not be compared", e);
        } finally {
            synchronized (this) {
                running = null;
            }
        }
    }

    /** Ends what runs. */
    synchronized void stop() {
        Cancellation under = running;
        if (under != null) {
            under.cancel();
        }
    }
}
