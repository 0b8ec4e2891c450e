package org.reelbench.project.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectFile;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.RecoveryChoice;
import org.reelbench.project.internal.file.ModelDisk;
import org.reelbench.project.internal.file.RandomProjects;
import org.reelbench.project.internal.journal.FakeTimer;
import org.reelbench.project.internal.journal.JournalSettings;
import org.reelbench.timeline.EditRefused;

/**
 * What holds of the journal for every project and whatever is done to it.
 */
class JournalProperties {

    private static final int SESSIONS = System.getProperty("reelbench.tier", "quick").equals("deep") ? 2_000 : 60;

    private final FakeTimer timer = new FakeTimer();

    private ProjectSession open(Path file, int maxChanges) throws Exception {
        JournalSettings settings = new JournalSettings(new ModelDisk(file.getParent(), ModelDisk.Fault.NONE, 0), timer, 250,
                2_000, maxChanges, 1 << 20, 1 << 30);
        return new FileSessions(settings).open(file, RecoveryChoice.ALL);
    }

    private static void act(Random random, ProjectSession session) throws Exception {
        try {
            switch (random.nextInt(8)) {
            case 0 -> session.undo();
            case 1 -> session.redo();
            case 2 -> session.execute(UnitProperties.unit(random, session));
            default -> session.execute(FileSessionProperties.command(random, session.project(), session.revision()));
            }
        } catch (EditRefused refused) {
            assertTrue(!refused.getMessage().isBlank());
        }
    }

    /** What was unknown about a gap that is closed by now has no place in a file, be it the project's or a snapshot. */
    private static Project plain(Project project) {
        return FileSessionProperties.withoutGapExtras(project);
    }

    private static List<Project> undone(ProjectSession session) throws Exception {
        List<Project> states = new ArrayList<>();
        while (session.undoLabel().isPresent()) {
            states.add(plain(session.undo().after()));
        }
        return states;
    }

    private static List<Project> redone(ProjectSession session) throws Exception {
        List<Project> states = new ArrayList<>();
        while (session.redoLabel().isPresent()) {
            states.add(plain(session.redo().after()));
        }
        return states;
    }

    @Test
    void whatIsRecoveredIsEqualAndHasTheSameHistory(@TempDir Path folder) throws Exception {
        long first = Long.getLong("reelbench.seed", System.nanoTime());
        int recovered = 0;
        for (long seed = first; seed < first + SESSIONS; seed++) {
            Random random = new Random(seed);
            Path home = Files.createDirectory(folder.resolve("p" + seed));
            Path file = home.resolve("film.reel");
            ProjectFile.save(new RandomProjects(seed, home).next(), file);
            int maxChanges = random.nextBoolean() ? 7 : 1_000;
            ProjectSession session = open(file, maxChanges);
            boolean isSaved = false;
            int count = 5 + random.nextInt(40);
            for (int i = 0; i < count; i++) {
                act(random, session);
                timer.advance(random.nextInt(400));
                if (random.nextInt(20) == 0) {
                    session.save();
                    isSaved = true;
                }
            }
            boolean wasDirty = session.isDirty();
            session.close();
            try (ProjectSession again = open(file, maxChanges)) {
                assertTrue(plain(session.project()).equals(plain(again.project())), "another state, seed " + seed);
                assertTrue(isSaved || maxChanges < 1_000 || session.project().equals(again.project()), "seed " + seed);
                assertEquals(wasDirty, again.recovery().isPresent(), "seed " + seed);
                assertEquals(Optional.empty(), again.recovery().flatMap(outcome -> outcome.found().problem()), "seed " + seed);
                if (wasDirty) {
                    recovered++;
                    assertEquals(session.revision(), again.revision(), "seed " + seed);
                    assertEquals(session.undoLabel(), again.undoLabel(), "seed " + seed);
                    assertEquals(session.redoLabel(), again.redoLabel(), "seed " + seed);
                }
            }
            if (wasDirty) {
                checkHistory(session, file, maxChanges, seed);
            }
        }
        assertTrue(recovered > SESSIONS / 2, "only " + recovered + " sessions were dirty: the commands are poor");
    }

    /** Undoes in a copy of the closed session what is undone in the recovered one. */
    private void checkHistory(ProjectSession closed, Path file, int maxChanges, long seed) throws Exception {
        List<Project> before;
        List<Project> after;
        try (ProjectSession again = open(file, maxChanges)) {
            after = redone(again);
            before = undone(again);
            again.closeAndForget();
        }
        List<Project> states = ((FileSession) closed).history().stream().map(JournalProperties::plain).toList();
        assertTrue(states.getLast().equals(after.isEmpty() ? plain(closed.project()) : after.getLast()), "redo, seed " + seed);
        assertEquals(states.size(), before.size() + 1, "seed " + seed);
        assertTrue(states.reversed().subList(1, states.size()).equals(before), "undo, seed " + seed);
    }
}
