package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectFile;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Links;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackKind;
import org.reelbench.ui.EditorListener;
import org.reelbench.ui.MediaTransfer;

/** Projects are made, filled, saved and left as people do it. */
@ExtendWith(ThreadRule.class)
class ProjectWorkbenchIT extends OpenWindow {

    private static final String QUIT_QUESTION = "Film";

    private Path film;

    @BeforeEach
    void openTheFilm() throws Exception {
        film = Film.make(folder);
        openFilm(film);
    }

    @Test
    void aProjectIsMadeInTheWindow() throws Exception {
        driver.choose("File", "New Project…");
        Shell dialog = driver.dialog("New Project");
        Button make = driver.find(dialog, Button.class, button -> button.getText().equals("Make"));
        Combo size = driver.find(dialog, Combo.class, combo -> combo.getText().contains("×"));
        Combo rate = driver.find(dialog, Combo.class, combo -> !combo.getText().contains("×"));
        Text file = driver.find(dialog, Text.class, Text::getEditable);
        driver.act(() -> size.setText("large"));
        assertFalse(driver.ui(make::isEnabled), "there is no such size");
        driver.act(() -> {
            size.setText("640 × 360");
            rate.setText("24000/1001");
            file.setText(folder.resolve("made").toString());
        });
        driver.click(make);
        driver.until("the new project is open", () -> driver.titles().contains("made – Reelbench"));
        Sequence sequence = ProjectFile.load(folder.resolve("made.reel")).mainSequence();
        assertEquals(640, sequence.widthPx());
        assertEquals(FrameRate.of(24_000, 1001), sequence.rate());
        assertEquals(List.of("V1", "V2", "A1", "A2"), sequence.tracks().stream().map(Track::name).toList());
    }

    @Test
    void whatTheFilmWillBeIsChangedInOneStepButForItsRate() {
        Sequence before = sequence();
        driver.choose("File", "Project Settings…");
        Shell dialog = driver.dialog("Project Settings");
        Combo rate = driver.find(dialog, Combo.class, combo -> List.of(combo.getItems()).contains("24000/1001"));
        assertFalse(driver.ui(rate::isEnabled), "clips are counted in frames");
        assertTrue(driver.ui(rate::getToolTipText).contains("only while nothing does"));
        Text name = driver.find(dialog, Text.class, text -> text.getText().equals("Film") && text.getEditable());
        Combo size = driver.find(dialog, Combo.class, combo -> combo.getText().contains("×"));
        Button apply = driver.find(dialog, Button.class, button -> button.getText().equals("Apply"));
        driver.act(() -> size.setText("wide"));
        assertFalse(driver.ui(apply::isEnabled), "there is no such size");
        driver.act(() -> {
            size.setText("640 × 360");
            name.setText("Film of the year");
        });
        driver.click(apply);
        driver.until("it is done", () -> sequence().widthPx() == 640 && sequence().heightPx() == 360);
        driver.until("the title follows", () -> driver.titles().contains("*Film of the year – Reelbench"));
        driver.until("the menu names it", () -> driver.menu("Edit").contains("Undo Change project settings"));
        driver.choose("Edit", "Undo Change project settings");
        driver.until("all of it is as it was",
                () -> sequence().equals(before) && driver.titles().contains("Film – Reelbench"));
    }

    @Test
    void whatArrivesWhileAnotherWindowIsInFrontIsNamedInTheMenuAfterwards() {
        CountDownLatch active = new CountDownLatch(1);
        Shell front = driver.ui(() -> {
            Shell shell = new Shell(driver.shell().getDisplay());
            shell.addListener(SWT.Activate, _ -> active.countDown());
            shell.open();
            shell.forceActive();
            return shell;
        });
        driver.until("it is in front", () -> active.getCount() == 0);
        editor.executeNext(revision -> EditCommand.of(EditCommands.HIDE_TRACK, revision).with("track", Film.V1.value()));
        driver.until("the title follows", () -> driver.titles().contains("*Film – Reelbench"));
        // A menu that is looked into meanwhile keeps the name it had.
        driver.menu("Edit");
        driver.act(front::dispose);
        driver.activate();
        driver.until("the menu names it", () -> driver.menu("Edit").contains("Undo Hide 'V1'"));
    }

    @Test
    void aMediumIsPutAtThePlayheadOnTheChosenTrackAndSaved() throws Exception {
        Table bin = bin();
        driver.until("the media are listed", () -> driver.ui(() -> bin.getItemCount() == 3));
        driver.act(() -> bin.setSelection(0));
        // The header of V2, beside its eye.
        driver.click(tracks(), 40, 60);
        driver.until("V2 is chosen", () -> editor.chosenTrack().equals(Optional.of(Film.V2)));
        editor.setPlayhead(100);
        bin.getDisplay().asyncExec(() -> bin.notifyListeners(SWT.DefaultSelection, new Event()));
        driver.until("the clip is there", () -> clipAt(Film.V2, 100).isPresent());
        assertEquals("source1.mp4", clipAt(Film.V2, 100).orElseThrow().name());
        assertEquals(Film.PART_FRAMES + 10, clipAt(Film.V2, 100).orElseThrow().durationFrames());

        driver.until("it can be saved", () -> driver.titles().contains("*Film – Reelbench"));
        driver.choose("File", "Save");
        driver.until("it is saved", () -> driver.titles().contains("Film – Reelbench"));
        Project saved = ProjectFile.load(film);
        assertEquals(editor.project().orElseThrow().session().project().mainSequence(), saved.mainSequence());
    }

    @Test
    void pictureAndSoundArePutAndTakenBackInOneStep() throws Exception {
        Path talk = Film.talk(folder);
        editor.executeNext(revision -> EditCommand.of(EditCommands.ADD_TRACK, revision).with("kind", "audio"));
        editor.executeNext(revision -> EditCommand.of(EditCommands.ADD_MEDIA, revision).with("path", talk.toString()));
        Table bin = bin();
        driver.until("the film with sound is listed", () -> driver.ui(() -> bin.getItemCount() == 4));
        Sequence before = sequence();
        Id sounds = before.tracks().stream().filter(track -> track.kind() == TrackKind.AUDIO).findFirst().orElseThrow().id();
        driver.act(() -> bin.setSelection(3));
        editor.setPlayhead(Film.FRAMES);
        choose(bin, "Place at Playhead");
        driver.until("both are there",
                () -> clipAt(Film.V1, Film.FRAMES).isPresent() && clipAt(sounds, Film.FRAMES).isPresent());
        Clip picture = clipAt(Film.V1, Film.FRAMES).orElseThrow();
        assertEquals(Set.of(picture.id(), clipAt(sounds, Film.FRAMES).orElseThrow().id()),
                Set.copyOf(Links.partners(sequence(), picture.id())));
        driver.until("the menu names it", () -> driver.menu("Edit").contains("Undo Place 'talk.mp4'"));
        driver.choose("Edit", "Undo Place 'talk.mp4'");
        driver.until("all of it is gone", () -> sequence().equals(before));
        driver.until("the menu names it", () -> driver.menu("Edit").contains("Redo Place 'talk.mp4'"));
        driver.choose("Edit", "Redo Place 'talk.mp4'");
        driver.until("all of it is back", () -> clipAt(sounds, Film.FRAMES).isPresent());
        assertTrue(clipAt(Film.V1, Film.FRAMES).isPresent());
    }

    @Test
    void theButtonsFollowEditsThatAreMadeElsewhere() {
        driver.until("nothing can be saved or undone", () -> !isEnabled("Save") && !isEnabled("Undo"));
        editor.executeNext(revision -> EditCommand.of(EditCommands.HIDE_TRACK, revision).with("track", Film.V1.value()));
        driver.until("it can be saved and undone", () -> isEnabled("Save") && isEnabled("Undo"));
        editor.undo();
        driver.until("it can be done again only", () -> isEnabled("Redo") && !isEnabled("Undo") && !isEnabled("Save"));
    }

    private boolean isEnabled(String button) {
        return driver.ui(() -> {
            for (Control control : controls(driver.shell())) {
                if (control instanceof ToolBar bar) {
                    for (ToolItem item : bar.getItems()) {
                        if (String.valueOf(item.getToolTipText()).startsWith(button)) {
                            return item.isEnabled();
                        }
                    }
                }
            }
            throw new AssertionError("there is no button " + button);
        });
    }

    private static List<Control> controls(Composite root) {
        List<Control> controls = new ArrayList<>(List.of(root.getChildren()));
        for (Control child : root.getChildren()) {
            if (child instanceof Composite inner) {
                controls.addAll(controls(inner));
            }
        }
        return controls;
    }

    @Test
    void whatLiesThereIsKeptUnlessItIsToMoveOrToGo() {
        Table bin = bin();
        driver.until("the media are listed", () -> driver.ui(() -> bin.getItemCount() == 3));
        driver.act(() -> bin.setSelection(2));
        editor.setPlayhead(30);
        Sequence before = sequence();
        List<String> problems = new CopyOnWriteArrayList<>();
        EditorListener listener = new EditorListener() {
            @Override
            public void told(String text, boolean isProblem) {
                if (isProblem) {
                    problems.add(text);
                }
            }
        };
        editor.addListener(listener);
        bin.getDisplay().asyncExec(() -> bin.notifyListeners(SWT.DefaultSelection, new Event()));
        driver.until("it is told why not", () -> problems.size() == 1);
        editor.removeListener(listener);
        assertTrue(problems.getFirst().contains("free"), problems::toString);
        assertEquals(before, sequence());
        choose(bin, "Insert at Playhead");
        driver.until("the rest has moved",
                () -> sequence().track(Film.V1).durationFrames() == Film.FRAMES + Film.PART_FRAMES + 10);
        assertEquals("source3.mp4", clipAt(Film.V1, 30).orElseThrow().name());
    }

    @Test
    void quittingWithChangesAsksAndCanBeCancelled() {
        hideATrack();
        driver.closeWindow();
        Shell question = driver.dialog(QUIT_QUESTION);
        List<String> words = driver.ui(() -> Words.of(question));
        assertTrue(words.containsAll(List.of("Save changes before Reelbench quits?", "Save", "Don't Save", "Cancel")),
                words::toString);
        press(question, "Cancel");
        assertTrue(driver.ui(() -> driver.shell().isVisible()), "the window is still there");
        assertTrue(editor.project().orElseThrow().session().isDirty());
    }

    @Test
    void makingAnotherProjectAsksAndSavesTheChanges() throws Exception {
        hideATrack();
        makeAnother();
        press(driver.dialog(QUIT_QUESTION), "Save");
        driver.until("the new project is open", () -> driver.titles().contains("another – Reelbench"));
        assertTrue(ProjectFile.load(film).mainSequence().track(Film.V2).hidden());
    }

    @Test
    void makingAnotherProjectAsksAndForgetsTheChanges() throws Exception {
        byte[] before = Files.readAllBytes(film);
        hideATrack();
        makeAnother();
        press(driver.dialog(QUIT_QUESTION), "Don't Save");
        driver.until("the new project is open", () -> driver.titles().contains("another – Reelbench"));
        assertArrayEquals(before, Files.readAllBytes(film));
        open(film);
        assertFalse(sequence().track(Film.V2).hidden(), "nothing is recovered of what was not to be kept");
    }

    @Test
    void aProjectThatIsThereIsNotReplacedByANewOne() throws Exception {
        byte[] before = Files.readAllBytes(film);
        assertFalse(editor.create(Film.empty(), film).toCompletableFuture().get(), "it is there already");
        assertArrayEquals(before, Files.readAllBytes(film));
        assertEquals(List.of("Not made: " + film + " exists already; choose another name: java.io.IOException: " + film
                + " exists already; choose another name"), Driver.newProblems());
    }

    @Test
    void draggedMediaArriveAsTheyLeft() {
        List<Id> media = List.of(new Id("m1"), new Id("m2"));
        List<Id> arrived = driver.ui(() -> {
            Clipboard clipboard = new Clipboard(driver.shell().getDisplay());
            try {
                clipboard.setContents(new Object[] { MediaTransfer.data(media) }, new Transfer[] { MediaTransfer.INSTANCE });
                return MediaTransfer.media(clipboard.getContents(MediaTransfer.INSTANCE));
            } finally {
                clipboard.dispose();
            }
        });
        assertEquals(media, arrived);
    }

    private void hideATrack() {
        driver.click(tracks(), 136, 60);
        driver.until("there is something to save", () -> driver.titles().contains("*Film – Reelbench"));
    }

    private void makeAnother() {
        driver.choose("File", "New Project…");
        Shell dialog = driver.dialog("New Project");
        Text file = driver.find(dialog, Text.class, Text::getEditable);
        driver.act(() -> file.setText(folder.resolve("another.reel").toString()));
        driver.click(driver.find(dialog, Button.class, button -> button.getText().equals("Make")));
    }

    private void press(Shell dialog, String text) {
        driver.click(driver.find(dialog, Button.class, button -> button.getText().replace("&", "").equals(text)));
        driver.until("the question is gone", () -> driver.ui(dialog::isDisposed));
    }

    private void choose(Table bin, String item) {
        MenuItem chosen = driver.ui(() -> {
            Menu menu = bin.getMenu();
            return Stream.of(menu.getItems()).filter(one -> one.getText().equals(item)).findFirst().orElseThrow();
        });
        driver.click(chosen);
    }

    private Sequence sequence() {
        return editor.project().orElseThrow().sequence();
    }

    private Optional<Clip> clipAt(Id track, long frame) {
        return sequence().track(track).items().locate(frame).filter(place -> place.startFrame() == frame)
                .flatMap(place -> place.item() instanceof Clip clip ? Optional.of(clip) : Optional.empty());
    }

    private Table bin() {
        return driver.find(driver.shell(), Table.class,
                table -> Stream.of(table.getColumns()).map(TableColumn::getText).anyMatch("Format"::equals));
    }

    private Canvas tracks() {
        return driver.find(driver.shell(), Canvas.class, canvas -> canvas.getClass().getSimpleName().equals("TrackCanvas"));
    }
}
