package org.reelbench.project.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.project.Change;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.EditDraft;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.StaleRevision;
import org.reelbench.project.internal.file.RandomProjects;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Id;

/** What holds for every project and every unit of edits. */
class UnitProperties {

    private static final int UNITS = System.getProperty("reelbench.tier", "quick").equals("deep") ? 20_000 : 800;

    /** One for all: each has threads of its own. */
    private static final FileSessions SESSIONS = new FileSessions();

    /** Makes a unit of some edits of which each can be made. */
    static EditCommand unit(Random random, ProjectSession session) {
        EditDraft draft = EditDraft.of(session);
        int wanted = 1 + random.nextInt(6);
        for (int i = 0; i < 40 && draft.steps().size() < wanted; i++) {
            make(draft, FileSessionProperties.command(random, draft.project(), draft.revision()));
        }
        return EditCommands.unit("Unit " + random.nextInt(100), draft.steps().stream().map(EditDraft.Step::command).toList(),
                draft.revision());
    }

    private static void make(EditDraft draft, EditCommand command) {
        try {
            draft.make(command);
        } catch (EditRefused refused) {
            assertTrue(!refused.getMessage().isBlank());
        }
    }

    @Test
    void aUnitIsWhatItsEditsMakeOneByOneAndIsUndoneInOneStep(@TempDir Path folder) throws Exception {
        long first = Long.getLong("reelbench.seed", System.nanoTime());
        int changed = 0;
        for (long seed = first; seed < first + UNITS; seed++) {
            Random random = new Random(seed);
            Project before = new RandomProjects(seed, folder).next();
            ProjectSession whole = SESSIONS.create(before);
            ProjectSession single = SESSIONS.create(before);
            EditCommand unit = unit(random, whole);
            List<Id> created = new ArrayList<>();
            for (EditCommand step : EditCommands.steps(unit)) {
                created.addAll(single.execute(new EditCommand(step.name(), step.parameters(), single.revision())).created());
            }
            Change made = whole.execute(unit);
            assertEquals(single.project(), made.after(), "seed " + seed);
            if (!made.after().equals(before)) {
                changed++;
                assertEquals(created, made.created(), "seed " + seed);
                assertEquals(1, whole.revision(), "seed " + seed);
                assertSame(before, whole.undo().after(), "seed " + seed);
                assertSame(made.after(), whole.redo().after(), "seed " + seed);
            }
        }
        assertTrue(changed > UNITS / 2, "only " + changed + " units changed something: the commands are poor");
    }

    /** Wherever in the unit the edit stands that cannot be made. */
    @Test
    void aUnitWithOneEditThatIsRefusedChangesNothing(@TempDir Path folder) throws Exception {
        long first = Long.getLong("reelbench.seed", System.nanoTime());
        for (long seed = first; seed < first + UNITS / 4; seed++) {
            Random random = new Random(seed);
            ProjectSession session = SESSIONS.create(new RandomProjects(seed, folder).next());
            Project before = session.project();
            List<EditCommand> steps = new ArrayList<>(EditCommands.steps(unit(random, session)));
            int place = random.nextInt(steps.size() + 1);
            steps.add(place, EditCommand.of(EditCommands.DELETE, 0).with("clip", "nobody"));
            try {
                session.execute(EditCommands.unit("Refused", steps, 0));
                throw new AssertionError("made, seed " + seed);
            } catch (EditRefused refused) {
                assertTrue(refused.getMessage().startsWith("edit " + (place + 1) + " of " + steps.size() + ": delete: "),
                        refused.getMessage() + ", seed " + seed);
            }
            assertSame(before, session.project(), "seed " + seed);
            assertEquals(0, session.revision(), "seed " + seed);
        }
    }

    /** Decided before another edit, a unit is made as on the project that edit led to, or refused: never a part of it. */
    @Test
    void aUnitDecidedEarlierIsMadeAsAWholeOrNotAtAll(@TempDir Path folder) throws Exception {
        long first = Long.getLong("reelbench.seed", System.nanoTime());
        int rebased = 0;
        for (long seed = first; seed < first + UNITS; seed++) {
            Random random = new Random(seed);
            ProjectSession session = SESSIONS.create(new RandomProjects(seed, folder).next());
            EditCommand unit = unit(random, session);
            EditDraft other = EditDraft.of(session);
            while (other.steps().isEmpty()) {
                make(other, FileSessionProperties.command(random, other.project(), 0));
            }
            session.execute(other.command(""));
            Project now = session.project();
            long revision = session.revision();
            try {
                Change made = session.execute(unit);
                EditDraft again = EditDraft.of(session(now));
                for (EditCommand step : EditCommands.steps(unit)) {
                    again.make(step);
                }
                assertEquals(again.project(), made.after(), "seed " + seed);
                rebased += revision > 0 ? 1 : 0;
            } catch (StaleRevision stale) {
                assertEquals(revision, stale.current(), "seed " + seed);
                assertSame(now, session.project(), "seed " + seed);
            } catch (EditRefused refused) {
                assertTrue(refused.getMessage().startsWith("edit "), refused.getMessage() + ", seed " + seed);
                assertSame(now, session.project(), "seed " + seed);
            }
        }
        assertTrue(rebased > UNITS / 20, "only " + rebased + " units were made on a later revision");
    }

    private static ProjectSession session(Project project) {
        return SESSIONS.create(project);
    }
}
