package org.reelbench.preview;

import org.osgi.annotation.versioning.ProviderType;
import org.reelbench.timeline.Id;

/**
 * A service that knows the addresses of previews. All previews that are open are served; there is nothing to publish.
 * <p>
 * For every thread. Present while the server listens.
 *
 * <pre>{@code
 * Preview preview = previews.open(sequence, catalog);
 * URI page = publication.addresses(preview.sequenceId()).page();
 * }</pre>
 */
@ProviderType
public interface PreviewPublication {

    /**
     * Returns where a sequence's preview is. Waits for the moment between the start of the server and its first answer.
     *
     * @param sequence the sequence's id
     * @return the addresses, which answer for as long as a preview of that sequence is open
     */
    PreviewAddresses addresses(Id sequence);
}
