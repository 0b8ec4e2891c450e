package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.encoding.ExportQueue;
import org.reelbench.testcard.ClickTrack;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Transition;
import org.reelbench.ui.Editor;
import org.reelbench.ui.JobFamilies;

/** A film is made from nothing to its file without the mouse. */
@ExtendWith(ThreadRule.class)
class KeyboardOnlyWorkbenchIT {

    private static final int[] MOUSE = { SWT.MouseDown, SWT.MouseUp, SWT.MouseDoubleClick, SWT.MouseWheel };
    private static final Id PICTURE = new Id("v1");
    private static final Id TITLES = new Id("v2");
    private static final Id SOUND = new Id("a1");

    private static final String PICTURES = "Show media as pictures";
    private static final int MOST_TABS = 40;

    private static final int TITLE_FRAMES = 15;
    private static final int CUT = 45;
    private static final int SECOND_IN = 15;
    private static final int DISSOLVE_FRAMES = 15;
    private static final int DISSOLVE_IN = 38;
    /** Steps of brightness on the average, of 256; coding alone makes about two. */
    private static final double NEAR = 4;
    private static final double FAR = 8;
    private static final int LETTERS = 100;

    @TempDir
    Path folder;

    private final Driver driver = Driver.ofTheWindow();
    private final Display display = driver.shell().getDisplay();
    private final Keyboard keys = new Keyboard();
    private final List<String> mouse = Collections.synchronizedList(new ArrayList<>());
    private final Listener watch = event -> mouse.add(event.toString());
    private Editor editor;

    @BeforeEach
    void lookForTheMouse() throws InterruptedException {
        editor = Services.get(Editor.class);
        driver.act(() -> {
            for (int type : MOUSE) {
                display.addFilter(type, watch);
            }
        });
    }

    @AfterEach
    void nothingIsInTheErrorLog() throws Exception {
        keys.close();
        driver.act(() -> {
            for (int type : MOUSE) {
                display.removeFilter(type, watch);
            }
        });
        Services.get(ExportQueue.class).forgetEnded();
        assertTrue(editor.forgetChanges().toCompletableFuture().get(), "closed");
        assertEquals(List.of(), Driver.newProblems());
    }

    @Test
    void aFilmIsMadeFromNothingToItsFile() throws Exception {
        Path first = Film.talk(folder.resolve("first.mp4"), 1);
        Path second = Film.talk(folder.resolve("second.mp4"), 2);
        makeTheProject(folder.resolve("walk.reel"));
        add(first, 1);
        add(second, 2);
        place();
        trim();
        split();
        dissolve();
        title();
        Path film = export();
        assertEquals(List.of(), mouse, "nobody touched the mouse");
        isWhatWasMade(FilmContent.of(film), FilmContent.of(first), FilmContent.of(second));
    }

    private void makeTheProject(Path file) {
        keys.press("Ctrl+N");
        Shell dialog = driver.dialog("New Project");
        focus("the size", () -> isIn(dialog));
        keys.press("Ctrl+A");
        keys.type("320x180");
        keys.press("Tab", "Ctrl+A");
        keys.type("30");
        keys.press("Tab", "Ctrl+A");
        keys.type(file.toString());
        keys.press("Enter");
        driver.until("the project is open", () -> driver.titles().contains("walk – Reelbench"));
        assertEquals(List.of(320, 180), List.of(sequence().widthPx(), sequence().heightPx()));
        assertEquals("30", sequence().rate().toString());
    }

    /** The dialog of the system takes a path that is typed. */
    private void add(Path file, int count) {
        driver.activate();
        keys.press("Ctrl+I");
        driver.until("files can be chosen", () -> keys.sees("Add Media"));
        keys.type(file.toString());
        keys.press("Enter");
        driver.until("it is added", () -> editor.project().orElseThrow().session().project().media().size() == count);
    }

    private void place() {
        bin();
        keys.press("P");
        becomes(PICTURE, "first.mp4[0+60]");
        becomes(SOUND, "first.mp4[0+60]");
        tracks();
        keys.press("End");
        playhead(60);
        bin();
        keys.press("Down", "P");
        becomes(PICTURE, "first.mp4[0+60] second.mp4[0+60]");
        becomes(SOUND, "first.mp4[0+60] second.mp4[0+60]");
    }

    private void trim() {
        goTo(45);
        keys.press("W");
        becomes(PICTURE, "first.mp4[0+45] second.mp4[0+60]");
        goTo(60);
        keys.press("Q");
        becomes(PICTURE, "first.mp4[0+45] second.mp4[15+45]");
        becomes(SOUND, "first.mp4[0+45] second.mp4[15+45]");
    }

    private void split() {
        goTo(20);
        keys.press("S");
        becomes(PICTURE, "first.mp4[0+20] first.mp4[20+25] second.mp4[15+45]");
        becomes(SOUND, "first.mp4[0+20] first.mp4[20+25] second.mp4[15+45]");
    }

    private void dissolve() {
        keys.press("D");
        Id part = ((Clip) sequence().track(PICTURE).items().get(1)).id();
        driver.until("the clip at the playhead is selected", () -> editor.selection().equals(Set.of(part)));
        keys.press("Escape");
        driver.until("none is selected", () -> editor.selection().isEmpty());
        keys.press("Ctrl+Right");
        playhead(CUT);
        keys.press("Ctrl+T");
        becomes(PICTURE, "first.mp4[0+20] first.mp4[20+25] 7~8 second.mp4[15+45]");
    }

    private void title() {
        keys.press("Home");
        playhead(0);
        keys.press("Ctrl+Shift+T");
        becomes(TITLES, "Title[0+150]");
        driver.until("it is selected", () -> editor.selection().size() == 1);
        goTo(15);
        keys.press("W");
        becomes(TITLES, "Title[0+15]");
        keys.press("Ctrl+5");
        tabTo("the text", () -> display.getFocusControl() instanceof Text text && text.getText().equals("Title")
                && (text.getStyle() & SWT.MULTI) != 0);
        keys.press("Ctrl+A");
        keys.type("HELLO");
        keys.press("Ctrl+Enter");
        driver.until("it says so", () -> sequence().track(TITLES).items().get(0) instanceof Clip clip
                && clip.content() instanceof Generator title && "HELLO".equals(title.parameters().get("text")));
        keys.press("Ctrl+S");
        driver.until("it is saved", () -> driver.titles().contains("walk – Reelbench"));
    }

    private Path export() {
        Path film = folder.resolve("made.mp4");
        keys.press("Ctrl+E");
        Shell dialog = driver.dialog("Export");
        focus("the dialog", () -> isIn(dialog));
        tabTo("the file", () -> display.getFocusControl() instanceof Text text && text.getEditable());
        keys.press("Ctrl+A");
        keys.type(film.toString());
        keys.press("Enter");
        driver.until("the dialog is closed", () -> driver.ui(dialog::isDisposed));
        driver.until("the export has ended", () -> Job.getJobManager().find(JobFamilies.EXPORT).length == 0);
        return film;
    }

    @Test
    void listsAndButtonsKeepTheKeysTheyUse() throws Exception {
        openTheFilm();
        bin();
        Table list = (Table) driver.ui(display::getFocusControl);
        driver.act(list::deselectAll);
        bin();
        assertEquals(0, driver.ui(list::getSelectionIndex), "the keys begin at the first medium");
        keys.press("Down", "Right");
        driver.until("the list is walked through", () -> driver.ui(list::getSelectionIndex) == 1);
        tracks();
        keys.press("Right");
        playhead(1);
        keys.press("Ctrl+5");
        tabTo("the limiter", () -> display.getFocusControl() instanceof Button);
        boolean before = sequence().limiter();
        keys.press("Space");
        driver.until("the box is ticked", () -> sequence().limiter() != before);
        assertEquals(1, editor.playheadFrame(), "nothing plays");
    }

    @Test
    void picturesAreWalkedThroughAndPutOnTheChosenTrack() throws Exception {
        openTheFilm();
        ToolBar bar = driver.find(driver.shell(), ToolBar.class, tools -> Words.tips(tools).contains(PICTURES));
        ToolItem pictures = driver.ui(() -> Stream.of(bar.getItems()).filter(item -> PICTURES.equals(item.getToolTipText()))
                .findFirst().orElseThrow());
        press(pictures, true);
        keys.press("Ctrl+1");
        focus("the pictures", () -> display.getFocusControl() instanceof Canvas canvas && canvas.getMenu() != null);
        keys.press("End");
        tracks();
        keys.press("Alt+Up", "Alt+Up");
        driver.until("V2 is chosen", () -> editor.chosenTrack().equals(Optional.of(Film.V2)));
        keys.press("End");
        playhead(Film.FRAMES);
        keys.press("P");
        becomes(Film.V2, "30 Source 3[0+60] 30 source3.mp4[0+70]");
        keys.press("Ctrl+Z");
        becomes(Film.V2, "30 Source 3[0+60]");
        press(pictures, false);
    }

    @Test
    void menusAreReachedByTheirLettersAndDialogsLeftByEscape() throws Exception {
        openTheFilm();
        tracks();
        keys.press("End");
        playhead(Film.FRAMES);
        keys.press("Alt+E", "A", "B");
        becomes(Film.V1, "Source 1[0+60] Source 2[0+60] Colour Bars[0+150]");
        for (String[] dialog : new String[][] { { "Ctrl+N", "New Project" }, { "Ctrl+E", "Export" },
                { "Alt+Enter", "Project Settings" }, { "Ctrl+,", "Preferences" } }) {
            driver.activate();
            keys.press(dialog[0]);
            Shell shown = driver.dialog(dialog[1]);
            focus(dialog[1], () -> isIn(shown));
            keys.press("Escape");
            driver.until(dialog[1] + " is left", () -> driver.ui(shown::isDisposed));
        }
    }

    private void openTheFilm() throws Exception {
        assertTrue(editor.open(Film.make(folder)).toCompletableFuture().get(), "opened");
        driver.until("the title names the film", () -> driver.titles().contains("Film – Reelbench"));
    }

    /** Buttons of views have no keys: how media are shown is none of what the test is about. */
    private void press(ToolItem item, boolean on) {
        if (driver.ui(item::getSelection) != on) {
            driver.act(() -> item.setSelection(on));
            driver.click(item);
        }
    }

    private void bin() {
        driver.activate();
        keys.press("Ctrl+1");
        focus("the bin", () -> display.getFocusControl() instanceof Table);
    }

    /** Reads the film back: the title over the first frames, the dissolve from one source to the other, and the sound of both. */
    private void isWhatWasMade(FilmContent film, FilmContent first, FilmContent second) {
        assertEquals(90, film.frames());
        for (int frame = 0; frame < film.frames(); frame++) {
            int[] one = first.brightness().get(Math.min(frame, Film.PART_FRAMES - 1));
            int[] two = second.brightness().get(Math.max(0, frame - CUT + SECOND_IN));
            double part = Math.clamp((frame - DISSOLVE_IN + 0.5) / DISSOLVE_FRAMES, 0.0, 1.0);
            assertTrue(film.distance(frame, one, two, 1 - part) < NEAR, "frame " + frame + " is as it was mixed");
            int seen = frame;
            if (part < 0.1 || part > 0.9) {
                assertTrue(film.distance(frame, one, two, part) > FAR, () -> "frame " + seen + " is of one source alone");
            } else if (part > 0.4 && part < 0.6) {
                assertTrue(film.distance(frame, one, two, 1) > NEAR && film.distance(frame, one, two, 0) > NEAR,
                        () -> "frame " + seen + " is of both");
            }
            if (frame < DISSOLVE_IN) {
                int letters = film.brighter(frame, one);
                assertEquals(frame < TITLE_FRAMES, letters > LETTERS, () -> letters + " pixels of letters in frame " + seen);
            }
        }
        hears(film, 1, List.of(0L, 48_000L));
        hears(film, 2, List.of(96_000L));
    }

    private static void hears(FilmContent film, int source, List<Long> expected) {
        List<Long> clicks = ClickTrack.clicksOf(source, film.sound(), 0, FilmContent.SAMPLE_RATE_HZ);
        assertEquals(expected.size(), clicks.size(), clicks::toString);
        for (int i = 0; i < expected.size(); i++) {
            assertTrue(Math.abs(clicks.get(i) - expected.get(i)) <= 2, clicks::toString);
        }
    }

    private void tracks() {
        driver.activate();
        keys.press("Ctrl+4");
        focus("the tracks", () -> display.getFocusControl().getClass().getSimpleName().equals("TrackCanvas"));
    }

    private void goTo(long frame) {
        tracks();
        keys.press("G");
        focus("the timecode", () -> display.getFocusControl() instanceof Text);
        keys.press("Ctrl+A");
        keys.type("00:00:0" + frame / 30 + ":" + (frame % 30 < 10 ? "0" : "") + frame % 30);
        keys.press("Enter");
        playhead(frame);
        tracks();
    }

    private void playhead(long frame) {
        driver.until("the playhead is at " + frame, () -> editor.playheadFrame() == frame);
    }

    private boolean isIn(Shell dialog) {
        return display.getFocusControl() != null && display.getFocusControl().getShell() == dialog;
    }

    /** Waits until the focus is where it is meant to be. */
    private void focus(String where, Callable<Boolean> condition) {
        driver.until("the focus is at " + where + " and not at " + driver.ui(() -> String.valueOf(display.getFocusControl())),
                () -> driver.ui(condition));
    }

    private void tabTo(String where, Callable<Boolean> condition) {
        for (int i = 0; i < MOST_TABS && !driver.ui(condition); i++) {
            Control before = driver.ui(display::getFocusControl);
            keys.press("Tab");
            driver.until("the focus goes on to " + where, () -> driver.ui(display::getFocusControl) != before);
        }
        assertTrue(driver.ui(condition), where);
    }

    private Sequence sequence() {
        return editor.project().orElseThrow().sequence();
    }

    private void becomes(Id track, String expected) {
        driver.until(track + " becomes " + expected + " and is not " + on(track), () -> on(track).equals(expected));
    }

    /** What lies on a track: clips with the first frame of their source and their length, gaps and transitions. */
    private String on(Id track) {
        Stream<Item> items = sequence().track(track).items().toList().stream();
        return String.join(" ", items.map(item -> switch (item) {
        case Clip clip ->
            clip.name() + "[" + sequence().rate().frameAt(clip.sourceIn()) + "+" + clip.durationFrames() + "]";
        case Gap gap -> Long.toString(gap.durationFrames());
        case Transition transition -> transition.inOffsetFrames() + "~" + transition.outOffsetFrames();
        }).toList());
    }
}
