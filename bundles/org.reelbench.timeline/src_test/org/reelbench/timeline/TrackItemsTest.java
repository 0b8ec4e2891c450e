package org.reelbench.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reelbench.timeline.Samples.clip;
import static org.reelbench.timeline.Samples.id;
import static org.reelbench.timeline.Samples.items;
import static org.reelbench.timeline.Samples.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.reelbench.timeline.internal.ItemTree;

class TrackItemsTest {

    private static final int MANY = 10_000;
    /** An AVL tree of that many items is at most 1.44 log2(n) = 19 nodes high. */
    private static final int MANY_HEIGHT = 19;

    @Test
    void emptyItemsHaveNothing() {
        assertEquals(0, TrackItems.EMPTY.size());
        assertTrue(TrackItems.EMPTY.isEmpty());
        assertEquals(0, TrackItems.EMPTY.durationFrames());
        assertEquals(0, TrackItems.EMPTY.startOf(0));
        assertTrue(TrackItems.EMPTY.locate(0).isEmpty());
        assertFalse(TrackItems.EMPTY.iterator().hasNext());
        assertSame(TrackItems.EMPTY, TrackItems.of(List.of()));
        assertThrows(IndexOutOfBoundsException.class, () -> TrackItems.EMPTY.get(0));
    }

    @Test
    void positionsAreSumsOfDurations() {
        TrackItems items = items("a:10 t/2+3 b:20 _:5 c:1");
        assertEquals(5, items.size());
        assertEquals(36, items.durationFrames());
        long[] starts = { 0, 10, 10, 30, 35, 36 };
        for (int index = 0; index < starts.length; index++) {
            assertEquals(starts[index], items.startOf(index), "start of item " + index);
        }
    }

    @Test
    void aFrameBelongsToTheClipOrGapThatBeginsThereAndNeverToATransition() {
        TrackItems items = items("a:10 t/2+3 b:20 _:5 c:1");
        assertEquals(new Located(0, 0, items.get(0)), items.locate(0).orElseThrow());
        assertEquals(new Located(0, 0, items.get(0)), items.locate(9).orElseThrow());
        assertEquals(new Located(2, 10, items.get(2)), items.locate(10).orElseThrow());
        assertEquals(new Located(3, 30, items.get(3)), items.locate(34).orElseThrow());
        assertEquals(36, items.locate(35).orElseThrow().endFrame());
        assertTrue(items.locate(36).isEmpty());
        assertTrue(items.locate(-1).isEmpty());
    }

    @Test
    void changesLeaveTheOldValueAsItWas() {
        TrackItems items = items("a:10 b:20 c:30");
        assertEquals("a:10 x:1 b:20 c:30", text(items.insert(1, clip("x", 1))));
        assertEquals("a:10 b:20 c:30 x:1", text(items.insert(3, clip("x", 1))));
        assertEquals("a:10 c:30", text(items.remove(1)));
        assertEquals("a:10 b:20 x:1", text(items.replace(2, clip("x", 1))));
        assertEquals("b:20", text(items.subList(1, 2)));
        assertEquals("", text(items.subList(2, 2)));
        assertEquals("a:10 b:20 c:30 d:4", text(items.concat(items("d:4"))));
        TrackItems.Halves halves = items.splitAt(1);
        assertEquals("a:10", text(halves.before()));
        assertEquals("b:20 c:30", text(halves.after()));
        assertEquals("a:10 b:20 c:30", text(items));
    }

    @Test
    void whatChangesNothingReturnsTheSameInstance() {
        TrackItems items = items("a:10 b:20 c:30");
        assertSame(items, items.subList(0, 3));
        assertSame(items, items.replace(1, items.get(1)));
        assertSame(items, items.concat(TrackItems.EMPTY));
        assertSame(items, TrackItems.EMPTY.concat(items));
        assertSame(TrackItems.EMPTY, items("a:1").remove(0));
    }

    @Test
    void indicesOutsideAreRefused() {
        TrackItems items = items("a:10 b:20");
        assertThrows(IndexOutOfBoundsException.class, () -> items.get(2));
        assertThrows(IndexOutOfBoundsException.class, () -> items.get(-1));
        assertThrows(IndexOutOfBoundsException.class, () -> items.startOf(3));
        assertThrows(IndexOutOfBoundsException.class, () -> items.insert(3, clip("x", 1)));
        assertThrows(IndexOutOfBoundsException.class, () -> items.remove(2));
        assertThrows(IndexOutOfBoundsException.class, () -> items.replace(2, clip("x", 1)));
        assertThrows(IndexOutOfBoundsException.class, () -> items.subList(1, 3));
        assertThrows(IndexOutOfBoundsException.class, () -> items.subList(2, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> items.splitAt(3));
    }

    @Test
    void equalityIsThatOfTheItemsWhateverTheTreeLooksLike() {
        TrackItems built = items("a:1 b:2 c:3 d:4 e:5 f:6 g:7");
        TrackItems grown = TrackItems.EMPTY;
        for (Item item : items("a:1 b:2 c:3 d:4 e:5 f:6 g:7")) {
            grown = grown.insert(grown.size(), item);
        }
        assertEquals(built, grown);
        assertEquals(built.hashCode(), grown.hashCode());
        assertEquals(built.toList(), grown.toList());
        assertNotEquals(built, grown.replace(3, clip("x", 4)));
        assertNotEquals(built, grown.remove(6));
        assertNotEquals(items("a:1 b:2"), items("b:2 a:1"));
        assertNotEquals(built, null);
    }

    @Test
    void anIteratorEndsAndTheListNeverChanges() {
        Iterator<Item> iterator = items("a:1").iterator();
        iterator.next();
        assertThrows(NoSuchElementException.class, iterator::next);
        assertThrows(UnsupportedOperationException.class, () -> items("a:1").toList().clear());
    }

    @Test
    void everyChangeOfTenThousandItemsMakesAFewNodesAndSharesTheRest() {
        TrackItems items = many();
        assertTrue(items.tree().height() <= MANY_HEIGHT);
        int atMost = 4 * MANY_HEIGHT;
        for (int index = 0; index < MANY; index += 487) {
            assertNewNodes(atMost, items, items.insert(index, new Gap(7)));
            assertNewNodes(atMost, items, items.remove(index));
            assertNewNodes(MANY_HEIGHT, items, items.replace(index, new Gap(7)));
            assertNewNodes(atMost, items, items.subList(0, index));
            assertNewNodes(atMost, items, items.subList(index, MANY));
            assertNewNodes(atMost, items, items.splice(index, index + 5, List.of(new Gap(7), new Gap(8))));
            TrackItems.Halves halves = items.splitAt(index);
            assertNewNodes(2 * atMost, items, halves.before().concat(halves.after()));
            int fewer = Math.min(index, MANY - index);
            assertNewNodes(2 * atMost + fewer, items, halves.after().concat(halves.before()));
        }
    }

    @Test
    void whereTheRoomBetweenItemsRunsOutAFewMoreNodesAreMadeOnAverage() {
        for (int where = 0; where <= 4; where++) {
            Set<ItemTree> known = Collections.newSetFromMap(new IdentityHashMap<>());
            TrackItems items = many();
            newNodes(items.tree(), known);
            int made = 0;
            for (int count = 0; count < MANY; count++) {
                // At the start, at a place, just before what was added last, at random, at the end.
                int[] indices = { 0, MANY / 2, MANY / 2 + count, (int) (count * 7919L % items.size()), items.size() };
                items = items.insert(indices[where], new Gap(1));
                made += newNodes(items.tree(), known);
            }
            int perItem = made / MANY;
            assertTrue(perItem <= 3 * MANY_HEIGHT, () -> perItem + " new nodes for each item");
            assertTrue(items.tree().height() <= MANY_HEIGHT + 2);
        }
    }

    @Test
    void whatASpliceLeavesInPlaceKeepsItsNodes() {
        TrackItems items = items("a:10 b:20 c:30 d:40");
        assertSame(items, items.splice(0, 4, items.toList()));
        assertSame(items, items.splice(2, 2, List.of()));
        assertEquals("a:10 x:1 d:40", text(items.splice(1, 3, List.of(clip("x", 1)))));
        assertEquals("a:10 b:20 x:1 c:30 d:40", text(items.splice(1, 3, List.of(items.get(1), clip("x", 1), items.get(2)))));
        assertEquals("", text(items.splice(0, 4, List.of())));
        assertThrows(IndexOutOfBoundsException.class, () -> items.splice(3, 5, List.of()));
    }

    @Test
    void findsClipsAndTransitionsByTheirIds() {
        TrackItems items = items("a:10 t/2+3 b:20 _:5 c:1");
        assertEquals(new Located(0, 0, items.get(0)), items.find(id("a")).orElseThrow());
        assertEquals(new Located(1, 10, items.get(1)), items.find(id("t")).orElseThrow());
        assertEquals(new Located(4, 35, items.get(4)), items.find(id("c")).orElseThrow());
        assertTrue(items.find(id("x")).isEmpty());
        assertTrue(TrackItems.EMPTY.find(id("a")).isEmpty());
        assertTrue(items.remove(0).find(id("a")).isEmpty());
        assertEquals(25, items.remove(0).find(id("c")).orElseThrow().startFrame());
        assertEquals(0, items("a:1 b:2 a:3").find(id("a")).orElseThrow().startFrame());
        assertEquals(2, items("a:1 b:2 a:3").remove(0).find(id("a")).orElseThrow().startFrame());
    }

    @Test
    void theGreatestNumberIsThatOfTheItemsThereAre() {
        TrackItems items = items("c9:1 c10:1 t/1+0 c2:1 cc99:1 d0012:1 c:1 c1234567890123456:1 e7x:1");
        assertEquals(10, items.greatestNumber("c"));
        assertEquals(12, items.greatestNumber("d"));
        assertEquals(99, items.greatestNumber("cc"));
        assertEquals(0, items.greatestNumber("t"));
        assertEquals(0, items.greatestNumber("e"));
        assertEquals(9, items.remove(1).greatestNumber("c"));
        assertEquals(11, items.replace(3, clip("c11", 1)).greatestNumber("c"));
    }

    @Test
    void aTrackBuiltFromEitherEndStaysFlat() {
        TrackItems forwards = TrackItems.EMPTY;
        TrackItems backwards = TrackItems.EMPTY;
        for (int count = 0; count < MANY; count++) {
            forwards = forwards.insert(count, new Gap(1 + count % 7));
            backwards = backwards.insert(0, new Gap(1 + count % 7));
        }
        assertTrue(forwards.tree().height() <= MANY_HEIGHT, () -> "height " + many().tree().height());
        assertTrue(backwards.tree().height() <= MANY_HEIGHT);
        assertEquals(many(), forwards);
    }

    private static TrackItems many() {
        List<Item> items = new ArrayList<>();
        for (int count = 0; count < MANY; count++) {
            items.add(new Gap(1 + count % 7));
        }
        return TrackItems.of(items);
    }

    private static void assertNewNodes(int atMost, TrackItems before, TrackItems after) {
        Set<ItemTree> known = Collections.newSetFromMap(new IdentityHashMap<>());
        newNodes(before.tree(), known);
        int made = newNodes(after.tree(), known);
        assertTrue(made <= atMost, () -> made + " new nodes, expected at most " + atMost);
        assertTrue(after.tree().height() <= MANY_HEIGHT);
    }

    /** Counts the nodes that are not yet known and makes them known; what hangs below a known node is known too. */
    private static int newNodes(ItemTree tree, Set<ItemTree> known) {
        if (tree.size() == 0 || !known.add(tree)) {
            return 0;
        }
        return 1 + newNodes(tree.left(), known) + newNodes(tree.right(), known);
    }
}
