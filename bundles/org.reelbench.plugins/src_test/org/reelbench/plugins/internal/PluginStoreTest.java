package org.reelbench.plugins.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.plugins.Plugin;
import org.reelbench.plugins.Plugin.State;
import org.reelbench.plugins.PluginException;
import org.reelbench.plugins.PluginException.Reason;
import org.reelbench.plugins.PluginPolicy;

/** Plug-ins that come to a folder, change and go. */
class PluginStoreTest {

    private static final String ID = "org.example.one";
    /** Others get so long that they are never taken for hanging, however busy the machine is. */
    private static final long PATIENT_MS = 60_000;
    private static final long HURRIED_MS = 4_000;

    private final Path temp;
    private final Path folder;
    private final Path development;
    private final FrameworkUnderTest framework;
    private PluginStore store;

    PluginStoreTest(@TempDir Path temp) throws Exception {
        this.temp = temp;
        folder = Files.createDirectory(temp.resolve("plugins"));
        development = temp.resolve("project").resolve("build");
        framework = new FrameworkUnderTest(temp.resolve("storage"));
        store = store(PATIENT_MS, false);
    }

    @AfterEach
    void end() throws Exception {
        store.end();
        framework.close();
    }

    private PluginStore store(long limitMs, boolean safeMode) throws InterruptedException {
        Guard guard = new Guard(limitMs, System::nanoTime);
        PluginStore made = new PluginStore(framework.context(), folder, List.of(development), PluginPolicy.ANY, guard, safeMode,
                _ -> {
                });
        made.begin();
        return made;
    }

    private Path outside(PluginJars jar) throws IOException {
        return jar.write(Files.createTempFile(temp, "made", ".jar"));
    }

    private static Stream<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName);
    }

    private Plugin only() {
        assertEquals(1, store.plugins().size(), store.plugins().toString());
        return store.plugins().getFirst();
    }

    @Test
    void droppedFilesComeChangeAndGo() throws Exception {
        store.look();
        assertEquals(List.of(), store.plugins());
        Path file = PluginJars.of(ID, "1.0.0").write(folder.resolve("any-name.jar"));
        store.look();
        assertEquals(List.of(ID + " 1.0.0"), framework.greetings());
        assertEquals(new Plugin(ID, "1.0.0", "Plug-in " + ID, State.RUNNING, "", file, 0, 0, 0), only());
        PluginJars.of(ID, "2.0.0").write(file);
        store.look();
        assertEquals(List.of(ID + " 2.0.0"), framework.greetings());
        assertEquals("2.0.0", only().version());
        Files.delete(file);
        store.look();
        assertEquals(List.of(), framework.greetings());
        assertEquals(List.of(), store.plugins());
    }

    @Test
    void installedUpdatedRolledBackAndRemoved() throws Exception {
        Plugin plugin = store.install(outside(PluginJars.of(ID, "1.0.0")));
        assertEquals(folder.resolve(ID + ".jar"), plugin.file());
        assertEquals(State.RUNNING, plugin.state());
        assertEquals("1.1.0", store.update(outside(PluginJars.of(ID, "1.1.0"))).version());
        assertEquals(List.of(ID + " 1.1.0"), framework.greetings());
        assertEquals("1.0.0", store.rollBack(ID).version());
        assertEquals(List.of(ID + " 1.0.0"), framework.greetings());
        store.look();
        assertEquals("1.0.0", only().version(), "the file went back, too");
        store.remove(ID);
        assertEquals(List.of(), framework.greetings());
        assertFalse(Files.exists(plugin.file()));
        try (Stream<Path> copies = Files.list(folder.resolve(".versions"))) {
            assertEquals(List.of(), copies.toList());
        }
    }

    @Test
    void whatIsBeingWorkedOnGoesBeforeWhatIsInstalledAndIsTakenUpWhenItIsBuiltAnew() throws Exception {
        store.install(outside(PluginJars.of(ID, "1.0.0")));
        Path built = Files.createDirectories(development).resolve(ID + ".jar");
        PluginJars.of(ID, "1.0.1").write(built);
        store.look();
        assertEquals(List.of(ID + " 1.0.1"), framework.greetings());
        PluginJars.of(ID, "1.0.2").write(built);
        store.look();
        assertEquals(List.of(ID + " 1.0.2"), framework.greetings());
        Files.delete(built);
        store.look();
        assertEquals(List.of(ID + " 1.0.0"), framework.greetings());
    }

    @Test
    void whatIsThereIsNotInstalledTwice() throws Exception {
        store.install(outside(PluginJars.of(ID, "1.0.0")));
        Path second = outside(PluginJars.of(ID, "3.0.0"));
        assertEquals(Reason.DUPLICATE, assertThrows(PluginException.class, () -> store.install(second)).reason());
        assertEquals(List.of(ID + " 1.0.0"), framework.greetings());
        PluginJars.of(ID, "4.0.0").write(folder.resolve("again.jar"));
        store.look();
        assertEquals(List.of(ID + " 1.0.0"), framework.greetings());
        List<State> states = store.plugins().stream().map(Plugin::state).toList();
        assertEquals(List.of(State.RUNNING, State.REFUSED), states);
        assertTrue(store.plugins().getLast().note().contains("again.jar"), store.plugins().toString());
    }

    @Test
    void oneThatNamesItselfAsThePrograms() throws Exception {
        String name = framework.context().getBundle(0).getSymbolicName();
        Path file = outside(PluginJars.of(name, "1.0.0"));
        assertEquals(Reason.DUPLICATE, assertThrows(PluginException.class, () -> store.install(file)).reason());
    }

    @Test
    void updateThatDoesNotStartLeavesTheVersionBefore() throws Exception {
        store.install(outside(PluginJars.of(ID, "1.0.0")));
        Path bad = outside(PluginJars.of(ID, "2.0.0").start("throw new IllegalStateException(\"no licence\");"));
        PluginException refused = assertThrows(PluginException.class, () -> store.update(bad));
        assertEquals(Reason.CODE, refused.reason());
        assertTrue(refused.getMessage().contains("no licence"), refused.getMessage());
        assertEquals(List.of(ID + " 1.0.0"), framework.greetings());
        store.look();
        assertEquals("1.0.0", only().version());
    }

    @Test
    void unresolvableOnesAreRefusedWithTheReason() throws Exception {
        Path file = outside(
                PluginJars.of(ID, "1.0.0").header("Import-Package", "org.osgi.framework,org.absent;version=\"[2,3)\""));
        PluginException refused = assertThrows(PluginException.class, () -> store.install(file));
        assertEquals(Reason.UNRESOLVED, refused.reason());
        assertTrue(refused.getMessage().contains("org.absent"), refused.getMessage());
        store.look();
        assertEquals(List.of(), store.plugins());
    }

    @Test
    void droppedOnesWaitForWhatTheyNeed() throws Exception {
        PluginJars.of(ID, "1.0.0").header("Import-Package", "org.osgi.framework,plugin.api").write(folder.resolve("a.jar"));
        store.look();
        assertEquals(State.WAITING, only().state());
        assertTrue(only().note().contains("plugin.api"), only().note());
        PluginJars.of("org.example.api", "1.0.0").header("Export-Package", "plugin.api").write(folder.resolve("b.jar"));
        store.look();
        assertEquals(List.of("org.example.api 1.0.0", ID + " 1.0.0"), framework.greetings());
    }

    @Test
    void oneThatThrowsIsQuarantinedUntilItIsReplaced() throws Exception {
        Path file = PluginJars.of(ID, "1.0.0").start("throw new IllegalStateException(\"broken\");")
                .write(folder.resolve("a.jar"));
        PluginJars.of("org.example.other", "1.0.0").write(folder.resolve("b.jar"));
        store.look();
        assertEquals(List.of(State.QUARANTINED, State.RUNNING), store.plugins().stream().map(Plugin::state).toList());
        assertTrue(store.plugins().getFirst().note().contains("broken"), store.plugins().toString());
        assertEquals(Reason.CODE, assertThrows(PluginException.class, () -> store.retry(ID)).reason());
        PluginJars.of(ID, "1.0.1").write(file);
        store.look();
        assertEquals(List.of(ID + " 1.0.1", "org.example.other 1.0.0"), framework.greetings());
    }

    @Test
    void quarantineOutlivesTheProgram() throws Exception {
        PluginJars.of(ID, "1.0.0")
                .start("if (Boolean.getBoolean(\"plugin.fails\")) { throw new IllegalStateException(\"once\"); } "
                        + PluginJars.GREETS)
                .write(folder.resolve("a.jar"));
        System.setProperty("plugin.fails", "true");
        try {
            store.look();
        } finally {
            System.clearProperty("plugin.fails");
        }
        store.end();
        store = store(PATIENT_MS, false);
        store.look();
        assertEquals(State.QUARANTINED, only().state());
        assertEquals(State.RUNNING, store.retry(ID).state());
        assertEquals(List.of(ID + " 1.0.0"), framework.greetings());
    }

    @Test
    void oneThatNeverReturnsIsAbandonedCountedAndShown() throws Exception {
        PluginJars.of(ID, "1.0.0").start("while (!Boolean.getBoolean(\"plugin.ends\")) { Thread.onSpinWait(); }")
                .write(folder.resolve("a.jar"));
        store = store(HURRIED_MS, false);
        PluginJars.of("org.example.other", "1.0.0").write(folder.resolve("b.jar"));
        try {
            store.look();
            Plugin hung = store.plugins().getFirst();
            assertEquals(State.QUARANTINED, hung.state());
            assertTrue(hung.note().contains("did not return from 'start'"), hung.note());
            assertEquals(1, hung.abandonedCalls());
            assertEquals(List.of("org.example.other 1.0.0"), framework.greetings());
            Files.delete(folder.resolve("a.jar"));
            store.look();
            assertEquals(State.REMOVED, store.plugins().getFirst().state());
            assertEquals(1, store.plugins().getFirst().leftThreads());
        } finally {
            System.setProperty("plugin.ends", "true");
            while (threads().anyMatch(name -> name.startsWith("reelbench-plugin-" + ID + "-"))) {
                Thread.onSpinWait();
            }
            System.clearProperty("plugin.ends");
        }
        store.look();
        assertEquals(List.of("org.example.other"), store.plugins().stream().map(Plugin::id).toList());
    }

    @Test
    void threadsLeftBehindAreNamed() throws Exception {
        PluginJars leaking = PluginJars.of(ID, "1.0.0").members("""
                static final java.util.concurrent.CountDownLatch END = new java.util.concurrent.CountDownLatch(1);
                """).start("""
                System.getProperties().put("plugin.latch", END);
                Thread thread = new Thread(() -> { try { END.await(); } catch (InterruptedException e) { return; } }, "leaked");
                thread.setDaemon(true);
                thread.start();
                """);
        store.install(outside(leaking));
        store.remove(ID);
        try {
            assertEquals(State.REMOVED, only().state());
            assertEquals(1, only().leftThreads());
            assertTrue(only().note().contains("leaked"), only().note());
        } finally {
            ((java.util.concurrent.CountDownLatch) System.getProperties().remove("plugin.latch")).countDown();
        }
    }

    @Test
    void inSafeModeNoneIsStarted() throws Exception {
        Files.writeString(PluginJars.of(ID, "1.0.0").write(folder.resolve("a.jar")).resolveSibling("note.txt"), "no plug-in");
        store = store(PATIENT_MS, true);
        store.look();
        assertEquals(State.OFF, only().state());
        assertEquals(List.of(), framework.greetings());
        store.remove(ID);
        assertEquals(List.of(), store.plugins());
    }

    @Test
    void brokenFilesAreRefusedOnceTheyRest() throws Exception {
        Path file = folder.resolve("a.jar");
        Files.writeString(file, "half a file");
        store.look();
        assertEquals(List.of(), store.plugins(), "it may still be on its way");
        Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() - 60_000));
        store.look();
        assertEquals(State.REFUSED, only().state());
        PluginJars.of(ID, "1.0.0").write(file);
        store.look();
        assertEquals(State.RUNNING, only().state());
    }

    @Test
    void storageOfAProgramThatDiedIsCleared() throws Exception {
        PluginJars.of(ID, "1.0.0").write(folder.resolve("a.jar"));
        store.look();
        PluginStore next = store(PATIENT_MS, false);
        assertEquals(List.of(), framework.greetings());
        next.look();
        assertEquals(List.of(ID + " 1.0.0"), framework.greetings());
        store = next;
    }
}
