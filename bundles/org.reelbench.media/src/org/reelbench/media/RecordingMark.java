package org.reelbench.media;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which recording a film says it is: the id that the recorder wrote into it when it began, and that stays while it grows, when it is
 * finished, and when its tables are moved.
 * <p>
 * Without state, safe for every thread.
 * <p>
 * It is the first line of a {@code uuid} box in {@code moov} (ISO/IEC 14496-12).
 */
public final class RecordingMark {

    /** The type of the box. */
    public static final UUID BOX = UUID.fromString("7b1d1c9e-52a5-4a0f-9d46-2f6f0a3c8e11");

    private static final Pattern LINE = Pattern.compile("media ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\n");
    private static final int MOVIE = 0x6D6F6F76;
    private static final int MARK = 0x75756964;
    private static final int HEAD_BYTES = 8;
    private static final int LONG_HEAD_BYTES = 16;
    private static final int TEXT_BYTES = 43;
    /** Films have few boxes; a file that has more is none of ours. */
    private static final int MOST_BOXES = 32;

    private RecordingMark() {
    }

    /**
     * Reads the mark. Costs a few reads of some bytes each, however long the film.
     *
     * @param source the bytes of any file; stays open
     * @return the id of the recording, or empty if the film is none of this program's recordings
     * @throws IOException if the bytes cannot be read
     */
    public static Optional<UUID> of(ByteSource source) throws IOException {
        long end = source.sizeBytes();
        Optional<Box> movie = find(source, 0, end, MOVIE);
        Optional<Box> mark = movie.isEmpty() ? movie : find(source, movie.get().bodyAt, movie.get().end, MARK);
        if (mark.isEmpty() || mark.get().end - mark.get().bodyAt < LONG_HEAD_BYTES + TEXT_BYTES) {
            return Optional.empty();
        }
        ByteBuffer body = read(source, mark.get().bodyAt, LONG_HEAD_BYTES + TEXT_BYTES);
        if (!new UUID(body.getLong(), body.getLong()).equals(BOX)) {
            return Optional.empty();
        }
        Matcher line = LINE.matcher(StandardCharsets.US_ASCII.decode(body));
        return line.matches() ? Optional.of(UUID.fromString(line.group(1))) : Optional.empty();
    }

    /** The body of a box. */
    private record Box(long bodyAt, long end) {
    }

    private static Optional<Box> find(ByteSource source, long from, long end, int wanted) throws IOException {
        long at = from;
        for (int i = 0; i < MOST_BOXES && end - at >= HEAD_BYTES; i++) {
            ByteBuffer head = read(source, at, (int) Math.min(LONG_HEAD_BYTES, end - at));
            long bytes = Integer.toUnsignedLong(head.getInt(0));
            int headBytes = HEAD_BYTES;
            if (bytes == 1 && head.limit() == LONG_HEAD_BYTES) {
                headBytes = LONG_HEAD_BYTES;
                bytes = head.getLong(HEAD_BYTES);
            }
            if (bytes < headBytes || bytes > end - at) {
                return Optional.empty();
            }
            if (head.getInt(Integer.BYTES) == wanted) {
                return Optional.of(new Box(at + headBytes, at + bytes));
            }
            at += bytes;
        }
        return Optional.empty();
    }

    private static ByteBuffer read(ByteSource source, long at, int count) throws IOException {
        byte[] bytes = new byte[count];
        int filled = 0;
        while (filled < count) {
            int read = source.read(at + filled, MemorySegment.ofArray(bytes).asSlice(filled));
            if (read < 0) {
                throw new IOException(source.name() + " became shorter while it was read");
            }
            filled += read;
        }
        return ByteBuffer.wrap(bytes);
    }
}
