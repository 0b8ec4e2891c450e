package org.reelbench.playback;

import org.reelbench.render.MediaCatalog;
import org.reelbench.timeline.Sequence;

/**
 * What is looked at.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param sequence the snapshot
 * @param catalog its media and the sequences its clips show
 */
public record Scene(Sequence sequence, MediaCatalog catalog) {
}
