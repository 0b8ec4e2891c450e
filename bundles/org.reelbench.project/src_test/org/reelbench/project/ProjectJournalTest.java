package org.reelbench.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.project.ProjectJournal.Kind;
import org.reelbench.project.internal.session.FileSessions;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

class ProjectJournalTest {

    private final Path file;

    ProjectJournalTest(@TempDir Path folder) {
        file = folder.resolve("film.reel");
    }

    private static void run(ProjectSession session, String line) throws Exception {
        session.execute(EditCommands.ofLine(line, session.project(), session.revision()).orElseThrow());
    }

    /** Leaves a journal behind, as a program that was killed does. */
    private void leave() throws Exception {
        Sequence sequence = new Sequence(new Id("s1"), "Main", FrameRate.of(25, 1), 1280, 720, 48_000, List.of(), Extras.NONE);
        try (ProjectSession session = new FileSessions().create(Project.of("Film", sequence))) {
            session.saveAs(file);
            run(session, "add-track kind=video");
            session.save();
            run(session, "add-track kind=audio");
            run(session, "mute-track track=audio:1");
            session.undo();
        }
    }

    @Test
    void aJournalTellsWhatWasMadeAndWhatOfItIsSaved() throws Exception {
        leave();
        ProjectJournal journal = ProjectJournal.read(file);
        assertEquals(Optional.empty(), journal.problem());
        assertEquals(List.of("Add track 'V1'", "Add track 'A1'", "Mute 'A1'", "Mute 'A1'"),
                journal.entries().stream().map(ProjectJournal.Entry::label).toList());
        assertEquals(List.of(Kind.EDIT, Kind.EDIT, Kind.EDIT, Kind.UNDO),
                journal.entries().stream().map(ProjectJournal.Entry::kind).toList());
        assertEquals(List.of(true, false, false, false), journal.entries().stream().map(ProjectJournal.Entry::isSaved).toList());
        assertEquals(List.of(new Id("a1")), journal.entries().get(1).created());
        assertEquals("muteTrack", journal.entries().getLast().command().name());
        assertTrue(journal.entries().getLast().date().isPresent());
    }

    @Test
    void lookingAtAJournalLeavesItAlone() throws Exception {
        leave();
        ProjectJournal first = ProjectJournal.read(file);
        assertEquals(first, ProjectJournal.read(file));
        try (ProjectSession session = new FileSessions().open(file)) {
            assertEquals(first.entries().size() - 1, ProjectJournal.read(file).entries().stream()
                    .filter(entry -> entry.kind() == Kind.EDIT).count());
            session.save();
        }
        assertEquals(List.of(), ProjectJournal.read(file).entries());
    }

    @Test
    void withoutAJournalThereIsNothing() throws Exception {
        Files.createFile(file);
        assertEquals(new ProjectJournal(List.of(), Optional.empty()), ProjectJournal.read(file));
    }
}
