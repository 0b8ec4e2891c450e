package org.reelbench.proxies.internal.disk;

import java.nio.file.Path;
import java.util.Properties;

import org.reelbench.time.RationalTime;

/**
 * A proxy that is whole, as its description says.
 *
 * @param file the film
 * @param format the id of its format
 * @param frames how many frames it has
 * @param firstTime when the medium shows its first frame, which the film shows at its start
 * @param bytes the film's size
 * @param content the film's own fingerprint
 */
public record ProxyFile(Path file, String format, long frames, RationalTime firstTime, long bytes, String content) {

    private static final String VERSION = "1";

    /** Reads a description. */
    static ProxyFile of(Path film, Properties text) {
        if (!VERSION.equals(text.getProperty("version"))) {
            throw new IllegalArgumentException("this is no description of a proxy of version " + VERSION);
        }
        return new ProxyFile(film, member(text, "format"), Long.parseLong(member(text, "frames")),
                RationalTime.parse(member(text, "firstTime")), Long.parseLong(member(text, "bytes")), member(text, "content"));
    }

    private static String member(Properties text, String name) {
        String value = text.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("the description has no " + name);
        }
        return value;
    }

    /** Returns the description; the fingerprint of what it stands for is for people. */
    Properties text(String fingerprint) {
        Properties text = new Properties();
        text.setProperty("version", VERSION);
        text.setProperty("medium", fingerprint);
        text.setProperty("format", format);
        text.setProperty("frames", Long.toString(frames));
        text.setProperty("firstTime", firstTime.toString());
        text.setProperty("bytes", Long.toString(bytes));
        text.setProperty("content", content);
        return text;
    }
}
