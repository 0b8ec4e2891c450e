package org.reelbench.capture.ffmpeg.internal.x11;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

class MagicCookieTest {

    private static final byte[] SECRET = { 1, 2, 3, -4 };

    @Test
    void theCookieOfTheDisplayIsFoundBehindOthers() {
        ByteBuffer file = ByteBuffer.allocate(500);
        entry(file, "7", MagicCookie.PROTOCOL, new byte[] { 9 });
        entry(file, "8", "XDM-AUTHORIZATION-1", new byte[] { 8 });
        entry(file, "8", MagicCookie.PROTOCOL, SECRET);
        assertArrayEquals(SECRET, MagicCookie.in(file.flip(), 8));
    }

    @Test
    void anEntryWithoutNumberIsForEveryDisplay() {
        ByteBuffer file = ByteBuffer.allocate(100);
        entry(file, "", MagicCookie.PROTOCOL, SECRET);
        assertArrayEquals(SECRET, MagicCookie.in(file.flip(), 3));
    }

    @Test
    void aFileThatIsCutAnywhereGivesNoCookieAndNoFailure() {
        ByteBuffer file = ByteBuffer.allocate(100);
        entry(file, "0", MagicCookie.PROTOCOL, SECRET);
        file.flip();
        for (int length = 0; length < file.limit(); length++) {
            assertEquals(0, MagicCookie.in(file.duplicate().limit(length), 0).length, "cut after " + length);
        }
    }

    private static void entry(ByteBuffer file, String number, String protocol, byte[] data) {
        file.putShort((short) 256);
        for (byte[] part : new byte[][] { "host".getBytes(StandardCharsets.US_ASCII), number.getBytes(StandardCharsets.US_ASCII),
                protocol.getBytes(StandardCharsets.US_ASCII), data }) {
            file.putShort((short) part.length).put(part);
        }
    }
}
