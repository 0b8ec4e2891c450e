package org.reelbench.render;

import org.osgi.annotation.versioning.ProviderType;
import org.reelbench.loading.LoadingSession;
import org.reelbench.timeline.Sequence;

/**
 * A service that opens renderers: the one pipeline behind viewer, preview and export.
 * <p>
 * For every thread. Opening is quick; media are opened when a frame needs them.
 *
 * <pre>{@code
 * try (VideoRenderer renderer = renderers.video(sequence, catalog);
 *         VideoFrame picture = renderer.frame(48, new Cancellation())) {
 *     show(picture);
 * }
 * }</pre>
 */
@ProviderType
public interface Renderers {

    /**
     * Opens a renderer of a sequence's picture.
     *
     * @param sequence the snapshot to render
     * @param catalog its media, and the sequences that its clips show
     * @return the renderer, to be closed by the caller
     * @throws IllegalArgumentException if a side of the sequence's picture is odd
     */
    VideoRenderer video(Sequence sequence, MediaCatalog catalog);

    /**
     * Opens a renderer of a sequence's sound.
     *
     * @param sequence the snapshot to render
     * @param catalog its media, and the sequences that its clips show
     * @return the renderer, to be closed by the caller
     */
    AudioRenderer audio(Sequence sequence, MediaCatalog catalog);

    /**
     * Opens a renderer of a sequence's picture that takes its readers from a session: what the session keeps loaded is there at
     * once, and goes on being there for the next renderer. By {@link #video(Sequence, MediaCatalog)} nothing stays open.
     *
     * @param sequence the snapshot to render
     * @param catalog its media, and the sequences that its clips show
     * @param session what has media loaded; stays open
     * @return the renderer, to be closed by the caller; a service that loads nothing opens media by itself, as this default does
     * @throws IllegalArgumentException if a side of the sequence's picture is odd
     */
    default VideoRenderer video(Sequence sequence, MediaCatalog catalog, LoadingSession session) {
        return video(sequence, catalog);
    }

    /**
     * Opens a renderer of a sequence's sound that takes its readers from a session.
     *
     * @param sequence the snapshot to render
     * @param catalog its media, and the sequences that its clips show
     * @param session what has media loaded; stays open
     * @return the renderer, to be closed by the caller; a service that loads nothing opens media by itself, as this default does
     */
    default AudioRenderer audio(Sequence sequence, MediaCatalog catalog, LoadingSession session) {
        return audio(sequence, catalog);
    }
}
