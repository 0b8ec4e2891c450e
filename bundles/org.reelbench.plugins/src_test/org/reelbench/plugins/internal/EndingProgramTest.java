package org.reelbench.plugins.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.reelbench.plugins.Plugin.State;
import org.reelbench.plugins.PluginPolicy;

/** The folder is looked at while the program ends: what cannot be started then is started by the next program. */
class EndingProgramTest {

    private static final String ID = "org.example.one";
    private static final String ENDS = "plugin.ends.the.program";
    private static final long PATIENT_MS = 60_000;

    private final Path temp;
    private final Path folder;

    EndingProgramTest(@TempDir Path temp) throws Exception {
        this.temp = temp;
        folder = Files.createDirectory(temp.resolve("plugins"));
    }

    @AfterEach
    void forget() {
        System.clearProperty(ENDS);
    }

    private PluginStore store(FrameworkUnderTest framework) throws InterruptedException {
        PluginStore made = new PluginStore(framework.context(), folder, List.of(), PluginPolicy.ANY,
                new Guard(PATIENT_MS, System::nanoTime), false, _ -> {
                });
        made.begin();
        return made;
    }

    private static List<String> states(PluginStore store) {
        return store.plugins().stream().map(plugin -> plugin.id() + " " + plugin.state()).toList();
    }

    private void assertRunsInTheNextProgram(String... ids) throws Exception {
        try (FrameworkUnderTest next = new FrameworkUnderTest(temp.resolve("next"))) {
            PluginStore store = store(next);
            store.look();
            List<String> wanted = new ArrayList<>();
            for (String id : ids) {
                wanted.add(id + " " + State.RUNNING);
            }
            assertEquals(wanted, states(store));
            store.end();
        }
    }

    @Test
    void whatIsDroppedWhileTheProgramStopsItsPartsWaits() throws Exception {
        List<String> seen = new ArrayList<>();
        try (FrameworkUnderTest framework = new FrameworkUnderTest(temp.resolve("storage"))) {
            PluginStore store = store(framework);
            PluginJars.of(ID, "1.0.0").write(folder.resolve("one.jar"));
            store.look();
            PluginJars.of("org.example.two", "1.0.0").write(folder.resolve("two.jar"));
            framework.context().addBundleListener((SynchronousBundleListener) event -> {
                if (event.getType() == BundleEvent.STOPPING && event.getBundle().getLocation().startsWith(Running.LOCATION)) {
                    seen.addAll(lookedAt(store));
                }
            });
        }
        assertEquals(List.of(ID + " RUNNING", "org.example.two WAITING"), seen);
        assertRunsInTheNextProgram(ID, "org.example.two");
    }

    private static List<String> lookedAt(PluginStore store) {
        try {
            store.look();
            return states(store);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of("interrupted");
        }
    }

    @Test
    void whatFailsWhileItIsBeingStartedAsTheProgramBeginsToEndIsNotBlamed() throws Exception {
        System.setProperty(ENDS, "true");
        try (FrameworkUnderTest framework = new FrameworkUnderTest(temp.resolve("storage"))) {
            PluginStore store = store(framework);
            PluginJars.of(ID, "1.0.0").start("""
                    if (Boolean.getBoolean("%s")) {
                        context.getBundle(0).stop();
                        while (context.getBundle(0).getState() != Bundle.STOPPING) { Thread.onSpinWait(); }
                        throw new IllegalStateException("what I need has gone");
                    }
                    %s""".formatted(ENDS, PluginJars.GREETS)).write(folder.resolve("one.jar"));
            store.look();
            assertTrue(store.plugins().stream().noneMatch(plugin -> plugin.state() == State.QUARANTINED),
                    () -> store.plugins().toString());
        }
        System.clearProperty(ENDS);
        assertRunsInTheNextProgram(ID);
    }
}
