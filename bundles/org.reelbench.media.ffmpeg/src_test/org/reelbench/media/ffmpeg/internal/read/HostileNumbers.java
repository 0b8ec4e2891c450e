package org.reelbench.media.ffmpeg.internal.read;

import static org.reelbench.media.ffmpeg.internal.read.Bytes.box;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.hex;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.ints;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.join;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.littleInts;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.littleShorts;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.longs;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.text;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.zeros;
import static org.reelbench.media.ffmpeg.internal.read.Mp4Files.edts;
import static org.reelbench.media.ffmpeg.internal.read.Mp4Files.fragmented;
import static org.reelbench.media.ffmpeg.internal.read.Mp4Files.moof;
import static org.reelbench.media.ffmpeg.internal.read.Mp4Files.mvex;
import static org.reelbench.media.ffmpeg.internal.read.Mp4Files.stbl;
import static org.reelbench.media.ffmpeg.internal.read.Mp4Files.tables;
import static org.reelbench.media.ffmpeg.internal.read.Mp4Files.trak;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.Deflater;

import org.reelbench.media.MediaException.Reason;

/** A few bytes that stand for gigabytes or hours, and clocks beyond all sense. */
final class HostileNumbers {

    private static final byte[] NO_EDITS = {};
    private static final Reason[] NOTHING_IN_IT = { Reason.DAMAGED, Reason.NOT_MEDIA };

    private final List<HostileCase> cases = new ArrayList<>();

    private HostileNumbers() {
    }

    static List<HostileCase> cases() throws IOException {
        HostileNumbers numbers = new HostileNumbers();
        numbers.indexes();
        numbers.clocks();
        return numbers.cases;
    }

    private void bomb(String name, byte[] bytes, Reason... reasons) {
        cases.add(HostileCase.file("bombs", name, "film.mp4", bytes, HostileCase.only(reasons)));
    }

    private static byte[] run(long track, long... samples) {
        byte[][] fragments = Arrays.stream(samples).mapToObj(count -> moof(track, count)).toArray(byte[][]::new);
        return fragmented(trak(track, NO_EDITS, 1000, stbl()), mvex(track), join(fragments));
    }

    private void indexes() {
        bomb("20 million samples in 60 bytes", Mp4Files.file(trak(1, NO_EDITS, 1000, stbl(tables(20_000_000, 1)))),
                Reason.DAMAGED);
        bomb("20 million samples of no bytes", Mp4Files.file(trak(1, NO_EDITS, 1000, stbl(tables(20_000_000, 0)))),
                Reason.DAMAGED);
        bomb("4 thousand million samples", Mp4Files.file(trak(1, NO_EDITS, 1000, stbl(tables(0xFFFFFFFFL, 1)))),
                Reason.DAMAGED);
        bomb("20 tracks of 5 million samples", Mp4Files.file(IntStream.range(1, 21)
                .mapToObj(i -> trak(i, NO_EDITS, 1000, stbl(tables(5_000_000, 1)))).toArray(byte[][]::new)), Reason.DAMAGED);
        bomb("10,000 edits of everything", Mp4Files.file(trak(1, edts(10_000, 10_000, 0), 1000, stbl(tables(10_000, 1)))),
                Reason.DAMAGED);
        bomb("10,000 edits of samples without length", Mp4Files.file(trak(1, edts(10_000, 1, 0), 1000, stbl(
                box("stts", ints(0, 1, 10_000, 0)), box("stsc", ints(0, 1, 1, 10_000, 1)), box("stsz", ints(0, 1, 10_000)),
                box("stco", ints(0, 1, 1000))))), Reason.DAMAGED);
        bomb("10,000 short edits", Mp4Files.file(trak(1, edts(10_000, 10, 0), 1000, stbl(tables(1000, 1)))), NOTHING_IN_IT);
        bomb("a fragment of 24 million samples", run(1, 24_000_000), Reason.DAMAGED);
        bomb("a fragment of 4 thousand million samples", run(1, 0xFFFFFFFFL), Reason.DAMAGED);
        bomb("100 fragments of a million samples", run(1, IntStream.range(0, 100).mapToLong(_ -> 1_000_000).toArray()),
                Reason.DAMAGED);
        bomb("three fragments of a negative track", run(-5, 10, 10, 10), Reason.DAMAGED);
        bomb("a compressed index",
                join(Mp4Files.FTYP, box("moov", box("cmov", box("dcom", text("zlib")), box("cmvd", ints(1 << 30), zeros(100))))),
                Reason.UNSUPPORTED);
        byte[] deep = zeros(0);
        for (int i = 0; i < 2000; i++) {
            deep = box(i % 2 == 0 ? "udta" : "meta", deep);
        }
        bomb("2,000 boxes in each other", Mp4Files.file(deep), NOTHING_IN_IT);
        bomb("200,000 empty boxes", Mp4Files.file(join(IntStream.range(0, 200_000).mapToObj(_ -> box("udta"))
                .toArray(byte[][]::new))), NOTHING_IN_IT);
        bomb("Matroska with an element of 2^55 bytes",
                join(MkvFiles.EBML, hex("18538067 01ffffffffffffff 1654ae6b 017fffffffffffff")),
                NOTHING_IN_IT);
        bomb("PNG text that unpacks to gigabytes", pngBomb(), Reason.DAMAGED);
    }

    /** A compressed colour profile of zeros without end. */
    private static byte[] pngBomb() {
        byte[] packed = new byte[1 << 20];
        int count;
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            deflater.setInput(new byte[200 << 20]);
            deflater.finish();
            count = deflater.deflate(packed);
        }
        byte[] profile = join(text("p\0\0"), Arrays.copyOf(packed, count));
        return join(hex("89504e470d0a1a0a"), ints(13), text("IHDR"), ints(16, 16), hex("0806000000"), ints(0),
                ints(profile.length), text("iCCP"), profile, ints(0), ints(0), text("IEND"), ints(0));
    }

    private void clock(String name, byte[] bytes) {
        cases.add(HostileCase.file("clocks", name, "film", bytes,
                HostileCase.readOr(Reason.DAMAGED, Reason.NOT_MEDIA, Reason.UNSUPPORTED)));
    }

    private static byte[] sound(int rateHz) {
        return join(text("RIFF"), littleInts(2036), text("WAVEfmt "), littleInts(16), littleShorts(1, 1),
                littleInts(rateHz, rateHz),
                littleShorts(2, 16), text("data"), littleInts(2000), zeros(2000));
    }

    /** An honest file whose numbers behind a box's name are others. */
    private void patched(String name, byte[] honest, String box, int offset, byte[] number) {
        clock(name, Bytes.patched(honest, Bytes.find(honest, box, 0) + offset, number));
    }

    private void patchedClocks() throws IOException {
        byte[] film = HostileDamage.honest().get("fast.mp4");
        for (long number : new long[] { 0, 1, Integer.MAX_VALUE, 0xFFFFFFFFL }) {
            patched("MP4 of " + number + " ticks a second", film, "mdhd", 16, ints(number));
            patched("MP4 of " + number + " edit ticks a second", film, "mvhd", 16, ints(number));
            patched("MP4 with pictures of " + number + " ticks", film, "stts", 16, ints(number));
            patched("MP4 shown " + number + " ticks later", film, "ctts", 16, ints(number));
            patched("MP4 edited from " + number, film, "elst", 16, ints(number));
        }
        byte[] matroska = HostileDamage.honest().get("d.mkv");
        for (String number : List.of("000000", "000001", "ffffff")) {
            patched("Matroska with ticks of " + number + " ns", matroska, "\u002a\u00d7\u00b1", 4, hex(number));
        }
        byte[] fragments = HostileDamage.honest().get("fragments.mp4");
        for (long number : new long[] { Long.MIN_VALUE, -1, 1L << 62, Long.MAX_VALUE }) {
            patched("MP4 fragments from " + number, fragments, "tfdt", 8, longs(number));
        }
    }

    private void clocks() throws IOException {
        patchedClocks();
        clock("MP4 with no ticks a second", Mp4Files.file(trak(1, NO_EDITS, 0, stbl(tables(25, 10)))));
        clock("MP4 with 4 thousand million ticks a second", Mp4Files.file(trak(1, NO_EDITS, 0xFFFFFFFFL, stbl(tables(25, 10)))));
        clock("MP4 fragment at 2^63", fragmented(trak(1, NO_EDITS, 1000, stbl()), mvex(1),
                moof(1, box("tfdt", ints(1L << 24), longs(Long.MAX_VALUE)), 10), box("mdat", zeros(100))));
        clock("MP4 fragment before time began", fragmented(trak(1, NO_EDITS, 1000, stbl()), mvex(1),
                moof(1, box("tfdt", ints(1L << 24), longs(Long.MIN_VALUE)), 10), box("mdat", zeros(100))));
        clock("MP4 edit at 2^63", Mp4Files.file(trak(1, box("edts", box("elst", ints(1L << 24, 1), longs(Long.MAX_VALUE,
                Long.MAX_VALUE), ints(65_536))), 1000, stbl(tables(25, 10)))));
        clock("MP4 edit before time began", Mp4Files.file(trak(1, box("edts", box("elst", ints(1L << 24, 1), longs(
                Long.MIN_VALUE, Long.MIN_VALUE), ints(65_536))), 1000, stbl(tables(25, 10)))));
        clock("Matroska with ticks of centuries", MkvFiles.file(MkvFiles.info(Long.MAX_VALUE),
                MkvFiles.tracks(MkvFiles.track(1, "V_MJPEG", 16, 16)), MkvFiles.cluster(Long.MAX_VALUE, 1)));
        clock("AVI with no rate", AviFiles.file(AviFiles.stream("MJPG", 160, 90, 0, 0)));
        clock("AVI with a rate of 4 thousand million", AviFiles.file(AviFiles.stream("MJPG", 160, 90, 1, 0xFFFFFFFFL)));
        clock("YUV4MPEG with no rate", join(text("YUV4MPEG2 W16 H16 F0:0\nFRAME\n"), zeros(384)));
        clock("WAV with no rate", sound(0));
        clock("WAV with a rate of 2 thousand million", sound(Integer.MAX_VALUE));
        clock("WAV with a negative rate", sound(-48_000));
        clock("Matroska sound at no rate at all", MkvFiles.file(MkvFiles.info(1_000_000), MkvFiles.tracks(
                MkvFiles.sound(1, "A_PCM/INT/LIT", longs(Double.doubleToLongBits(Double.NaN)), 2)), MkvFiles.cluster(0, 1)));
    }
}
