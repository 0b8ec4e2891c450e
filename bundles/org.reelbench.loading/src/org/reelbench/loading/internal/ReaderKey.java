package org.reelbench.loading.internal;

import java.util.List;

/** Which stream is read, and in what form: readers of one key can stand in for each other. */
sealed interface ReaderKey {

    /** The stream. */
    StreamKey stream();

    /**
     * A reader of pictures.
     *
     * @param stream the stream
     * @param decoderThreads how many threads decode
     */
    record Frames(StreamKey stream, int decoderThreads) implements ReaderKey {
    }

    /**
     * A reader of sound.
     *
     * @param stream the stream
     * @param sampleRateHz the rate it delivers
     * @param channels the channels picked out, counted from 1; empty for two of all
     */
    record Sound(StreamKey stream, int sampleRateHz, List<Integer> channels) implements ReaderKey {

        public Sound {
            channels = List.copyOf(channels);
        }
    }
}
