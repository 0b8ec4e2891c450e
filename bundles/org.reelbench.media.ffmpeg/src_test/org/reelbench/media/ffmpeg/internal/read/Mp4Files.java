package org.reelbench.media.ffmpeg.internal.read;

import static org.reelbench.media.ffmpeg.internal.read.Bytes.box;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.find;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.ints;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.join;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.longs;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.patched;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.shorts;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.text;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.zeros;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** MP4 files with a box of one's choice in each place; what is not chosen is harmless. */
final class Mp4Files {

    static final byte[] FTYP = box("ftyp", text("isom"), ints(512), text("isomiso2mp41"));
    private static final byte[] MATRIX = ints(65_536, 0, 0, 0, 65_536, 0, 0, 0, 1 << 30);

    private Mp4Files() {
    }

    /** A file with an index and some bytes of media. */
    static byte[] file(byte[]... tracks) {
        return join(FTYP, box("moov", mvhd(1000), join(tracks)), box("mdat", zeros(1000)));
    }

    /** A fragmented file. */
    static byte[] fragmented(byte[] trak, byte[] mvex, byte[]... fragments) {
        return join(FTYP, box("moov", mvhd(1000), trak, mvex), join(fragments));
    }

    static byte[] mvhd(long timeScale) {
        return box("mvhd", ints(0, 0, 0, timeScale, 1000, 65_536, 256L << 16, 0, 0), MATRIX, zeros(24), ints(2));
    }

    static byte[] tkhd(long id) {
        return box("tkhd", ints(3, 0, 0, id, 0, 1000, 0, 0, 0, 0), MATRIX, ints(160L << 16, 90L << 16));
    }

    /** A track of pictures. */
    static byte[] trak(long id, byte[] edts, long timeScale, byte[] stbl) {
        return box("trak", tkhd(id), edts, box("mdia", box("mdhd", ints(0, 0, 0, timeScale, 1000, 0)),
                box("hdlr", ints(0, 0), text("vide"), zeros(13)),
                box("minf", box("vmhd", zeros(12)), box("dinf", box("dref", ints(0, 1), box("url ", ints(1)))), stbl)));
    }

    static byte[] stbl(byte[]... tables) {
        return box("stbl", stsd("mp4v", 160, 90), join(tables));
    }

    static byte[] stsd(String codec, int width, int height) {
        return box("stsd", ints(0, 1), box(codec, ints(0, 1, 0, 0, 0, 0), shorts(width, height), ints(0x480000, 0x480000, 0),
                shorts(1), zeros(32), shorts(24, -1)));
    }

    /** One entry each: all samples of one length, in one chunk, of one size. */
    static byte[] tables(long samples, long sizeBytes) {
        return join(box("stts", ints(0, 1, samples, 1)), box("stsc", ints(0, 1, 1, samples, 1)),
                box("stsz", ints(0, sizeBytes, samples)), box("stco", ints(0, 1, 1000)));
    }

    /** An edit list of equal entries. */
    static byte[] edts(int count, long duration, long mediaTime) {
        byte[][] entries = new byte[count][];
        Arrays.fill(entries, ints(duration, mediaTime, 65_536));
        return box("edts", box("elst", ints(0, count), join(entries)));
    }

    static byte[] mvex(long track) {
        return box("mvex", box("trex", ints(0, track, 1, 1, 10, 0)));
    }

    /** A fragment whose run holds samples of the default size and length. */
    static byte[] moof(long track, long samples) {
        return moof(track, box("tfdt", ints(1L << 24), longs(0)), samples);
    }

    static byte[] moof(long track, byte[] tfdt, long samples) {
        return box("moof", box("mfhd", ints(0, 1)),
                box("traf", box("tfhd", ints(0x020000, track)), tfdt, box("trun", ints(0, samples))));
    }

    /**
     * A copy of an honest film of one track, its index at the end, with another edit list.
     *
     * @param film the film
     * @param edits where each edit begins in the media and how long it is, in seconds; a negative beginning shows nothing
     * @return the copy
     */
    static byte[] withEdits(byte[] film, double[][] edits) {
        ByteBuffer numbers = ByteBuffer.wrap(film);
        int moov = find(film, "moov", 0) - 4;
        long movieTicks = Integer.toUnsignedLong(numbers.getInt(find(film, "mvhd", moov) + 16));
        long mediaTicks = Integer.toUnsignedLong(numbers.getInt(find(film, "mdhd", moov) + 16));
        byte[][] entries = new byte[edits.length][];
        for (int i = 0; i < edits.length; i++) {
            entries[i] = ints(Math.round(edits[i][1] * movieTicks), edits[i][0] < 0 ? -1 : Math.round(edits[i][0] * mediaTicks),
                    65_536);
        }
        byte[] edts = box("edts", box("elst", ints(0, edits.length), join(entries)));
        int old = find(film, "edts", moov) - 4;
        int oldBytes = numbers.getInt(old);
        byte[] edited = join(Arrays.copyOf(film, old), edts, Arrays.copyOfRange(film, old + oldBytes, film.length));
        for (String around : List.of("moov", "trak")) {
            int size = find(edited, around, moov) - 4;
            edited = patched(edited, size, ints(ByteBuffer.wrap(edited).getInt(size) + edts.length - oldBytes));
        }
        return edited;
    }
}
