package org.reelbench.workbench.internal.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** Which projects are remembered, and how they are called. */
class SettingsTest {

    @Test
    void theLatestComesFirstAndEachStandsThereOnce() {
        assertEquals(List.of("a"), Settings.with(List.of(), "a"));
        assertEquals(List.of("b", "a"), Settings.with(List.of("a"), "b"));
        assertEquals(List.of("a", "b"), Settings.with(List.of("b", "a"), "a"));
    }

    @Test
    void theOldestAreForgotten() {
        List<String> ten = IntStream.range(0, 10).mapToObj(String::valueOf).toList();
        List<String> after = Settings.with(ten, "new");
        assertEquals(10, after.size());
        assertEquals("new", after.getFirst());
        assertEquals("8", after.getLast());
    }

    @Test
    void aProjectIsCalledByItsNameAndItsFolder() {
        Path project = Path.of("films").resolve("sand & sea.reel");
        assertEquals("sand & sea.reel  –  films", RecentMenu.label(project, false));
        assertEquals("sand & sea.reel  –  missing  –  films", RecentMenu.label(project, true));
    }
}
