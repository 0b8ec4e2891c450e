package org.reelbench.media.ffmpeg.internal.read;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import org.reelbench.media.Cancellation;

/** Looks at the outermost boxes of an MP4 or MOV file, to say what is wrong with one that FFmpeg refuses. */
final class Mp4Boxes {

    private static final int HEADER_BYTES = 16;
    private static final int SHORT_HEADER_BYTES = 8;
    private static final int MAX_BOXES = 1000;
    private static final Set<String> FIRST = Set.of("ftyp", "mdat", "wide", "free", "skip", "moov");

    private Mp4Boxes() {
    }

    /** Whether the bytes begin like MP4 and end without the box that says where the samples are. */
    static boolean lacksIndex(AttendedBytes source, Cancellation cancellation) {
        try {
            long size = source.sizeBytes(cancellation);
            long position = 0;
            for (int box = 0; box < MAX_BOXES && position < size; box++) {
                ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
                if (source.read(position, MemorySegment.ofBuffer(header), cancellation) < SHORT_HEADER_BYTES) {
                    break;
                }
                String type = new String(header.array(), 4, 4, StandardCharsets.US_ASCII);
                if (type.equals("moov") || box == 0 && !FIRST.contains(type)) {
                    return false;
                }
                long length = Integer.toUnsignedLong(header.getInt(0));
                length = length == 1 ? header.getLong(SHORT_HEADER_BYTES) : length;
                if (length < SHORT_HEADER_BYTES) {
                    break;
                }
                position += length;
            }
            return true;
        } catch (IOException e) {
            // The caller has an error of its own to tell; this would only have made it clearer.
            return false;
        }
    }
}
