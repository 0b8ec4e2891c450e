package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Predicate;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reelbench.plugins.Plugin;
import org.reelbench.plugins.Plugins;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;

/** What plug-ins say of tracks is seen in the open window while they are there, whatever one of them does. */
class DecorationsWorkbenchIT extends TracksWindow {

    private static final String EXAMPLE = "org.example.flash";
    private static final String HANGING = "org.example.hanging";
    private static final String THROWING = "org.example.throwing";
    /** In the strip at the lower edge of V1's row, and in that of another plug-in above it. */
    private static final int STRIP = 34 + 53 + 52 - 1 - 4 + 1;
    private static final int CUT = Film.PART_FRAMES - 2;
    /** The colour of what warns in the dark window. */
    private static final Predicate<RGB> WARNS = color -> color.red > 200 && color.green > 180 && color.blue < 120;

    private Plugins plugins;

    @BeforeEach
    void findThePlugins() throws Exception {
        plugins = Services.get(Plugins.class);
    }

    @AfterEach
    void noPluginIsLeft() throws Exception {
        System.clearProperty(HANGING);
        for (Plugin plugin : plugins.plugins()) {
            plugins.remove(plugin.id());
        }
        driver.until("nothing of them is left", () -> plugins.plugins().isEmpty());
    }

    /** How much of the last two frames of the first source is marked. */
    private double marked() {
        return driver.ui(() -> {
            Point place = tracks.toDisplay(x(CUT) + 2, STRIP);
            return ScreenPicture.share(tracks.getDisplay(), new Rectangle(place.x, place.y, x(Film.PART_FRAMES) - x(CUT) - 5, 2),
                    WARNS);
        });
    }

    private void marksAreSeen(String when) {
        driver.until("marks are seen " + when, () -> marked() > 0.9);
    }

    private void noMarksAreSeen(String when) {
        driver.until("no marks are seen " + when, () -> marked() == 0);
    }

    private void cut() {
        editor.executeNext(revision -> EditCommand.of(EditCommands.SPLIT, revision).with("clip", "c1").with("frame", CUT));
        driver.until("the clip is cut", () -> sequence().track(Film.V1).items().size() == 3);
    }

    private Plugin plugin(String id) {
        return plugins.plugins().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void marksComeWithThePluginFollowEditsAndGoWithIt() throws Exception {
        cut();
        noMarksAreSeen("without a plug-in");
        plugins.install(ExamplePlugin.flashFrames(folder));
        assertEquals(Plugin.State.RUNNING, plugin(EXAMPLE).state());
        marksAreSeen("as soon as it is there");
        undo("c1[0+60] c2[0+60]");
        noMarksAreSeen("where nothing flashes");
        cut();
        marksAreSeen("after an edit");
        plugins.remove(EXAMPLE);
        noMarksAreSeen("when it is gone");
    }

    @Test
    void oneThatHangsOrThrowsIsNamedAndTheOthersMarksStay() throws Exception {
        cut();
        plugins.install(ExamplePlugin.flashFrames(folder));
        marksAreSeen("before");
        System.setProperty(HANGING, "for as long as this is set");
        plugins.install(ExamplePlugin.decorator(folder, THROWING, "throw new IllegalStateException(\"on purpose\");"));
        plugins.install(ExamplePlugin.decorator(folder, HANGING, """
                while (System.getProperty("org.example.hanging") != null) {
                    try {
                        Thread.sleep(100);
                    } catch (InterruptedException e) {
                        // goes on
                    }
                }
                return List.of();
                """));
        driver.until("what throws is counted", () -> plugin(THROWING).failedCalls() > 0);
        driver.until("what hangs is quarantined", () -> plugin(HANGING).state() == Plugin.State.QUARANTINED);
        assertTrue(plugin(HANGING).note().contains("decorations of tracks"), plugin(HANGING).note());
        undo("c1[0+60] c2[0+60]");
        noMarksAreSeen("after an edit that nobody waits with");
        cut();
        marksAreSeen("after another");
    }
}
