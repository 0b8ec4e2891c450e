package org.reelbench.ui.plugins.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.reelbench.plugins.Plugin;
import org.reelbench.plugins.Plugin.State;
import org.reelbench.ui.plugins.internal.PluginWork.Said;

class PluginWorkTest {

    private final FakePlugins plugins = new FakePlugins();
    private final PluginWork work = new PluginWork(plugins);

    private List<String> there() {
        return plugins.there.stream().map(Plugin::id).toList();
    }

    @Test
    void whatIsInstalledIsNamedWithItsVersion() throws Exception {
        assertEquals(new Said("one 1.0.0 is installed", false),
                work.onFiles(PluginAction.INSTALL, List.of(Path.of("one.jar"))));
        assertEquals(List.of("one"), there());
        assertEquals(new Said("one 1.0.0 is there", false), work.onFiles(PluginAction.UPDATE, List.of(Path.of("one.jar"))));
    }

    @Test
    void aFileThatIsRefusedIsNamedFirstAndDoesNotKeepOthersOut() throws Exception {
        Said said = work.onFiles(PluginAction.INSTALL,
                List.of(Path.of("one.jar"), Path.of("folder", "bad.jar"), Path.of("two.jar")));
        assertTrue(said.isProblem());
        assertEquals(List.of("bad.jar: this is no plug-in; choose another file", "one 1.0.0 is installed",
                "two 1.0.0 is installed"), said.text().lines().toList());
        assertEquals(List.of("one", "two"), there());
    }

    @Test
    void aPluginIsTakenBackStartedAndRemovedByItsId() throws Exception {
        plugins.there.add(FakePlugins.plugin("one", State.QUARANTINED, "it hung"));
        assertEquals("one 1.0.0 is back", work.onPlugin(PluginAction.ROLL_BACK, "one").text());
        assertEquals("one 1.0.0 is started", work.onPlugin(PluginAction.RETRY, "one").text());
        assertFalse(work.onPlugin(PluginAction.REMOVE, "one").isProblem());
        assertEquals(List.of(), there());
        assertEquals(new Said("there is no plug-in one", true), work.onPlugin(PluginAction.REMOVE, "one"));
    }

    @Test
    void aMessageThatDoesNotNameThePluginIsGivenItsName() throws Exception {
        assertEquals(new Said("badly: this is no plug-in; choose another file", true),
                work.onPlugin(PluginAction.RETRY, "badly"));
    }
}
