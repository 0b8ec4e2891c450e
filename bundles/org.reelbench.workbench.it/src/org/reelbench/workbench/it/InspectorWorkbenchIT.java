package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.time.Rational;
import org.reelbench.timeline.Animated;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Interpolation;
import org.reelbench.timeline.Keyframe;

/** What is selected is shown and set in the inspector, in one step to undo each. */
@ExtendWith(ThreadRule.class)
class InspectorWorkbenchIT extends OpenWindow {

    private static final Id C1 = new Id("c1");

    @BeforeEach
    void openTheFilm() throws Exception {
        open(Film.make(folder));
        driver.act(() -> {
            try {
                driver.window().getActivePage().showView("org.reelbench.ui.inspector");
            } catch (org.eclipse.ui.PartInitException e) {
                throw new AssertionError(e);
            }
        });
    }

    private Clip clip() {
        return editor.project().orElseThrow().sequence().findClip(C1).orElseThrow().clip();
    }

    private void select() {
        editor.select(Set.of(C1));
        driver.until("the clip's rows are there", () -> texts().contains("Opacity"));
    }

    private Composite panel() {
        return driver.find(driver.shell(), Composite.class, part -> part.getClass().getSimpleName().equals("InspectorPanel"));
    }

    private List<String> texts() {
        return driver.texts(panel());
    }

    /** What lies behind a label in its row. */
    private <C extends Control> C beside(String label, Class<C> type) {
        Label found = driver.find(panel(), Label.class, each -> each.getText().equals(label));
        Control beside = driver.ui(() -> {
            List<Control> all = List.of(found.getParent().getChildren());
            return all.get(all.indexOf(found) + 1);
        });
        return driver.find(beside, type, _ -> true);
    }

    private void type(Text text, String value) {
        driver.act(() -> {
            text.setFocus();
            text.setText(value);
            text.notifyListeners(SWT.DefaultSelection, new Event());
        });
    }

    private String undoLabel() {
        return editor.project().orElseThrow().session().undoLabel().orElse("nothing");
    }

    @Test
    void aNumberThatIsTypedIsOneEdit() {
        select();
        Text opacity = beside("Opacity", Text.class);
        assertEquals("100", driver.ui(opacity::getText));
        type(opacity, "40");
        driver.until("the clip is seen less", () -> clip().opacity() == 0.4);
        editor.undo();
        driver.until("it is seen as before", () -> clip().opacity() == 1);
        driver.until("so it is shown", () -> driver.ui(opacity::getText).equals("100"));
        assertEquals("nothing", undoLabel());
    }

    @Test
    void aBarIsTriedWhileItMovesAndOneEditWhenItIsLetGo() {
        select();
        Control row = driver.ui(() -> beside("Opacity", Text.class).getParent());
        Canvas bar = driver.find(row, Canvas.class, each -> each.getClass().getSimpleName().equals("ValueBar"));
        int width = driver.ui(() -> bar.getClientArea().width);
        mouse(bar, SWT.MouseDown, width - 4);
        for (int x = width - 4; x > width / 2; x -= 3) {
            mouse(bar, SWT.MouseMove, x);
        }
        driver.until("it is tried", () -> editor.tried().isPresent());
        assertEquals(1, clip().opacity(), "nothing is made yet");
        mouse(bar, SWT.MouseMove, 4);
        mouse(bar, SWT.MouseUp, 4);
        driver.until("it is made", () -> clip().opacity() == 0);
        driver.until("nothing is tried any more", () -> editor.tried().isEmpty());
        editor.undo();
        driver.until("it is one step", () -> clip().opacity() == 1);
        assertEquals("nothing", undoLabel());
    }

    @Test
    void escapeBringsBackWhatWasThere() {
        select();
        Text opacity = beside("Opacity", Text.class);
        driver.press(opacity, (char) 0, SWT.ARROW_DOWN, 0);
        driver.until("it is tried", () -> editor.tried().isPresent());
        driver.press(opacity, SWT.ESC, SWT.ESC, 0);
        driver.until("nothing is tried any more", () -> editor.tried().isEmpty());
        assertEquals("100", driver.ui(opacity::getText));
        assertEquals("nothing", undoLabel());
    }

    @Test
    void aValueMovesByKeyframes() {
        select();
        keyframe(0, 1);
        driver.until("one keyframe", () -> clip().curves().containsKey(Animated.SCALE));
        editor.setPlayhead(30);
        Text scale = beside("Scale", Text.class);
        driver.until("the number is that of frame 30", () -> driver.ui(scale::getText).equals("100"));
        type(scale, "200");
        driver.until("two keyframes", () -> clip().curves().get(Animated.SCALE).keyframes().size() == 2);
        assertEquals(1.5, clip().valueAt(Animated.SCALE, 15), 1e-9);
        click(0);
        driver.until("the playhead is on the first keyframe", () -> editor.playheadFrame() == 0);
        keyframe(0, 1);
        driver.until("one is gone", () -> clip().curves().get(Animated.SCALE).keyframes().size() == 1);
    }

    @Test
    void keyframesAreDraggedInACurveAsOneEditAndEscapeBringsThemBack() {
        editor.executeNext(revision -> EditCommand.of(EditCommands.SET_CURVE, revision).with("clip", "c1")
                .with("property", Animated.SCALE)
                .with("keyframes", List.of(List.of(0, 1.0), List.of(30, 2.0), List.of(59, 1.0))));
        select();
        Canvas curve = driver.find(panel(), Canvas.class,
                each -> each.getClass().getSimpleName().equals("CurveEditor") && each.isVisible());
        Point size = driver.ui(curve::getSize);
        Point middle = new Point((int) Math.round(10 + 30 / 59.0 * (size.x - 20)), 10);
        Point low = new Point(middle.x + (size.x - 20) / 6, size.y - 10);
        drag(curve, SWT.MouseDown, middle);
        drag(curve, SWT.MouseMove, low);
        driver.until("it is tried", () -> editor.tried().isPresent());
        Text scale = beside("Scale", Text.class);
        driver.press(scale, SWT.ESC, SWT.ESC, 0);
        driver.until("Escape brings it back", () -> editor.tried().isEmpty());
        drag(curve, SWT.MouseUp, low);
        assertEquals(2.0, keyframes().get(1).value());
        drag(curve, SWT.MouseDown, middle);
        drag(curve, SWT.MouseMove, new Point(middle.x, size.y / 2));
        drag(curve, SWT.MouseMove, low);
        drag(curve, SWT.MouseUp, low);
        driver.until("the keyframe lies where it was let go", () -> keyframes().get(1).value() < 1.05
                && keyframes().get(1).frame() > 35);
        assertEquals(3, keyframes().size());
        editor.undo();
        driver.until("it is one step", () -> keyframes().get(1).equals(new Keyframe(30, 2, Interpolation.LINEAR)));
        driver.act(() -> curve.notifyListeners(SWT.MouseDoubleClick, event(SWT.MouseDoubleClick,
                new Point(10 + (size.x - 20) / 4, 20))));
        driver.until("a double click sets one more on the curve", () -> keyframes().size() == 4);
        assertEquals(1 + keyframes().get(1).frame() / 30.0, keyframes().get(1).value(), 1e-9);
        editor.executeNext(revision -> EditCommand.of(EditCommands.SET_CONSTANT, revision).with("clip", "c1")
                .with("property", Animated.SCALE).with("value", 1.0));
        driver.until("without keyframes there is no room for it", () -> !driver.ui(curve::isVisible));
    }

    private List<Keyframe> keyframes() {
        return clip().curves().get(Animated.SCALE).keyframes();
    }

    private void drag(Control control, int type, Point place) {
        driver.act(() -> control.notifyListeners(type, event(type, place)));
    }

    private static Event event(int type, Point place) {
        Event event = new Event();
        event.button = type == SWT.MouseMove ? 0 : 1;
        event.x = place.x;
        event.y = place.y;
        return event;
    }

    private void keyframe(long frame, int item) {
        editor.setPlayhead(frame);
        click(item);
    }

    /** Clicks a button of the keyframes of the scale. */
    private void click(int item) {
        Control row = driver.ui(() -> beside("Scale", Text.class).getParent());
        Control bar = driver.ui(() -> {
            List<Control> all = List.of(row.getParent().getChildren());
            return all.get(all.indexOf(row) + 1);
        });
        driver.click(bar, 16 * item + 8, 10);
    }

    @Test
    void effectsAreAddedSetSwitchedOffAndRemoved() {
        select();
        driver.until("there is a button", () -> driver.ui(() -> addButton().isVisible()));
        choose(addButton(), "Blur");
        driver.until("the effect is there", () -> clip().effects().size() == 1);
        String label = "Radius, pixels";
        driver.until("its parameter is shown", () -> texts().stream().anyMatch(text -> text.startsWith("Radius")));
        String shown = texts().stream().filter(text -> text.startsWith("Radius")).findFirst().orElse(label);
        type(beside(shown, Text.class), "12");
        driver.until("it is set", () -> Double.valueOf(12).equals(clip().effects().getFirst().parameters().get("radiusPx")));
        Button enabled = driver.find(panel(), Button.class, button -> button.getText().equals("Blur"));
        driver.act(() -> enabled.setSelection(false));
        driver.click(enabled);
        driver.until("it is off", () -> !clip().effects().getFirst().enabled());
        ToolBar bar = driver.find(panel(), ToolBar.class, each -> Words.tips(each).contains("Remove effect"));
        driver.click(driver.ui(() -> bar.getItem(2)));
        driver.until("it is gone", () -> clip().effects().isEmpty());
        editor.undo();
        driver.until("it is there as it was", () -> clip().effects().size() == 1 && !clip().effects().getFirst().enabled());
    }

    @Test
    void effectsAreAppliedInTheOrderThatIsChosen() {
        select();
        driver.until("there is a button", () -> driver.ui(() -> addButton().isVisible()));
        choose(addButton(), "Blur");
        driver.until("one effect is there", () -> clip().effects().size() == 1);
        choose(addButton(), "Sharpen");
        driver.until("two are", () -> clip().effects().size() == 2);
        List<String> kinds = clip().effects().stream().map(AppliedEffect::effect).toList();
        Button second = driver.find(panel(), Button.class, button -> button.getText().equals("Sharpen"));
        ToolBar bar = driver.find(driver.ui(second::getParent), ToolBar.class,
                each -> Words.tips(each).contains("Apply earlier"));
        driver.click(driver.ui(() -> bar.getItem(0)));
        driver.until("they have changed places",
                () -> clip().effects().stream().map(AppliedEffect::effect).toList().equals(kinds.reversed()));
        editor.undo();
        driver.until("one step brings them back",
                () -> clip().effects().stream().map(AppliedEffect::effect).toList().equals(kinds));
    }

    @Test
    void aSpeedThatIsTypedShowsOtherFrames() {
        select();
        Canvas screen = driver.find(driver.shell(), Canvas.class,
                canvas -> canvas.getClass().getSimpleName().equals("ScreenCanvas"));
        editor.setPlayhead(10);
        driver.until("frame 10 is seen", () -> driver.ui(() -> ScreenPicture.read(screen)).is(1, 10));
        type(beside("Speed", Text.class), "200");
        driver.until("it is twice as fast", () -> clip().speed().equals(Rational.of(2, 1)));
        driver.until("frame 20 is seen in its place", () -> driver.ui(() -> ScreenPicture.read(screen)).is(1, 20));
        editor.undo();
        driver.until("frame 10 is seen again", () -> driver.ui(() -> ScreenPicture.read(screen)).is(1, 10));
    }

    private Button addButton() {
        return driver.find(panel(), Button.class, button -> button.getText().equals("Add Effect"));
    }

    /** Chooses from the menu that a button opens. */
    private void choose(Button button, String name) {
        driver.act(() -> button.getDisplay().addFilter(SWT.Show, new org.eclipse.swt.widgets.Listener() {
            @Override
            public void handleEvent(Event event) {
                if (event.widget instanceof Menu menu) {
                    button.getDisplay().removeFilter(SWT.Show, this);
                    MenuItem item = Stream.of(menu.getItems()).filter(each -> each.getText().equals(name)).findFirst()
                            .orElseThrow();
                    driver.click(item);
                    menu.getDisplay().asyncExec(() -> menu.setVisible(false));
                }
            }
        }));
        driver.click(button);
    }

    @Test
    void aTitleIsTypedAndSeenMeanwhile() {
        editor.executeNext(
                revision -> new EditCommand(EditCommands.GENERATE, new TreeMap<>(java.util.Map.of("track", "v2", "kind",
                        "title", "durationFrames", 20, "text", "Hello")), revision));
        Id title = new Id("c4");
        driver.until("there is a title", () -> editor.project().orElseThrow().sequence().findClip(title).isPresent());
        editor.select(Set.of(title));
        driver.until("its rows are there", () -> texts().contains("Text"));
        Text text = beside("Text", Text.class);
        driver.act(() -> {
            text.setFocus();
            text.setText("Hello\nyou");
        });
        driver.until("it is tried", () -> editor.tried().flatMap(tried -> tried.findClip(title))
                .map(place -> ((Generator) place.clip().content()).parameters().get("text")).equals(Optional.of("Hello\nyou")));
        driver.act(() -> text.notifyListeners(SWT.FocusOut, new Event()));
        driver.until("it is made", () -> editor.project().orElseThrow().sequence().findClip(title)
                .map(place -> ((Generator) place.clip().content()).parameters().get("text")).equals(Optional.of("Hello\nyou")));
    }

    @Test
    void withoutASelectionTheSequenceIsShown() {
        editor.select(Set.of());
        driver.until("the sequence's rows are there", () -> texts().contains("Frame rate"));
        Combo rate = beside("Frame rate", Combo.class);
        assertEquals("30 fps", driver.ui(rate::getText));
        type(beside("Width", Text.class), "640");
        driver.until("the canvas is wider", () -> editor.project().orElseThrow().sequence().widthPx() == 640);
        editor.chooseTrack(Optional.of(Film.V2));
        driver.until("the track's rows are there", () -> texts().contains("Track V2"));
        Button hidden = beside("Hidden", Button.class);
        driver.act(() -> hidden.setSelection(true));
        driver.click(hidden);
        driver.until("it is hidden", () -> editor.project().orElseThrow().sequence().track(Film.V2).hidden());
    }

    private void mouse(Control control, int type, int x) {
        Event event = new Event();
        event.button = type == SWT.MouseMove ? 0 : 1;
        event.stateMask = type == SWT.MouseDown ? 0 : SWT.BUTTON1;
        event.x = x;
        event.y = 10;
        driver.act(() -> control.notifyListeners(type, event));
    }
}
