package org.reelbench.workbench.closing.it;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.ProjectSession;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.TrackKind;
import org.reelbench.ui.Editor;
import org.reelbench.ui.JobFamilies;
import org.reelbench.ui.Transport;

/** What is done before the window is closed, and what is answered then. */
enum Task {

    /** Closes a window that plays. */
    PLAY {
        @Override
        void run(Window window, String film) {
            Editor editor = window.openEditor();
            window.until("there is a viewer", () -> window.service(Transport.class).isPresent());
            Transport transport = window.service(Transport.class).orElseThrow();
            window.act(transport::play);
            window.until("it plays", () -> editor.playheadFrame() >= 10 && window.ask(transport::isPlaying));
            window.close();
        }
    },

    /** Closes a window that exports: goes on first, then cancels the export. */
    EXPORT {
        @Override
        void run(Window window, String film) {
            window.openEditor();
            window.command("org.reelbench.file.export");
            Shell dialog = window.dialog("Export");
            window.act(() -> window.find(dialog, Text.class, Text::getEditable).setText(film));
            window.press(dialog, "Export");
            window.until("the export runs", () -> exports() == 1);
            window.close();
            window.press(window.dialog("An export is running"), "Go On");
            window.until("the question is gone", () -> !window.titles().contains("An export is running"));
            if (exports() != 1) {
                throw new AssertionError("the export did not go on");
            }
            window.close();
            window.press(window.dialog("An export is running"), "Cancel the Export and Quit");
        }
    },

    /** Closes a window with changes that are not saved, and forgets them. */
    CHANGED {
        @Override
        void run(Window window, String film) {
            Editor editor = window.openEditor();
            String track = editor.project().orElseThrow().sequence().tracks().getFirst().id().value();
            editor.executeNext(revision -> EditCommand.of(EditCommands.HIDE_TRACK, revision).with("track", track));
            window.until("there is something to save", () -> editor.project().orElseThrow().session().isDirty());
            window.close();
            window.until("it is asked", () -> window.titles().size() > 1);
            List<String> titles = window.titles();
            titles.remove(window.title());
            window.press(window.dialog(titles.getFirst()), "Don't Save");
        }
    },

    /** Uses the effect of a plug-in that comes while the window is open, by the button that offers effects; the film is a sign. */
    PLUGIN {
        @Override
        void run(Window window, String film) {
            Editor editor = window.openEditor();
            window.show("org.reelbench.ui.inspector");
            Sequence sequence = editor.project().orElseThrow().sequence();
            Clip clip = (Clip) sequence.tracks().stream().filter(track -> track.kind() == TrackKind.VIDEO).findFirst()
                    .orElseThrow().items().get(0);
            window.act(() -> editor.select(Set.of(clip.id())));
            window.until("effects are offered", () -> !window.offered(ADD_EFFECT).isEmpty());
            if (window.offered(ADD_EFFECT).contains(EFFECT)) {
                throw new AssertionError(EFFECT + " is offered before it is there");
            }
            window.leaveSign(Path.of(film));
            window.until(EFFECT + " is offered", () -> window.offered(ADD_EFFECT).contains(EFFECT));
            window.choose(ADD_EFFECT, EFFECT);
            window.until("the clip has it", () -> editor.project().orElseThrow().sequence().findClip(clip.id()).orElseThrow()
                    .clip().effects().size() == 1);
            editor.save();
            window.until("it is saved", () -> !editor.project().orElseThrow().session().isDirty());
            window.close();
        }
    },

    /** Ends the program as a crash does, once a change of a project that has no file is in its journal. */
    CRASH {
        @Override
        void run(Window window, String film) {
            Editor editor = window.openEditor();
            ProjectSession session = editor.project().orElseThrow().session();
            editor.executeNext(revision -> EditCommand.of(EditCommands.ADD_TRACK, revision).with("kind", "video").with("name",
                    TRACK));
            window.until("the change is in the journal", () -> session.revision() > 0
                    && session.securedRevision() == session.revision() && session.journalProblem().isEmpty());
            Runtime.getRuntime().halt(CRASHED);
        }
    },

    /** Takes back what a crash has left, and saves it. */
    RECOVER {
        @Override
        void run(Window window, String film) {
            window.press(window.dialog(NEVER_SAVED), "Recover");
            Editor editor = window.openEditor();
            ProjectSession session = editor.project().orElseThrow().session();
            if (session.file().isPresent() || session.undoLabel().filter(label -> label.contains(TRACK)).isEmpty()) {
                throw new AssertionError("recovered is " + session.file() + " with " + session.undoLabel());
            }
            editor.saveAs(Path.of(film));
            window.until("it is saved", () -> session.file().isPresent() && !session.isDirty());
            nothingIsLeft(window);
            window.close();
        }
    },

    /** Does without what a crash has left. */
    SKIP {
        @Override
        void run(Window window, String film) {
            window.press(window.dialog(NEVER_SAVED), "Do Not Recover");
            window.until("the question is gone", () -> window.titles().size() == 1);
            nothingIsLeft(window);
            window.close();
        }
    },

    /** Puts off what becomes of what a crash has left. */
    LATER {
        @Override
        void run(Window window, String film) {
            window.press(window.dialog(NEVER_SAVED), "Ask Again Later");
            window.until("the question is gone", () -> window.titles().size() == 1);
            window.close();
        }
    };

    private static final String NEVER_SAVED = "A project was never saved";
    private static final String TRACK = "Late";
    private static final String ADD_EFFECT = "Add Effect";
    private static final String EFFECT = "Glow";
    private static final int CRASHED = 41;

    abstract void run(Window window, String film);

    /** Looks as the next start would: what was answered is not asked again. */
    private static void nothingIsLeft(Window window) {
        Editor editor = window.service(Editor.class).orElseThrow();
        if (editor.recoverUnsaved().toCompletableFuture().join() || window.titles().size() != 1) {
            throw new AssertionError("asked again: " + window.titles());
        }
    }

    private static int exports() {
        return Job.getJobManager().find(JobFamilies.EXPORT).length;
    }
}
