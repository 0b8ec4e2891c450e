package org.reelbench.media;

import java.util.List;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Puts the layers of one composition together, frame by frame.
 * <p>
 * One thread at a time. Frames may be asked in any order; each depends on its inputs alone. Effects that are
 * {@linkplain EffectReach#isFed() fed} depend on all frames the composer got: whoever uses them begins a composer where they
 * begin to remember, and composes every frame once, in order.
 * <p>
 * Whoever opened the composer closes it. Composed frames live on.
 */
@ProviderType
public interface Composer extends AutoCloseable {

    /**
     * Returns what is composed.
     *
     * @return the composition the composer was opened with
     */
    Composition composition();

    /**
     * Composes one frame.
     *
     * @param frame the number of the frame in the sequence, which becomes its time
     * @param inputs one for each layer, bottom first
     * @return the composed frame in {@link Canvas#picture()}, to be closed by the caller
     * @throws MediaException {@link MediaException.Reason#EFFECT} if an effect fails, {@link MediaException.Reason#UNSUPPORTED} if
     *             a frame's shape is not the one its layer names
     */
    VideoFrame compose(long frame, List<ComposerInput> inputs) throws MediaException;

    /**
     * Goes on with other values of the effects, if it can do so at little cost: animated values change with every frame. Frames
     * composed from then on are those that a composer opened anew would compose.
     *
     * @param other the composition to go on with
     * @return true if it did; false if {@code other} differs in more than the values of effects, or an effect does not change
     *         while it runs: then the composer goes on with what it had, and one is to be opened for the other
     * @throws MediaException {@link MediaException.Reason#EFFECT} if an effect refuses its values; likewise
     */
    default boolean adjust(Composition other) throws MediaException {
        return false;
    }

    /**
     * Returns the filter graph as text, for people.
     *
     * @return the graph
     */
    String graph();

    /**
     * Returns about how much memory the composer holds while it is open, for the ledger: pictures between its steps, and what its
     * filters need.
     *
     * @return the number of bytes, the same as long as it is open; 0 if it is not known, as by default
     */
    default long heldBytes() {
        return 0;
    }

    /** Closes the composer. Closing twice is harmless. */
    @Override
    void close();
}
