package org.reelbench.preview.internal.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelbench.encoding.preview.PreviewSegment;
import org.reelbench.encoding.preview.SegmentKind;

class SegmentAddressTest {

    @Test
    void anAddressSaysWhichBytesAndFromWhenOn() {
        PreviewSegment segment = new PreviewSegment("v-0a1b", SegmentKind.PICTURE, 60, 120, 60_060, 60_060, 30_000);
        SegmentAddress address = SegmentAddress.of(segment);
        assertEquals("segments/v-0a1b/60060.m4s", address.path());
        assertEquals(Optional.of(address), SegmentAddress.read(address.path()));
        assertEquals(60_060, address.place().startTicks());
    }

    @ParameterizedTest
    @ValueSource(strings = { "segments/a/1", "segments/../1.m4s", "segments/A/1.m4s", "segments/a/-1.m4s", "segments/a/1.m4s/",
            "segments/a/9999999999999999999.m4s", "segments//1.m4s" })
    void anythingElseIsNoSegment(String path) {
        assertEquals(Optional.empty(), SegmentAddress.read(path));
    }

    /** Players refuse films whose fragments are counted backwards; a number has 32 bits. */
    @Test
    void fragmentNumbersGrowWithTimeAndFitTheirField() {
        long before = 0;
        for (long ticks : new long[] { 0, 50, 100, 5_000, 86_400L * 48_000 }) {
            long number = new SegmentAddress("a", ticks).place().firstSequenceNumber();
            assertTrue(number > before && number <= 0xFFFF_FFFFL, ticks + " ticks: " + number);
            before = number;
        }
        long wrapped = new SegmentAddress("a", 0xFFFF_FFFFL * 3).place().firstSequenceNumber();
        assertTrue(wrapped >= 1 && wrapped <= 0xFFFF_FFFFL, "wrapped " + wrapped);
    }
}
