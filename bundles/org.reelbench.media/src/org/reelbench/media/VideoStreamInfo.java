package org.reelbench.media;

import java.util.Optional;

import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/**
 * What is known of a stream of pictures.
 *
 * @param index the stream's number
 * @param codec the codec's short name
 * @param picture the shape of its pictures, as coded
 * @param frameRate the rate the container states or that was measured; empty where frames have no regular distance
 * @param start when the first frame is shown, counted from the start of the medium
 * @param duration how long the stream is; zero where the container does not say
 * @param still true for a picture file: one frame, shown for ever
 * @param rotationDegrees how far a player turns the picture clockwise: 0, 90, 180 or 270
 * @param pixelAspect the width of a pixel as coded divided by its height, above 0; 1 where the container does not say
 */
public record VideoStreamInfo(int index, String codec, PictureFormat picture, Optional<FrameRate> frameRate, RationalTime start,
        RationalTime duration, boolean still, int rotationDegrees, Rational pixelAspect) implements StreamInfo {

    /**
     * Creates the description of pictures with square pixels.
     *
     * @param index the stream's number
     * @param codec the codec's short name
     * @param picture the shape of its pictures, as coded
     * @param frameRate the rate, or empty
     * @param start when the first frame is shown
     * @param duration how long the stream is, or zero
     * @param still whether it is a picture file
     * @param rotationDegrees how far a player turns the picture clockwise
     */
    public VideoStreamInfo(int index, String codec, PictureFormat picture, Optional<FrameRate> frameRate, RationalTime start,
            RationalTime duration, boolean still, int rotationDegrees) {
        this(index, codec, picture, frameRate, start, duration, still, rotationDegrees, Rational.ONE);
    }
}
