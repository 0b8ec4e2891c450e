package org.reelbench.project.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringReader;

import org.junit.jupiter.api.Test;

class JsonPrinterTest {

    @Test
    void entriesStandOnLinesOfTheirOwnOrAllOnOne() throws Exception {
        StringBuilder text = new StringBuilder();
        JsonPrinter printer = new JsonPrinter(text);
        printer.beginObject(true);
        printer.name("a").whole(1);
        printer.name("list").beginList(true);
        printer.beginObject(false).name("x").text("y").name("inner").beginList(false).flag(true).number(2).end().end();
        printer.beginObject(true).name("x").json("null").end();
        printer.end();
        printer.name("empty").beginList(true).end();
        printer.end();
        assertEquals("""
                {
                  "a": 1,
                  "list": [
                    {"x": "y", "inner": [true, 2.0]},
                    {
                      "x": null
                    }
                  ],
                  "empty": []
                }""", text.toString());
    }

    @Test
    void whatCannotBeSeenIsEscapedAndLettersOfAllScriptsAreNot() {
        assertEquals("\"Zürich 海 🎬 \\\"a\\\\b\\n\\t\\r\\u0000\\u0085\\u2028\\ufeff\"",
                JsonPrinter.quoted("Zürich 海 🎬 \"a\\b\n\t\r\u0000\u0085\u2028\ufeff"));
    }

    @Test
    void halvesOfCharactersSurvive() throws Exception {
        String halves = "\ud83d x \udfac\ud83d";
        assertEquals("\"\\ud83d x \\udfac\\ud83d\"", JsonPrinter.quoted(halves));
        Json read = JsonReader.read(new StringReader(JsonPrinter.quoted(halves)), JsonLimits.forProjects());
        assertEquals(halves, PlainValues.of(read));
    }

    @Test
    void thereIsNoNumberForInfinity() {
        JsonPrinter printer = new JsonPrinter(new StringBuilder());
        assertThrows(IllegalArgumentException.class, () -> printer.number(Double.POSITIVE_INFINITY));
    }
}
