package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reelbench.testcard.ClickTrack;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.ui.JobFamilies;

/** A film is made from nothing to its file without the mouse. */
@ExtendWith(ThreadRule.class)
class KeyboardOnlyWorkbenchIT extends KeyboardWindow {

    private static final Id PICTURE = new Id("v1");
    private static final Id TITLES = new Id("v2");
    private static final Id SOUND = new Id("a1");

    private static final int TITLE_FRAMES = 15;
    private static final int CUT = 45;
    private static final int SECOND_IN = 15;
    private static final int DISSOLVE_FRAMES = 15;
    private static final int DISSOLVE_IN = 38;
    /** Steps of brightness on the average, of 256; coding alone makes about two. */
    private static final double NEAR = 4;
    private static final double FAR = 8;
    private static final int LETTERS = 100;

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
        takeTheKeys();
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
}
