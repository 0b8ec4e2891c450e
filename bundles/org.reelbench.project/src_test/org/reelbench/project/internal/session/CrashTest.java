package org.reelbench.project.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectFile;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.Recovery;
import org.reelbench.project.RecoveryChoice;
import org.reelbench.project.UnsavedProject;
import org.reelbench.project.internal.file.FileOperations;
import org.reelbench.project.internal.file.ModelDisk;
import org.reelbench.project.internal.journal.FakeTimer;
import org.reelbench.project.internal.journal.JournalSettings;
import org.reelbench.timeline.EditRefused;

/**
 * A disk that fails or stops at each of its calls during a scripted session: nothing that was secured is lost, and nothing that
 * was saved.
 */
class CrashTest {

    private static final int SEEDS = System.getProperty("reelbench.tier", "quick").equals("deep") ? 20 : 1;

    @TempDir
    private Path temporary = Path.of("");
    private int folders;

    private Path newFolder() throws IOException {
        folders++;
        return Files.createDirectory(temporary.resolve("f" + folders));
    }

    static FileSessions sessions(FileOperations disk, FakeTimer timer) {
        return new FileSessions(new JournalSettings(disk, timer, 250, 2_000, 5, 1 << 20, 60_000));
    }

    /** A session as its script drives it, with all that must hold at every moment. */
    private static final class Run {
        private final Path root;
        private final ModelDisk disk;
        private final FakeTimer timer = new FakeTimer();
        private final FileSessions sessions;
        private final List<Project> states = new ArrayList<>();
        private final Random random = new Random(7);
        private ProjectSession session;
        private Path file;
        private Optional<Path> saving = Optional.empty();
        private Project saved;
        private long secured = -1;
        private long firstState;

        Run(Path root, ModelDisk.Fault fault, long faultAt) throws IOException {
            this.root = root;
            file = root.resolve("film.reel");
            saved = Edits.film();
            ProjectFile.save(saved, file);
            Files.createDirectory(root.resolve("other"));
            Files.createDirectory(root.resolve("state"));
            disk = new ModelDisk(root, fault, faultAt);
            sessions = sessions(disk, timer);
            session = sessions.create(saved);
        }

        void open() throws IOException {
            use(sessions.open(file));
        }

        void use(ProjectSession opened) {
            session = opened;
            if (states.isEmpty() || !states.getLast().equals(session.project())) {
                states.add(session.project());
            }
            firstState = states.size() - 1 - session.revision();
            note();
        }

        /** What was told to be secured, as a place among the states. */
        private void note() {
            secured = Math.max(secured, firstState + session.securedRevision());
        }

        void edit() throws EditRefused {
            session.execute(Edits.next(random, session));
            changed();
        }

        void undo() throws EditRefused {
            session.undo();
            changed();
        }

        private void changed() {
            states.add(session.project());
            note();
        }

        void pass(long ms) {
            timer.advance(ms);
            assertTrue(session.journalProblem().isPresent() || ms < 1000 || session.securedRevision() == session.revision(),
                    "a change is secured within a second");
            note();
        }

        void saveAs(Path target) {
            saving = Optional.of(target);
            try {
                session.saveAs(target);
                file = target;
                saved = session.project();
                note();
                saving = Optional.empty();
            } catch (IOException e) {
                assertTrue(session.isDirty() || session.project().equals(saved), String.valueOf(e.getMessage()));
            }
        }

        void script() throws Exception {
            open();
            edit();
            edit();
            pass(300);
            edit();
            undo();
            edit();
            pass(1000);
            session.close();
            open();
            edit();
            pass(1000);
            saveAs(file);
            edit();
            edit();
            saveAs(file);
            undo();
            pass(1000);
            for (int i = 0; i < 7; i++) {
                edit();
                pass(400);
            }
            undo();
            pass(100_000);
            saveAs(root.resolve("other/copy.reel"));
            edit();
            pass(1000);
            edit();
            pass(100);
            saveAs(file);
            edit();
            pass(1000);
        }

        void unsavedScript() throws Exception {
            use(sessions.create(Edits.film(), root.resolve("state")));
            edit();
            pass(1000);
            for (int i = 0; i < 6; i++) {
                edit();
                pass(500);
            }
            undo();
            pass(1000);
            saveAs(root.resolve("other/new.reel"));
            edit();
            pass(1000);
        }
    }

    @FunctionalInterface
    private interface Script {
        void play(Run run) throws Exception;
    }

    private Run play(Script script, ModelDisk.Fault fault, long at) throws Exception {
        Run run = new Run(newFolder(), fault, at);
        try {
            script.play(run);
        } catch (ModelDisk.Crash | IOException e) {
            assertTrue(fault == ModelDisk.Fault.CRASH ? e instanceof ModelDisk.Crash : e.getMessage() != null);
        } catch (AssertionError e) {
            throw new AssertionError(fault + " at call " + at, e);
        }
        // What is left is written elsewhere; nothing must be found where it was.
        deleteAll(run.root);
        return run;
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private void check(Run run, Random random, String where) throws Exception {
        Path left = newFolder();
        run.disk.writeSurvivors(left, random);
        long latest = -1;
        List<Path> files = new ArrayList<>(List.of(run.file));
        run.saving.ifPresent(files::add);
        for (Path each : files) {
            Path file = left.resolve(run.root.relativize(each));
            if (Files.exists(file)) {
                Project inFile = ProjectFile.load(file);
                assertTrue(inFile.equals(run.saved) || run.saving.isPresent() && run.states.contains(inFile),
                        where + ": what was saved in " + file.getFileName() + " is lost");
                try (ProjectSession opened = sessions(left).open(file, RecoveryChoice.ALL)) {
                    latest = Math.max(latest, checkRecovered(run, opened, where));
                }
            }
        }
        FileSessions sessions = sessions(left);
        for (UnsavedProject unsaved : sessions.findUnsaved(left.resolve("state"))) {
            try (ProjectSession opened = sessions.openUnsaved(unsaved)) {
                latest = Math.max(latest, checkRecovered(run, opened, where));
            } catch (IOException e) {
                assertTrue(String.valueOf(e.getMessage()).contains("saved meanwhile"), where + ": " + e.getMessage());
            }
        }
        assertTrue(latest >= run.secured, where + ": revision " + run.secured + " was secured, but " + latest + " is left");
    }

    /** The model waits for no real disk. */
    private static FileSessions sessions(Path left) throws IOException {
        return sessions(new ModelDisk(left, ModelDisk.Fault.NONE, 0), new FakeTimer());
    }

    private static long checkRecovered(Run run, ProjectSession opened, String where) throws Exception {
        if (opened.recovery().isPresent()) {
            Recovery found = opened.recovery().get().found();
            assertEquals(Recovery.Kind.READY, found.kind(), where + found);
            assertEquals(Optional.empty(), found.problem(), where);
        }
        long revision = run.states.lastIndexOf(opened.project());
        assertTrue(revision >= 0 || opened.project().equals(Edits.film()), where + ": a state that never was");
        while (opened.undoLabel().isPresent()) {
            opened.undo();
            assertTrue(run.states.contains(opened.project()), where + ": undone to a state that never was");
        }
        return revision;
    }

    private void everyCall(Script script, ModelDisk.Fault fault) throws Exception {
        long calls = play(script, ModelDisk.Fault.NONE, 0).disk.calls();
        assertTrue(calls > 40, "the script does too little");
        long seed = System.nanoTime();
        for (long at = 1; at <= calls; at++) {
            Run run = play(script, fault, at);
            for (int i = 0; i < SEEDS; i++) {
                check(run, new Random(seed + i), fault + " at call " + at + " of " + calls + ", seed " + (seed + i));
            }
        }
    }

    @Test
    void aCrashAtAnyCallLosesNothingThatWasSecured() throws Exception {
        everyCall(Run::script, ModelDisk.Fault.CRASH);
    }

    @Test
    void aDiskThatIsFullOnceLosesNothingThatWasSecured() throws Exception {
        everyCall(Run::script, ModelDisk.Fault.FULL_ONCE);
    }

    @Test
    void aDiskThatBreaksLosesNothingThatWasSecured() throws Exception {
        everyCall(Run::script, ModelDisk.Fault.BROKEN_FROM);
    }

    @Test
    void aWriteThatIsCutShortLosesNothingThatWasSecured() throws Exception {
        everyCall(Run::script, ModelDisk.Fault.SHORT_WRITE);
    }

    @Test
    void aProjectThatWasNeverSavedSurvivesTheSame() throws Exception {
        for (ModelDisk.Fault fault : ModelDisk.Fault.values()) {
            if (fault != ModelDisk.Fault.NONE) {
                everyCall(Run::unsavedScript, fault);
            }
        }
    }
}
