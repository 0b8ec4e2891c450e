package org.reelbench.capture.internal.mp4;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what stands before the first fragment of a recording, whoever's hands the file went through. */
final class LayoutReader {

    private static final int FILE_TYPE = FragmentHead.code("ftyp");
    private static final int RESERVED = FragmentHead.code("free");
    private static final int MOVIE = FragmentHead.code("moov");
    private static final int LARGEST_HEAD_BYTES = 1 << 20;
    private static final int ID_BYTES = 16;

    private LayoutReader() {
    }

    /** Tells whether the reserved bytes have become the head of the media: the recording is finished. */
    static boolean isFinished(FileChannel channel) throws IOException {
        long at = reservedAt(channel);
        ByteBuffer head = read(channel, at, GrowingFilm.RESERVED_BYTES);
        return head.getInt(4) == FragmentHead.MEDIA_DATA && head.getInt(0) == 1 && at + head.getLong(8) < channel.size();
    }

    /**
     * Reads the layout.
     *
     * @throws IllegalArgumentException if this is no recording of ours
     * @throws IOException if the file cannot be read
     */
    static Layout read(FileChannel channel) throws IOException {
        long reserved = reservedAt(channel);
        ByteBuffer head = read(channel, reserved, GrowingFilm.RESERVED_BYTES);
        int type = head.getInt(4);
        if (type == MOVIE) {
            throw new IllegalArgumentException("its tables are in front already");
        }
        if (type != FragmentHead.MEDIA_DATA && (type != RESERVED || head.getInt(0) != GrowingFilm.RESERVED_BYTES)) {
            throw new IllegalArgumentException("it is no recording of this program");
        }
        long moovAt = reserved + GrowingFilm.RESERVED_BYTES;
        ByteBuffer moov = box(channel, moovAt, MOVIE);
        List<Track> tracks = new ArrayList<>();
        for (ByteBuffer trak : FragmentHead.children(moov, FragmentHead.code("trak"))) {
            tracks.add(track(trak));
        }
        for (int i = 0; i < tracks.size(); i++) {
            if (tracks.get(i).id() != i + 1) {
                throw new IllegalArgumentException("its tracks are numbered by another program");
            }
        }
        return new Layout(reserved, tracks, notes(moov), moovAt + FragmentHead.HEAD_BYTES + moov.capacity());
    }

    static long reservedAt(FileChannel channel) throws IOException {
        ByteBuffer head = read(channel, 0, FragmentHead.HEAD_BYTES);
        int size = head.getInt(0);
        if (head.getInt(4) != FILE_TYPE || size < FragmentHead.HEAD_BYTES || size > LARGEST_HEAD_BYTES) {
            throw new IllegalArgumentException("it does not begin as an MP4 file");
        }
        return size;
    }

    private static Track track(ByteBuffer trak) {
        ByteBuffer head = path(trak, "tkhd");
        ByteBuffer media = path(trak, "mdia", "mdhd");
        boolean video = path(trak, "mdia", "hdlr").getInt(8) == FragmentHead.code("vide");
        ByteBuffer description = path(trak, "mdia", "minf", "stbl", "stsd");
        byte[] entry = new byte[description.getInt(8)];
        description.position(8).get(entry);
        List<ByteBuffer> edits = FragmentHead.children(trak, FragmentHead.code("edts"));
        int lead = edits.isEmpty() ? 0 : (int) path(edits.getFirst(), "elst").getLong(16);
        return new Track(head.getInt(20), media.getInt(20), video, lead, head.getInt(88) >>> 16, head.getInt(92) >>> 16, entry);
    }

    private static ByteBuffer path(ByteBuffer from, String... types) {
        ByteBuffer at = from;
        for (String type : types) {
            List<ByteBuffer> found = FragmentHead.children(at, FragmentHead.code(type));
            if (found.size() != 1) {
                throw new IllegalArgumentException("its head has no " + type);
            }
            at = found.getFirst();
        }
        return at;
    }

    private static FilmNotes notes(ByteBuffer moov) {
        for (ByteBuffer box : FragmentHead.children(moov, FragmentHead.code("uuid"))) {
            if (isNotes(box)) {
                return FilmNotes.parse(noteText(box));
            }
        }
        throw new IllegalArgumentException("it is no recording of this program");
    }

    static boolean isNotes(ByteBuffer body) {
        return body.remaining() >= ID_BYTES && body.getLong(0) == MovieWriter.NOTES.getMostSignificantBits()
                && body.getLong(8) == MovieWriter.NOTES.getLeastSignificantBits();
    }

    static String noteText(ByteBuffer body) {
        return StandardCharsets.UTF_8.decode(body.slice(ID_BYTES, body.capacity() - ID_BYTES)).toString();
    }

    /** Reads the body of a box. */
    static ByteBuffer box(FileChannel channel, long at, int type) throws IOException {
        ByteBuffer head = read(channel, at, FragmentHead.HEAD_BYTES);
        int size = head.getInt(0);
        if (head.getInt(4) != type || size < FragmentHead.HEAD_BYTES || size > LARGEST_HEAD_BYTES) {
            throw new IllegalArgumentException("it is no recording of this program");
        }
        return read(channel, at + FragmentHead.HEAD_BYTES, size - FragmentHead.HEAD_BYTES);
    }

    static ByteBuffer read(FileChannel channel, long at, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, at + bytes.position()) < 0) {
                throw new EOFException("the file ends within its head");
            }
        }
        return bytes.flip();
    }
}
