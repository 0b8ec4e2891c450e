package org.reelbench.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.reelbench.timeline.internal.ItemTree;

/** Ids found in items that change at random, asked seldom or often, in the newest items and in older ones. */
class TrackItemsIndexProperties {

    private static final int VALUES_KEPT = 5;

    @Test
    void findsEveryIdWhereAListHasIt() {
        long seed = Tier.seed();
        Random random = new Random(seed);
        List<TrackItems> values = new ArrayList<>(List.of(TrackItems.EMPTY));
        int rounds = Tier.count(4_000, 200_000);
        for (int round = 0; round < rounds; round++) {
            TrackItems changed = change(random, values.get(random.nextInt(values.size())), values, round);
            String where = "seed " + seed + ", round " + round;
            checkLabels(changed.tree(), where);
            if (random.nextInt(3) == 0) {
                check(changed, random, where);
            }
            if (values.size() < VALUES_KEPT) {
                values.add(changed);
            } else {
                values.set(random.nextInt(VALUES_KEPT), changed);
            }
        }
    }

    private static TrackItems change(Random random, TrackItems items, List<TrackItems> values, int round) {
        int size = items.size();
        int from = random.nextInt(size + 1);
        int to = Math.min(size, from + random.nextInt(4));
        Item item = item(random, round);
        // Mostly growing below some hundred items, mostly shrinking above.
        if (size == 0 || random.nextInt(200) > size) {
            return items.insert(random.nextBoolean() ? from : size / 2, item);
        }
        return switch (random.nextInt(6)) {
        case 0 -> items.splice(from, to, List.of(item, item(random, round)));
        case 1 -> items.replace(Math.min(from, size - 1), item);
        case 2 -> items.splice(from, to, List.of());
        case 3 -> items.splitAt(from).after().concat(items.splitAt(from).before());
        case 4 -> items.subList(0, from).concat(items.subList(to, size));
        default -> items.subList(from, size).concat(values.get(random.nextInt(values.size())).subList(0, 0).insert(0, item));
        };
    }

    /** Returns a gap, or a clip or transition of an id that may be taken. */
    private static Item item(Random random, int round) {
        return switch (random.nextInt(5)) {
        case 0 -> new Gap(1 + random.nextInt(9));
        case 1 -> Transition.dissolve(new Id("t" + random.nextInt(300)), 1, 1);
        default -> Samples.clip("c" + (random.nextInt(3) == 0 ? random.nextInt(300) : round), 1 + random.nextInt(9));
        };
    }

    private static void check(TrackItems items, Random random, String where) {
        List<Item> list = items.toList();
        long greatest = 0;
        for (Item item : list) {
            if (item instanceof Clip clip) {
                greatest = Math.max(greatest, Long.parseLong(clip.id().value().substring(1)));
            }
        }
        assertEquals(greatest, items.greatestNumber("c"), where);
        for (int asked = 0; asked < 10; asked++) {
            Id id = idOf(random, list);
            long startFrame = 0;
            Optional<Located> expected = Optional.empty();
            for (int index = 0; index < list.size() && expected.isEmpty(); index++) {
                if (hasId(list.get(index), id)) {
                    expected = Optional.of(new Located(index, startFrame, list.get(index)));
                }
                startFrame += list.get(index).durationFrames();
            }
            assertEquals(expected, items.find(id), where + ", id " + id);
        }
    }

    private static Id idOf(Random random, List<Item> list) {
        if (!list.isEmpty() && random.nextInt(4) > 0 && list.get(random.nextInt(list.size())) instanceof Clip clip) {
            return clip.id();
        }
        return new Id((random.nextBoolean() ? "c" : "t") + random.nextInt(300));
    }

    private static boolean hasId(Item item, Id id) {
        return switch (item) {
        case Clip clip -> clip.id().equals(id);
        case Transition transition -> transition.id().equals(id);
        case Gap _ -> false;
        };
    }

    private static void checkLabels(ItemTree tree, String where) {
        List<Long> labels = new ArrayList<>();
        addLabels(tree, labels);
        for (int index = 1; index < labels.size(); index++) {
            assertTrue(labels.get(index - 1) < labels.get(index), where);
        }
    }

    private static void addLabels(ItemTree tree, List<Long> labels) {
        if (tree.size() > 0) {
            addLabels(tree.left(), labels);
            labels.add(tree.label());
            addLabels(tree.right(), labels);
        }
    }
}
