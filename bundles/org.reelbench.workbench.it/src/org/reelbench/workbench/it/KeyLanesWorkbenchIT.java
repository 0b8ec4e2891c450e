package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;

import org.eclipse.swt.SWT;
import org.junit.jupiter.api.Test;
import org.reelbench.timeline.Animated;
import org.reelbench.timeline.Curve;
import org.reelbench.timeline.Id;

/** Keyframes are set, dragged and removed in the strip below their clip, each in one step. */
class KeyLanesWorkbenchIT extends TracksWindow {

    private static final Id CLIP = new Id("c3");
    /** Borders of the strip below V2: fully seen, and not at all. */
    private static final int SEEN = 34 + 52 + 7;
    private static final int UNSEEN = SEEN + 25;

    private String keys() {
        Curve curve = sequence().findClip(CLIP).orElseThrow().clip().curves().get(Animated.OPACITY);
        return curve == null
                ? "none"
                : String.join(" ", curve.keyframes().stream().map(key -> key.frame() + ":" + key.value()).toList());
    }

    private void become(String expected) {
        driver.until("the keyframes become " + expected + " and are not " + keys(), () -> keys().equals(expected));
    }

    @Test
    void keyframesAreMadeMovedAndRemovedAndSeen() {
        mouse.click(x(60), V2);
        driver.until("it is selected", () -> editor.selection().equals(Set.of(CLIP)));
        driver.press(tracks, 'K', 'k', SWT.SHIFT);
        assertTrue(menuAt(x(40), UNSEEN).contains("Hide Keyframes"), "the strip is there");
        mouse.click(x(40), UNSEEN);
        become("10:0.0");
        mouse.click(x(80), SEEN);
        become("10:0.0 50:1.0");
        mouse.drag(x(40), UNSEEN, x(50), UNSEEN);
        become("20:0.0 50:1.0");
        mouse.hold(x(50), UNSEEN, x(60), SEEN);
        driver.press(tracks, SWT.ESC, SWT.ESC, 0);
        mouse.release();
        assertEquals("20:0.0 50:1.0", keys());
        assertTrue(menuAt(x(80), SEEN).contains("Remove Keyframe"));
        choose("Remove Keyframe");
        become("20:0.0");
        driver.press(tracks, (char) ('Z' - '@'), 'z', SWT.CTRL);
        become("20:0.0 50:1.0");
        driver.until("the menu knows it again", () -> menuAt(x(80), SEEN).contains("Hold"));
        menuAt(x(50), UNSEEN);
        choose("Hold");
        driver.until("it holds its value until the next", () -> sequence().findClip(CLIP).orElseThrow().clip().curves()
                .get(Animated.OPACITY).valueAt(49) == 0);
        mouse.click(x(60), V2);
        driver.press(tracks, 'K', 'k', SWT.SHIFT);
        driver.until("the strip is gone", () -> !menuAt(x(40), UNSEEN).contains("Hide Keyframes")
                || menuAt(x(40), UNSEEN).contains("Reverse"));
    }
}
