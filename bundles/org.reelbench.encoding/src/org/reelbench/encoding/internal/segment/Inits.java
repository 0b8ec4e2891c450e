package org.reelbench.encoding.internal.segment;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.reelbench.encoding.internal.segment.Boxes.Box;
import org.reelbench.encoding.preview.InitSegment;

/** Reads init segments: their identity, and what players call their codec. */
public final class Inits {

    private static final int ID_BYTES = 10;
    /** Version, flags and the number of entries. */
    private static final int LIST_HEAD_BYTES = 8;
    /** What a visual sample entry has before its boxes. */
    private static final int VISUAL_BYTES = 78;
    /** What an entry of sound has before them. */
    private static final int SOUND_BYTES = 28;
    /** The number of a stream and its flags; and what stands between a decoder's kind and its own data. */
    private static final int STREAM_BYTES = 3;
    private static final int DECODER_BYTES = 12;

    private Inits() {
    }

    /**
     * Reads an init segment.
     *
     * @param bytes {@code ftyp} and {@code moov}
     * @return it with its id and codec
     * @throws DamagedSegment if it is none, or of more than one track
     */
    public static InitSegment of(byte[] bytes) throws DamagedSegment {
        return new InitSegment(hash(bytes), bytes, codec(bytes, entry(bytes)));
    }

    private static Box entry(byte[] bytes) throws DamagedSegment {
        Box list = Boxes.at(bytes, "moov", "trak", "mdia", "minf", "stbl", "stsd");
        List<Box> entries = Boxes.in(bytes, list.body() + LIST_HEAD_BYTES, list.end());
        if (entries.size() != 1) {
            throw new DamagedSegment("it has " + entries.size() + " sample entries");
        }
        return entries.getFirst();
    }

    /**
     * Reads what a decoder of H.264 must know.
     *
     * @param bytes {@code ftyp} and {@code moov}
     * @return the body of its {@code avcC} (ISO 14496-15)
     * @throws DamagedSegment if it is none of H.264
     */
    public static byte[] decoderRecord(byte[] bytes) throws DamagedSegment {
        Box record = record(bytes, entry(bytes));
        return Arrays.copyOfRange(bytes, record.body(), record.end());
    }

    private static Box record(byte[] bytes, Box entry) throws DamagedSegment {
        return Boxes.find(Boxes.in(bytes, entry.body() + VISUAL_BYTES, entry.end()), "avcC")
                .orElseThrow(() -> new DamagedSegment("it says nothing of its profile"));
    }

    /** The ticks a second of the track. */
    static long ticksPerSecond(byte[] bytes) throws DamagedSegment {
        Box head = Boxes.at(bytes, "moov", "trak", "mdia", "mdhd");
        int version = bytes[head.body()];
        return ByteBuffer.wrap(bytes).getInt(head.body() + Integer.BYTES + 2 * (version == 1 ? Long.BYTES : Integer.BYTES));
    }

    private static String codec(byte[] bytes, Box entry) throws DamagedSegment {
        return switch (entry.type()) {
        case "avc1", "avc3" -> {
            Box record = record(bytes, entry);
            // Profile, constraints and level follow the record's version.
            yield entry.type() + "." + HexFormat.of().formatHex(bytes, record.body() + 1, record.body() + 4);
        }
        case "mp4a" -> aac(bytes, entry);
        case "fLaC" -> "flac";
        case "Opus" -> "opus";
        default -> new String(bytes, entry.start() + Integer.BYTES, Integer.BYTES, StandardCharsets.ISO_8859_1).strip();
        };
    }

    /** What the descriptors in a sample entry of MPEG-4 sound say (ISO 14496-1, 7.2.6; ISO 14496-3, 1.6.2). */
    private static String aac(byte[] bytes, Box entry) throws DamagedSegment {
        Box descriptors = Boxes.find(Boxes.in(bytes, entry.body() + SOUND_BYTES, entry.end()), "esds")
                .orElseThrow(() -> new DamagedSegment("it says nothing of its sound"));
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes).position(descriptors.body() + Integer.BYTES);
            descriptor(buffer, 3);
            buffer.position(buffer.position() + STREAM_BYTES);
            descriptor(buffer, 4);
            String object = HexFormat.of().toHexDigits(buffer.get());
            buffer.position(buffer.position() + DECODER_BYTES);
            descriptor(buffer, 5);
            return "mp4a." + object + "." + (Byte.toUnsignedInt(buffer.get()) >> 3);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new DamagedSegment("what it says of its sound is cut short", e);
        }
    }

    /** Goes into a descriptor, whose length may be written in several bytes. */
    private static void descriptor(ByteBuffer buffer, int tag) throws DamagedSegment {
        if (buffer.get() != tag) {
            throw new DamagedSegment("what it says of its sound lacks the part " + tag);
        }
        while (buffer.get() < 0) {
            // the length goes on
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
