package org.reelbench.project.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.project.Change;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectChangedOnDisk;
import org.reelbench.project.ProjectFile;
import org.reelbench.project.ProjectInUse;
import org.reelbench.project.ProjectListener;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.Recovery;
import org.reelbench.project.RecoveryChoice;
import org.reelbench.project.RecoveryOutcome;
import org.reelbench.project.UnsavedProject;
import org.reelbench.project.internal.file.FileOperations;
import org.reelbench.project.internal.file.ModelDisk;
import org.reelbench.project.internal.journal.FakeTimer;

/** What is found when a project is opened again, and what becomes of it. */
class RecoveryTest {

    private final FakeTimer timer = new FakeTimer();
    private final FileSessions sessions = CrashTest.sessions(new FileOperations(), timer);
    private final Random random = new Random(3);
    @TempDir
    private Path folder = Path.of("");
    private Path file = Path.of("");
    private Path place = Path.of("");

    @BeforeEach
    void setUp() throws Exception {
        file = folder.resolve("film.reel");
        place = folder.resolve(".film.reel.recovery");
        ProjectFile.save(Edits.film(), file);
    }

    private void edit(ProjectSession session, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            session.execute(EditCommand.of(EditCommands.ADD_MEDIA, session.revision()).with("path",
                    "/media/" + session.revision() + "-" + random.nextInt(1 << 20) + ".mp4"));
        }
    }

    /** Leaves a journal of some edits; returns the state they lead to. */
    private Project leave(int edits) throws Exception {
        try (ProjectSession session = sessions.open(file)) {
            edit(session, edits);
            return session.project();
        }
    }

    private Path journal() throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(each -> each.getFileName().toString().endsWith(".jsonl")).findFirst().orElseThrow();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(each -> !each.equals(folder)).map(each -> folder.relativize(each).toString()).sorted().toList();
        }
    }

    @Test
    void whatWasRecoveredIsDirtyAndIsUndoneByName() throws Exception {
        Project left = leave(3);
        List<Recovery> offered = new ArrayList<>();
        try (ProjectSession session = sessions.open(file, found -> {
            offered.add(found);
            return RecoveryChoice.Answer.RECOVER;
        })) {
            assertEquals(left, session.project());
            assertEquals(3, session.revision());
            assertEquals(3, session.securedRevision());
            assertTrue(session.isDirty());
            assertEquals(3, offered.getFirst().changes());
            assertEquals(file, offered.getFirst().place());
            assertEquals(session.undoLabel().orElseThrow(), offered.getFirst().labels().getFirst());
            assertEquals(Optional.of(new RecoveryOutcome(offered.getFirst(), true, Optional.empty())), session.recovery());
            session.undo();
            session.undo();
            session.undo();
            assertEquals(Edits.film(), session.project());
            assertFalse(session.isDirty());
        }
        assertEquals(List.of("film.reel"), names(folder));
    }

    @Test
    void historyReachesBackBehindASnapshotAndASave() throws Exception {
        List<Project> states = new ArrayList<>(List.of(Edits.film()));
        try (ProjectSession session = sessions.open(file)) {
            for (int i = 0; i < 12; i++) {
                edit(session, 1);
                timer.advance(1_000);
                states.add(session.project());
                if (i == 3) {
                    session.save();
                }
            }
            session.undo();
            timer.advance(1_000);
        }
        assertTrue(names(place).stream().anyMatch(name -> name.startsWith("snapshot-")), "no snapshot was taken");
        try (ProjectSession session = sessions.open(file)) {
            assertEquals(states.get(11), session.project());
            assertEquals(states.get(12), session.redo().after());
            for (int i = 11; i >= 0; i--) {
                assertEquals(states.get(i), session.undo().after());
            }
            assertEquals(Optional.empty(), session.undoLabel());
        }
    }

    @Test
    void whatIsSkippedIsKeptAndNotOfferedAgain() throws Exception {
        leave(3);
        byte[] journal = Files.readAllBytes(journal());
        Path kept;
        try (ProjectSession session = sessions.open(file, RecoveryChoice.NONE)) {
            assertEquals(Edits.film(), session.project());
            assertFalse(session.isDirty());
            assertFalse(session.recovery().orElseThrow().isRecovered());
            kept = session.recovery().orElseThrow().kept().orElseThrow();
        }
        assertEquals(new String(journal, StandardCharsets.UTF_8), Files.readString(kept.resolve(names(kept).stream()
                .filter(name -> name.endsWith(".jsonl")).findFirst().orElseThrow())));
        try (ProjectSession session = sessions.open(file)) {
            assertEquals(Optional.empty(), session.recovery());
        }
        leave(2);
        try (ProjectSession session = sessions.open(file, RecoveryChoice.NONE)) {
            assertEquals(place.resolve("kept/2"), session.recovery().orElseThrow().kept().orElseThrow());
        }
    }

    @Test
    void aChoiceThatIsNoneLeavesEverythingForTheNextTime() throws Exception {
        Project left = leave(3);
        assertThrows(IOException.class, () -> sessions.open(file, _ -> {
            throw new IOException("cancelled");
        }));
        try (ProjectSession session = sessions.open(file)) {
            assertEquals(left, session.project());
            session.closeAndForget();
        }
        assertEquals(List.of("film.reel"), names(folder));
    }

    @Test
    void aTornEndIsNoDamage() throws Exception {
        leave(4);
        byte[] bytes = Files.readAllBytes(journal());
        for (int cut : List.of(1, 20, 200)) {
            Files.write(journal(), Arrays.copyOf(bytes, bytes.length - cut));
            try (ProjectSession session = sessions.open(file)) {
                assertEquals(3, session.revision());
                assertEquals(Optional.empty(), session.recovery().orElseThrow().found().problem());
                assertEquals(Optional.empty(), session.recovery().orElseThrow().kept());
            }
            Files.write(journal(), bytes);
        }
        Files.write(journal(), new byte[4096], StandardOpenOption.APPEND);
        try (ProjectSession session = sessions.open(file)) {
            assertEquals(4, session.revision());
        }
    }

    @Test
    void damageInTheMiddleEndsTheRecoveryAndTheRestIsKept() throws Exception {
        leave(4);
        byte[] bytes = Files.readAllBytes(journal());
        String text = new String(bytes, StandardCharsets.UTF_8);
        int third = text.indexOf("\"revision\": 3");
        bytes[third + 20] ^= 1;
        Files.write(journal(), bytes);
        try (ProjectSession session = sessions.open(file)) {
            assertEquals(2, session.revision());
            RecoveryOutcome outcome = session.recovery().orElseThrow();
            assertEquals(2, outcome.found().changes());
            assertTrue(outcome.found().problem().orElseThrow().contains("damaged"), outcome.toString());
            assertEquals(1, names(outcome.kept().orElseThrow()).size());
        }
    }

    private void rewrite(String from, String to) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line : Files.readAllLines(journal())) {
            String json = line.substring(9).replace(from, to);
            CRC32C crc = new CRC32C();
            crc.update(json.getBytes(StandardCharsets.UTF_8));
            text.append("%08x %s%n".formatted(crc.getValue(), json));
        }
        Files.writeString(journal(), text);
    }

    @Test
    void aJournalOfANewerVersionIsLeftAloneAndKept() throws Exception {
        leave(2);
        rewrite("\"reelbenchJournal\": 1", "\"reelbenchJournal\": 2");
        try (ProjectSession session = sessions.open(file, RecoveryChoice.ALL)) {
            assertEquals(Edits.film(), session.project());
            RecoveryOutcome outcome = session.recovery().orElseThrow();
            assertEquals(Recovery.Kind.UNUSABLE, outcome.found().kind());
            assertTrue(outcome.found().problem().orElseThrow().startsWith("a newer Reelbench wrote the journal (format 2"));
            assertEquals(1, names(outcome.kept().orElseThrow()).size());
        }
    }

    @Test
    void whatMakesNoValidProjectIsNotUsed() throws Exception {
        try (ProjectSession session = sessions.open(file)) {
            session.execute(EditCommand.of(EditCommands.ADD_MEDIA, 0).with("path", "/media/a.mp4"));
            session.execute(
                    EditCommand.of(EditCommands.APPEND, 1).with("track", "v1").with("durationFrames", 10).with("media", "m1")
                            .with("stream", 0));
        }
        rewrite("\"media\": \"m1\"", "\"media\": \"m7\"");
        try (ProjectSession session = sessions.open(file, RecoveryChoice.ALL)) {
            assertEquals(1, session.revision());
            assertEquals(1, session.recovery().orElseThrow().found().unusable());
        }
    }

    @Test
    void aJournalThatEndedTheProgramTwiceIsNotTriedAgain() throws Exception {
        leave(2);
        Files.writeString(place.resolve("attempts"), "..");
        try (ProjectSession session = sessions.open(file, RecoveryChoice.ALL)) {
            assertEquals(Edits.film(), session.project());
            Recovery found = session.recovery().orElseThrow().found();
            assertEquals(Recovery.Kind.UNUSABLE, found.kind());
            assertEquals(Optional.of("recovering them ended the program twice"), found.problem());
        }
        Project left = leave(2);
        Files.writeString(place.resolve("attempts"), ".");
        try (ProjectSession session = sessions.open(file)) {
            assertEquals(left, session.project());
            assertFalse(Files.exists(place.resolve("attempts")));
        }
    }

    @Test
    void changesOfAnotherVersionAreMadeOnlyIfTheyFitAndOnlyIfAsked() throws Exception {
        leave(2);
        ProjectFile.save(Edits.film().withName("Renamed meanwhile"), file);
        try (ProjectSession session = sessions.open(file)) {
            assertEquals(Recovery.Kind.OTHER_VERSION, session.recovery().orElseThrow().found().kind());
            assertFalse(session.recovery().orElseThrow().isRecovered());
            assertFalse(session.isDirty());
        }
        ProjectFile.save(Edits.film(), file);
        Project left = leave(2);
        ProjectFile.save(Edits.film().withName("Renamed meanwhile"), file);
        try (ProjectSession session = sessions.open(file, RecoveryChoice.ALL)) {
            assertEquals(left.media(), session.project().media());
            assertEquals("Renamed meanwhile", session.project().name());
            assertTrue(session.recovery().orElseThrow().kept().isPresent());
            edit(session, 2);
            session.save();
        }
        assertEquals(4, ProjectFile.load(file).media().size());
        leave(1);
        ProjectFile.save(Edits.film(), file);
        try (ProjectSession session = sessions.open(file, RecoveryChoice.ALL)) {
            Recovery found = session.recovery().orElseThrow().found();
            assertEquals(0, found.changes());
            assertEquals(1, found.unusable());
            assertTrue(found.problem().orElseThrow().contains("made on another state"), found.toString());
            assertEquals(Edits.film(), session.project());
        }
    }

    @Test
    void aFileThatSomebodyElseChangedIsNotOverwrittenUnlessChosen() throws Exception {
        try (ProjectSession session = sessions.open(file)) {
            edit(session, 1);
            session.save();
            edit(session, 1);
            Project theirs = Edits.film().withName("Theirs");
            ProjectFile.save(theirs, file);
            assertThrows(ProjectChangedOnDisk.class, session::save);
            assertTrue(session.isDirty());
            assertEquals(theirs, ProjectFile.load(file));
            session.saveAs(file);
            assertEquals(session.project(), ProjectFile.load(file));
            edit(session, 1);
            Files.delete(file);
            session.save();
            assertEquals(session.project(), ProjectFile.load(file));
        }
    }

    @Test
    void aCopyOfAProjectWithItsJournalIsRecoveredLikeIt() throws Exception {
        Project left = leave(3);
        Path copy = Files.createDirectories(folder.resolve("copy"));
        Files.copy(file, copy.resolve("film.reel"));
        Files.createDirectory(copy.resolve(place.getFileName()));
        Files.copy(journal(), copy.resolve(place.getFileName()).resolve(journal().getFileName()));
        Files.copy(file, folder.resolve("other.reel"));
        try (ProjectSession session = sessions.open(copy.resolve("film.reel"));
                ProjectSession other = sessions.open(folder.resolve("other.reel"));
                ProjectSession original = sessions.open(file)) {
            assertEquals(left, session.project());
            assertEquals(Edits.film(), other.project());
            assertEquals(left, original.project());
        }
    }

    @Test
    void aProjectIsOpenOnceAtATimeUnderAllItsNames() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link.reel"), file);
        try (ProjectSession session = sessions.open(file)) {
            assertEquals("this Reelbench", assertThrows(ProjectInUse.class, () -> sessions.open(file)).holder());
            assertThrows(ProjectInUse.class, () -> sessions.open(link));
            try (ProjectSession other = sessions.create(Edits.film())) {
                assertThrows(ProjectInUse.class, () -> other.saveAs(file));
                other.saveAs(folder.resolve("other.reel"));
                assertThrows(ProjectInUse.class, () -> sessions.open(folder.resolve("other.reel")));
            }
            edit(session, 1);
            session.saveAs(folder.resolve("third.reel"));
            sessions.open(file).close();
            assertThrows(ProjectInUse.class, () -> sessions.open(folder.resolve("third.reel")));
        }
        assertEquals(List.of("film.reel", "link.reel", "other.reel", "third.reel"), names(folder));
    }

    @Test
    void aFailedOpenFreesTheProject() throws Exception {
        Files.writeString(file, "no project");
        assertThrows(IOException.class, () -> sessions.open(file));
        ProjectFile.save(Edits.film(), folder.resolve("good.reel"));
        Files.move(folder.resolve("good.reel"), file, StandardCopyOption.REPLACE_EXISTING);
        sessions.open(file).close();
        assertEquals(List.of("film.reel"), names(folder));
    }

    @Test
    void aProjectWithoutAFileIsFoundAgainUntilItIsSaved() throws Exception {
        Path state = folder.resolve("state");
        assertEquals(List.of(), sessions.findUnsaved(state));
        ProjectSession session = sessions.create(Edits.film(), state);
        edit(session, 2);
        timer.advance(1_000);
        assertEquals(List.of(), sessions.findUnsaved(state), "it is open");
        session.close();
        UnsavedProject unsaved = sessions.findUnsaved(state).getFirst();
        try (ProjectSession again = sessions.openUnsaved(unsaved)) {
            assertEquals(session.project(), again.project());
            assertTrue(again.isDirty());
            assertEquals(Optional.empty(), again.file());
            again.undo();
            edit(again, 1);
            timer.advance(1_000);
            again.saveAs(folder.resolve("new.reel"));
            assertFalse(again.isDirty());
        }
        assertEquals(List.of("film.reel", "new.reel", "state"), names(folder));
        try (ProjectSession another = sessions.create(Edits.film(), state)) {
            edit(another, 1);
        }
        sessions.forget(sessions.findUnsaved(state).getFirst());
        assertEquals(List.of(), sessions.findUnsaved(state));
    }

    @Test
    void listenersHearWhenChangesAreNotSecuredAndWhenTheyAreAgain() throws Exception {
        ModelDisk disk = new ModelDisk(folder, ModelDisk.Fault.FULL_ONCE, 3);
        FakeTimer time = new FakeTimer();
        List<String> heard = new ArrayList<>();
        try (ProjectSession session = CrashTest.sessions(disk, time).open(file)) {
            session.addListener(new ProjectListener() {
                @Override
                public void changed(Change change) {
                    assertSame(change.after(), session.project());
                }

                @Override
                public void journalChanged(Optional<String> problem) {
                    heard.add(problem.orElse("secured"));
                }
            });
            edit(session, 1);
            time.advance(500);
            assertEquals(0, session.securedRevision());
            assertEquals(List.of("changes are not secured against a crash: No space left on device"), heard);
            assertEquals(Optional.of(heard.getFirst()), session.journalProblem());
            time.advance(2_000);
            assertEquals("secured", heard.getLast());
            assertEquals(1, session.securedRevision());
        }
    }

    /** A disk that takes its time: while the new file is put in place, somebody else edits, and is not kept waiting. */
    @Test
    void savingLetsEditsGoOnWhichAreThenInTheJournalOfWhatWasSaved() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        List<ProjectSession> opened = new ArrayList<>();
        FileOperations slow = new FileOperations() {
            @Override
            public void replace(Path from, Path to) throws IOException {
                if (to.equals(file)) {
                    try {
                        other.submit(() -> {
                            edit(opened.getFirst(), 1);
                            return null;
                        }).get(30, TimeUnit.SECONDS);
                    } catch (InterruptedException | ExecutionException | TimeoutException e) {
                        throw new IOException(e);
                    }
                }
                super.replace(from, to);
            }
        };
        try (ProjectSession session = CrashTest.sessions(slow, timer).open(file)) {
            opened.add(session);
            edit(session, 2);
            session.save();
            assertEquals(3, session.revision());
            assertTrue(session.isDirty());
            assertEquals(2, ProjectFile.load(file).media().size());
        } finally {
            other.shutdownNow();
        }
        try (ProjectSession session = sessions.open(file)) {
            assertEquals(3, session.project().media().size());
            assertEquals(1, session.recovery().orElseThrow().found().changes());
            assertEquals(Recovery.Kind.READY, session.recovery().orElseThrow().found().kind());
            session.undo();
            assertFalse(session.isDirty());
        }
    }

    @Test
    void aFolderThatCannotBeWrittenKeepsNobodyFromEditing() throws Exception {
        FileOperations readOnly = new FileOperations() {
            @Override
            public void createFolder(Path created) throws IOException {
                throw new AccessDeniedException(created.toString());
            }
        };
        try (ProjectSession session = CrashTest.sessions(readOnly, timer).open(file)) {
            assertTrue(session.journalProblem().orElseThrow().startsWith("changes are not secured"));
            edit(session, 1);
            timer.advance(10_000);
            assertEquals(0, session.securedRevision());
            session.save();
            assertEquals(1, session.securedRevision());
        }
    }

    @Test
    void theJournalStaysSmall() throws Exception {
        try (ProjectSession session = sessions.open(file)) {
            for (int i = 0; i < 300; i++) {
                session.execute(EditCommand.of(i % 2 == 0 ? EditCommands.HIDE_TRACK : EditCommands.SHOW_TRACK, i).with("track",
                        "v1"));
                timer.advance(500);
            }
            long bytes = 0;
            for (String name : names(place)) {
                bytes += Files.size(place.resolve(name));
            }
            assertTrue(bytes < 250_000, bytes + " bytes");
            assertTrue(names(place).size() <= 4, names(place).toString());
            session.save();
            assertEquals(List.of("lock"), names(place));
        }
    }

    @Test
    void aProjectThatWasNeverSavedIsOfferedByNameAndKeptAsideIfSkipped() throws Exception {
        Path state = folder.resolve("state");
        try (ProjectSession session = sessions.create(Edits.film(), state)) {
            edit(session, 2);
        }
        UnsavedProject unsaved = sessions.findUnsaved(state).getFirst();
        List<Recovery> offered = new ArrayList<>();
        assertThrows(IOException.class, () -> sessions.openUnsaved(unsaved, _ -> {
            throw new IOException("later");
        }));
        assertEquals(List.of(unsaved), sessions.findUnsaved(state), "what was put off is found again");
        assertEquals(Optional.empty(), sessions.openUnsaved(unsaved, found -> {
            offered.add(found);
            return RecoveryChoice.Answer.SKIP;
        }));
        assertEquals("Film", offered.getFirst().name());
        assertEquals(Recovery.Kind.READY, offered.getFirst().kind());
        assertEquals(2, offered.getFirst().changes());
        assertEquals(unsaved.folder(), offered.getFirst().place());
        assertEquals(List.of(), sessions.findUnsaved(state));
        assertEquals(List.of("kept", "kept/1", "kept/1/journal-1.jsonl", "kept/1/snapshot-1.reel"), names(unsaved.folder()));
    }

    @Test
    void theFirstSaveTakesTheJournalBesideTheFile() throws Exception {
        Path state = folder.resolve("state");
        try (ProjectSession session = sessions.create(Edits.film(), state)) {
            edit(session, 2);
        }
        Path saved = folder.resolve("saved.reel");
        Project left;
        try (ProjectSession session = sessions.openUnsaved(sessions.findUnsaved(state).getFirst(), RecoveryChoice.ALL)
                .orElseThrow()) {
            assertEquals(Optional.empty(), session.file());
            assertTrue(session.isDirty());
            session.saveAs(saved);
            assertEquals(List.of(), names(state), "nothing is left of it there");
            edit(session, 1);
            timer.advance(1_000);
            assertTrue(names(folder).contains(".saved.reel.recovery/journal-1.jsonl"), names(folder).toString());
            left = session.project();
        }
        try (ProjectSession session = sessions.open(saved)) {
            assertEquals(left, session.project());
        }
    }
}
