package org.reelbench.encoding.internal.segment;

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
        case "fLaC" -> "flac";
        case "Opus" -> "opus";
        default -> new String(bytes, entry.start() + Integer.BYTES, Integer.BYTES, StandardCharsets.ISO_8859_1).strip();
        };
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
