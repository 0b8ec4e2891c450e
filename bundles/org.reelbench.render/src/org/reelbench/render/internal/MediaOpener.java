package org.reelbench.render.internal;

import java.util.List;

import org.reelbench.loading.Loadable;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.PcmReader;

/** Opens streams of media for a renderer. For every thread. */
public interface MediaOpener {

    /**
     * Opens a stream of pictures.
     *
     * @param medium the medium
     * @param streamIndex the stream
     * @param decoderThreads how many threads may decode
     * @param cancellation asks to stop
     * @return the reader, to be closed by the caller
     * @throws MediaException if it cannot be opened
     */
    FrameReader frames(Loadable medium, int streamIndex, int decoderThreads, Cancellation cancellation) throws MediaException;

    /**
     * Opens a stream of sound.
     *
     * @param medium the medium
     * @param streamIndex the stream
     * @param sampleRateHz the rate the reader delivers
     * @param channels the one or two channels picked out, counted from 1; empty for all of them, mixed down to two
     * @param cancellation asks to stop
     * @return the reader, to be closed by the caller
     * @throws MediaException if it cannot be opened
     */
    PcmReader sound(Loadable medium, int streamIndex, int sampleRateHz, List<Integer> channels, Cancellation cancellation)
            throws MediaException;
}
