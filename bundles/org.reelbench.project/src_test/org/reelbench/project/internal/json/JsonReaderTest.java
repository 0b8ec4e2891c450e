package org.reelbench.project.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;

import org.junit.jupiter.api.Test;

class JsonReaderTest {

    private static final JsonLimits LIMITS = new JsonLimits(100_000, 64, 1000, 1 << 20);

    private static Json read(String text) throws Exception {
        return JsonReader.read(new StringReader(text), LIMITS);
    }

    private static JsonProblem problem(String text) {
        return assertThrows(JsonProblem.class, () -> read(text));
    }

    @Test
    void everyValueRemembersItsPlace() throws Exception {
        Json.ObjectValue root = assertInstanceOf(Json.ObjectValue.class, read("{\n  \"a\": 1,\n  \"b\": [\n    true\n  ]\n}\n"));
        Json a = root.members().get("a");
        Json.ListValue b = assertInstanceOf(Json.ListValue.class, root.members().get("b"));
        assertEquals("1:1 2:8 3:8 4:5", String.join(" ", place(root), place(a), place(b), place(b.values().getFirst())));
    }

    private static String place(Json value) {
        return value.line() + ":" + value.column();
    }

    @Test
    void numbersKeepTheirText() throws Exception {
        assertEquals("[1.500, -0, 1e400, 123456789012345678901234567890]",
                read("[1.500,-0,1e400,123456789012345678901234567890]").toText());
    }

    @Test
    void plainValuesHaveTheTypesOfCommandParameters() throws Exception {
        assertEquals("{a=1, b=[1.0, text, true], c={d=-3}}",
                String.valueOf(PlainValues.of(read("{\"c\":{\"d\":-3},\"a\":1,\"b\":[1.0,\"text\",true]}"))));
        assertEquals(Long.MAX_VALUE, PlainValues.of(read("9223372036854775807")));
    }

    @Test
    void whatHasNoPlainValueIsSaidSo() throws Exception {
        assertNull(PlainValues.of(read("[1, null]")));
        assertNull(PlainValues.of(read("{\"a\": 1e999}")));
        assertNull(PlainValues.of(read("9223372036854775808")));
    }

    @Test
    void aNameGivenTwiceIsRefusedWhereItIsGivenAgain() {
        JsonProblem problem = problem("{\n\"a\": 1,\n\"a\": 2}");
        assertEquals(3, problem.line());
        assertTrue(problem.getMessage().contains("\"a\" is given twice"), problem.getMessage());
    }

    @Test
    void anEmptyTextACutOneAndOneWithMoreBehindAreToldApart() {
        assertTrue(problem("").getMessage().contains("empty"));
        assertTrue(problem(" \n ").getMessage().contains("empty"));
        assertTrue(problem("{\"a\": [1, 2").getMessage().contains("ends too early"));
        assertTrue(problem("{\"a\": \"b").getMessage().contains("ends too early"));
        assertTrue(problem("{\"a\"").getMessage().contains("ends too early"));
        assertTrue(problem("{} {}").getMessage().contains("after the end"));
    }

    @Test
    void whatIsNoJsonIsRefusedWithItsLine() {
        for (String text : new String[] { "{\"a\": 1,\n}", "{\"a\": nan\n}", "[\n'a']", "[1\n2]", "{\n1: 2}", "\u0000\n", "[01]",
                "[\n+1]" }) {
            JsonProblem problem = problem(text);
            assertTrue(problem.getMessage().startsWith("this is no JSON: "), problem.getMessage());
            assertTrue(problem.line() >= 1, text);
        }
    }

    @Test
    void sixtyFourLevelsAreReadAndNoneMore() throws Exception {
        assertEquals("[".repeat(64) + "]".repeat(64), read("[".repeat(64) + "]".repeat(64)).toText());
        assertTrue(problem("[".repeat(65) + "]".repeat(65)).getMessage().contains("nested more than 64 deep"));
        assertTrue(problem("{\"a\":".repeat(50_000)).getMessage().contains("nested more than 64 deep"));
    }

    @Test
    void longTextsNamesNumbersAndDocumentsAreRefused() {
        for (String text : new String[] { "\"" + "x".repeat(20_000) + "\"", "{\"" + "x".repeat(20_000) + "\": 1}",
                "1".repeat(20_000),
                "[" + " ".repeat(200_000) + "]" }) {
            assertTrue(problem(text).getMessage().contains("longer than is allowed"), text.substring(0, 5));
        }
    }

    @Test
    void aTreeLargerThanTheMemoryGivenIsRefusedBeforeItIsBuilt() {
        String lists = "[" + "[],".repeat(30_000) + "[]]";
        assertTrue(problem(lists).getMessage().contains("too large for the memory"));
    }
}
