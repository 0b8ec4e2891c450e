package org.reelbench.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class ShrinkingTest {

    private static final List<Integer> MANY = IntStream.range(0, 400).boxed().toList();

    @Test
    void findsTheElementsThatMakeItFail() {
        assertEquals(List.of(7, 123, 399), Shrinking.shrink(MANY, list -> list.containsAll(List.of(7, 123, 399))));
        assertEquals(List.of(0), Shrinking.shrink(MANY, list -> list.contains(0)));
    }

    @Test
    void findsAShortestLengthWhereAnyElementsDo() {
        assertEquals(3, Shrinking.shrink(MANY, list -> list.size() >= 3).size());
    }

    @Test
    void returnsNothingWhereNothingFailsToo() {
        assertEquals(List.of(), Shrinking.shrink(MANY, _ -> true));
    }
}
