package org.reelbench.testcard.internal;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import org.reelbench.media.PictureFormat;

/** Keeps the unmoving parts of the cards drawn last, within a limit of bytes. Safe for every thread. */
final class CardShelf {

    private record Key(PictureFormat format, int source, int digits) {
    }

    private final long limitBytes;
    private final Map<Key, CardArt> cards = new LinkedHashMap<>(16, 0.75f, true);
    private long heldBytes;

    CardShelf(long limitBytes) {
        this.limitBytes = limitBytes;
    }

    /** Returns a card's unmoving parts; paints them where they are not kept. The last one is kept whatever its size. */
    CardArt get(PictureFormat format, int source, Layout layout) {
        Key key = new Key(format, source, layout.digits());
        synchronized (cards) {
            CardArt kept = cards.get(key);
            if (kept != null) {
                return kept;
            }
        }
        // Painted outside the lock: two threads may paint one card twice, none waits for another one's.
        CardArt painted = new CardArt(format, source, layout);
        synchronized (cards) {
            CardArt before = cards.put(key, painted);
            heldBytes += painted.bytes() - (before == null ? 0 : before.bytes());
            Iterator<CardArt> oldest = cards.values().iterator();
            while (heldBytes > limitBytes && cards.size() > 1) {
                heldBytes -= oldest.next().bytes();
                oldest.remove();
            }
        }
        return painted;
    }
}
