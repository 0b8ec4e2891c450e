package org.reelbench.demo.internal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;

class OwnProgramTest {

    private static final List<String> LINE = List.of("/jdk/bin/java", "-cp", "x", "Main", "bench", "render");

    @Test
    void theWordsAreExchangedAndTheRestIsKept() {
        assertEquals(List.of("/jdk/bin/java", "-cp", "x", "Main", "render", "a.reel"),
                OwnProgram.exchange(LINE, List.of("bench", "render"), List.of("render", "a.reel")));
    }

    @Test
    void anotherCommandLineIsNotGuessed() {
        assertThrows(IllegalArgumentException.class, () -> OwnProgram.exchange(LINE, List.of("bench", "other"), List.of()));
        assertThrows(IllegalArgumentException.class, () -> OwnProgram.exchange(List.of("bench"), List.of("bench"), List.of()));
    }
}
