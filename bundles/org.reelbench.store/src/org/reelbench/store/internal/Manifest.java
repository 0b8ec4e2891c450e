package org.reelbench.store.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.reelbench.store.ChunkId;
import org.reelbench.store.ChunkStoreException;
import org.reelbench.store.ChunkStoreException.Reason;

/**
 * How a medium is divided into chunks.
 *
 * @param sizeBytes the size of the medium
 * @param chunkBytes the size of each chunk but the last
 */
public record Manifest(long sizeBytes, long chunkBytes) {

    /** No manifest is longer. */
    public static final int MAX_BYTES = 200;

    private static final String SUFFIX = "-manifest";
    private static final Pattern FORM = Pattern.compile("reelbench media 1\nsize ([0-9]{1,18})\nchunk ([1-9][0-9]{0,9})\n");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{8,}");

    /** Returns the id of the manifest of a medium. */
    public static ChunkId id(ChunkId media) {
        return new ChunkId(media + SUFFIX);
    }

    /** Returns the id of a chunk of a medium. */
    public static ChunkId id(ChunkId media, long number) {
        return new ChunkId(String.format("%s-%08d", media, number));
    }

    /** Tells whether a chunk whose id begins with that of a medium and a dash is a part of it. */
    public static boolean isChunk(ChunkId media, ChunkId chunk) {
        return NUMBER.matcher(chunk.value().substring(media.value().length() + 1)).matches();
    }

    /** Returns how many chunks there are. */
    public long chunks() {
        return sizeBytes / chunkBytes + (sizeBytes % chunkBytes == 0 ? 0 : 1);
    }

    /** Returns the text to be stored. */
    public ByteBuffer bytes() {
        String text = "reelbench media 1\nsize " + sizeBytes + "\nchunk " + chunkBytes + "\n";
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Reads what was stored.
     *
     * @throws ChunkStoreException if it is no manifest of this version
     */
    public static Manifest parse(ChunkId media, ByteBuffer bytes) throws ChunkStoreException {
        Matcher matcher = FORM.matcher(StandardCharsets.ISO_8859_1.decode(bytes));
        if (!matcher.matches()) {
            throw new ChunkStoreException(Reason.INCOMPLETE,
                    media + ": its manifest is of another version; delete the medium and put it again");
        }
        return new Manifest(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }
}
