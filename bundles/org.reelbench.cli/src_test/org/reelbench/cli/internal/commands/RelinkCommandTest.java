package org.reelbench.cli.internal.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectFile;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.ProjectSessions;
import org.reelbench.project.Recovery;
import org.reelbench.project.RecoveryOutcome;

class RelinkCommandTest {

    private final List<String> done = new ArrayList<>();
    private Optional<RecoveryOutcome> recovery = Optional.empty();
    private final Films films;
    private final RelinkCommand command = new RelinkCommand(new ProjectLoader(), sessions(), Films.FINGERPRINTS);

    RelinkCommandTest(@TempDir Path folder) {
        films = new Films(folder);
    }

    @BeforeEach
    void setUp() throws Exception {
        films.write("old/day1/beach.mp4", "beach");
        films.write("old/sound/wind.wav", "wind");
        films.write("old/city.mp4", "city");
        films.project("cut/film.reel", "old/day1/beach.mp4", "old/sound/wind.wav", "old/city.mp4");
    }

    private ProjectSessions sessions() {
        return fake(ProjectSessions.class,
                (name, arguments) -> name.equals("open") ? session(ProjectFile.load((Path) arguments[0])) : null);
    }

    private ProjectSession session(Project project) {
        return fake(ProjectSession.class, (name, arguments) -> switch (name) {
        case "project" -> project;
        case "revision" -> 7L;
        case "recovery" -> recovery;
        case "execute" -> {
            EditCommand edit = (EditCommand) arguments[0];
            if (edit.name().equals(EditCommands.UNIT)) {
                done.add((String) edit.parameters().get("name"));
                EditCommands.steps(edit).forEach(this::relinked);
            } else {
                relinked(edit);
            }
            yield null;
        }
        case "save" -> {
            done.add(name);
            yield null;
        }
        case "close" -> null;
        default -> throw new AssertionError(name);
        });
    }

    private void relinked(EditCommand edit) {
        String path = ((String) edit.parameters().get("path")).replace(films.file("").toString(), "");
        done.add(edit.name() + " " + edit.parameters().get("media") + " " + path);
    }

    /** Answers a call. */
    private interface Answer {
        @Nullable
        Object to(String method, Object[] arguments) throws Exception;
    }

    private static <T> T fake(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
                (_, method, arguments) -> answer.to(method.getName(), arguments)));
    }

    @Test
    void whatIsFoundInAFolderIsRelinkedAndSaved() throws Exception {
        Files.move(films.file("old"), films.file("new"));
        assertEquals(ExitCode.OK, films.run(command, "cut/film.reel", "--search", "new"));
        assertEquals(List.of("m1: /old/day1/beach.mp4", "  is now /new/day1/beach.mp4", "m2: /old/sound/wind.wav",
                "  is now /new/sound/wind.wav", "m3: /old/city.mp4", "  is now /new/city.mp4",
                "3 found, 0 still missing; the project is saved"), films.printed());
        assertEquals(List.of("Relink 3 media", "relinkMedia m1 /new/day1/beach.mp4", "relinkMedia m2 /new/sound/wind.wav",
                "relinkMedia m3 /new/city.mp4", "save"), done.subList(0, 5));
    }

    @Test
    void changesThatWereNotSavedLastTimeAreSaidToBeInTheProject() throws Exception {
        recovery = Optional.of(new RecoveryOutcome(new Recovery(Recovery.Kind.READY, films.file("cut/film.reel"), "Film", 2, 0,
                List.of(), Optional.empty(), Optional.empty()), true, Optional.empty()));
        String note = "/cut/film.reel: 2 changes that were not saved last time are in the project again";
        films.run(command, "cut/film.reel", "--search", "old");
        assertEquals(List.of(note), films.told());
        films.run(command, "cut/film.reel", "--search", "old", "--json");
        assertEquals("{\"event\":\"note\",\"text\":\"" + note + "\"}", films.printed().getFirst());
        assertEquals(List.of(), films.told());
    }

    @Test
    void siblingsFollowTheMediumThatSomebodyRelinked() throws Exception {
        Files.move(films.file("old"), films.file("new"));
        Files.delete(films.file("new/city.mp4"));
        assertEquals(ExitCode.INPUT,
                films.run(command, "cut/film.reel", "--media", "m1", "new/day1/beach.mp4", "--json"));
        assertEquals(List.of(
                "{\"event\":\"found\",\"media\":\"m1\",\"from\":\"/old/day1/beach.mp4\""
                        + ",\"to\":\"/new/day1/beach.mp4\",\"by\":\"content\"}",
                "{\"event\":\"found\",\"media\":\"m2\",\"from\":\"/old/sound/wind.wav\""
                        + ",\"to\":\"/new/sound/wind.wav\",\"by\":\"content\"}",
                "{\"event\":\"missing\",\"media\":\"m3\",\"from\":\"/old/city.mp4\"}",
                "{\"event\":\"summary\",\"found\":2,\"missing\":1,\"saved\":true}"), films.printed());
    }

    @Test
    void aDryRunAndAProjectThatMissesNothingChangeNothing() throws Exception {
        assertEquals(ExitCode.OK, films.run(command, "cut/film.reel", "--search", "old"));
        assertEquals(List.of("no medium is missing"), films.printed());
        Files.move(films.file("old"), films.file("new"));
        assertEquals(ExitCode.OK, films.run(command, "cut/film.reel", "--search", "new", "--dry-run"));
        assertEquals("3 found, 0 still missing", films.printed().getLast());
        assertEquals(List.of(), done.stream().filter(call -> !call.equals("close")).toList());
    }

    @Test
    void aFileOfOtherContentIsTakenOnlyByForce() throws Exception {
        films.write("new/beach.mp4", "bench");
        CommandException refused = assertThrows(CommandException.class,
                () -> films.run(command, "cut/film.reel", "--media", "m1", "new/beach.mp4"));
        assertEquals(ExitCode.FAILED, refused.exitCode());
        assertEquals(List.of(), done.stream().filter(call -> !call.equals("close")).toList());
        assertEquals(ExitCode.OK, films.run(command, "cut/film.reel", "--media", "m1", "new/beach.mp4", "--force"));
        assertEquals("relinkMedia m1 /new/beach.mp4", done.stream().filter(call -> !call.equals("close")).findFirst().get());
    }

    @Test
    void wrongCallsAreExplained() {
        assertEquals(ExitCode.USAGE, code("cut/film.reel"));
        assertEquals(ExitCode.INPUT, code("cut/film.reel", "--search", "nowhere"));
        assertEquals(ExitCode.FAILED, code("cut/film.reel", "--media", "m9", "old/city.mp4"));
        assertEquals(ExitCode.INPUT, code("cut/film.reel", "--media", "m1", "nowhere.mp4"));
        assertEquals(ExitCode.INPUT, code("cut/none.reel", "--search", "old"));
    }

    private int code(String... arguments) {
        return assertThrows(CommandException.class, () -> films.run(command, arguments)).exitCode();
    }
}
