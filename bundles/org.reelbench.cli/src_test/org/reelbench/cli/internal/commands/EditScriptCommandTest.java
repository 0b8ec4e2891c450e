package org.reelbench.cli.internal.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
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
import org.reelbench.project.Change;
import org.reelbench.project.EditCommand;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectFile;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.ProjectSessions;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Id;

class EditScriptCommandTest {

    private final List<String> done = new ArrayList<>();
    private final Films films;
    private long revision = 7;
    private boolean failsToSave;

    EditScriptCommandTest(@TempDir Path folder) {
        films = new Films(folder);
    }

    @BeforeEach
    void setUp() throws Exception {
        films.project("film.reel");
    }

    /** A session that makes every edit but the deletion of c9. */
    private ProjectSession session(Project project) {
        return fake(ProjectSession.class, (name, arguments) -> switch (name) {
        case "project" -> project;
        case "revision" -> revision;
        case "recovery" -> Optional.empty();
        case "execute" -> execute(project, (EditCommand) arguments[0]);
        case "undo" -> {
            done.add("undo");
            revision++;
            yield null;
        }
        case "save" -> {
            if (failsToSave) {
                throw new IOException("film.reel: the disk is full");
            }
            done.add("save");
            yield null;
        }
        case "close" -> {
            done.add("close");
            yield null;
        }
        default -> throw new AssertionError(name);
        });
    }

    private Change execute(Project project, EditCommand edit) throws EditRefused {
        if (edit.parameters().containsValue("c9")) {
            throw new EditRefused("there is no clip 'c9'");
        }
        assertEquals(revision, edit.revision());
        done.add(edit.name() + edit.parameters());
        revision++;
        return new Change(Change.Kind.EDIT, project, project, edit, "Do " + edit.name(),
                edit.name().equals("split") ? List.of(new Id("c2")) : List.of(), revision);
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

    private int run(String script, String... arguments) throws CommandException {
        ProjectSessions sessions = fake(ProjectSessions.class, (_, given) -> session(ProjectFile.load((Path) given[0])));
        return films.run(new EditScriptCommand(sessions, new ByteArrayInputStream(script.getBytes(StandardCharsets.UTF_8))),
                arguments);
    }

    private CommandException fails(String script, String... arguments) {
        return assertThrows(CommandException.class, () -> run(script, arguments));
    }

    @Test
    void everyLineIsMadeInOrderAndThenSaved() throws Exception {
        films.write("cut.txt", "# the cut\n\nsplit track=v1 at=4.5s\r\nripple-delete clip=c1 # gone\n");
        assertEquals(ExitCode.OK, run("", "film.reel", "cut.txt"));
        assertEquals(List.of("split{frame=4.5s, track=v1}", "rippleDelete{clip=c1}", "save", "close"), done);
        assertEquals(List.of("Do split (c2)", "Do rippleDelete"), films.printed());
    }

    @Test
    void linesComeFromTheStandardInputAndResultsAsJson() throws Exception {
        assertEquals(ExitCode.OK, run("split track=v1 at=48\nhide-track track=v1", "film.reel", "-", "--json"));
        assertEquals(List.of("{\"command\":\"split\",\"label\":\"Do split\",\"created\":[\"c2\"],\"revision\":8}",
                "{\"command\":\"hideTrack\",\"label\":\"Do hideTrack\",\"created\":[],\"revision\":9}"), films.printed());
    }

    @Test
    void oneLineThatCannotBeMadeTakesAllBack() {
        CommandException refused = fails("split track=v1 at=1\nsplit track=v1 at=2\n\ndelete clip=c9", "film.reel", "-");
        assertEquals(ExitCode.FAILED, refused.exitCode());
        assertEquals("standard input, line 4: there is no clip 'c9'; the project is as it was", refused.getMessage());
        assertEquals(List.of("undo", "undo", "close"), done.subList(2, done.size()));
        assertEquals(List.of(), films.printed());
    }

    @Test
    void aLineThatCannotBeReadIsNamed() {
        assertTrue(fails("split track=v1 at=1\nfly", "film.reel", "-").getMessage().startsWith(
                "standard input, line 2: there is no edit command 'fly'"));
        assertEquals(List.of("undo", "close"), done.subList(1, done.size()));
    }

    @Test
    void whatCannotBeSavedIsTakenBack() {
        failsToSave = true;
        assertEquals(ExitCode.OUTPUT, fails("split track=v1 at=1", "film.reel", "-").exitCode());
        assertEquals(List.of("undo", "close"), done.subList(1, done.size()));
    }

    @Test
    void aDryRunTellsAndSavesNothing() throws Exception {
        assertEquals(ExitCode.OK, run("split track=v1 at=1", "film.reel", "-", "--dry-run"));
        assertEquals(List.of("Do split (c2)"), films.printed());
        assertEquals(List.of("undo", "close"), done.subList(1, done.size()));
    }

    @Test
    void wrongCallsAreExplained() throws Exception {
        assertEquals(ExitCode.USAGE, fails("", "film.reel").exitCode());
        assertEquals(ExitCode.INPUT, fails("", "film.reel", "none.txt").exitCode());
        assertEquals(ExitCode.INPUT, fails("", "none.reel", "-").exitCode());
        Files.write(films.file("latin.txt"), new byte[] { (byte) 0xe4 });
        assertEquals(ExitCode.INPUT, fails("", "film.reel", "latin.txt").exitCode());
        assertEquals(List.of(), done);
    }
}
