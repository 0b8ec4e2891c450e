package org.reelbench.media.ffmpeg.internal.samples;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * How a table of samples lies in its file: a prologue, pages of units, a directory of the pages, and last the key and the head,
 * which are known when all units have been seen. Every part has its checksum.
 */
final class TableLayout {

    static final long MAGIC = 0x5245454C_54424C31L;

    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /** Magic, units, directory bytes, key bytes, head bytes, checksum of directory, of key and head, of the prologue. */
    static final int PROLOGUE_BYTES = 8 + 7 * 4;
    static final int PROLOGUE_SUMMED_BYTES = PROLOGUE_BYTES - 4;

    static final int UNIT_BYTES = 24;
    static final int PAGE_UNITS = 512;
    static final int PAGE_BYTES = UNIT_BYTES * PAGE_UNITS;

    /** When the first unit of the page is decoded, the last sync sample before the page, the checksum of the page. */
    static final int ENTRY_BYTES = 16;

    /** In the size of a unit. */
    static final int SYNC = 1 << 31;

    private TableLayout() {
    }
}
