package org.reelbench.encoding.preview;

import java.util.List;

import org.osgi.annotation.versioning.ProviderType;
import org.reelbench.media.Cancellation;
import org.reelbench.render.MediaCatalog;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

/**
 * The preview of one sequence, which follows its edits.
 * <p>
 * For every thread.
 * <p>
 * Whoever opened it closes it.
 */
@ProviderType
public interface Preview extends AutoCloseable {

    /**
     * Returns which sequence.
     *
     * @return the sequence's id
     */
    Id sequenceId();

    /**
     * Shows another snapshot. Segments that it shares with any before are there at once; others are wanted when no other snapshot
     * came for 50 ms, so that a gesture under way encodes nothing.
     *
     * @param sequence the snapshot
     * @param catalog its media and the sequences it shows
     * @return the new revision
     */
    PreviewRevision show(Sequence sequence, MediaCatalog catalog);

    /**
     * Returns what is shown now.
     *
     * @return the latest revision
     */
    PreviewRevision revision();

    /**
     * Adds somebody who looks.
     *
     * @return the viewer at frame 0, to be closed by the caller
     */
    Viewer viewer();

    /**
     * Tells a listener what happens from now on.
     *
     * @param listener who is told
     * @return ends it when closed
     */
    Registration listen(PreviewListener listener);

    /**
     * Renders segments that are ready once more and compares each with what is kept.
     *
     * @param count how many at most, chosen at random
     * @param seed what chooses them
     * @param cancellation asks to stop
     * @return what was found for each, those that differ are thrown away
     */
    List<AuditedSegment> audit(int count, long seed, Cancellation cancellation);

    /** Ends the preview; its segments stay in the cache. Closing twice is harmless. */
    @Override
    void close();

    /** Something that goes on until it is closed. */
    @FunctionalInterface
    interface Registration extends AutoCloseable {

        /** Ends it. Closing twice is harmless. */
        @Override
        void close();
    }
}
