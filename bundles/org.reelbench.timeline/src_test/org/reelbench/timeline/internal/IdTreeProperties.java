package org.reelbench.timeline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.reelbench.timeline.Id;

class IdTreeProperties {

    private static final long SEED = 7;
    private static final int ROUNDS = 5_000;
    private static final String[] STEMS = { "c", "t", "cc", "", "c1x", "ü" };

    @Test
    void holdsWhatWasAddedAndNotTakenAwayAndStaysFlat() {
        Random random = new Random(SEED);
        TreeSet<IdTree.Entry> model = new TreeSet<>(IdTree.Entry.ORDER);
        IdTree tree = IdTree.EMPTY;
        for (int round = 0; round < ROUNDS; round++) {
            IdTree.Entry entry = new IdTree.Entry(randomId(random), random.nextInt(3));
            if (model.add(entry)) {
                tree = tree.with(entry);
            } else if (random.nextBoolean()) {
                model.remove(entry);
                tree = tree.without(entry);
            }
            checkBalance(tree);
            String where = "seed " + SEED + ", round " + round;
            Id asked = randomId(random);
            assertEquals(leastLabel(model, asked), tree.find(asked), where);
            String stem = STEMS[random.nextInt(STEMS.length)];
            assertEquals(model.stream().mapToLong(each -> each.key().id().numberAfter(stem)).max().orElse(0),
                    tree.greatestNumber(stem), where);
        }
        assertEquals(list(IdTree.of(List.copyOf(model))), list(tree));
    }

    @Test
    void takesNothingAwayThatIsNotThere() {
        IdTree tree = IdTree.EMPTY.with(new IdTree.Entry(new Id("c1"), 5));
        assertThrows(IllegalStateException.class, () -> tree.without(new IdTree.Entry(new Id("c1"), 6)));
        assertThrows(IllegalStateException.class, () -> tree.without(new IdTree.Entry(new Id("c01"), 5)));
    }

    private static Id randomId(Random random) {
        String stem = STEMS[random.nextInt(STEMS.length)];
        String number = random.nextInt(8) == 0 && !stem.isEmpty() ? "" : (random.nextInt(6) == 0 ? "0" : "") + random.nextInt(40);
        return new Id(stem + number);
    }

    private static OptionalLong leastLabel(TreeSet<IdTree.Entry> model, Id id) {
        return model.stream().filter(entry -> entry.key().id().equals(id)).mapToLong(IdTree.Entry::label).min();
    }

    private static void checkBalance(IdTree tree) {
        if (tree.height() > 0) {
            assertTrue(Math.abs(tree.left().height() - tree.right().height()) <= 1);
            assertEquals(Math.max(tree.left().height(), tree.right().height()) + 1, tree.height());
            checkBalance(tree.left());
            checkBalance(tree.right());
        }
    }

    private static List<String> list(IdTree tree) {
        List<String> entries = new ArrayList<>();
        addTo(entries, tree);
        return entries;
    }

    private static void addTo(List<String> entries, IdTree tree) {
        if (tree.height() > 0) {
            addTo(entries, tree.left());
            entries.add(tree.toString());
            addTo(entries, tree.right());
        }
    }
}
