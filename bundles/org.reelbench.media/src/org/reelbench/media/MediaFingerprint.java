package org.reelbench.media;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.commons.codec.digest.Blake3;

/**
 * Tells media apart by their content: the size and samples of the bytes, hashed. The name, the place and the date of a file play
 * no part, so a copy elsewhere has the same fingerprint.
 * <p>
 * Without state, safe for every thread.
 * <p>
 * A fingerprint is a text such as {@code b3-1048576-0f…}: its kind, the size in bytes, and 32 hexadecimal digits of the BLAKE3
 * hash of the size (8 bytes, the highest first), the first MiB, 16 evenly spaced blocks of 64 KiB and the last MiB. Media of
 * at most 3 MiB are hashed whole instead. A change that keeps the size and lies between the samples is not seen;
 * {@link #ofContent} sees it.
 *
 * @see <a href="https://github.com/BLAKE3-team/BLAKE3-specs">BLAKE3</a>
 */
public final class MediaFingerprint {

    private static final int MIB = 1 << 20;
    private static final int BLOCKS = 16;
    private static final int BLOCK_BYTES = 64 << 10;
    private static final int WHOLE_BYTES = 3 * MIB;
    private static final int HASH_BYTES = 16;
    private static final int CONTENT_HASH_BYTES = 32;
    private static final Pattern FORM = Pattern.compile("b3-(0|[1-9][0-9]{0,18})-[0-9a-f]{32}");

    private MediaFingerprint() {
    }

    /**
     * Computes the fingerprint of a medium; reads at most 3 MiB, however large it is, and nothing where the source has a
     * {@linkplain ByteSource#contentId() content id}: that is the fingerprint then, and says nothing of copies elsewhere.
     *
     * @param source the bytes; stays open
     * @return the fingerprint
     * @throws IOException if the bytes cannot be read, or become fewer meanwhile
     */
    public static String of(ByteSource source) throws IOException {
        Optional<String> known = source.contentId();
        return known.isPresent() ? known.get() : ofSamples(source);
    }

    private static String ofSamples(ByteSource source) throws IOException {
        long size = source.sizeBytes();
        Blake3 hash = Blake3.initHash();
        hash.update(ByteBuffer.allocate(Long.BYTES).putLong(size).array());
        byte[] buffer = new byte[MIB];
        if (size <= WHOLE_BYTES) {
            for (long position = 0; position < size; position += MIB) {
                sample(source, position, (int) Math.min(MIB, size - position), buffer, hash);
            }
        } else {
            sample(source, 0, MIB, buffer, hash);
            long room = size - 2 * MIB - BLOCK_BYTES;
            for (int i = 1; i <= BLOCKS; i++) {
                // In two parts, because room * i overflows for sizes that a hostile source may claim.
                long offset = room / (BLOCKS + 1) * i + room % (BLOCKS + 1) * i / (BLOCKS + 1);
                sample(source, MIB + offset, BLOCK_BYTES, buffer, hash);
            }
            sample(source, size - MIB, MIB, buffer, hash);
        }
        return "b3-" + size + "-" + HexFormat.of().formatHex(hash.doFinalize(HASH_BYTES));
    }

    /**
     * Computes the hash of all bytes, the same that the program {@code b3sum} prints. Costs about 4 s per GiB.
     *
     * @param source the bytes; stays open
     * @param cancellation asks to stop
     * @return 64 hexadecimal digits
     * @throws IOException if the bytes cannot be read, or become fewer meanwhile
     * @throws CancelledException if cancelled
     */
    public static String ofContent(ByteSource source, Cancellation cancellation) throws IOException {
        long size = source.sizeBytes();
        Blake3 hash = Blake3.initHash();
        byte[] buffer = new byte[MIB];
        for (long position = 0; position < size; position += MIB) {
            cancellation.check();
            sample(source, position, (int) Math.min(MIB, size - position), buffer, hash);
        }
        return HexFormat.of().formatHex(hash.doFinalize(CONTENT_HASH_BYTES));
    }

    /**
     * Returns the size of the medium a fingerprint was made of, so that files of another size need not be opened.
     *
     * @param fingerprint a text that may be a fingerprint
     * @return the size in bytes, or empty if the text is no fingerprint of this kind
     */
    public static OptionalLong sizeBytes(String fingerprint) {
        Matcher matcher = FORM.matcher(fingerprint);
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(matcher.group(1)));
        } catch (NumberFormatException e) {
            // Nineteen digits may be more than a size can be: nobody made this fingerprint.
            return OptionalLong.empty();
        }
    }

    private static void sample(ByteSource source, long position, int bytes, byte[] buffer, Blake3 hash) throws IOException {
        MemorySegment target = MemorySegment.ofArray(buffer);
        int filled = 0;
        while (filled < bytes) {
            int count = source.read(position + filled, target.asSlice(filled, bytes - filled));
            if (count <= 0) {
                throw new IOException(source.name() + " became shorter while it was read");
            }
            filled += count;
        }
        hash.update(buffer, 0, bytes);
    }
}
