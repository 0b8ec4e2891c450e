package org.reelbench.media;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A service that opens outputs for sound.
 * <p>
 * For every thread.
 *
 * <pre>{@code
 * try (AudioSink sink = sinks.open(48_000, 2)) {
 *     sink.start();
 *     sink.write(samples, 0, 4800);
 *     sink.drain();
 * }
 * }</pre>
 */
@ProviderType
public interface AudioSinks {

    /**
     * Opens the system's output, or a silent one that keeps the same time where there is no device. May take some hundred
     * milliseconds: not for the thread that paints.
     *
     * @param sampleRateHz samples a second and channel, above 0
     * @param channels how many channels, above 0
     * @return the sink, not started, to be closed by the caller
     */
    AudioSink open(int sampleRateHz, int channels);
}
