package org.reelbench.preview;

import org.osgi.annotation.versioning.ProviderType;

/**
 * One publication of a preview.
 * <p>
 * For every thread.
 * <p>
 * Whoever published it closes it. The addresses are gone at the latest when the last publication is closed.
 */
@ProviderType
public interface ServedPreview extends AutoCloseable {

    /**
     * Returns where the preview is.
     *
     * @return the addresses, which answer until this is closed, or the preview is
     */
    PreviewAddresses addresses();

    /** Ends the publication. Closing twice is harmless. Returns at once; what is being sent has a few seconds to come to its end. */
    @Override
    void close();
}
