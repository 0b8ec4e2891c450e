package org.reelbench.encoding.preview;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.reelbench.render.MediaCatalog;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

/**
 * A service that previews sequences as segments, which are encoded once whoever asks and wherever they move.
 * <p>
 * For every thread. Holds no media open while nobody looks.
 *
 * <pre>{@code
 * Preview preview = previews.open(sequence, catalog);
 * Viewer viewer = preview.viewer();
 * viewer.at(250, true);
 * PreviewSegment segment = preview.revision().pictures(250, 251).getFirst();
 * SegmentBytes bytes = preview.revision().open(segment);
 * }</pre>
 */
@ProviderType
public interface PreviewService {

    /**
     * Opens the preview of a sequence.
     *
     * @param sequence the snapshot to begin with
     * @param catalog its media and the sequences it shows
     * @return the preview, to be closed by the caller
     */
    Preview open(Sequence sequence, MediaCatalog catalog);

    /**
     * Returns the previews that are open.
     *
     * @return a snapshot, in the order in which they were opened
     */
    List<Preview> previews();

    /**
     * Finds the preview of a sequence.
     *
     * @param sequence the sequence's id
     * @return the one opened last, or empty if none is open
     */
    Optional<Preview> preview(Id sequence);

    /**
     * Tells what is being done.
     *
     * @return the figures now; none of a service that does not count
     */
    default PreviewWork work() {
        return PreviewWork.NONE;
    }

    /**
     * Finds an init segment.
     *
     * @param initId its id, as the status of a segment names it
     * @return the init segment, or empty if no segment that needs it was made or asked for since the service began
     */
    Optional<InitSegment> init(String initId);

    /**
     * Opens a segment that is ready, whichever sequence it is of.
     *
     * @param id its id
     * @return the bytes, to be closed by the caller; or empty if it is not in the cache
     * @throws IOException if the cache cannot be read
     */
    Optional<SegmentBytes> kept(String id) throws IOException;

    /**
     * Tells whether the computer runs on its battery, so that little should be asked for. May read a file.
     *
     * @return true if it does; false if it does not, or that is not known
     */
    default boolean isOnBattery() {
        return false;
    }
}
