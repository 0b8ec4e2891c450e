package org.reelbench.encoding.internal.preview;

import org.reelbench.encoding.preview.Preview;
import org.reelbench.render.MediaCatalog;
import org.reelbench.timeline.Sequence;

/** A service within this bundle that opens previews which nobody finds and nobody is told of: films take their pictures. */
public interface PrivatePreviews {

    /**
     * Opens a preview that is in no list.
     *
     * @param sequence the snapshot
     * @param catalog its media
     * @return the preview, to be closed by the caller
     */
    Preview openPrivately(Sequence sequence, MediaCatalog catalog);
}
