package org.reelbench.render.internal;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.reelbench.loading.Loading;
import org.reelbench.loading.LoadingSession;
import org.reelbench.loading.Purpose;
import org.reelbench.media.Composers;
import org.reelbench.memory.MemoryBudget;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.render.AudioRenderer;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Renderers;
import org.reelbench.render.VideoRenderer;
import org.reelbench.render.internal.slate.SlateOpener;
import org.reelbench.timeline.Sequence;

/** Opens renderers and owns the decoding threads they share. */
@Component(service = { Renderers.class, RenderersComponent.class })
public final class RenderersComponent implements Renderers {

    /** What waits to be shown: four pictures of one layer of 1080p, one each of five. Films have as many as the budget allows. */
    private static final long WATCHED_BYTES = 16L << 20;

    /** What is rendered for nobody who looks: nothing stays open. */
    private final LoadingSession films;
    private final Composers composers;
    private final ExecutorService decoders;
    private final Tally watching = new Tally("read ahead");
    private final Tally making = new Tally("read ahead of films");
    private final Tally composing = new Tally("composing");
    private final ReadAhead watched = new ReadAhead(watching, WATCHED_BYTES, System::nanoTime);
    private final ReadAhead made = new ReadAhead(making, Long.MAX_VALUE, System::nanoTime);

    /**
     * Starts the decoding threads; they are made when first needed.
     *
     * @param loading opens media
     * @param composers puts layers together
     */
    @Activate
    public RenderersComponent(@Reference Loading loading, @Reference Composers composers) {
        this.films = loading.open("films", Purpose.EXPORT);
        this.composers = new TalliedComposers(composers, composing);
        AtomicInteger number = new AtomicInteger();
        // Two threads feed one composer at full speed even on one core's worth of encoding beside them.
        int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
        decoders = Executors.newFixedThreadPool(threads,
                task -> Thread.ofPlatform().daemon().name("reelbench-decode-" + number.incrementAndGet()).unstarted(task));
    }

    /**
     * Says in the ledger what waits to be composed.
     *
     * @param ledger the ledger that has come
     */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    public void setLedger(MemoryLedger ledger) {
        List.of(watching, making, composing).forEach(each -> each.tellTo(ledger));
    }

    /**
     * Goes on without the ledger.
     *
     * @param ledger the ledger that goes
     */
    public void unsetLedger(MemoryLedger ledger) {
        List.of(watching, making, composing).forEach(each -> each.leave(ledger));
    }

    /**
     * Decodes less ahead where the process may use little memory.
     *
     * @param budget the budget that has come
     */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    public void setBudget(MemoryBudget budget) {
        readAheads().forEach(each -> each.within(budget));
    }

    /**
     * Goes on without the budget.
     *
     * @param budget the budget that goes
     */
    public void unsetBudget(MemoryBudget budget) {
        readAheads().forEach(each -> each.leave(budget));
    }

    /** What is decoded ahead. */
    List<ReadAhead> readAheads() {
        return List.of(watched, made);
    }

    /** Stops the threads when their last frame is decoded: a decoder must not be interrupted while it reads. */
    @Deactivate
    public void stop() {
        decoders.shutdown();
        films.close();
    }

    @Override
    public VideoRenderer video(Sequence sequence, MediaCatalog catalog) {
        return video(sequence, catalog, films);
    }

    @Override
    public AudioRenderer audio(Sequence sequence, MediaCatalog catalog) {
        return audio(sequence, catalog, films);
    }

    @Override
    public VideoRenderer video(Sequence sequence, MediaCatalog catalog, LoadingSession session) {
        ReadAhead readAhead = session.purpose() == Purpose.VIEW ? watched : made;
        return new VideoPipeline(sequence, new Means(catalog, new SlateOpener(session), composers, decoders, readAhead, 0));
    }

    @Override
    public AudioRenderer audio(Sequence sequence, MediaCatalog catalog, LoadingSession session) {
        return SoundMeans.output(sequence, catalog, new SlateOpener(session), composers);
    }
}
