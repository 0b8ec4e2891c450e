package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Compares what changes of a model did to what is rendered with what they did to the recipes. */
final class Tally {

    private final long seed = Tier.seed();
    private final List<Pattern> mayDiffer;
    private final List<String> wrong = new ArrayList<>();
    private int changes;
    private int noticed;

    /**
     * Creates a tally.
     *
     * @param mayDiffer changes after which recipes may differ though the same is rendered
     */
    Tally(List<Pattern> mayDiffer) {
        this.mayDiffer = mayDiffer;
    }

    long seed() {
        return seed;
    }

    /** Notes a change. */
    void add(String where, boolean otherRendered, boolean otherRecipes) {
        changes++;
        noticed += otherRendered ? 1 : 0;
        if (otherRendered && !otherRecipes) {
            wrong.add(where + ": the same recipes for what is rendered otherwise");
        } else if (otherRecipes && !otherRendered && mayDiffer.stream().noneMatch(p -> p.matcher(where).matches())) {
            wrong.add(where + ": other recipes for what is rendered as before");
        }
    }

    /** Fails if a recipe was wrong, or too few changes were noticed for this to prove anything. */
    void check(String what, int leastNoticed) {
        System.out.printf("%d changes of a model, %d of which change %s: %d wrong recipes (seed %d)%n", changes, noticed, what,
                wrong.size(), seed);
        assertEquals("", String.join("\n", wrong), () -> "seed " + seed);
        assertTrue(noticed >= leastNoticed, () -> noticed + " of " + changes + " changes were noticed: the test proves little");
    }
}
