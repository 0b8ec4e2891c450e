package org.reelbench.project.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
import org.reelbench.project.Project;
import org.reelbench.project.ProjectFile;
import org.reelbench.project.ProjectListener;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.StaleRevision;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackKind;

class FileSessionTest {

    private final ProjectSession session = new FileSessions().create(empty());

    private static Project empty() {
        Sequence sequence = new Sequence(new Id("s1"), "Main", FrameRate.of(25, 1), 1280, 720, 48_000,
                List.of(Track.of(new Id("v1"), "V1", TrackKind.VIDEO)), Extras.NONE);
        return Project.of("Film", sequence);
    }

    private Change append(String name) throws EditRefused {
        return session.execute(EditCommand.of(EditCommands.APPEND, session.revision())
                .with("track", "v1")
                .with("generator", "color")
                .with("name", name)
                .with("durationFrames", 100));
    }

    private EditCommand hide(boolean hidden) {
        return EditCommand.of(hidden ? EditCommands.HIDE_TRACK : EditCommands.SHOW_TRACK, session.revision()).with("track", "v1");
    }

    @Test
    void editsAreUndoneAndDoneAgainByNameBackToTheSameStates() throws Exception {
        Project start = session.project();
        Change append = append("Beach");
        Change split = session.execute(EditCommand.of(EditCommands.SPLIT, 1).with("track", "v1").with("frame", 50));
        assertEquals("Split 'Beach' at 00:00:02:00", split.label());
        assertEquals(Optional.of("Split 'Beach' at 00:00:02:00"), session.undoLabel());
        assertEquals(Optional.empty(), session.redoLabel());
        assertSame(append.after(), session.undo().after());
        assertEquals(Optional.of("Append 'Beach' to 'V1'"), session.undoLabel());
        assertEquals(Optional.of("Split 'Beach' at 00:00:02:00"), session.redoLabel());
        session.undo();
        assertEquals(List.of(), session.undoLabels(9));
        assertEquals(List.of("Append 'Beach' to 'V1'", "Split 'Beach' at 00:00:02:00"), session.redoLabels(9));
        assertEquals(List.of("Append 'Beach' to 'V1'"), session.redoLabels(1));
        assertSame(start, session.project());
        assertEquals(4, session.revision());
        assertEquals("there is nothing to undo", assertThrows(EditRefused.class, session::undo).getMessage());
        session.redo();
        Change redone = session.redo();
        assertSame(split.after(), session.project());
        assertEquals(Change.Kind.REDO, redone.kind());
        assertEquals(split.created(), redone.created());
        assertEquals("there is nothing to do again", assertThrows(EditRefused.class, session::redo).getMessage());
    }

    @Test
    void aNewEditForgetsWhatWasUndone() throws Exception {
        append("Beach");
        session.undo();
        append("Sea");
        assertEquals(Optional.empty(), session.redoLabel());
        session.undo();
        assertEquals(empty(), session.project());
    }

    @Test
    void thousandsOfEditsAreUndoneToTheStart() throws Exception {
        Project start = session.project();
        for (int i = 0; i < 1000; i++) {
            session.execute(hide(i % 2 == 0));
        }
        for (int i = 0; i < 1000; i++) {
            session.undo();
        }
        assertSame(start, session.project());
        assertEquals(Optional.empty(), session.undoLabel());
    }

    @Test
    void anEditDecidedEarlierIsMadeIfWhatItNamesIsWhatItWas() throws Exception {
        append("Beach");
        EditCommand hide = hide(true);
        EditCommand split = EditCommand.of(EditCommands.SPLIT, 1).with("track", "v1").with("frame", 50);
        EditCommand gain = EditCommand.of(EditCommands.SET_GAIN, 1).with("clip", "c1").with("gainDb", 3);
        append("Sea");
        Change made = session.execute(hide);
        assertEquals(2, made.command().revision());
        assertEquals(3, made.revision());
        assertThrows(StaleRevision.class, () -> session.execute(split), "the track is longer now");
        session.execute(gain);
        StaleRevision stale = assertThrows(StaleRevision.class, () -> session.execute(gain));
        assertEquals(4, stale.current());
        Project now = session.project();
        assertThrows(StaleRevision.class, () -> session.execute(EditCommand.of(EditCommands.HIDE_TRACK, 5).with("track", "v1")));
        assertThrows(StaleRevision.class, () -> session.execute(EditCommand.of(EditCommands.HIDE_TRACK, -1).with("track", "v1")));
        assertSame(now, session.project());
    }

    @Test
    void aClosedSessionIsReadButNotEdited(@TempDir Path folder) throws Exception {
        append("Beach");
        session.saveAs(folder.resolve("film.reel"));
        session.close();
        session.close();
        assertEquals(1, session.revision());
        assertThrows(EditRefused.class, () -> append("Sea"));
        assertThrows(EditRefused.class, session::undo);
        assertThrows(IOException.class, session::save);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of("film.reel"), files.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test
    void aRefusedEditChangesNothing() throws Exception {
        append("Beach");
        Project now = session.project();
        List<Change> heard = new ArrayList<>();
        session.addListener(heard::add);
        assertThrows(EditRefused.class, () -> session.execute(EditCommand.of(EditCommands.SPLIT, 1).with("track",
                "v1").with("frame", 0)));
        assertThrows(EditRefused.class, () -> session.execute(EditCommand.of("fly", 1)));
        assertSame(now, session.project());
        assertEquals(1, session.revision());
        assertEquals(List.of(), heard);
        assertEquals(Optional.of("Append 'Beach' to 'V1'"), session.undoLabel());
    }

    @Test
    void askingForWhatIsSoAlreadyIsNoEdit() throws Exception {
        List<Change> heard = new ArrayList<>();
        session.addListener(heard::add);
        Change nothing = session.execute(hide(false));
        assertSame(nothing.before(), nothing.after());
        assertEquals(0, session.revision());
        assertEquals(Optional.empty(), session.undoLabel());
        assertEquals(List.of(), heard);
    }

    @Test
    void listenersHearEveryChangeInOrderAfterItWasMade() throws Exception {
        List<Change> heard = new ArrayList<>();
        ProjectListener listener = change -> {
            assertSame(change.after(), session.project());
            assertEquals(change.revision(), session.revision());
            heard.add(change);
        };
        session.addListener(listener);
        session.addListener(listener);
        List<Change> made = new ArrayList<>(List.of(append("Beach"), append("Sea"), session.undo(), session.redo()));
        session.removeListener(listener);
        append("Sand");
        assertEquals(made, heard);
        assertEquals(List.of(Change.Kind.EDIT, Change.Kind.EDIT, Change.Kind.UNDO, Change.Kind.REDO),
                heard.stream().map(Change::kind)
                        .toList());
        assertSame(made.get(1).before(), made.get(2).after());
    }

    @Test
    void aListenerThatThrowsHarmsNobody() throws Exception {
        List<String> heard = new ArrayList<>();
        session.addListener(_ -> heard.add("first"));
        session.addListener(_ -> {
            throw new IllegalStateException("a listener's own problem, meant to be logged");
        });
        session.addListener(_ -> {
            throw new NoClassDefFoundError("a bundle half gone, meant to be logged");
        });
        session.addListener(_ -> heard.add("last"));
        append("Beach");
        append("Sea");
        assertEquals(List.of("first", "last", "first", "last"), heard);
        assertEquals(2, session.revision());
    }

    @Test
    void anEditMadeByAListenerIsHeardByAllAfterTheOneThatCausedIt() throws Exception {
        List<String> heard = new ArrayList<>();
        session.addListener(change -> {
            if (change.revision() == 1) {
                try {
                    session.execute(hide(true));
                } catch (EditRefused e) {
                    throw new AssertionError(e);
                }
            }
        });
        session.addListener(change -> heard.add(change.label()));
        append("Beach");
        assertEquals(List.of("Append 'Beach' to 'V1'", "Hide 'V1'"), heard);
        assertEquals(2, session.revision());
    }

    @Test
    void dirtyIsWhatDiffersFromWhatWasSaved(@TempDir Path folder) throws Exception {
        assertFalse(session.isDirty());
        append("Beach");
        assertTrue(session.isDirty());
        Path file = folder.resolve("film.reel");
        session.saveAs(file);
        assertFalse(session.isDirty());
        assertEquals(Optional.of(file), session.file());
        session.undo();
        assertTrue(session.isDirty());
        session.redo();
        assertFalse(session.isDirty());
        session.execute(hide(true));
        session.execute(hide(false));
        assertFalse(session.isDirty(), "hidden and shown again is as saved");
        session.execute(hide(true));
        session.save();
        assertEquals(session.project(), ProjectFile.load(file));
        session.close();
        try (ProjectSession opened = new FileSessions().open(file)) {
            assertEquals(session.project(), opened.project());
            assertFalse(opened.isDirty());
            assertEquals(0, opened.revision());
        }
    }

    @Test
    void aFailedSaveLeavesFileAndDirtyStateAsTheyWere(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("film.reel");
        session.saveAs(file);
        append("Beach");
        assertThrows(IOException.class, () -> session.saveAs(folder));
        assertThrows(IOException.class, () -> session.saveAs(folder.resolve("none/film.reel")));
        assertEquals(Optional.of(file), session.file());
        assertTrue(session.isDirty());
        assertEquals(empty(), ProjectFile.load(file));
    }

    @Test
    void withoutAFileThereIsNothingToSaveInto() {
        assertThrows(IllegalStateException.class, session::save);
    }

    @Test
    void mediaPathsFollowTheProjectToAnotherFolderAndThroughUndo(@TempDir Path folder) throws Exception {
        Path here = Files.createDirectories(folder.resolve("a/here"));
        Path there = Files.createDirectories(folder.resolve("b/there"));
        session.saveAs(here.resolve("film.reel"));
        session.execute(EditCommand.of(EditCommands.ADD_MEDIA, 0).with("path", "sea.mp4"));
        session.saveAs(there.resolve("film.reel"));
        session.undo();
        session.redo();
        session.save();
        String path = ProjectFile.load(there.resolve("film.reel")).media().getFirst().path();
        assertEquals(here.resolve("sea.mp4").toString(), path);
    }

    @Test
    void savingIsToldAfterwardsAndAListenerMaySave(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("film.reel");
        session.saveAs(file);
        List<String> heard = new ArrayList<>();
        session.addListener(new ProjectListener() {
            @Override
            public void changed(Change change) {
                heard.add("changed");
                try {
                    session.save();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }

            @Override
            public void saved(Path saved) {
                heard.add("saved " + saved.getFileName() + " " + session.isDirty());
            }
        });
        append("Beach");
        assertEquals(List.of("changed", "saved film.reel false"), heard);
        assertEquals(session.project(), ProjectFile.load(file));
    }
}
