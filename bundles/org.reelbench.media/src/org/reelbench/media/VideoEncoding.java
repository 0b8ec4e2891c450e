package org.reelbench.media;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

import org.reelbench.time.Rational;

/**
 * How pictures are to be encoded.
 *
 * @param encoder the encoder's name, for example {@code libopenh264}
 * @param widthPx the width of the frames, even where the codec asks so
 * @param heightPx the height of the frames
 * @param pixelFormat the format of the frames that are handed over; an encoder that does not take it converts them to the nearest
 *            format that it takes
 * @param color what the numbers of these frames mean; written into the stream, unless its codec knows one meaning only
 * @param timeBase the length of one tick of time stamps, in seconds; one over the rate where the rate is constant
 * @param frameRate frames per second, for the encoder's rate control; 0/1 where frames have no regular distance
 * @param gopFrames the most frames from one sync sample to the next, above 0
 * @param bitRate bits per second, or 0 to leave it to the options
 * @param threads how many threads the encoder may use, or 0 for as many as there are cores
 * @param options the encoder's own options by name; one it does not know is refused
 */
public record VideoEncoding(String encoder, int widthPx, int heightPx, PixelFormat pixelFormat, ColorDescription color,
        Rational timeBase, Rational frameRate, int gopFrames, long bitRate, int threads, SortedMap<String, String> options) {

    /** Creates the encoding with a map of its own. */
    public VideoEncoding {
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }
}
