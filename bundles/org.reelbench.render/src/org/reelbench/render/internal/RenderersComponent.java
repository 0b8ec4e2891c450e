package org.reelbench.render.internal;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.media.Composers;
import org.reelbench.media.MediaReaders;
import org.reelbench.render.AudioRenderer;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Renderers;
import org.reelbench.render.VideoRenderer;
import org.reelbench.render.internal.slate.SlateReaders;
import org.reelbench.timeline.Sequence;

/** Opens renderers and owns the decoding threads they share. */
@Component
public final class RenderersComponent implements Renderers {

    private final MediaReaders readers;
    private final Composers composers;
    private final ExecutorService decoders;

    /**
     * Starts the decoding threads; they are made when first needed.
     *
     * @param readers opens media
     * @param composers puts layers together
     */
    @Activate
    public RenderersComponent(@Reference MediaReaders readers, @Reference Composers composers) {
        this.readers = new SlateReaders(readers);
        this.composers = composers;
        AtomicInteger number = new AtomicInteger();
        // Two threads feed one composer at full speed even on one core's worth of encoding beside them.
        int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
        decoders = Executors.newFixedThreadPool(threads,
                task -> Thread.ofPlatform().daemon().name("reelbench-decode-" + number.incrementAndGet()).unstarted(task));
    }

    /** Stops the threads when their last frame is decoded: a decoder must not be interrupted while it reads. */
    @Deactivate
    public void stop() {
        decoders.shutdown();
    }

    @Override
    public VideoRenderer video(Sequence sequence, MediaCatalog catalog) {
        return new VideoPipeline(sequence, catalog, readers, composers, decoders);
    }

    @Override
    public AudioRenderer audio(Sequence sequence, MediaCatalog catalog) {
        return SoundMeans.output(sequence, catalog, readers, composers);
    }
}
