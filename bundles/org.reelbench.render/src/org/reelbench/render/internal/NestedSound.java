package org.reelbench.render.internal;

import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.render.RenderException;

/** The sound of a nested sequence: its own mix, at the rate of the outer one. */
final class NestedSound implements Sound {

    private final String name;
    private final PcmMix mix;

    NestedSound(String name, PcmMix mix) {
        this.name = name;
        this.mix = mix;
    }

    @Override
    public void read(long firstSample, float[][] channels, int offset, int count, Cancellation cancellation)
            throws MediaException {
        try {
            mix.read(firstSample, channels, offset, count, cancellation);
        } catch (RenderException e) {
            throw new MediaException(e.media().reason(), "sequence '" + name + "'", e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        mix.close();
    }
}
