package org.reelbench.loading;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A service that opens media when somebody sees or hears them, and closes them when nobody does.
 * <p>
 * For every thread. Opening a session is quick and opens no medium.
 *
 * <pre>{@code
 * try (LoadingSession session = loading.open("viewer", Purpose.VIEW)) {
 *     session.update(demandsAround(playhead));
 *     try (FrameReader frames = session.frames(medium, 0, 1, cancellation)) {
 *         show(frames.frameAt(time, cancellation));
 *     }
 * }
 * }</pre>
 */
@ProviderType
public interface Loading {

    /**
     * Opens a session.
     *
     * @param label for what, for people: the name of the view or of the film
     * @param purpose what media are loaded for
     * @return the session, to be closed by the caller
     */
    LoadingSession open(String label, Purpose purpose);
}
