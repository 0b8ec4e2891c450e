package org.reelbench.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;

/**
 * Tables of edits: a line for each case, {@code name | before | arguments | after}. Tracks v1, v2 and a1 are written as
 * {@link Samples} reads them, with {@code //} between them. After the edit, {@code =} means the same sequence and {@code !} a
 * refusal with words of its reason.
 */
final class EditTable {

    /** An edit as the table gives its arguments. */
    interface Edit {
        Sequence apply(Sequence before, List<String> arguments) throws EditRefused;
    }

    private EditTable() {
    }

    static Stream<DynamicTest> of(String table, Edit edit) {
        return table.lines().filter(line -> !line.isBlank()).map(line -> {
            List<String> cells = cells(line, "\\|");
            assertEquals(4, cells.size(), line);
            return DynamicTest.dynamicTest(cells.get(0), () -> check(cells, edit));
        });
    }

    static Sequence sequence(String text) {
        List<String> tracks = new ArrayList<>(cells(text, "//"));
        while (tracks.size() < 3) {
            tracks.add("");
        }
        return Samples.sequence(tracks.get(0), tracks.get(1), tracks.get(2));
    }

    static String text(Sequence sequence) {
        return String.join(" // ", sequence.tracks().stream().map(track -> Samples.text(track.items())).toList());
    }

    private static void check(List<String> cells, Edit edit) throws EditRefused {
        Sequence before = sequence(cells.get(1));
        assertEquals(List.of(), Invariants.violations(before), "the case itself");
        List<String> arguments = cells(cells.get(2), " +");
        String expected = cells.get(3);
        if (expected.startsWith("!")) {
            String reason = String.valueOf(assertThrows(EditRefused.class, () -> edit.apply(before, arguments)).getMessage());
            assertTrue(reason.contains(expected.substring(1).strip()), reason);
        } else if (expected.equals("=")) {
            assertSame(before, edit.apply(before, arguments));
        } else {
            Sequence after = edit.apply(before, arguments);
            assertEquals(text(sequence(expected)), text(after));
            assertEquals(List.of(), Invariants.violations(after));
            assertNotEquals(before, after);
            for (Track track : before.tracks()) {
                if (track.equals(after.track(track.id()))) {
                    assertSame(track, after.track(track.id()));
                }
            }
        }
        assertEquals(sequence(cells.get(1)), before, "the sequence before the edit");
    }

    private static List<String> cells(String line, String separator) {
        return Arrays.stream(line.split(separator, -1)).map(String::strip).toList();
    }
}
