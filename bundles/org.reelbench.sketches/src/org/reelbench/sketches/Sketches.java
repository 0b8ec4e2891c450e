package org.reelbench.sketches;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A service that makes small pictures of clips and outlines of their sound, and keeps them: the latest in memory within a budget, more
 * on disk by the medium's fingerprint.
 * <p>
 * For every thread. Sketches are made one after the other by a thread of the lowest priority, which steps aside for whatever people
 * wait for.
 *
 * <pre>{@code
 * SketchView view = sketches.open(() -> redrawSoon());
 * …
 * view.begin();
 * view.thumbnail(source, time, SketchView.step(apart)).ifPresent(picture -> paint(picture));
 * view.end();
 * }</pre>
 */
@ProviderType
public interface Sketches {

    /**
     * Opens a view.
     *
     * @param changed runs on the service's thread when something was made that the last painting missed; must be quick
     * @return the view, to be closed by the caller
     */
    SketchView open(Runnable changed);
}
