package org.reelbench.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

class EditCommandTest {

    @Test
    void parametersAreCopiedDeeplyAndWidened() {
        List<Object> list = new ArrayList<>(List.of(1, 2.5f));
        Map<String, Object> map = new HashMap<>(Map.of("list", list));
        EditCommand command = EditCommand.of("split", 3).with("map", map).with("frame", 48);
        list.add("late");
        map.put("late", true);
        assertEquals("{frame=48, map={list=[1, 2.5]}}", command.parameters().toString());
        assertEquals(Long.valueOf(48), command.parameters().get("frame"));
        assertEquals(new EditCommand("split", new TreeMap<>(Map.of("frame", 48L, "map",
                new TreeMap<>(Map.of("list", List.of(1L, 2.5))))),
                3), command);
    }

    @Test
    void onlyJsonLikeValuesAreTaken() {
        EditCommand command = EditCommand.of("split", 0);
        for (Object value : new Object[] { new Object(), Double.NaN, Float.POSITIVE_INFINITY, 'c', Map.of(1, 2),
                List.of(List.of('c')) }) {
            assertThrows(IllegalArgumentException.class, () -> command.with("value", value), String.valueOf(value));
        }
        Map<String, Object> endless = new HashMap<>();
        endless.put("inner", endless);
        assertThrows(IllegalArgumentException.class, () -> command.with("value", endless));
    }

    @Test
    void parametersCannotBeChanged() {
        EditCommand command = EditCommand.of("split", 0).with("list", List.of(1L));
        assertThrows(UnsupportedOperationException.class, () -> command.parameters().put("frame", 1L));
    }

    @Test
    void everyCommandIsDescribed() throws Exception {
        assertEquals(EditCommands.class.getFields().length, EditCommands.descriptions().size());
        for (var constant : EditCommands.class.getFields()) {
            String name = (String) constant.get(null);
            CommandDescription description = EditCommands.describe(name).orElseThrow(() -> new AssertionError(name));
            assertTrue(description.purpose().endsWith("."), name);
        }
        assertTrue(EditCommands.describe("fly").isEmpty());
    }
}
