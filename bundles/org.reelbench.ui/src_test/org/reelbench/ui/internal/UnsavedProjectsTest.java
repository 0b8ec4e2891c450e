package org.reelbench.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.reelbench.project.ProjectInUse;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.ProjectSessions;
import org.reelbench.project.Recovery;
import org.reelbench.project.RecoveryChoice;
import org.reelbench.project.UnsavedProject;

/** What becomes of projects that were never saved. */
class UnsavedProjectsTest {

    private static final Path STATE = Path.of("/state/unsaved");

    private final List<String> calls = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    /** What opening a project ends with, by its folder: a session, a failure, or nothing. */
    private final Map<String, Object> outcomes = new HashMap<>();
    private final FakeSession session = new FakeSession(Films.project(), null);
    private final ProjectSessions sessions = ProjectSessions.class.cast(Proxy.newProxyInstance(
            ProjectSessions.class.getClassLoader(), new Class<?>[] { ProjectSessions.class },
            (_, method, arguments) -> answer(method.getName(), arguments)));

    private static UnsavedProject unsaved(String name) {
        return new UnsavedProject(STATE.resolve(name), Instant.EPOCH);
    }

    private Object answer(String method, Object[] arguments) throws Exception {
        return switch (method) {
        case "create" -> {
            calls.add("create" + (arguments.length == 2 ? " in " + arguments[1] : ""));
            yield session;
        }
        case "findUnsaved" -> List.of(unsaved("a"), unsaved("b"), unsaved("c"));
        case "openUnsaved" -> {
            String name = ((UnsavedProject) arguments[0]).folder().getFileName().toString();
            calls.add("open " + name);
            if (outcomes.get(name) instanceof IOException e) {
                throw e;
            }
            yield Optional.ofNullable(outcomes.get(name));
        }
        default -> throw new AssertionError(method);
        };
    }

    private UnsavedProjects projects(@Nullable Path folder) {
        return new UnsavedProjects(() -> Optional.ofNullable(folder), RecoveryChoice.ALL,
                (text, isProblem) -> told.add((isProblem ? "problem: " : "note: ") + text));
    }

    private Optional<ProjectSession> recover() throws IOException {
        return projects(STATE).recover(sessions);
    }

    @Test
    void whatHasNoFileIsJournaledInTheWorkbenchsOwnFolder() {
        assertSame(session, projects(STATE).create(sessions, Films.project()));
        projects(null).create(sessions, Films.project());
        assertEquals(List.of("create in " + STATE, "create"), calls);
    }

    @Test
    void eachIsAskedAboutUntilOneIsWanted() throws Exception {
        outcomes.put("b", session);
        assertSame(session, recover().orElseThrow());
        assertEquals(List.of("open a", "open b"), calls);
        assertEquals(List.of(), told);
    }

    @Test
    void whenAllAreSkippedThereIsNone() throws Exception {
        assertEquals(Optional.empty(), recover());
        assertEquals(3, calls.size());
    }

    @Test
    void whatIsPutOffIsNotAskedAboutTwice() throws Exception {
        outcomes.put("a", new RecoveryQuestion.PutOff());
        assertEquals(Optional.empty(), recover());
        assertEquals(List.of("open a"), calls);
        assertEquals(List.of("note: Projects that were never saved will be offered again"), told);
    }

    @Test
    void oneThatCannotBeReadOrIsOpenElsewhereKeepsNobodyFromTheNext() throws Exception {
        outcomes.put("a", new IOException("the journal is damaged"));
        outcomes.put("b", new ProjectInUse(STATE, "another Reelbench"));
        outcomes.put("c", session);
        assertSame(session, recover().orElseThrow());
        assertEquals(List.of("problem: Not recovered: the journal is damaged"), told);
    }

    @Test
    void withoutAFolderNothingIsLookedFor() throws Exception {
        assertEquals(Optional.empty(), projects(null).recover(sessions));
        assertEquals(List.of(), calls);
    }

    @Test
    void theQuestionNamesTheProjectWhatIsInItAndWhereItIsKept() {
        Recovery found = new Recovery(Recovery.Kind.READY, STATE.resolve("a"), "Film", 3, 0, List.of("Mute 'A1'", "Hide 'V1'"),
                Optional.empty(), Optional.empty());
        String text = RecoveryQuestion.OF_UNSAVED.text(found);
        assertTrue(text.startsWith("'Film' had never been saved when Reelbench ended. It has 3 changes:\n\n  • Mute 'A1'\n"
                + "  • Hide 'V1'\n  … and 1 before these\n"), text);
        assertTrue(text.endsWith(" is kept in " + STATE.resolve("a") + "."), text);
        assertTrue(RecoveryQuestion.OF_CHANGES.text(found).startsWith(
                "Reelbench ended before 3 changes of 'Film' could be saved:\n\n"), RecoveryQuestion.OF_CHANGES.text(found));
    }
}
