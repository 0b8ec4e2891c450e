package org.reelbench.ui.plugins.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.reelbench.plugins.Plugin;
import org.reelbench.plugins.Plugin.State;

class PluginWordsTest {

    private final FakePlugins plugins = new FakePlugins();

    @Test
    void aRowTellsTheStateInAWordAndCountsThreadsThatNobodyWaitsFor() {
        assertArrayEquals(new String[] { "one", "1.0.0", "Running", "", "", "", "" },
                PluginWords.row(FakePlugins.plugin("one", State.RUNNING, ""), Held.NOTHING));
        Plugin hung = new Plugin("two", "2.0.0", "Two", State.QUARANTINED, "it hung", Path.of("two.jar"), 4, 1, 2);
        assertArrayEquals(new String[] { "two", "2.0.0", "Quarantined", "1.5 MB", "24 MB", "3 threads", "it hung" },
                PluginWords.row(hung, new Held(3 << 19, 24 << 20)));
        assertEquals(PluginWords.COLUMNS.size(), PluginWords.row(hung, Held.NOTHING).length);
        assertTrue(PluginWords.COLUMNS.containsAll(PluginWords.TIPS.keySet()));
        assertEquals("two.jar · failed calls: 4\nit hung", PluginWords.summary(plugins, hung));
    }

    @Test
    void whereThereIsNothingItIsSaidWhatToDo() {
        assertEquals("Plug-ins are not part of this installation", PluginWords.summary(null, null));
        assertEquals("No plug-ins yet: install a file, or put it into " + FakePlugins.FOLDER,
                PluginWords.summary(plugins, null));
        plugins.safeMode = true;
        assertTrue(PluginWords.summary(plugins, null).contains("--safe-mode"));
    }

    @Test
    void faultsAreCounted() {
        plugins.there.add(FakePlugins.plugin("one", State.RUNNING, ""));
        assertEquals("1 in " + FakePlugins.FOLDER, PluginWords.summary(plugins, null));
        plugins.there.add(FakePlugins.plugin("two", State.QUARANTINED, "it hung"));
        plugins.there.add(FakePlugins.plugin("three", State.REFUSED, "no plug-in"));
        assertTrue(PluginWords.summary(plugins, null).endsWith("not running for a fault: 2"));
    }

    @Test
    void oneThatRestsWithoutANoteIsExplained() {
        assertTrue(PluginWords.summary(plugins, FakePlugins.plugin("one", State.RESTING, "")).contains("half a minute"));
    }

    @Test
    void whatIsNotInstalledCanNeitherBeRemovedNorTakenBack() {
        for (State state : State.values()) {
            Plugin plugin = FakePlugins.plugin("one", state, "");
            boolean installed = !EnumSet.of(State.REFUSED, State.REMOVED).contains(state);
            assertEquals(installed, PluginAction.REMOVE.fits(plugin), state::name);
            assertEquals(installed, PluginAction.ROLL_BACK.fits(plugin), state::name);
            assertEquals(state == State.QUARANTINED, PluginAction.RETRY.fits(plugin), state::name);
        }
    }

    @Test
    void withoutAChoiceOnlyFilesCanBeTaken() {
        for (PluginAction action : PluginAction.values()) {
            assertEquals(action.isOfFiles(), action.fits(null), action::name);
        }
        assertFalse(PluginAction.REMOVE.isOfFiles());
    }

    @Test
    void whatIsHeldIsToldOfEachThatIsListedAlsoWithoutALedger() {
        plugins.there.add(FakePlugins.plugin("one", State.RUNNING, ""));
        plugins.there.add(FakePlugins.plugin("two", State.RUNNING, ""));
        plugins.lentBytes.put("two", 4096L);
        plugins.lentBytes.put("gone", 12L);
        assertEquals(Map.of("one", Held.NOTHING, "two", new Held(0, 4096)), Held.now(plugins, null));
    }
}
