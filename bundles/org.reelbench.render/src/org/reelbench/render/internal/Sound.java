package org.reelbench.render.internal;

import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;

/** Where the samples of a part come from, at the rate of the mix. One thread at a time; owns what it opened. */
interface Sound extends AutoCloseable {

    /** Reads samples, silence where there are none; the samples of a range are the same however it is cut into calls. */
    void read(long firstSample, float[][] channels, int offset, int count, Cancellation cancellation) throws MediaException;

    @Override
    void close();
}
