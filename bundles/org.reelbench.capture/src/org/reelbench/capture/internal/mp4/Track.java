package org.reelbench.capture.internal.mp4;

import org.reelbench.media.AudioEncoding;
import org.reelbench.media.CodecParameters;
import org.reelbench.media.VideoEncoding;
import org.reelbench.time.Rational;

/**
 * One track of a recording.
 *
 * @param id its number in the file, from 1
 * @param ticksPerSecond its time scale
 * @param video true for pictures, false for sound
 * @param leadTicks how much of its beginning is the encoder's run-up and not to be played
 * @param widthPx the width of pictures, else 0
 * @param heightPx the height of pictures, else 0
 * @param description its sample entry, a whole box
 */
public record Track(int id, int ticksPerSecond, boolean video, int leadTicks, int widthPx, int heightPx, byte[] description) {

    /**
     * Describes a track of H.264.
     *
     * @param id its number
     * @param parameters what the encoder says; its time base is one over the time scale
     * @return the track
     */
    public static Track pictures(int id, CodecParameters parameters) {
        VideoEncoding encoding = parameters.video();
        if (encoding == null) {
            throw new IllegalArgumentException("a track of pictures has parameters of pictures");
        }
        return new Track(id, scale(parameters), true, 0, encoding.widthPx(), encoding.heightPx(),
                SampleEntries.avc(encoding, parameters.extraData()));
    }

    /**
     * Describes a track of AAC.
     *
     * @param id its number
     * @param parameters what the encoder says
     * @return the track
     */
    public static Track sound(int id, CodecParameters parameters) {
        AudioEncoding encoding = parameters.audio();
        if (encoding == null) {
            throw new IllegalArgumentException("a track of sound has parameters of sound");
        }
        return new Track(id, scale(parameters), false, parameters.initialPaddingSamples(), 0, 0,
                SampleEntries.aac(encoding, parameters.extraData()));
    }

    private static int scale(CodecParameters parameters) {
        Rational scale = parameters.timeBase().inverted();
        return Math.toIntExact(scale.round());
    }

    /** Returns microseconds for ticks. */
    long us(long ticks) {
        return Math.multiplyHigh(ticks, 1_000_000L) == 0
                ? ticks * 1_000_000L / ticksPerSecond
                : ticks / ticksPerSecond * 1_000_000L;
    }
}
