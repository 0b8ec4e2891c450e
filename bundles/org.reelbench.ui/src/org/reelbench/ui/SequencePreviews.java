package org.reelbench.ui;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A service that has the sequence in the window encoded in the background, and tells every {@link PreviewBar} how far that is. It is
 * there as long as something encodes previews.
 * <p>
 * For every thread; nothing waits.
 */
@ProviderType
public interface SequencePreviews {

    /**
     * Says which part of the sequence is seen in the tracks: what lies there is encoded after what lies under and ahead of the
     * playhead, and told of.
     *
     * @param fromFrame the first frame
     * @param toFrame the frame after the last
     */
    void seen(long fromFrame, long toFrame);
}
