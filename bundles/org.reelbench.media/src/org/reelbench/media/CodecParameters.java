package org.reelbench.media;

import org.reelbench.time.Rational;

/**
 * What a muxer must know of an encoded stream.
 *
 * @param codec the codec's short name, for example {@code h264}
 * @param timeBase the length of one tick of the packets' time stamps, in seconds
 * @param extraData the codec's own header, which belongs to the container; empty where there is none; not to be changed
 * @param video the encoding, for pictures, else null
 * @param audio the encoding, for sound, else null
 * @param frameSamples samples a packet and channel where that is fixed, for sound, else 0
 * @param initialPaddingSamples how many samples the encoder put before the first one it was given
 */
public record CodecParameters(String codec, Rational timeBase, byte[] extraData,
        @org.eclipse.jdt.annotation.Nullable VideoEncoding video, @org.eclipse.jdt.annotation.Nullable AudioEncoding audio,
        int frameSamples, int initialPaddingSamples) {
}
