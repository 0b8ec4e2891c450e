package org.reelbench.media.ffmpeg.internal.read;

import static org.reelbench.media.ffmpeg.internal.read.Bytes.chunk;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.join;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.littleInts;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.littleShorts;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.text;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.zeros;

/** AVI files with whatever one likes in their heads. */
final class AviFiles {

    private AviFiles() {
    }

    static byte[] file(byte[]... streams) {
        byte[] avih = chunk("avih", littleInts(40_000, 0, 0, 0x10, 3, 0, streams.length, 0, 160, 90, 0, 0, 0, 0));
        byte[] frame = chunk("00dc", zeros(500));
        return chunk("RIFF", text("AVI "), chunk("LIST", text("hdrl"), avih, join(streams)),
                chunk("LIST", text("movi"), frame, frame, frame));
    }

    static byte[] stream(String codec, int width, int height) {
        return stream(codec, width, height, 1, 25);
    }

    static byte[] stream(String codec, int width, int height, long scale, long rate) {
        byte[] strh = chunk("strh", text("vids"), text(codec), littleInts(0, 0, 0, scale, rate, 0, 3, 1000, -1, 0, 0, 0));
        byte[] strf = chunk("strf", littleInts(40, width, height), littleShorts(1, 24), text(codec), littleInts(0, 0, 0, 0, 0));
        return chunk("LIST", text("strl"), strh, strf);
    }
}
