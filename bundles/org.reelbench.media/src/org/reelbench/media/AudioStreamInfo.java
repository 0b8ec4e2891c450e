package org.reelbench.media;

import org.reelbench.time.RationalTime;

/**
 * What is known of a stream of sound.
 *
 * @param index the stream's number
 * @param codec the codec's short name
 * @param sampleRateHz samples per second and channel
 * @param channels how many channels
 * @param start when the first sample is heard, counted from the start of the medium, after the encoder's priming
 * @param duration how long the stream is; zero where the container does not say
 */
public record AudioStreamInfo(int index, String codec, int sampleRateHz, int channels, RationalTime start, RationalTime duration)
        implements
            StreamInfo {
}
