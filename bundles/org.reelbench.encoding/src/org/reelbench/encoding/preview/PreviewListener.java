package org.reelbench.encoding.preview;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A service that is told what becomes of previews; also handed to {@link Preview#listen} for one of them.
 * <p>
 * Called on threads that encode: it returns at once and asks nothing of the preview that waits.
 */
@ConsumerType
public interface PreviewListener {

    /**
     * Another snapshot is shown.
     *
     * @param preview the preview
     * @param revision what it shows now
     */
    default void revised(Preview preview, PreviewRevision revision) {
        // for those who care
    }

    /**
     * A segment has another state, or more of it can be read.
     *
     * @param preview the preview; a segment that several show is told for each
     * @param id the segment's id
     * @param status how far it is
     */
    default void changed(Preview preview, String id, SegmentStatus status) {
        if (status.state() == SegmentState.READY) {
            onSegmentReady(preview, id);
        }
    }

    /**
     * A segment is whole and was checked.
     *
     * @param preview the preview
     * @param id the segment's id
     */
    default void onSegmentReady(Preview preview, String id) {
        // for those who care
    }
}
