package org.reelbench.capture.internal.mp4;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class NalUnitsTest {

    private static final byte[] NONE = {};

    @Test
    void startCodesOfBothLengthsBecomeLengths() {
        byte[] stream = { 0, 0, 0, 1, 0x65, 9, 9, 0, 0, 1, 0x41, 8 };
        assertArrayEquals(new byte[] { 0, 0, 0, 3, 0x65, 9, 9, 0, 0, 0, 2, 0x41, 8 }, NalUnits.withLengths(stream, NONE));
    }

    @Test
    void parameterSetsAreSaidWhereTheyAreAskedForAndNowhereElse() {
        byte[] stream = { 0, 0, 0, 1, 0x67, 1, 0, 0, 0, 1, 0x68, 2, 0, 0, 0, 1, 0x65, 3 };
        assertArrayEquals(new byte[] { 0, 0, 0, 2, 0x65, 3 }, NalUnits.withLengths(stream, NONE));
        byte[] sets = { 0, 0, 0, 1, 0x67, 4, 0, 0, 0, 1, 0x68, 5 };
        assertArrayEquals(new byte[] { 0, 0, 0, 2, 0x67, 4, 0, 0, 0, 2, 0x68, 5, 0, 0, 0, 2, 0x65, 3 },
                NalUnits.withLengths(stream, sets));
    }

    @Test
    void unitsAreFoundByTheirType() {
        byte[] stream = { 0, 0, 0, 1, 0x67, 1, 0, 0, 0, 1, 0x68, 2 };
        List<byte[]> found = NalUnits.ofType(stream, NalUnits.PICTURE);
        assertEquals(1, found.size());
        assertArrayEquals(new byte[] { 0x68, 2 }, found.getFirst());
    }

    @Test
    void bytesWithoutAStartCodeAreNoUnits() {
        assertEquals(0, NalUnits.withLengths(new byte[] { 1, 2, 3, 4 }, NONE).length);
        assertEquals(0, NalUnits.withLengths(NONE, NONE).length);
    }
}
