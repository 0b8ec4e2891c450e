package org.reelbench.ui.viewer.internal.picture;

import org.reelbench.render.MediaCatalog;
import org.reelbench.timeline.Sequence;

/**
 * What is looked at.
 *
 * @param sequence the snapshot
 * @param catalog its media and the sequences its clips show
 */
public record Scene(Sequence sequence, MediaCatalog catalog) {
}
