package org.reelbench.project.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What an edit of fifty long tracks costs grows as the depth of their trees, not as their length: counted, not timed. The deep
 * tier has 10,000 clips on each track.
 */
class EditWorkTest {

    private static final int TRACKS = 50;
    private static final int FEW = 100;
    private static final int MANY = "deep".equals(System.getProperty("reelbench.tier")) ? 10_000 : 2_000;
    /** An AVL tree of n nodes is at most so many times log2(n) high. */
    private static final double AVL = 1.4405;

    private static Map<String, long[]> few = Map.of();
    private static Map<String, long[]> many = Map.of();

    @BeforeAll
    static void edit() throws Exception {
        few = costs(FEW);
        many = costs(MANY);
    }

    @TestFactory
    Stream<DynamicTest> anEditLooksAtTheDepthOfEachTrackAndMakesThatOfAFew() {
        int itemsOfTrack = MANY + MANY / 2;
        int height = (int) (AVL * Math.log(itemsOfTrack) / Math.log(2)) + 1;
        assertEquals(few.keySet(), many.keySet());
        return many.keySet().stream().filter(each -> !each.startsWith(LargeProject.BULK))
                .map(edit -> DynamicTest.dynamicTest(edit, () -> {
                    long[] cost = many.get(edit);
                    String counted = cost[0] + " nodes looked at, " + cost[1] + " made, " + cost[2] + " steps";
                    // Each track is asked whether it has a clip, or an id to be given to a new one, and where the greatest is.
                    assertTrue(cost[0] <= 2L * TRACKS * height + 10L * height, counted);
                    // An edit exchanges some items of one or two tracks; each makes a path of nodes, in the tree and in the indices.
                    assertTrue(cost[1] <= 20L * height, counted);
                    assertTrue(cost[2] <= 2 * few.get(edit)[2] + 100, counted + ", among fewer clips " + few.get(edit)[2]);
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatComesOnceWithAllClipsGrowsAsTheyDo() {
        return many.keySet().stream().filter(each -> each.startsWith(LargeProject.BULK)).map(bulk -> DynamicTest.dynamicTest(bulk,
                () -> assertTrue(many.get(bulk)[2] <= 2L * MANY / FEW * few.get(bulk)[2],
                        () -> many.get(bulk)[2] + " steps, among fewer clips " + few.get(bulk)[2])));
    }

    /** The reflection leads into classes that look the same and are others. */
    @SuppressWarnings("unchecked")
    private static Map<String, long[]> costs(int clips) throws Exception {
        return (Map<String, long[]>) new CountingLoader().loadClass(LargeProject.class.getName())
                .getMethod("costs", Integer.class, Integer.class).invoke(null, TRACKS, clips);
    }
}
