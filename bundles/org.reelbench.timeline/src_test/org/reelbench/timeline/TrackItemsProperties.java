package org.reelbench.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.reelbench.timeline.internal.ItemTree;

class TrackItemsProperties {

    @Test
    void behavesLikeAListUnderRandomOperations() {
        long seed = Tier.seed();
        Random random = new Random(seed);
        List<Item> model = new ArrayList<>();
        TrackItems items = TrackItems.EMPTY;
        int rounds = Tier.count(3_000, 200_000);
        for (int round = 0; round < rounds; round++) {
            String where = "seed " + seed + ", round " + round;
            items = change(random, items, model);
            checkTree(items.tree(), where);
            if (round % 10 == 0) {
                assertEquals(model, items.toList(), where);
                assertEquals(TrackItems.of(model), items, where);
            }
            checkAFrame(random, items, model, where);
        }
        assertTrue(!model.isEmpty());
    }

    private static TrackItems change(Random random, TrackItems items, List<Item> model) {
        int size = model.size();
        // Mostly growing below a few hundred items, mostly shrinking above.
        if (size == 0 || random.nextInt(400) > size) {
            int index = random.nextInt(size + 1);
            Item item = random.nextInt(4) == 0 ? Transition.dissolve(new Id("t"), 1, 1) : new Gap(1 + random.nextInt(50));
            model.add(index, item);
            return items.insert(index, item);
        }
        int index = random.nextInt(size);
        switch (random.nextInt(4)) {
        case 0 -> {
            model.remove(index);
            return items.remove(index);
        }
        case 1 -> {
            Item item = new Gap(1 + random.nextInt(50));
            model.set(index, item);
            return items.replace(index, item);
        }
        case 2 -> {
            List<Item> tail = new ArrayList<>(model.subList(index, size));
            model.subList(index, size).clear();
            model.addAll(0, tail);
            TrackItems.Halves halves = items.splitAt(index);
            return halves.after().concat(halves.before());
        }
        default -> {
            int to = Math.min(size, index + random.nextInt(5));
            model.subList(index, to).clear();
            return items.subList(0, index).concat(items.subList(to, size));
        }
        }
    }

    private static void checkAFrame(Random random, TrackItems items, List<Item> model, String where) {
        long durationFrames = model.stream().mapToLong(Item::durationFrames).sum();
        assertEquals(durationFrames, items.durationFrames(), where);
        assertEquals(model.size(), items.size(), where);
        long frame = random.nextLong(durationFrames + 2) - 1;
        long startFrame = 0;
        Located expected = null;
        for (int index = 0; index < model.size(); index++) {
            Item item = model.get(index);
            if (frame >= startFrame && frame < startFrame + item.durationFrames()) {
                expected = new Located(index, startFrame, item);
                assertEquals(startFrame, items.startOf(index), where);
                assertEquals(item, items.get(index), where);
            }
            startFrame += item.durationFrames();
        }
        assertEquals(expected, items.locate(frame).orElse(null), where + ", frame " + frame);
    }

    private static void checkTree(ItemTree tree, String where) {
        if (tree.size() > 0) {
            assertTrue(Math.abs(tree.left().height() - tree.right().height()) <= 1, () -> where + ": not balanced");
            assertEquals(Math.max(tree.left().height(), tree.right().height()) + 1, tree.height(), where);
            assertEquals(tree.left().size() + tree.right().size() + 1, tree.size(), where);
            checkTree(tree.left(), where);
            checkTree(tree.right(), where);
        }
    }
}
