package org.reelbench.media.ffmpeg.internal.compose;

import java.util.List;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.ComposerInput;
import org.reelbench.media.MediaException;

/** One step of a composition: some layers that lie next to each other are laid over what is below them. */
sealed interface Pass extends AutoCloseable permits GraphPass, PaintPass, StampPass {

    /** Returns the number of its lowest layer. */
    int firstLayer();

    /** Tells whether it needs what is below; if not, its lowest layer is the picture everything else is laid over. */
    boolean needsBelow();

    /**
     * Lays the layers.
     *
     * @param below what is below, which stays the caller's and unchanged; null if it is not needed
     * @param belowOutgoing what lies below the layer under the lowest one, if that is the outgoing side of its dissolve; else null
     * @param inputs what all layers of the composition bring
     * @return the result, to be freed by the caller
     * @throws MediaException if a layer cannot be laid
     */
    AVFrame run(@Nullable AVFrame below, @Nullable AVFrame belowOutgoing, List<ComposerInput> inputs) throws MediaException;

    /** Returns about how many bytes it holds between two frames, as was measured. */
    long heldBytes();

    /** Returns the step as text, for people. */
    String text();

    @Override
    void close();
}
