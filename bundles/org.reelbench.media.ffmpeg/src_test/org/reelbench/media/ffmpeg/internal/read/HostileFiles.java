package org.reelbench.media.ffmpeg.internal.read;

import static org.reelbench.media.ffmpeg.internal.read.Bytes.box;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.hex;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.ints;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.join;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.littleInts;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.littleShorts;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.text;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.zeros;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.reelbench.media.FileByteSource;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.ffmpeg.fixtures.TestMedia;

/** Names in the file system that are no ordinary files, and files larger than any disk. */
final class HostileFiles {

    private static final long LARGE_BYTES = 1L << 40;

    private final List<HostileCase> cases = new ArrayList<>();

    private HostileFiles() {
    }

    static List<HostileCase> cases(boolean deep) throws IOException {
        HostileFiles files = new HostileFiles();
        files.special();
        files.sparse(deep);
        return files.cases;
    }

    /** Puts something into a folder. */
    @FunctionalInterface
    private interface Thing {

        Path in(Path folder) throws Exception;
    }

    private void special(String name, Reason reason, Thing thing) {
        cases.add(new HostileCase("special files", name, folder -> FileByteSource.open(thing.in(folder)),
                HostileCase.only(reason)));
    }

    private static Path pipe(Path path) throws Exception {
        if (new ProcessBuilder("mkfifo", path.toString()).start().waitFor() != 0) {
            throw new IOException("no pipe at " + path);
        }
        return path;
    }

    private static Path socket(Path path) throws IOException {
        try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.bind(UnixDomainSocketAddress.of(path));
        }
        return path;
    }

    private void special() {
        special("a pipe", Reason.UNREADABLE, folder -> pipe(folder.resolve("film.mp4")));
        special("a link to a pipe", Reason.UNREADABLE,
                folder -> Files.createSymbolicLink(folder.resolve("link.mp4"), pipe(folder.resolve("film.mp4"))));
        special("a folder", Reason.UNREADABLE, folder -> Files.createDirectory(folder.resolve("film.mp4")));
        special("a link to a folder", Reason.UNREADABLE, folder -> Files.createSymbolicLink(folder.resolve("link.mp4"), folder));
        special("a link to itself", Reason.UNREADABLE,
                folder -> Files.createSymbolicLink(folder.resolve("film.mp4"), folder.resolve("film.mp4")));
        special("a link to nothing", Reason.MISSING,
                folder -> Files.createSymbolicLink(folder.resolve("film.mp4"), folder.resolve("gone.mp4")));
        special("a socket", Reason.UNREADABLE, folder -> socket(folder.resolve("s")));
        special("zeros without end", Reason.UNREADABLE, _ -> Path.of("/dev/zero"));
        special("noise without end", Reason.UNREADABLE, _ -> Path.of("/dev/urandom"));
        special("the empty device", Reason.UNREADABLE, _ -> Path.of("/dev/null"));
        special("a terminal", Reason.UNREADABLE, _ -> Path.of("/dev/ptmx"));
        special("nothing", Reason.MISSING, folder -> folder.resolve("film.mp4"));
        special("a file taken for a folder", Reason.MISSING,
                folder -> Files.createFile(folder.resolve("film.mp4")).resolve("film.mp4"));
        special("a name that is too long", Reason.UNREADABLE, folder -> folder.resolve("x".repeat(300)));
        special("a file the system makes up", Reason.EMPTY, _ -> Path.of("/proc/self/status"));
    }

    private void sparse(String name, byte[] head, Set<String> expected) {
        cases.add(new HostileCase("sparse files of a terabyte", name, folder -> {
            Path file = folder.resolve("film");
            try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
                sparse.write(head);
                sparse.setLength(LARGE_BYTES);
            }
            return FileByteSource.open(file);
        }, expected));
    }

    private static byte[] head(String name, String arguments) throws IOException {
        byte[] whole = BytesSource.read(TestMedia.pictures(name, 7, "25", 50, arguments));
        return Arrays.copyOf(whole, Math.min(whole.length, 50_000));
    }

    private void sparse(boolean deep) throws IOException {
        Set<String> nothing = HostileCase.only(Reason.NOT_MEDIA, Reason.DAMAGED);
        Set<String> any = HostileCase.readOr(Reason.NOT_MEDIA, Reason.DAMAGED, Reason.UNREADABLE);
        sparse("zeros", zeros(0), HostileCase.only(Reason.NOT_MEDIA));
        sparse("MP4 without an index", join(Mp4Files.FTYP, ints(1), text("mdat"), Bytes.longs(LARGE_BYTES - 32)), nothing);
        sparse("MP4 with zeros for boxes", Mp4Files.FTYP, nothing);
        sparse("MP4 with an index first", Mp4Files.file(Mp4Files.trak(1, zeros(0), 1000, Mp4Files.stbl(Mp4Files.tables(25, 10)))),
                any);
        sparse("Matroska", head("whole.mkv", "-c:v libx264 -preset fast -g 25"), any);
        sparse("a transport stream", head("sparse.ts", "-c:v libx264 -preset fast -g 25"), any);
        sparse("a programme stream", head("sparse.mpg", "-c:v mpeg2video -g 12"), any);
        sparse("PNG", BytesSource.read(TestMedia.pictures("still.png", 9, "30", 1, "-c:v png -pix_fmt rgba")), any);
        sparse("WAV", join(text("RIFF"), littleInts(-1), text("WAVEfmt "), littleInts(16), littleShorts(1, 2),
                littleInts(48_000, 192_000), littleShorts(4, 16), text("data"), littleInts(-1)), any);
        sparse("MP3 behind a tag", join(text("ID3"), hex("0400007f7f7f7f"), zeros(100)), any);
        sparse("YUV4MPEG", text("YUV4MPEG2 W160 H90 F25:1\nFRAME\n"), any);
        sparse("boxes in a row", join(Mp4Files.FTYP, box("free", zeros(100)), box("skip", zeros(100))), nothing);
        // These take their time to be given up.
        if (deep) {
            sparse("AVI", head("sparse.avi", "-c:v mjpeg"), any);
            sparse("FLV", head("sparse.flv", "-c:v libx264 -preset fast -g 25"), any);
            sparse("bare H.264", head("sparse.h264", "-c:v libx264 -preset fast -g 25"), any);
        }
    }
}
