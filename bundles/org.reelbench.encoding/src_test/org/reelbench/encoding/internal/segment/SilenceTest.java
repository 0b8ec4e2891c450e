package org.reelbench.encoding.internal.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.CodecParameters;
import org.reelbench.media.EncodedPacket;
import org.reelbench.time.Rational;

/** Frames of silence: their heads, and that they are as long as the silence. */
class SilenceTest {

    private static final AudioEncoding FLAC = new AudioEncoding("flac", 48_000, 2, 0, new TreeMap<>());
    private static final CodecParameters PARAMETERS = new CodecParameters("flac", Rational.of(1, 48_000), new byte[34], null,
            FLAC, 4608, 0);

    @Test
    void framesAreAsLongAsTheSilence() {
        List<EncodedPacket> packets = Silence.packets(PARAMETERS, 2, 10_000);
        assertEquals(List.of(4608L, 4608L, 784L), packets.stream().map(EncodedPacket::durationTicks).toList());
        assertEquals(List.of(0L, 4608L, 9216L), packets.stream().map(EncodedPacket::ptsTicks).toList());
    }

    @Test
    void aFrameSaysWhatItIsAndEndsWithItsSums() {
        // Computed by hand from RFC 9639: fixed blocks, two channels, 16 bits, frame 1 of 4608 samples.
        byte[] frame = Silence.frame(1, 2, 4608);
        assertEquals("fff870180111ff", HexFormat.of().formatHex(frame, 0, 7));
        assertEquals("000000000000", HexFormat.of().formatHex(frame, 8, 14));
        assertEquals(16, frame.length);
        assertEquals(0, sum(frame, 8, 8, 0x07), "over the head and its own sum nothing is left");
        assertEquals(0, sum(frame, 16, 16, 0x8005), "over the frame and its own sum nothing is left");
    }

    /** Long division of the bits, as the sums are defined. */
    private static int sum(byte[] bytes, int count, int bits, int polynomial) {
        int rest = 0;
        for (int i = 0; i < count * 8; i++) {
            int top = rest >>> bits - 1 & 1;
            rest = (rest << 1 | bytes[i / 8] >>> 7 - i % 8 & 1) & (1 << bits) - 1;
            rest ^= top == 1 ? polynomial : 0;
        }
        return rest;
    }
}
