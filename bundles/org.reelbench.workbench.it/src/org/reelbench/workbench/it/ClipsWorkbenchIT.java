package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.eclipse.swt.SWT;
import org.junit.jupiter.api.Test;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Links;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackKind;

/** Clips that belong together are edited together, sound is made louder by its line, and a dissolve longer by its ends. */
class ClipsWorkbenchIT extends TracksWindow {

    /** Where the row of A1 begins, and its line of no gain. */
    private static final int A1_TOP = 145;
    private static final int A1 = A1_TOP + 36;
    private static final int A1_LINE = A1_TOP + 26;
    private static final long DROPPED_FRAME = 95;

    private Id picture;
    private Id sound;

    private void dropATalk() throws Exception {
        Path talk = Film.talk(folder);
        menuAt(40, V2);
        choose("Add Audio Track");
        driver.until("there is a track for sound", () -> sequence().tracks().size() == 3);
        driver.act(() -> DroppedFiles.on(tracks, x(DROPPED_FRAME), V2, List.of(talk)));
        driver.until("picture and sound are there", () -> last(Film.V2) instanceof Clip && last(a1()) instanceof Clip);
        picture = ((Clip) last(Film.V2)).id();
        sound = ((Clip) last(a1())).id();
        starts(DROPPED_FRAME, DROPPED_FRAME);
    }

    private Id a1() {
        return sequence().tracks().stream().filter(track -> track.kind() == TrackKind.AUDIO).map(Track::id).findFirst()
                .orElseThrow();
    }

    private Item last(Id track) {
        List<Item> items = sequence().track(track).items().toList();
        return items.isEmpty() ? null : items.getLast();
    }

    private ClipPlace place(Id clip) {
        return sequence().findClip(clip).orElseThrow();
    }

    private void starts(long pictureFrame, long soundFrame) {
        driver.until(
                "the picture is at " + pictureFrame + " and its sound at " + soundFrame + ", and not " + on(Film.V2) + " and "
                        + on(a1()),
                () -> place(picture).startFrame() == pictureFrame && place(sound).startFrame() == soundFrame);
    }

    private void undo() {
        driver.press(tracks, (char) ('Z' - '@'), 'z', SWT.CTRL);
    }

    private void key(char letter, int modifiers) {
        driver.press(tracks, (char) (letter & 0x1f), letter, SWT.CTRL | modifiers);
    }

    private void select(Id first, int x1, int y1, Id second, int x2, int y2) {
        mouse.click(x1, y1);
        mouse.click(x2, y2, SWT.MOD1);
        driver.until("both are selected", () -> editor.selection().equals(Set.of(first, second)));
    }

    @Test
    void pictureAndSoundThatCameTogetherMoveTogetherUntilTheyAreUnlinked() throws Exception {
        dropATalk();
        assertEquals(Set.of(picture, sound), Set.copyOf(Links.partners(sequence(), picture)));
        mouse.drag(x(105), V2, x(115), V2);
        starts(105, 105);
        undo();
        starts(95, 95);
        mouse.click(x(105), V2);
        key('l', SWT.SHIFT);
        driver.until("they are unlinked", () -> Links.partners(sequence(), picture).equals(Set.of(picture)));
        mouse.drag(x(105), V2, x(115), V2);
        starts(105, 95);
        undo();
        starts(95, 95);
        select(picture, x(105), V2, sound, x(105), A1);
        key('l', 0);
        driver.until("they are linked", () -> Links.partners(sequence(), sound).equals(Set.of(picture, sound)));
        driver.press(tracks, SWT.ESC, SWT.ESC, 0);
        mouse.drag(x(105), A1, x(110), A1);
        starts(100, 100);
        menuAt(x(110), V2);
        choose("Unlink");
        driver.until("the menu unlinks them, too", () -> Links.partners(sequence(), picture).equals(Set.of(picture)));
    }

    @Test
    void clipsOfAGroupAreMovedTogetherUntilItIsTakenApart() {
        Id front = new Id("c3");
        Id behind = new Id("c2");
        select(front, x(60), V2, behind, x(110), V1);
        key('g', 0);
        driver.until("they are a group", () -> group(front) != null);
        assertEquals(group(front), group(behind));
        driver.press(tracks, SWT.ESC, SWT.ESC, 0);
        mouse.drag(x(60), V2, x(72), V2);
        becomes(Film.V2, "42 c3[0+60]");
        becomes(Film.V1, "c1[0+60] 12 c2[0+60]");
        undo("c1[0+60] c2[0+60]");
        becomes(Film.V2, "30 c3[0+60]");
        mouse.click(x(60), V2);
        key('g', SWT.SHIFT);
        driver.until("it is taken apart", () -> group(front) == null && group(behind) == null);
        mouse.drag(x(60), V2, x(72), V2);
        becomes(Film.V2, "42 c3[0+60]");
        assertEquals("c1[0+60] c2[0+60]", on(Film.V1));
    }

    private Id group(Id clip) {
        return place(clip).clip().bonds().group();
    }

    @Test
    void theLineOfASoundIsDraggedToMakeItLouderOrQuieter() throws Exception {
        dropATalk();
        int x = x(110);
        mouse.drag(x, A1_LINE, x, A1_LINE + 10);
        driver.until("it is quieter", () -> gainDb() == -34.3);
        undo();
        driver.until("one step brings it back", () -> gainDb() == 0);
        mouse.drag(x, A1_LINE, x, A1_LINE - 7);
        driver.until("it is as loud as the line shows", () -> gainDb() == 12);
        mouse.hold(x, A1_LINE - 7, x, A1_LINE);
        driver.until("it is tried", () -> editor.tried().flatMap(tried -> tried.findClip(sound))
                .filter(tried -> tried.clip().gainDb() == 0).isPresent());
        driver.press(tracks, SWT.ESC, SWT.ESC, 0);
        mouse.release();
        assertTrue(editor.tried().isEmpty(), "the trial is given up");
        assertEquals(12, gainDb());
        assertEquals(0, place(picture).clip().gainDb(), "the picture has no gain");
        starts(DROPPED_FRAME, DROPPED_FRAME);
    }

    private double gainDb() {
        return place(sound).clip().gainDb();
    }

    @Test
    void theEndsOfADissolveAreDraggedAndWithCtrlBothAtOnce() {
        press('r', 0);
        mouse.drag(x(55), V1, x(45), V1);
        becomes(Film.V1, "c1[0+50] c2[0+60]");
        mouse.drag(x(55), V1, x(65), V1);
        becomes(Film.V1, "c1[0+50] c2[10+50]");
        press('v', 0);
        mouse.click(x(20), V1);
        driver.until("the first is selected", () -> editor.selection().equals(Set.of(new Id("c1"))));
        key('t', 0);
        driver.until("there is a dissolve and not " + on(Film.V1), () -> on(Film.V1).contains("~"));
        becomes(Film.V1, "c1[0+50] 7~8 c2[10+50]");
        mouse.drag(x(58), V1, x(54), V1);
        becomes(Film.V1, "c1[0+50] 7~4 c2[10+50]");
        undo("c1[0+50] 7~8 c2[10+50]");
        mouse.hold(x(43), V1, x(46), V1);
        holdKey(SWT.MOD1);
        mouse.release();
        becomes(Film.V1, "c1[0+50] 4~4 c2[10+50]");
        mouse.hold(x(54), V1, x(58), V1);
        driver.press(tracks, SWT.ESC, SWT.ESC, 0);
        mouse.release();
        assertEquals("c1[0+50] 4~4 c2[10+50]", on(Film.V1));
        menuAt(x(54), V1);
        choose("Remove Transition");
        becomes(Film.V1, "c1[0+50] c2[10+50]");
    }
}
