package org.reelbench.store.internal.mv;

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
    private static final Pattern FORM = Pattern.compile("([0-9]{1,18}) ([0-9]{1,10}) ([KE])");

    /** Returns what stands in the map of heads. */
    static String text(Entry<Place> entry) {
        return entry.place().first + " " + entry.head().sizeBytes() + (entry.head().retention() == Retention.KEPT ? " K" : " E");
    }

    /** Returns what a chunk of this size takes. */
    static long storedBytes(long sizeBytes) {
        return HEAD_BYTES + sizeBytes + (long) BlockSum.blocks(sizeBytes) * Integer.BYTES;
    }

    /** Reads what stands in the map of heads; empty if it was not written by this store. */
    static Optional<Entry<Place>> parse(String id, String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            long size = Long.parseLong(matcher.group(2));
            ChunkHead head = new ChunkHead(new ChunkId(id), size,
                    matcher.group(3).equals("K") ? Retention.KEPT : Retention.EVICTABLE);
            Place place = new Place(Long.parseLong(matcher.group(1)), BlockSum.blocks(size));
            return Optional.of(new Entry<>(head, storedBytes(size), place));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
