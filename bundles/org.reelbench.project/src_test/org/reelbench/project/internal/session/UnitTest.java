package org.reelbench.project.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.project.Change;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.EditDraft;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectFile;
import org.reelbench.project.ProjectJournal;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.StaleRevision;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Id;

/** Several edits as one. */
class UnitTest {

    private final ProjectSession session = new FileSessions().create(Edits.film());

    private static EditCommand append(String name, long revision) {
        return EditCommand.of(EditCommands.APPEND, revision).with("track", "v1").with("generator", "color").with("name", name)
                .with("durationFrames", 100);
    }

    private static EditCommand rename(String clip, String name, long revision) {
        return EditCommand.of(EditCommands.RENAME_CLIP, revision).with("clip", clip).with("name", name);
    }

    private EditCommand twoClips() {
        long revision = session.revision();
        return EditCommands.unit("Two clips", List.of(append("Beach", revision), append("Sea", revision),
                rename("c2", "Ocean", revision)), revision);
    }

    private int clips() {
        return session.project().mainSequence().tracks().getFirst().items().size();
    }

    @Test
    void aUnitIsOneChangeWithOneNameAndOneStepToUndo() throws Exception {
        List<Change> heard = new ArrayList<>();
        session.addListener(heard::add);
        Project before = session.project();
        Change made = session.execute(twoClips());
        assertEquals(List.of(made), heard);
        assertSame(before, made.before());
        assertSame(session.project(), made.after());
        assertEquals("Two clips", made.label());
        assertEquals(List.of(new Id("c1"), new Id("c2")), made.created());
        assertEquals(1, session.revision());
        assertEquals(Optional.of("Two clips"), session.undoLabel());
        assertSame(before, session.undo().after());
        assertEquals(Optional.empty(), session.undoLabel());
        assertEquals(Optional.of("Two clips"), session.redoLabel());
        assertSame(made.after(), session.redo().after());
    }

    @Test
    void aUnitIsWhatItsStepsMakeOneByOne() throws Exception {
        ProjectSession other = new FileSessions().create(Edits.film());
        for (EditCommand step : EditCommands.steps(twoClips())) {
            other.execute(new EditCommand(step.name(), step.parameters(), other.revision()));
        }
        assertEquals(other.project(), session.execute(twoClips()).after());
        assertEquals(3, other.revision());
    }

    @Test
    void oneStepThatIsRefusedIsNamedAndNothingIsMade() throws Exception {
        Project before = session.project();
        List<Change> heard = new ArrayList<>();
        session.addListener(heard::add);
        EditCommand unit = EditCommands.unit("Bad", List.of(append("Beach", 0), rename("c7", "None", 0), append("Sea", 0)), 0);
        EditRefused refused = assertThrows(EditRefused.class, () -> session.execute(unit));
        assertEquals("edit 2 of 3: renameClip: there is no clip 'c7'", refused.getMessage());
        assertSame(before, session.project());
        assertEquals(0, session.revision());
        assertEquals(Optional.empty(), session.undoLabel());
        assertEquals(List.of(), heard);
    }

    @Test
    void aUnitThatComesToNothingIsNoEdit() throws Exception {
        EditCommand hide = EditCommand.of(EditCommands.HIDE_TRACK, 0).with("track", "v1");
        EditCommand show = EditCommand.of(EditCommands.SHOW_TRACK, 0).with("track", "v1");
        Change nothing = session.execute(EditCommands.unit("Blink", List.of(hide, show), 0));
        assertSame(nothing.before(), nothing.after());
        session.execute(EditCommands.unit("Empty", List.of(), 0));
        assertEquals(0, session.revision());
    }

    @Test
    void unitsMayHoldUnitsAndGoThroughJson() throws Exception {
        EditCommand outer = EditCommands.unit("Outer", List.of(twoClips(), append("Sand", 0)), 0);
        assertEquals(outer, EditCommand.ofJson(outer.toJson()));
        session.execute(EditCommand.ofJson(outer.toJson()));
        assertEquals(3, clips());
        session.undo();
        assertEquals(0, clips());
        assertThrows(EditRefused.class, () -> EditCommands.steps(append("Beach", 0)));
    }

    @Test
    void aUnitDecidedEarlierIsMadeWhereAllOfItIsAsItWas() throws Exception {
        session.execute(append("Beach", 0));
        EditCommand unit = EditCommands.unit("Quieter", List.of(
                EditCommand.of(EditCommands.SET_GAIN, 1).with("clip", "c1").with("gainDb", -3), rename("c1", "Shore", 1)), 1);
        session.execute(append("Sea", 1));
        Change made = session.execute(unit);
        assertEquals(2, made.command().revision());
        assertEquals(3, made.revision());
    }

    @Test
    void aUnitIsRefusedAsAWholeIfOneOfItsStepsIsStale() throws Exception {
        session.execute(append("Beach", 0));
        EditCommand unit = EditCommands.unit("Mix", List.of(EditCommand.of(EditCommands.HIDE_TRACK, 1).with("track", "v1"),
                rename("c1", "Shore", 1)), 1);
        session.execute(rename("c1", "Coast", 1));
        Project now = session.project();
        assertThrows(StaleRevision.class, () -> session.execute(unit));
        assertSame(now, session.project());
    }

    /** Each step for itself would be made: the clip it names was there neither then nor is it now. */
    @Test
    void aUnitWhoseNewClipsWouldHaveOtherIdsIsStale() throws Exception {
        EditCommand track = EditCommand.of(EditCommands.ADD_TRACK, 0).with("kind", "video");
        session.execute(track);
        EditCommand onOther = EditCommand.of(EditCommands.APPEND, 1).with("track", "v2").with("generator", "color")
                .with("durationFrames", 10);
        EditCommand unit = EditCommands.unit("Two", List.of(append("Beach", 1), append("Sea", 1), rename("c2", "Ocean", 1)), 1);
        session.execute(onOther);
        Project now = session.project();
        // The two would be c2 and c3, and the first of them would be renamed.
        assertThrows(StaleRevision.class, () -> session.execute(unit));
        assertSame(now, session.project());
    }

    @Test
    void whatCouldNotBeMadeWhenItWasDecidedIsNotMadeLaterEither() throws Exception {
        EditCommand unit = EditCommands.unit("Early", List.of(
                EditCommand.of(EditCommands.ADD_MEDIA, 0).with("path", "/media/a.mp4"),
                EditCommand.of(EditCommands.REMOVE_MEDIA, 0).with("media", "m2")), 0);
        session.execute(EditCommand.of(EditCommands.ADD_MEDIA, 0).with("path", "/media/b.mp4"));
        Project now = session.project();
        assertThrows(EditRefused.class, () -> session.execute(unit));
        assertSame(now, session.project());
    }

    @Test
    void aDraftIsDecidedStepByStepAndMadeAsOne() throws Exception {
        EditDraft draft = EditDraft.of(session);
        Id clip = draft.make(append("Beach", 99)).created().getFirst();
        Project tried = draft.project();
        assertThrows(EditRefused.class, () -> draft.make(rename("c9", "None", 0)));
        assertSame(tried, draft.project(), "what is refused leaves the draft alone");
        assertEquals("Rename 'Beach' to 'Shore'", draft.make(rename(clip.value(), "Shore", 0)).label());
        assertEquals(0, session.revision(), "the session does not notice");
        assertEquals(2, draft.steps().size());
        Change made = session.execute(draft.command("Both"));
        assertEquals(draft.project(), made.after());
        assertEquals("Both", made.label());
    }

    @Test
    void aDraftOfOneStepIsThatStep() throws Exception {
        EditDraft draft = EditDraft.of(session);
        assertThrows(IllegalStateException.class, () -> draft.command("Nothing"));
        draft.make(append("Beach", 0));
        assertEquals(append("Beach", 0), draft.command("Ignored"));
    }

    @Test
    void aUnitIsOneRecordOfTheJournalAndIsRecoveredAsOne(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("film.reel");
        ProjectFile.save(Edits.film(), file);
        EditCommand unit = twoClips();
        Project after;
        try (ProjectSession first = new FileSessions().open(file)) {
            after = first.execute(unit).after();
        }
        try (Stream<Path> files = Files.list(folder.resolve(".film.reel.recovery"))) {
            Path journal = files.filter(each -> each.toString().endsWith(".jsonl")).findFirst().orElseThrow();
            assertEquals(2, Files.readAllLines(journal).size(), "a header and a record");
        }
        List<ProjectJournal.Entry> entries = ProjectJournal.read(file).entries();
        assertEquals(List.of("Two clips"), entries.stream().map(ProjectJournal.Entry::label).toList());
        assertEquals(EditCommands.steps(unit), EditCommands.steps(entries.getFirst().command()));
        try (ProjectSession again = new FileSessions().open(file)) {
            assertEquals(after, again.project());
            assertEquals(1, again.recovery().orElseThrow().found().changes());
            assertEquals(Optional.of("Two clips"), again.undoLabel());
            assertEquals(Edits.film(), again.undo().after());
            assertFalse(again.isDirty());
            assertTrue(again.redoLabel().isPresent());
        }
    }
}
