package org.reelbench.media;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.time.Rational;

/**
 * What a muxer must know of an encoded stream.
 *
 * @param codec the codec's short name, for example {@code h264}
 * @param timeBase the length of one tick of the packets' time stamps, in seconds
 * @param extraData the codec's own header, which belongs to the container; empty where there is none; not to be changed
 * @param video the encoding, for pictures, else null; its pixel format is the one that was encoded
 * @param audio the encoding, for sound, else null
 * @param frameSamples samples a packet and channel where that is fixed, for sound, else 0
 * @param initialPaddingSamples how many samples the encoder put before the first one it was given
 * @param profile the codec's own number of its profile, or {@link #NO_PROFILE}
 * @param codecTag the four characters by which containers tell apart flavours of the codec, as a little-endian number; 0 where the
 *            container knows by itself
 */
public record CodecParameters(String codec, Rational timeBase, byte[] extraData, @Nullable VideoEncoding video,
        @Nullable AudioEncoding audio, int frameSamples, int initialPaddingSamples, int profile, int codecTag) {

    /** The encoder does not say which profile of its codec it follows. */
    public static final int NO_PROFILE = -99;

    /**
     * Describes a stream of a codec that has but one flavour.
     *
     * @param codec the codec's short name
     * @param timeBase the length of one tick, in seconds
     * @param extraData the codec's own header, empty where there is none
     * @param video the encoding, for pictures, else null
     * @param audio the encoding, for sound, else null
     * @param frameSamples samples a packet and channel where that is fixed, for sound, else 0
     * @param initialPaddingSamples how many samples the encoder put before the first one it was given
     */
    public CodecParameters(String codec, Rational timeBase, byte[] extraData, @Nullable VideoEncoding video,
            @Nullable AudioEncoding audio, int frameSamples, int initialPaddingSamples) {
        this(codec, timeBase, extraData, video, audio, frameSamples, initialPaddingSamples, NO_PROFILE, 0);
    }
}
