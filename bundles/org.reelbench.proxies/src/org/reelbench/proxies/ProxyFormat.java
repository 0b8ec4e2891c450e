package org.reelbench.proxies;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.Collections;

/**
 * A kind of proxy: how large it is, and how it is encoded. Pictures that are not higher than the format keep their size.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param name the name in settings and on the command line, such as {@code 540p}
 * @param version counts changes of what the format makes, so that proxies of an older one are made anew
 * @param heightPx the most lines, even, above 0
 * @param encoder the encoder's name; one that delivers a packet for each frame, in order
 * @param gopFrames the most frames from one sync sample to the next, above 0
 * @param bitsPerPixel what a pixel of a frame may cost on average
 * @param options the encoder's own options by name
 */
public record ProxyFormat(String name, int version, int heightPx, String encoder, int gopFrames, double bitsPerPixel,
        SortedMap<String, String> options) {

    private static final int SHORT_GOP = 12;
    private static final double SHORT_GOP_BITS = 0.17;
    private static final double INTRA_BITS = 0.42;

    /** The formats there are, the default first. */
    public static final List<ProxyFormat> ALL = List.of(
            new ProxyFormat("540p", 1, 540, "mpeg4", SHORT_GOP, SHORT_GOP_BITS, new TreeMap<>()),
            new ProxyFormat("720p", 1, 720, "mpeg4", SHORT_GOP, SHORT_GOP_BITS, new TreeMap<>()),
            new ProxyFormat("540p-intra", 1, 540, "mpeg4", 1, INTRA_BITS, new TreeMap<>()));

    /** Creates a format with a map of its own. */
    public ProxyFormat {
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }

    /**
     * Finds a format.
     *
     * @param name its name
     * @return the format, or empty if there is none of that name
     */
    public static Optional<ProxyFormat> named(String name) {
        return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
    }

    /**
     * Returns what tells proxies of this format from others of the same medium.
     *
     * @return name and version
     */
    public String id() {
        return name + "." + version;
    }
}
