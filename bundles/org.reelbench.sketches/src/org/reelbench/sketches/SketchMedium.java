package org.reelbench.sketches;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.loading.Loadable;
import org.reelbench.media.StreamLook;

/**
 * A medium of which sketches are made.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param medium the medium
 * @param look how the stream is shown and how fast it runs; null if it is as the medium says
 */
public record SketchMedium(Loadable medium, @Nullable StreamLook look) {
}
