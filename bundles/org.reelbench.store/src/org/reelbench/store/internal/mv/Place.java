package org.reelbench.store.internal.mv;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.reelbench.store.ChunkHead;
import org.reelbench.store.ChunkId;
import org.reelbench.store.Retention;
import org.reelbench.store.internal.BlockSum;
import org.reelbench.store.internal.Ledger.Entry;

/**
 * Which blocks a chunk has.
 *
 * @param first the number of its first block
 * @param blocks how many follow each other
 */
record Place(long first, int blocks) {

    private static final int HEAD_BYTES = 256;
    private static final Pattern FORM = Pattern.compile("([0-9]{1,18}) ([0-9]{1,10}) ([KE]) (-?[0-9]+)");

    /** Returns what stands in the map of heads. */
    static String text(Entry<Place> entry) {
        String text = entry.place().first + " " + entry.head().sizeBytes()
                + (entry.head().retention() == Retention.KEPT ? " K" : " E");
        return text + " " + sum(entry.id(), text);
    }

    /** Returns what a chunk of this size takes. */
    static long storedBytes(long sizeBytes) {
        return HEAD_BYTES + sizeBytes + (long) BlockSum.blocks(sizeBytes) * Integer.BYTES;
    }

    private static String sum(ChunkId id, String text) {
        return Integer.toString(BlockSum.of(id, -1, ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII))));
    }

    /** Reads what stands in the map of heads; empty if it was not written by this store. */
    static Optional<Entry<Place>> parse(String id, String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            ChunkId chunk = new ChunkId(id);
            if (!matcher.group(4).equals(sum(chunk, text.substring(0, matcher.end(3))))) {
                return Optional.empty();
            }
            long size = Long.parseLong(matcher.group(2));
            ChunkHead head = new ChunkHead(chunk, size,
                    matcher.group(3).equals("K") ? Retention.KEPT : Retention.EVICTABLE);
            Place place = new Place(Long.parseLong(matcher.group(1)), BlockSum.blocks(size));
            return Optional.of(new Entry<>(head, storedBytes(size), place));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
