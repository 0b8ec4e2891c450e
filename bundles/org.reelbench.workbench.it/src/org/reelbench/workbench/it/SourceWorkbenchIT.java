package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Links;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.Transport;

/** A medium is looked at by itself, marked, and put on tracks by three points, its sound with it, as one step. */
@ExtendWith(ThreadRule.class)
class SourceWorkbenchIT extends OpenWindow {

    private static final String SOURCE = "org.reelbench.ui.viewer.source";
    private static final String INSPECTOR = "org.reelbench.ui.inspector";

    private Id talk;
    private Id sound;

    @BeforeEach
    void openAFilmWithATalk() throws Exception {
        Path project = Film.make(folder);
        Path file = Film.talk(folder);
        // Beside it the two monitors are too small for their numbers to be read.
        driver.act(() -> page().hideView(page().findView(INSPECTOR)));
        open(project);
        editor.executeNext(revision -> EditCommand.of(EditCommands.ADD_TRACK, revision).with("kind", "audio"));
        editor.executeNext(revision -> EditCommand.of(EditCommands.ADD_MEDIA, revision).with("path", file.toString()));
        driver.until("the talk is in the project", () -> editor.project().orElseThrow().session().project().media().size() == 4);
        talk = editor.project().orElseThrow().session().project().media().getLast().id();
        sound = sequence().tracks().stream().filter(track -> !List.of(Film.V1, Film.V2).contains(track.id())).findFirst()
                .orElseThrow().id();
        openTheTalk(String.valueOf(file.getFileName()));
    }

    @AfterEach
    void closeTheSource() throws Exception {
        driver.act(() -> page().hideView(page().findView(SOURCE)));
        activate(INSPECTOR);
    }

    private IWorkbenchPage page() {
        return driver.window().getActivePage();
    }

    private Sequence sequence() {
        return editor.project().orElseThrow().sequence();
    }

    private void openTheTalk(String talkName) {
        Table bin = driver.find(driver.shell(), Table.class,
                list -> Stream.of(list.getColumns()).map(TableColumn::getText).anyMatch("Format"::equals));
        driver.until("the talk is listed", () -> driver.ui(bin::getItemCount) == 4);
        driver.act(() -> bin.select(Stream.of(bin.getItems()).map(TableItem::getText).toList().indexOf(talkName)));
        MenuItem open = driver.ui(() -> Stream.of(bin.getMenu().getItems())
                .filter(item -> item.getText().equals("Open in Source Viewer")).findFirst().orElseThrow());
        driver.click(open);
        driver.until("the source viewer is there", () -> driver.ui(() -> page().findView(SOURCE) != null));
        shows(4, 0);
    }

    private void activate(String view) {
        driver.act(() -> {
            try {
                page().showView(view);
            } catch (PartInitException e) {
                throw new AssertionError(e);
            }
        });
    }

    private Canvas screen(String view) {
        return driver.ui(() -> {
            IViewPart part = page().findView(view);
            return driver.find(driver.shell(), Canvas.class,
                    canvas -> canvas.getClass().getSimpleName().equals("ScreenCanvas") && isIn(canvas, part));
        });
    }

    /** A view lies in the stack whose chosen tab carries its title. */
    private static boolean isIn(Canvas canvas, IViewPart part) {
        for (Composite around = canvas.getParent(); around != null; around = around.getParent()) {
            if (around instanceof CTabFolder stack) {
                return stack.getSelection() != null && part.getTitle().equals(stack.getSelection().getText());
            }
        }
        return false;
    }

    private void shows(int source, long frame) {
        Canvas screen = screen(SOURCE);
        driver.until("the source viewer shows source " + source + " frame " + frame,
                () -> driver.ui(() -> ScreenPicture.read(screen)).is(source, frame));
    }

    private void press(char letter, int keyCode, int modifiers) {
        driver.press(screen(SOURCE), letter, keyCode, modifiers);
    }

    private void goTo(long frame) {
        driver.act(() -> {
            try {
                Services.get(Transport.class).goTo(frame);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        shows(4, frame);
    }

    private void markTenFrames() {
        activate(SOURCE);
        goTo(10);
        press('i', 'i', 0);
        goTo(19);
        press('o', 'o', 0);
    }

    private String items(Id track) {
        StringBuilder text = new StringBuilder();
        for (Item item : sequence().track(track).items()) {
            text.append(item instanceof Clip clip ? clip.name() : "gap").append(' ').append(item.durationFrames()).append(' ');
        }
        return text.toString().strip();
    }

    @Test
    void theSameKeysPlayTheMediumWhileItIsInHandAndTheFilmElse() throws Exception {
        activate(SOURCE);
        editor.setPlayhead(5);
        press((char) 0, SWT.ARROW_RIGHT, 0);
        shows(4, 1);
        press('l', 'l', 0);
        driver.until("it plays on", () -> driver.ui(() -> Services.get(Transport.class).positionFrame()) > 10);
        press('k', 'k', 0);
        long stood = driver.ui(() -> Services.get(Transport.class).positionFrame());
        shows(4, stood);
        assertEquals(5, editor.playheadFrame(), "the film stands where it stood");
        activate("org.reelbench.ui.tracks");
        driver.act(() -> assertEquals(5, transport().positionFrame()));
        activate(SOURCE);
        driver.act(() -> assertEquals(stood, transport().positionFrame()));
    }

    private static Transport transport() {
        try {
            return Services.get(Transport.class);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatIsMarkedIsInsertedAtThePlayheadWithItsSoundAndUndoneAsOne() {
        markTenFrames();
        editor.setPlayhead(60);
        press((char) 0, SWT.F9, 0);
        driver.until("it is in", () -> sequence().track(Film.V1).items().size() == 3);
        assertEquals("Source 1 60 talk.mp4 10 Source 2 60", items(Film.V1));
        assertEquals("gap 60 talk.mp4 10", items(sound));
        Clip picture = (Clip) sequence().track(Film.V1).items().get(1);
        assertEquals(RationalTime.of(10, 30), picture.sourceIn());
        assertEquals(1, Links.linked(sequence(), picture.id()).stream().filter(id -> !id.equals(picture.id())).count());
        editor.setPlayhead(65);
        activate("org.reelbench.ui.viewer");
        driver.press(screen("org.reelbench.ui.viewer"), (char) ('Z' - '@'), 'z', SWT.CTRL);
        driver.until("all of it is undone", () -> items(Film.V1).equals("Source 1 60 Source 2 60"));
        assertTrue(sequence().track(sound).items().isEmpty());
    }

    @Test
    void aRangeOfTheFilmIsOverwrittenUpToItsEnd() {
        markTenFrames();
        editor.executeNext(
                revision -> EditCommand.of(EditCommands.SET_IN_OUT, revision).with("inFrame", 20).with("outFrame", 24));
        driver.until("it is marked", () -> sequence().inOut() != null);
        press((char) 0, SWT.F9, SWT.SHIFT);
        driver.until("it is in", () -> items(Film.V1).contains("talk"));
        assertEquals("Source 1 20 talk.mp4 4 Source 1 36 Source 2 60", items(Film.V1));
        assertEquals(talk,
                ((org.reelbench.timeline.MediaStream) ((Clip) sequence().track(Film.V1).items().get(1)).content()).media());
        assertFalse(editor.playheadFrame() > Film.FRAMES);
    }
}
