package org.reelbench.media;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How sound is to be encoded.
 *
 * @param encoder the encoder's name, for example {@code aac}
 * @param sampleRateHz samples per second and channel
 * @param channels 1 or 2
 * @param bitRate bits per second, or 0 where the codec has none
 * @param options the encoder's own options by name; one it does not know is refused
 */
public record AudioEncoding(String encoder, int sampleRateHz, int channels, long bitRate, SortedMap<String, String> options) {

    /** Creates the encoding with a map of its own. */
    public AudioEncoding {
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }
}
