package org.reelbench.media.ffmpeg.internal.read;

import static org.reelbench.media.ffmpeg.internal.read.Bytes.find;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.hex;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.ints;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.join;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.littleInts;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.littleShorts;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.longs;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.patched;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.shorts;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.text;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.zeros;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.ffmpeg.fixtures.TestMedia;

/** Heads that promise pictures too large to hold, more streams than anybody cuts, or codecs nobody has looked at for years. */
final class HostileHeads {

    private static final byte[] NO_EDITS = {};

    private final List<HostileCase> cases = new ArrayList<>();

    private HostileHeads() {
    }

    static List<HostileCase> cases() throws IOException {
        HostileHeads heads = new HostileHeads();
        heads.hugePictures();
        heads.manyStreams();
        heads.rareCodecs();
        return heads.cases;
    }

    private void add(String kind, String name, byte[] bytes, Set<String> expected) {
        cases.add(HostileCase.file(kind, name, "film", bytes, expected));
    }

    private static byte[] still(String name, String arguments) throws IOException {
        return BytesSource.read(TestMedia.pictures(name, 9, "30", 1, arguments));
    }

    private void huge(String name, byte[] bytes) {
        add("huge pictures", name, bytes, HostileCase.only(Reason.UNSUPPORTED, Reason.DAMAGED, Reason.NOT_MEDIA));
    }

    private void hugePictures() throws IOException {
        byte[] png = still("still.png", "-c:v png -pix_fmt rgba");
        huge("PNG of 28,672 pixels a side", patched(png, 16, ints(28_672, 28_672)));
        huge("PNG of 20,000 by 10", patched(png, 16, ints(20_000, 10)));
        huge("PNG of 2,147,483,647 pixels a side", patched(png, 16, ints(Integer.MAX_VALUE, Integer.MAX_VALUE)));
        byte[] jpeg = still("still.jpg", "-q:v 2");
        int frame = find(jpeg, "\u00ff\u00c0", 0);
        huge("JPEG of 65,500 pixels a side", patched(jpeg, frame + 5, shorts(65_500, 65_500)));
        huge("BMP of 100,000 pixels a side", patched(still("still.bmp", "-q:v 2"), 18, littleInts(100_000, 100_000)));
        huge("GIF of 65,535 pixels a side", patched(still("still.gif", "-c:v gif"), 6, littleShorts(65_535, 65_535)));
        huge("PPM of 60,000 pixels a side", join(text("P6 60000 60000 255\n"), zeros(5000)));
        huge("PGM of 3,000,000,000 pixels", join(text("P5 3000000000 1 255\n"), zeros(5000)));
        huge("QOI of 50,000 pixels a side", join(text("qoif"), ints(50_000, 50_000), hex("0400"), zeros(5000)));
        huge("PSD of 30,000 pixels a side",
                join(text("8BPS"), shorts(1), zeros(6), shorts(3), ints(30_000, 30_000), shorts(8, 3), zeros(5000)));
        huge("YUV4MPEG of 40,000 pixels a side", join(text("YUV4MPEG2 W40000 H40000 F25:1\nFRAME\n"), zeros(9000)));
        huge("YUV4MPEG of negative size", join(text("YUV4MPEG2 W-160 H-90 F25:1\nFRAME\n"), zeros(9000)));
        huge("AVI of 65,000 pixels a side", AviFiles.file(AviFiles.stream("MJPG", 65_000, 65_000)));
        huge("Matroska of 4,000,000,000 pixels a side", MkvFiles.file(MkvFiles.info(1_000_000),
                MkvFiles.tracks(MkvFiles.track(1, "V_VP9", 4_000_000_000L, 4_000_000_000L)), MkvFiles.cluster(0, 1)));
        byte[] film = BytesSource.read(TestMedia.pictures("whole.mp4", 7, "30", 60,
                "-c:v libx264 -preset fast -pix_fmt yuv420p -bf 3 -g 30"));
        huge("IVF of 65,535 pixels a side", join(text("DKIF"), littleShorts(0, 32), text("VP80"), littleShorts(65_535, 65_535),
                littleInts(25, 1, 3, 0), littleInts(10, 0, 0), hex("300000 9d012a ffff ffff")));
        add("huge pictures", "MP4 whose head lies beside an honest stream",
                patched(film, find(film, "avc1", 100) + 28, shorts(60_000, 60_000)),
                HostileCase.readOr(Reason.UNSUPPORTED, Reason.DAMAGED));
    }

    private void many(String name, byte[] bytes, Reason... reasons) {
        add("many streams", name, bytes, HostileCase.readOr(reasons));
    }

    private static byte[] mp4(int tracks) {
        return Mp4Files.file(IntStream.range(0, tracks)
                .mapToObj(i -> Mp4Files.trak(i + 1, NO_EDITS, 1000, Mp4Files.stbl(Mp4Files.tables(25, 10))))
                .toArray(byte[][]::new));
    }

    private static byte[] mkv(int tracks) {
        return MkvFiles.file(MkvFiles.info(1_000_000), MkvFiles.tracks(IntStream.range(0, tracks)
                .mapToObj(i -> MkvFiles.track(i + 1, "V_MPEG4/ISO/ASP", 160, 90)).toArray(byte[][]::new)),
                MkvFiles.cluster(0, 1));
    }

    private static byte[] avi(int streams) {
        return AviFiles.file(IntStream.range(0, streams).mapToObj(_ -> AviFiles.stream("MJPG", 160, 90)).toArray(byte[][]::new));
    }

    private static byte[] ogg(int streams) {
        return join(IntStream.range(0, streams)
                .mapToObj(i -> join(text("OggS"), hex("0002"), zeros(8), littleInts(i, 0, 0), hex("011e"), hex("01"),
                        text("vorbis"), littleInts(0), hex("02"), littleInts(48_000, 0, 0, 0), hex("b801")))
                .toArray(byte[][]::new));
    }

    private void manyStreams() {
        for (int count : new int[] { 65, 1000, 20_000 }) {
            many("MP4 of " + count + " tracks", mp4(count), Reason.DAMAGED, Reason.NOT_MEDIA);
            many("Matroska of " + count + " tracks", mkv(count), Reason.DAMAGED, Reason.NOT_MEDIA);
            many("AVI of " + count + " streams", avi(count), Reason.DAMAGED, Reason.NOT_MEDIA);
            many("Ogg of " + count + " streams", ogg(count), Reason.DAMAGED, Reason.NOT_MEDIA);
        }
        for (long channels : new long[] { 0, 255, 65_535, 4_000_000_000L }) {
            many("Matroska sound of " + channels + " channels", MkvFiles.file(MkvFiles.info(1_000_000),
                    MkvFiles.tracks(MkvFiles.sound(1, "A_PCM/INT/LIT", longs(Double.doubleToLongBits(48_000)), channels)),
                    MkvFiles.cluster(0, 1)), Reason.DAMAGED, Reason.NOT_MEDIA, Reason.UNSUPPORTED);
        }
    }

    private void rareCodecs() {
        for (String codec : List.of("IV50", "IV41", "LOCO", "ZMBV", "CSCD", "MSZH", "ZLIB", "KMVC", "TSCC", "WNV1", "VCR1",
                "ULTI", "zzz9")) {
            add("rare codecs", codec, AviFiles.file(AviFiles.stream(codec, 160, 90)), HostileCase.only(Reason.NO_DECODER));
        }
    }
}
