package org.reelbench.testcard.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.Random;

import org.junit.jupiter.api.Test;

class CodeStripTest {

    private static final int WIDTH = 260;
    private static final int HEIGHT = 200;

    @Test
    void theBlocksOfAFrameNeverChange() {
        // Pictures drawn by one version are read by the next.
        assertEquals("#000000000000000000000000.", row(CodeStrip.encode(0, 0)[0]));
        assertEquals(".000000001000010011000000#", row(CodeStrip.encode(0, 0)[1]));
        // Source 00000111, then the upper 16 bits of the frame number.
        assertEquals("#000001110000000010000000.", row(CodeStrip.encode(7, 0x8000)[0]));
    }

    private static String row(boolean[] blocks) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < blocks.length; i++) {
            boolean reference = i == 0 || i == blocks.length - 1;
            text.append(blocks[i] ? reference ? '#' : '1' : reference ? '.' : '0');
        }
        return text.toString();
    }

    @Test
    void codesOfDifferentFramesDifferInAtLeastFourBlocks() {
        Random random = new Random(5);
        for (int i = 0; i < 5000; i++) {
            int source = random.nextInt(256);
            long frame = random.nextInt(1 << 24);
            int bit = random.nextInt(32);
            int changed = (int) (source << 24 | frame) ^ 1 << bit ^ (random.nextBoolean() ? 1 << random.nextInt(32) : 0);
            if (changed == (int) (source << 24 | frame)) {
                continue;
            }
            int distance = 0;
            boolean[][] one = CodeStrip.encode(source, frame);
            boolean[][] other = CodeStrip.encode(changed >>> 24, changed & CodeStrip.LAST_FRAME);
            for (int row = 0; row < CodeStrip.ROWS; row++) {
                for (int column = 0; column < CodeStrip.COLUMNS; column++) {
                    distance += one[row][column] == other[row][column] ? 0 : 1;
                }
            }
            assertTrue(distance >= 4, source + " " + frame + " " + Integer.toHexString(changed) + ": " + distance);
        }
    }

    @Test
    void aCleanWipeBetweenTwoCardsIsNoThirdCard() {
        Random random = new Random(2);
        int refused = 0;
        for (int i = 0; i < 3000; i++) {
            int from = random.nextInt(256);
            int to = random.nextInt(256);
            long fromFrame = random.nextInt(100_000);
            long toFrame = random.nextInt(100_000);
            int edge = random.nextInt(CodeStrip.COLUMNS + 1);
            boolean[][] left = CodeStrip.encode(from, fromFrame);
            boolean[][] right = CodeStrip.encode(to, toFrame);
            CodeStrip.Found found = decode((row, column) -> column < edge ? left[row][column] : right[row][column]);
            boolean eitherCard = found.message() == ((long) from << 24 | fromFrame)
                    || found.message() == ((long) to << 24 | toFrame);
            assertTrue(!found.valid() || eitherCard, "wipe " + i + " at " + edge);
            refused += found.valid() ? 0 : 1;
        }
        assertTrue(refused > 2000, "only " + refused + " of the wipes went through the message");
    }

    @Test
    void aSingleWrongBlockIsSeen() {
        boolean[][] blocks = CodeStrip.encode(77, 123_456);
        assertTrue(decode((row, column) -> blocks[row][column]).valid());
        for (int wrong = 0; wrong < CodeStrip.ROWS * CodeStrip.COLUMNS; wrong++) {
            int at = wrong;
            CodeStrip.Found found = decode((row, column) -> blocks[row][column] ^ row * CodeStrip.COLUMNS + column == at);
            assertFalse(found.valid(), "block " + at);
        }
    }

    /** Says which blocks are white. */
    @FunctionalInterface
    private interface Blocks {
        boolean white(int row, int column);
    }

    private static CodeStrip.Found decode(Blocks blocks) {
        byte[] luma = new byte[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int row = (int) Math.floor(((y + 0.5) / HEIGHT - CodeStrip.TOP) / CodeStrip.BLOCK_HEIGHT);
                int column = (int) Math.floor(((x + 0.5) / WIDTH - CodeStrip.LEFT) / CodeStrip.BLOCK_WIDTH);
                boolean inside = row >= 0 && row < CodeStrip.ROWS && column >= 0 && column < CodeStrip.COLUMNS;
                luma[y * WIDTH + x] = (byte) (inside && blocks.white(row, column) ? 235 : 16);
            }
        }
        CodeStrip.Samples samples = new CodeStrip.Samples(MemorySegment.ofArray(luma), 0, WIDTH, 1, WIDTH, HEIGHT);
        return CodeStrip.decode(samples, 0, 0, WIDTH, HEIGHT);
    }
}
