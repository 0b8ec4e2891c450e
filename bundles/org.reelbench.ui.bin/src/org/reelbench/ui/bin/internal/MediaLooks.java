package org.reelbench.ui.bin.internal;

import java.util.concurrent.ExecutorService;
import java.util.function.BiConsumer;

import org.reelbench.media.MediaException;
import org.reelbench.render.MediaCatalog;
import org.reelbench.timeline.Id;
import org.reelbench.ui.UiThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks into media one after the other on a thread of its own, and tells what they are. */
final class MediaLooks implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MediaLooks.class);

    private final ExecutorService thread;

    /** Creates the looks; the thread is theirs from now on. */
    MediaLooks(ExecutorService thread) {
        this.thread = thread;
    }

    /** Looks into a medium; the answer comes on the thread that looks. */
    void look(MediaCatalog catalog, Id medium, BiConsumer<Id, MediumRow> answer) {
        thread.execute(() -> answer.accept(medium, row(catalog, medium)));
    }

    private static MediumRow row(MediaCatalog catalog, Id medium) {
        UiThread.forbid("looking into media");
        try {
            return MediumRow.of(catalog.medium(medium).info());
        } catch (MediaException e) {
            String problem = String.valueOf(e.getMessage());
            return e.reason() == MediaException.Reason.MISSING ? MediumRow.missing(problem) : MediumRow.broken(problem);
        } catch (RuntimeException e) {
            LOG.error("medium {} cannot be looked into", medium, e);
            return MediumRow.broken("it cannot be looked into: " + e);
        }
    }

    /** Ends after the look under way; nobody hears of those that were waiting. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
