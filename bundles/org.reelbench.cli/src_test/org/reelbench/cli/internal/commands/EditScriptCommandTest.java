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
import org.reelbench.project.EditDraft;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectFile;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.ProjectSessions;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Track;

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

    /** A session that makes edits, and notes what is asked of it. */
    private ProjectSession session(Project first) {
        Project[] now = { first };
        return fake(ProjectSession.class, (name, arguments) -> switch (name) {
        case "project" -> now[0];
        case "revision" -> revision;
        case "file", "recovery" -> Optional.empty();
        case "execute" -> {
            Change change = execute(now[0], (EditCommand) arguments[0]);
            now[0] = change.after();
            yield change;
        }
        case "undo" -> {
            done.add("undo");
            now[0] = first;
            revision++;
            yield null;
        }
        case "save" -> {
            if (failsToSave) {
                throw new IOException("film.reel: the disk is full");
            }
            done.add("save");
            ProjectFile.save(now[0], films.file("film.reel"));
            yield null;
        }
        case "close" -> {
            done.add("close");
            yield null;
        }
        default -> throw new AssertionError(name);
        });
    }

    private Change execute(Project before, EditCommand command) throws EditRefused {
        assertEquals(revision, command.revision());
        EditDraft draft = EditDraft.of(session(before));
        EditDraft.Step made = draft.make(command);
        done.add(made.label());
        revision++;
        return new Change(Change.Kind.EDIT, before, draft.project(), command, made.label(), made.created(), revision);
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

    private List<String> tracks() throws IOException {
        return ProjectFile.load(films.file("film.reel")).mainSequence().tracks().stream().map(Track::name).toList();
    }

    @Test
    void allLinesAreOneEditEachOnWhatTheOneBeforeLeftAndThenSaved() throws Exception {
        films.write("tracks.txt", "# the tracks\n\nadd-track kind=video name=Main\r\nrename-track track=1 name=Film # gone\n");
        assertEquals(ExitCode.OK, run("", "film.reel", "tracks.txt"));
        assertEquals(List.of("Edits of 'tracks.txt'", "save", "close"), done);
        assertEquals(List.of("Add track 'Main' (v1)", "Rename track 'Main' to 'Film'"), films.printed());
        assertEquals(List.of("Film"), tracks());
    }

    @Test
    void linesComeFromTheStandardInputAndResultsAsJson() throws Exception {
        assertEquals(ExitCode.OK, run("add-track kind=audio\nmute-track track=a1", "film.reel", "-", "--json"));
        assertEquals(List.of("{\"command\":\"addTrack\",\"label\":\"Add track 'A1'\",\"created\":[\"a1\"],\"revision\":8}",
                "{\"command\":\"muteTrack\",\"label\":\"Mute 'A1'\",\"created\":[],\"revision\":8}"), films.printed());
        assertEquals("Edits of a script", done.getFirst());
    }

    @Test
    void aScriptOfOneLineIsThatEdit() throws Exception {
        assertEquals(ExitCode.OK, run("add-track kind=audio", "film.reel", "-"));
        assertEquals(List.of("Add track 'A1'", "save", "close"), done);
    }

    @Test
    void aScriptThatSaysNothingIsNoEdit() throws Exception {
        assertEquals(ExitCode.OK, run("# nothing\n", "film.reel", "-"));
        assertEquals(List.of("save", "close"), done);
        assertEquals(List.of(), films.printed());
    }

    @Test
    void oneLineThatCannotBeMadeIsNamedAndNothingIs() throws Exception {
        CommandException refused = fails("add-track kind=video\nadd-track kind=video\n\ndelete clip=c9", "film.reel", "-");
        assertEquals(ExitCode.FAILED, refused.exitCode());
        assertEquals("standard input, line 4: delete: there is no clip 'c9'; the project is as it was", refused.getMessage());
        assertEquals(List.of("close"), done);
        assertEquals(List.of(), films.printed());
        assertEquals(List.of(), tracks());
    }

    @Test
    void aLineThatCannotBeReadIsNamed() {
        assertTrue(fails("add-track kind=video\nfly", "film.reel", "-").getMessage().startsWith(
                "standard input, line 2: there is no edit command 'fly'"));
        assertEquals(List.of("close"), done);
    }

    @Test
    void whatCannotBeSavedIsTakenBack() {
        failsToSave = true;
        assertEquals(ExitCode.OUTPUT, fails("add-track kind=video\nadd-track kind=audio", "film.reel", "-").exitCode());
        assertEquals(List.of("Edits of a script", "undo", "close"), done);
    }

    @Test
    void aDryRunTellsAndSavesNothing() throws Exception {
        assertEquals(ExitCode.OK, run("add-track kind=video\nhide-track track=v1", "film.reel", "-", "--dry-run"));
        assertEquals(List.of("Add track 'V1' (v1)", "Hide 'V1'"), films.printed());
        assertEquals(List.of("close"), done);
        assertEquals(List.of(), tracks());
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
