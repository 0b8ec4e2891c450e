package org.reelbench.workbench.internal.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.eclipse.core.commands.CommandManager;
import org.eclipse.core.commands.ParameterizedCommand;
import org.junit.jupiter.api.Test;

class EntryTest {

    private static final ParameterizedCommand COMMAND = new ParameterizedCommand(new CommandManager().getCommand("c"), null);
    private static final List<Entry> ALL = List.of(entry("Save", true), entry("Save As…", true), entry("Ripple Delete", true),
            entry("Do Not Save", true), entry("Save Frame as Picture…", false));

    private static Entry entry(String name, boolean isPossible) {
        return new Entry(name, "", isPossible, COMMAND);
    }

    private static List<String> found(String typed) {
        return Entry.matching(ALL, typed).stream().map(Entry::name).toList();
    }

    @Test
    void whatBeginsSoComesFirstAndWhatCannotBeDoneLast() {
        assertEquals(List.of("Save", "Save As…", "Do Not Save", "Save Frame as Picture…"), found("save"));
    }

    @Test
    void wordsAreFoundInAnyOrderAndInParts() {
        assertEquals(List.of("Ripple Delete"), found("  del RIP "));
        assertEquals(List.of(), found("save nothing"));
    }

    @Test
    void nothingTypedFindsAll() {
        assertEquals(5, found(" ").size());
    }
}
