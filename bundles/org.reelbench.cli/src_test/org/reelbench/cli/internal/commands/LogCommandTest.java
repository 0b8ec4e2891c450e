package org.reelbench.cli.internal.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32C;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;

class LogCommandTest {

    private static final EditCommand MUTE = EditCommand.of(EditCommands.MUTE_TRACK, 0).with("track", "a1");
    private static final EditCommand SOLO = EditCommand.of(EditCommands.SOLO_TRACK, 0).with("track", "a1");

    private final Films films;

    LogCommandTest(@TempDir Path folder) {
        films = new Films(folder);
    }

    @BeforeEach
    void setUp() throws Exception {
        films.project("film.reel");
    }

    /** Leaves a journal as an editor that has the project open does. */
    private void journal(String label, EditCommand command) throws Exception {
        Path folder = Files.createDirectories(films.file(".film.reel.recovery"));
        Files.writeString(folder.resolve("journal-1.jsonl"),
                line("{\"reelbenchJournal\": 1, \"project\": \"film\", \"process\": \"\", \"revision\": 0}")
                        + line("{\"kind\": \"EDIT\", \"revision\": 1, \"dateMs\": 0, \"label\": \"" + label + "\", \"command\": "
                                + command.toJson() + ", \"created\": [], \"change\": {\"sequences\": []}}"));
    }

    private static String line(String json) {
        CRC32C sum = new CRC32C();
        sum.update(json.getBytes(StandardCharsets.UTF_8));
        return "%08x %s\n".formatted(sum.getValue(), json);
    }

    private List<String> log(String... arguments) throws CommandException {
        assertEquals(ExitCode.OK, films.run(new LogCommand(), arguments));
        return films.printed().stream().map(String::strip).toList();
    }

    @Test
    void anEditIsALineWithItsCommand() throws Exception {
        journal("Mute 'A1'", MUTE);
        assertEquals(List.of("-                       1 journal Mute 'A1'  muteTrack {track=a1}"), log("film.reel"));
    }

    @Test
    void theEditsOfAUnitStandBelowEachOther() throws Exception {
        EditCommand inner = EditCommands.unit("Inner", List.of(SOLO), 0);
        journal("Edits of a script", EditCommands.unit("Edits of a script", List.of(MUTE, inner, SOLO), 0));
        assertEquals(List.of("-                       1 journal Edits of a script  3 edits:", "muteTrack {track=a1}", "one edit:",
                "soloTrack {track=a1}", "soloTrack {track=a1}"), log("film.reel"));
        assertEquals(1, log("film.reel", "--json").size());
    }

    @Test
    void aUnitThatThisVersionCannotReadIsShownAsItIs() throws Exception {
        journal("Later", EditCommand.of(EditCommands.UNIT, 0).with("commands", "all of them"));
        assertEquals(List.of("-                       1 journal Later  unit {commands=all of them}"), log("film.reel"));
    }

    @Test
    void withoutAJournalEverythingIsInTheFile() throws Exception {
        assertEquals(List.of("The journal is empty: all there is is in the project file."), log("film.reel"));
        assertEquals(List.of(), log("film.reel", "--json"));
    }
}
