package org.reelbench.testcard.internal;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;

class CardShelfTest {

    private final PictureFormat format = PictureFormat.of(160, 90, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED);
    private final Layout layout = Layout.of(160, 90, 0);

    @Test
    void theCardUsedLongestAgoGoesFirst() {
        long each = new CardArt(format, 0, layout).bytes();
        CardShelf shelf = new CardShelf(2 * each);
        CardArt zero = shelf.get(format, 0, layout);
        CardArt one = shelf.get(format, 1, layout);
        assertSame(zero, shelf.get(format, 0, layout));
        CardArt two = shelf.get(format, 2, layout);
        assertSame(zero, shelf.get(format, 0, layout));
        assertSame(two, shelf.get(format, 2, layout));
        assertNotSame(one, shelf.get(format, 1, layout));
    }

    @Test
    void oneCardIsKeptEvenIfItIsTooLarge() {
        CardShelf shelf = new CardShelf(1);
        assertSame(shelf.get(format, 0, layout), shelf.get(format, 0, layout));
    }

    @Test
    void cardsOfOtherFormatsAndCountersAreOtherCards() {
        CardShelf shelf = new CardShelf(Long.MAX_VALUE);
        CardArt art = shelf.get(format, 0, layout);
        PictureFormat wider = PictureFormat.of(162, 90, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED);
        assertNotSame(art, shelf.get(wider, 0, Layout.of(162, 90, 0)));
        assertNotSame(art, shelf.get(format, 0, Layout.of(160, 90, 1_000_000)));
        assertTrue(art.bytes() > 160 * 90);
    }
}
