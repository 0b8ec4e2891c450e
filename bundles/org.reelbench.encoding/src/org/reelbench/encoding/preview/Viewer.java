package org.reelbench.encoding.preview;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Somebody who looks at a preview: a window, or a player at the other end of a connection. What lies under and ahead of its
 * playhead is encoded first.
 * <p>
 * For every thread; quick, may be called for every frame.
 * <p>
 * Whoever opened it closes it; what nobody looks at is not encoded.
 */
@ProviderType
public interface Viewer extends AutoCloseable {

    /**
     * Says where the playhead is.
     *
     * @param frame the frame under it, 0 or more
     * @param playing whether it moves; ahead of a playhead that rests, little is encoded
     */
    void at(long frame, boolean playing);

    /**
     * Says what else is to be ready after that: the part of the sequence that is seen in a track view.
     *
     * @param fromFrame the first frame
     * @param toFrame the frame after the last; the same as the first for nothing
     */
    void visible(long fromFrame, long toFrame);

    /**
     * Says what may be wanted next, in place of what was said before; it stays so over edits until something else is said.
     *
     * @param expected what may come; {@link PreviewHint#NONE} for no guess
     */
    default void hint(PreviewHint expected) {
        // a guess binds nobody
    }

    /** Ends looking. Closing twice is harmless. */
    @Override
    void close();
}
