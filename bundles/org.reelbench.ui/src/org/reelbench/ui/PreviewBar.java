package org.reelbench.ui;

import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A service that shows how far the previews of the sequence are.
 * <p>
 * Always told on the UI thread, some times a second at most.
 */
@ConsumerType
@FunctionalInterface
public interface PreviewBar {

    /**
     * Shows other states in place of those before.
     *
     * @param stretches in order, none over another; empty when nothing encodes previews any more
     */
    void show(List<PreviewStretch> stretches);
}
