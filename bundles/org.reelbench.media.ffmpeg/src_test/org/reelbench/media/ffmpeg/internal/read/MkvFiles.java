package org.reelbench.media.ffmpeg.internal.read;

import static org.reelbench.media.ffmpeg.internal.read.Bytes.element;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.hex;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.join;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.longs;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.text;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.zeros;

/** Matroska files with whatever one likes in them. */
final class MkvFiles {

    static final byte[] EBML = element("1A45DFA3", element("4282", text("matroska")), element("4287", hex("04")),
            element("4285", hex("02")));

    private MkvFiles() {
    }

    static byte[] file(byte[]... parts) {
        return join(EBML, element("18538067", join(parts)));
    }

    /** The scale is nanoseconds a tick. */
    static byte[] info(long scaleNs) {
        return element("1549A966", element("2AD7B1", longs(scaleNs)));
    }

    static byte[] tracks(byte[]... entries) {
        return element("1654AE6B", join(entries));
    }

    static byte[] track(int number, String codec, long width, long height, byte[]... more) {
        return element("AE", element("D7", longs(number)), element("73C5", longs(number)), element("83", hex("01")),
                element("86", text(codec)), element("E0", element("B0", longs(width)), element("BA", longs(height))),
                join(more));
    }

    static byte[] sound(int number, String codec, byte[] rate, long channels) {
        return element("AE", element("D7", longs(number)), element("73C5", longs(number)), element("83", hex("02")),
                element("86", text(codec)), element("E1", element("B5", rate), element("9F", longs(channels)),
                        element("6264", hex("10"))));
    }

    /** A cluster with one key picture of a track. */
    static byte[] cluster(long timecode, int track) {
        return element("1F43B675", element("E7", longs(timecode)),
                element("A3", new byte[] { (byte) (0x80 | track), 0, 0, (byte) 0x80 }, zeros(500)));
    }
}
