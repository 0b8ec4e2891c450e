package org.reelbench.project.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.reelbench.project.EditCommand;
import org.reelbench.timeline.EditRefused;

class CommandJsonTest {

    @Test
    void aCommandIsReadAsItWasWritten() throws Exception {
        EditCommand command = EditCommand.of("split", 12)
                .with("track", "v\n1")
                .with("frame", 48)
                .with("scale", 0.5)
                .with("flag", true)
                .with("list", List.of("a", 1L, List.of()))
                .with("map", Map.of("b", Map.of(), "a", -1.0));
        assertEquals("{\"command\": \"split\", \"parameters\": {\"flag\": true, \"frame\": 48, \"list\": [\"a\", 1, []], "
                + "\"map\": {\"a\": -1.0, \"b\": {}}, \"scale\": 0.5, \"track\": \"v\\n1\"}, \"revision\": 12}",
                command.toJson());
        assertEquals(command, EditCommand.ofJson(command.toJson()));
        assertEquals(EditCommand.of("undo", 0), EditCommand.ofJson("{\"command\": \"undo\", \"revision\": 0}"));
    }

    @Test
    void whatIsNoCommandIsRefusedWithAReason() {
        Map<String, String> reasons = Map.of(
                "", "no JSON",
                "[]", "is an object",
                "{\"command\": \"split\"}", "\"revision\" is missing",
                "{\"revision\": 1}", "\"command\" is missing",
                "{\"command\": \"split\", \"revision\": 1.5}", "\"revision\"",
                "{\"command\": \"split\", \"revision\": 1, \"parameters\": []}", "\"parameters\" must be an object",
                "{\"command\": \"split\", \"revision\": 1, \"parameters\": {\"a\": null}}", "\"parameters\" must be an object",
                "{\"command\": \"split\", \"revision\": 1, \"more\": 1}", "no member \"more\"",
                "{\"command\": \"split\", \"revision\": 99999999999999999999}", "\"revision\"");
        reasons.forEach((json, reason) -> {
            String message = assertThrows(EditRefused.class, () -> EditCommand.ofJson(json), json).getMessage();
            assertEquals(true, message.contains(reason), json + ": " + message);
        });
    }
}
