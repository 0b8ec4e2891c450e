package org.reelbench.project.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.project.EditCommands;
import org.reelbench.project.ProjectJournal;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.Recovery;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Track;

/** What an earlier Reelbench left is recovered by this one. */
class FirstJournalTest {

    private final Path file;

    FirstJournalTest(@TempDir Path folder) {
        file = folder.resolve("film.reel");
    }

    @BeforeEach
    void leave() throws Exception {
        Files.writeString(file, FirstJournal.FILM);
        Path journals = Files.createDirectory(file.resolveSibling(".film.reel.recovery"));
        Files.writeString(journals.resolve("journal-2.jsonl"), FirstJournal.JOURNAL);
    }

    private static List<String> clips(ProjectSession session) {
        List<String> clips = new ArrayList<>();
        for (Track track : session.project().mainSequence().tracks()) {
            for (Item item : track.items()) {
                clips.add(track.id() + " " + (item instanceof Clip clip ? clip.id() + " " + clip.name() : "gap") + " "
                        + item.durationFrames());
            }
        }
        return clips;
    }

    @Test
    void itsEditsAreMadeAgainAndUndoneOneByOne() throws Exception {
        try (ProjectSession session = new FileSessions().open(file)) {
            Recovery found = session.recovery().orElseThrow().found();
            assertEquals(Recovery.Kind.READY, found.kind());
            assertEquals(Optional.empty(), found.problem());
            assertEquals(7, found.changes());
            assertEquals(9, session.revision());
            assertEquals(List.of("v1 c1 Beach 40", "v1 c3 Beach 60", "a1 c2 Waves 40", "a1 c4 Waves 60"), clips(session));
            assertEquals(Optional.of("Mute 'A1'"), session.redoLabel());
            List<String> undone = new ArrayList<>();
            while (session.undoLabel().isPresent()) {
                undone.add(session.undo().label());
            }
            assertEquals(List.of("Split 'Beach' at 00:00:01:15", "Link 2 clips", "Append 'Waves' to 'A1'",
                    "Append 'Beach' to 'V1'", "Add media 'beach.mp4'"), undone);
            assertEquals(List.of(), clips(session));
        }
    }

    @Test
    void aUnitIsMadeOnTopOfThemAndBothAreRecovered() throws Exception {
        List<String> left;
        try (ProjectSession session = new FileSessions().open(file)) {
            session.execute(EditCommands.unit("Without sound", List.of(
                    EditCommands.ofLine("delete clip=c2 linked=false", session.project(), 0).orElseThrow(),
                    EditCommands.ofLine("delete clip=c4 linked=false", session.project(), 0).orElseThrow()),
                    session.revision()));
            left = clips(session);
        }
        try (ProjectSession session = new FileSessions().open(file)) {
            assertEquals(left, clips(session));
            assertEquals(Optional.of("Without sound"), session.undoLabel());
            session.undo();
            assertTrue(session.project().mainSequence().findClip(new Id("c4")).isPresent());
            session.save();
            assertFalse(session.isDirty());
        }
    }

    @Test
    void itIsLookedAtWithoutBeingOpened() throws Exception {
        List<ProjectJournal.Entry> entries = ProjectJournal.read(file).entries();
        assertEquals(9, entries.size());
        assertEquals(2, entries.stream().filter(ProjectJournal.Entry::isSaved).count());
    }
}
