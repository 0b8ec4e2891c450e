package org.reelbench.encoding.preview;

import java.time.Duration;

import org.osgi.annotation.versioning.ConsumerType;
import org.reelbench.media.MediaException;
import org.reelbench.render.RenderException;

/**
 * A service that makes segments: a recipe in, bytes out. One comes with this bundle and renders here; others may be on other
 * machines. What it delivers is checked before it is kept, whoever made it.
 * <p>
 * For every thread.
 */
@ConsumerType
public interface SegmentWorker {

    /**
     * Returns the name for people.
     *
     * @return a few words
     */
    String name();

    /**
     * Returns how many orders it takes at once.
     *
     * @return the number, 1 or more; asked once
     */
    int slots();

    /**
     * Returns how long it may be silent on an order before the order is given to somebody else. Workers that may vanish without a
     * word keep it short.
     *
     * @return the time, ten seconds if the worker does not say; asked again and again
     */
    default Duration silence() {
        return Duration.ofSeconds(10);
    }

    /**
     * Opens one of the slots. Each has a thread of its own, on which the lane is used from opening to closing.
     *
     * @return the lane, to be closed by the caller
     */
    Lane openLane();

    /** One slot of a worker, which keeps what it opened for the order that follows. */
    @ConsumerType
    interface Lane extends AutoCloseable {

        /**
         * Makes a segment.
         *
         * @param order what
         * @param output takes it
         * @throws MediaException {@link MediaException.Reason#NO_ENCODER} if the encoder fails, another reason if something else
         *             does
         * @throws RenderException naming the clip that cannot be rendered
         * @throws org.reelbench.media.CancelledException when the output said so, within 200 ms
         */
        void make(SegmentOrder order, SegmentOutput output) throws MediaException, RenderException;

        /** Gives back what was opened, as nothing more is to be done for now. The lane stays usable. */
        void rest();

        /** Closes the lane. Closing twice is harmless. */
        @Override
        void close();
    }
}
