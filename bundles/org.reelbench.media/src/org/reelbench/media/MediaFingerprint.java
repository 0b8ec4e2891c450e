package org.reelbench.media;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells media apart by their content: the size and sixteen samples of the bytes, hashed. The name, the place and the date of a
 * file play no part, so a copy elsewhere has the same fingerprint.
 * <p>
 * Reads at most 1 MiB, however large the medium is; a change that keeps the size and lies between the samples is not seen.
 */
public final class MediaFingerprint {

    private static final int SAMPLES = 16;
    private static final int SAMPLE_BYTES = 64 * 1024;

    private MediaFingerprint() {
    }

    /**
     * Computes the fingerprint of a medium.
     *
     * @param source the bytes; stays open
     * @return 32 hexadecimal digits
     * @throws IOException if the bytes cannot be read
     */
    public static String of(ByteSource source) throws IOException {
        long size = source.sizeBytes();
        MessageDigest digest = sha256();
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(size).flip());
        byte[] sample = new byte[SAMPLE_BYTES];
        long last = Math.max(0, size - SAMPLE_BYTES);
        for (int i = 0; i < SAMPLES; i++) {
            long position = last / (SAMPLES - 1) * i + last % (SAMPLES - 1) * i / (SAMPLES - 1);
            digest.update(sample, 0, fill(source, position, sample));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    private static int fill(ByteSource source, long position, byte[] sample) throws IOException {
        int filled = 0;
        while (filled < sample.length) {
            int count = source.read(position + filled, MemorySegment.ofArray(sample).asSlice(filled));
            if (count < 0) {
                break;
            }
            filled += count;
        }
        return filled;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
