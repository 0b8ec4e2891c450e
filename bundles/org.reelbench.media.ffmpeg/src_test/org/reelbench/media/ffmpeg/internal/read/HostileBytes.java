package org.reelbench.media.ffmpeg.internal.read;

import static org.reelbench.media.ffmpeg.internal.read.Bytes.box;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.chunk;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.element;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.filled;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.find;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.hex;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.ints;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.join;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.littleInts;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.longs;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.patched;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.shorts;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.text;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.zeros;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.ffmpeg.fixtures.TestMedia;

/** Bytes that are no media at all, media that refer to other files or to themselves, and lengths that lie. */
final class HostileBytes {

    private final List<HostileCase> cases = new ArrayList<>();
    private final String file;
    private final String address;

    private HostileBytes(String file, String address) {
        this.file = file;
        this.address = address;
    }

    static List<HostileCase> cases(String file, String address) throws Exception {
        HostileBytes bytes = new HostileBytes(file, address);
        bytes.noMedia();
        bytes.references();
        bytes.lengths();
        return bytes.cases;
    }

    private void add(String kind, String name, byte[] bytes, Set<String> expected) {
        cases.add(HostileCase.file(kind, name, "film.mp4", bytes, expected));
    }

    private void noMedia() {
        add("no media", "nothing", zeros(0), HostileCase.only(Reason.EMPTY));
        Set<String> none = HostileCase.only(Reason.NOT_MEDIA);
        add("no media", "one byte", hex("01"), none);
        add("no media", "zeros", zeros(100_000), none);
        add("no media", "ones", filled(100_000, 0xFF), HostileCase.only(Reason.NOT_MEDIA, Reason.DAMAGED));
        add("no media", "a letter", text("Dear Sir or Madam,\n\nas agreed\n".repeat(300)), none);
        add("no media", "a letter in UTF-16", "Dear Sir or Madam\n".repeat(300).getBytes(StandardCharsets.UTF_16), none);
        add("no media", "a web page", text("<!doctype html><video src=\"" + address + "\"></video>"), none);
        add("no media", "a program", join(hex("7f454c4602010100"), zeros(60), filled(9000, 0x90)), none);
        add("no media", "a class", join(hex("cafebabe00000041"), filled(9000, 7)), none);
        add("no media", "an archive", join(hex("504b0304140000000800"), filled(9000, 0x55)), none);
        add("no media", "a compressed file", join(hex("1f8b0800000000000003"), filled(9000, 0xA3)), none);
        add("no media", "a document", text("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n".repeat(100)), none);
        Random random = new Random(20_260_102);
        for (int i = 0; i < 4; i++) {
            byte[] noise = new byte[80_000];
            random.nextBytes(noise);
            add("no media", "noise " + i, noise, none);
        }
    }

    private void reference(String name, byte[] bytes) {
        add("references", name, bytes, HostileCase.readOr(Reason.NOT_MEDIA, Reason.DAMAGED, Reason.UNSUPPORTED));
    }

    private byte[] linked(byte[] dref) {
        byte[] plain = Mp4Files.trak(1, zeros(0), 1000, Mp4Files.stbl(Mp4Files.tables(25, 10)));
        int at = find(plain, "dref", 0) - 4;
        byte[] old = java.util.Arrays.copyOfRange(plain, at, at + 28);
        // Every box around grows by as much.
        int grown = dref.length - old.length;
        byte[] bytes = join(java.util.Arrays.copyOf(plain, at), dref,
                java.util.Arrays.copyOfRange(plain, at + old.length, plain.length));
        for (String around : List.of("trak", "mdia", "minf", "dinf")) {
            int size = find(bytes, around, 0) - 4;
            bytes = patched(bytes, size, ints(java.nio.ByteBuffer.wrap(bytes).getInt(size) + grown));
        }
        return Mp4Files.file(bytes);
    }

    private void references() throws Exception {
        reference("MOV whose media lie in another file", linked(box("dref", ints(0, 1), box("url ", ints(0), text(
                "file://" + file + "\0")))));
        reference("MOV whose media lie on the network", linked(box("dref", ints(0, 1), box("url ", ints(0), text(
                address + "\0")))));
        reference("MOV with an alias",
                linked(box("dref", ints(0, 1), box("alis", ints(0, 0), zeros(150), text(file), zeros(50)))));
        reference("MOV that names other films", join(Mp4Files.FTYP, box("moov", box("rmra", box("rmda", box("rdrf", ints(0),
                text("url "), ints(file.length() + 1), text(file + "\0")))))));
        reference("Matroska that goes on in another file", MkvFiles.file(element("1549A966", element("2AD7B1", longs(1_000_000)),
                element("73A4", filled(16, 1)), element("3EB923", filled(16, 2)), element("3E83BB", text(file)),
                element("3C83AB", text(file))), MkvFiles.tracks(MkvFiles.track(1, "V_MJPEG", 160, 90)), MkvFiles.cluster(0, 1)));
        reference("Matroska with chapters of another file", MkvFiles.file(MkvFiles.info(1_000_000), element("1043A770",
                element("45B9", element("45DD", hex("01")),
                        element("B6", element("73C4", hex("01")), element("6E67", filled(16, 2)),
                                element("91", hex("00"))))),
                MkvFiles.tracks(MkvFiles.track(1, "V_MJPEG", 160, 90)), MkvFiles.cluster(0, 1)));
        reference("Matroska whose table of contents names itself", MkvFiles.file(element("114D9B74", element("4DBB",
                element("53AB", hex("114D9B74")), element("53AC", longs(0))))));
        reference("AVI whose index is its own entry", aviLoop());
        reference("TIFF whose directory is the next one", join(text("II"), hex("2a00"), littleInts(8), hex("0100"),
                hex("0001 0300"), littleInts(1, 16), littleInts(8)));
        reference("TIFF whose directory is inside itself", join(text("II"), hex("2a00"), littleInts(8), hex("0200"),
                hex("0001 0300"), littleInts(1, 16), hex("6987 0400"), littleInts(1, 8), littleInts(0)));
        byte[] jpeg = BytesSource.read(TestMedia.pictures("still.jpg", 9, "30", 1, "-q:v 2"));
        byte[] exif = join(text("Exif\0\0II"), hex("2a00"), littleInts(8), hex("0100"), hex("6987 0400"), littleInts(1, 8),
                littleInts(8));
        reference("JPEG whose description describes itself", join(java.util.Arrays.copyOf(jpeg, 2), hex("ffe1"),
                shorts(exif.length + 2), exif, java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length)));
        reference("MP4 box that is its own parent", join(Mp4Files.FTYP, box("moov", Mp4Files.mvhd(1000), ints(8), text("trak"),
                ints(0), text("trak"))));
        reference("WAV with a list in a list", join(text("RIFF"), littleInts(500), text("WAVE"), chunk("LIST", text("INFO"),
                chunk("LIST", text("INFO"), chunk("LIST", text("INFO"), text(file))))));
        reference("ASF of pieces that name an address", join(hex("3026b2758e66cf11a6d900aa0062ce6c"), littleInts(5000, 0, 1),
                hex("0102"), text(address), zeros(5000)));
    }

    private static byte[] aviLoop() {
        byte[] strl = AviFiles.stream("MJPG", 160, 90);
        byte[] indx = chunk("indx", hex("0400 00 00"), littleInts(2), text("00dc"), zeros(12), littleInts(12, 0, 100, 3),
                littleInts(12, 0, 100, 3));
        byte[] both = join(strl, indx);
        byte[] file = AviFiles.file(patched(both, 4, littleInts(both.length - 8)));
        int at = find(file, "indx", 0);
        return patched(patched(file, at + 32, littleInts(at)), at + 48, littleInts(at));
    }

    private void lie(String name, byte[] bytes) {
        add("lengths that lie", name, bytes, HostileCase.readOr(Reason.NOT_MEDIA, Reason.DAMAGED, Reason.UNSUPPORTED));
    }

    private void lengths() throws Exception {
        byte[] mp4 = BytesSource.read(TestMedia.pictures("fast.mp4", 7, "25", 25,
                "-c:v libx264 -preset fast -g 25 -movflags +faststart"));
        for (long size : new long[] { 0, 1, 7, 0x7FFFFFFF, 0xFFFFFFFFL }) {
            lie("MP4 index of " + size + " bytes", patched(mp4, find(mp4, "moov", 0) - 4, ints(size)));
        }
        for (String table : List.of("stsz", "stco", "stts", "stsd", "ctts", "avcC")) {
            lie("MP4 table " + table + " of 4 GB", patched(mp4, find(mp4, table, 0) - 4, ints(0xFFFFFFFFL)));
        }
        for (String table : List.of("stsz", "stco", "stts", "stsc")) {
            int at = find(mp4, table, 0) + (table.equals("stsz") ? 12 : 8);
            lie("MP4 table " + table + " of 2^32 entries", patched(mp4, at, ints(0xFFFFFFFFL)));
        }
        byte[] mkv = BytesSource.read(TestMedia.pictures("lie.mkv", 7, "25", 25, "-c:v libx264 -preset fast -g 25"));
        for (Map.Entry<String, String> id : Map.of("tracks", "1654ae6b", "cluster", "1f43b675", "info", "1549a966").entrySet()) {
            int at = find(mkv, new String(hex(id.getValue()), StandardCharsets.ISO_8859_1), 0) + 4;
            lie("Matroska " + id.getKey() + " without end", patched(mkv, at, hex("01ffffffffffffff")));
            lie("Matroska " + id.getKey() + " of 2^55 bytes", patched(mkv, at, hex("017fffffffffffff")));
        }
        byte[] png = BytesSource.read(TestMedia.pictures("still.png", 9, "30", 1, "-c:v png -pix_fmt rgba"));
        lie("PNG piece of 2 GB", patched(png, find(png, "IDAT", 0) - 4, ints(Integer.MAX_VALUE)));
        lie("ID3 tag of 256 MB", join(text("ID3"), hex("0400007f7f7f7f"), zeros(1000)));
        lie("FLV tag of 16 MB", join(text("FLV"), hex("0105000000090000000009ffffff000000000000001702"), zeros(1000)));
        lie("FLAC block of 16 MB", join(text("fLaC"), hex("00ffffff"), zeros(1000)));
        lie("WAV of minus one byte", join(text("RIFF"), littleInts(-1), text("WAVEfmt "), littleInts(-1), zeros(1000)));
    }
}
