package org.reelbench.preview.internal.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelbench.timeline.Id;

class SequencePathTest {

    @ParameterizedTest
    @ValueSource(strings = { "film", "Main film", "a/b", "..", "~", "ä€😀", "100%", "x?y#z", "a\\b;c" })
    void everyIdComesBackFromItsPath(String text) {
        String path = SequencePath.of(new Id(text));
        assertTrue(path.matches("[A-Za-z0-9_~-]+"), path);
        assertEquals(Optional.of(new Id(text)), SequencePath.read(path));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "a b", "a/b", "~", "~2", "~zz", "~00", "~20", ".." })
    void whatNoIdIsWrittenAsIsRefused(String path) {
        assertEquals(Optional.empty(), SequencePath.read(path));
    }

    @Test
    void plainIdsAreReadable() {
        assertEquals("scene-1_b", SequencePath.of(new Id("scene-1_b")));
    }
}
