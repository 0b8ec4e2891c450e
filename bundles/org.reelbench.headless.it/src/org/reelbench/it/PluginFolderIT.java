package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.cli.Subcommand;
import org.reelbench.interchange.ImportSettings;
import org.reelbench.interchange.MediaLookup;
import org.reelbench.interchange.TimelineFormats;
import org.reelbench.media.Composers;
import org.reelbench.media.MediaException;
import org.reelbench.memory.Holding;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.plugins.Plugin;
import org.reelbench.plugins.Plugin.State;
import org.reelbench.plugins.PluginException;
import org.reelbench.plugins.Plugins;
import org.reelbench.testcard.EffectContract;

/** Plug-ins that are dropped into the watched folder of a running program. */
class PluginFolderIT {

    private static final String SCANLINES = "org.example.scanlines";
    private static final int DARKENED = 16 + (PluginEffects.GREY - 16) / 2;

    @TempDir
    private Path temp;

    @AfterEach
    void clean() throws Exception {
        Plugins plugins = Services.get(Plugins.class);
        plugins.look();
        for (Plugin plugin : plugins.plugins()) {
            Files.deleteIfExists(plugin.file());
        }
        plugins.look();
    }

    private static Path folder() throws Exception {
        return Services.get(Plugins.class).folder();
    }

    private static Plugin plugin() throws Exception {
        Services.get(Plugins.class).look();
        return Services.get(Plugins.class).plugins().stream().filter(plugin -> plugin.id().equals(BuiltPlugin.ID)).findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsDroppedIsThereByItselfAndGoesWithItsFile() throws Exception {
        Path file = BuiltPlugin.ofTheExamples().write(folder().resolve("dropped.jar"));
        Awaiting.holds("the effect is there", () -> PluginEffects.installed().contains(SCANLINES));
        assertEquals(DARKENED, PluginEffects.lumaWith(SCANLINES));
        assertEquals("length", Services.subcommand("length").name());
        Files.delete(file);
        Awaiting.holds("the effect is gone", () -> !PluginEffects.installed().contains(SCANLINES));
        assertTrue(Services.context().getServiceReferences(Subcommand.class, null).stream()
                .noneMatch(reference -> reference.getBundle().getSymbolicName().equals(BuiltPlugin.ID)));
        assertTrue(assertThrows(MediaException.class, () -> PluginEffects.lumaWith(SCANLINES)).getMessage().contains(SCANLINES));
    }

    @Test
    void itsFormatOfTimelinesIsReadAsIfItHadAlwaysBeenThere() throws Exception {
        Path cuts = Files.writeString(temp.resolve("film.cuts"), "10 25 beach.mp4\n0 50 sea.mp4\n");
        TimelineFormats formats = Services.get(TimelineFormats.class);
        assertTrue(formats.forFile(cuts).isEmpty());
        Services.get(Plugins.class).install(BuiltPlugin.ofTheExamples().write(temp.resolve("a.jar")));
        long before = Services.get(Plugins.class).calls();
        assertEquals(75, formats.forFile(cuts).orElseThrow().read(cuts, ImportSettings.DEFAULT, MediaLookup.NOTHING).sequences()
                .getFirst().durationFrames());
        assertEquals(before + 1, Services.get(Plugins.class).calls(), "it is read through the guard");
        Services.get(Plugins.class).remove(BuiltPlugin.ID);
        assertTrue(formats.forFile(cuts).isEmpty());
    }

    @Test
    void effectsKeepToTheirContractThroughTheGuard() throws Exception {
        Services.get(Plugins.class).install(BuiltPlugin.ofTheExamples().write(temp.resolve("a.jar")));
        Composers composers = Services.get(Composers.class);
        for (String id : List.of(SCANLINES, "org.example.sepia")) {
            EffectContract contract = new EffectContract(composers, composers.effect(id).orElseThrow());
            contract.checkDescription();
            contract.check(Tier.seed(), Tier.count(5, 100));
        }
    }

    @Test
    void recipesChangeExactlyWhereThePluginIsNamed() throws Exception {
        Plugins plugins = Services.get(Plugins.class);
        List<String> without = PluginEffects.recipes(SCANLINES);
        assertEquals(2, without.size());
        plugins.install(BuiltPlugin.ofTheExamples().write(temp.resolve("a.jar")));
        List<String> first = PluginEffects.recipes(SCANLINES);
        plugins.update(BuiltPlugin.ofTheExamples().version("1.1.0").write(temp.resolve("b.jar")));
        List<String> second = PluginEffects.recipes(SCANLINES);
        plugins.rollBack(BuiltPlugin.ID);
        assertEquals(first, PluginEffects.recipes(SCANLINES), "pictures of the version before are of use again");
        plugins.remove(BuiltPlugin.ID);
        assertEquals(without, PluginEffects.recipes(SCANLINES));
        assertEquals(List.of(without.getFirst(), without.getFirst()), List.of(first.getFirst(), second.getFirst()));
        assertNotEquals(without.getLast(), first.getLast());
        assertNotEquals(without.getLast(), second.getLast());
        assertNotEquals(first.getLast(), second.getLast());
    }

    @Test
    void updateIsSeenByTheNextPicture() throws Exception {
        Plugins plugins = Services.get(Plugins.class);
        plugins.install(effect("frame.plane(0).fill((byte) 50);").write(temp.resolve("a.jar")));
        assertEquals(50, PluginEffects.lumaWith("org.example.made"));
        plugins.update(effect("frame.plane(0).fill((byte) 90);").version("2.0.0").write(temp.resolve("b.jar")));
        assertEquals(90, PluginEffects.lumaWith("org.example.made"));
        plugins.rollBack(BuiltPlugin.ID);
        assertEquals(50, PluginEffects.lumaWith("org.example.made"));
    }

    @Test
    void oneThatHangsReleasesItsCallerAndIsQuarantined() throws Exception {
        Plugins plugins = Services.get(Plugins.class);
        plugins.install(effect("while (!Boolean.getBoolean(\"plugin.ends\")) { frame.plane(0).fill((byte) 50); }")
                .write(temp.resolve("a.jar")));
        try {
            long beginNs = System.nanoTime();
            MediaException hung = assertThrows(MediaException.class, () -> PluginEffects.lumaWith("org.example.made"));
            assertTrue(System.nanoTime() - beginNs >= Duration.ofSeconds(10).toNanos());
            assertTrue(hung.getMessage().contains(BuiltPlugin.ID) && hung.getMessage().contains("did not return"),
                    hung::getMessage);
            Awaiting.holds("it is quarantined", () -> plugin().state() == State.QUARANTINED);
            assertEquals(1, plugin().abandonedCalls());
            assertFalse(PluginEffects.installed().contains("org.example.made"));
            assertTrue(PluginEffects.lumaWith("org.reelbench.invert") < 100, "the program goes on");
        } finally {
            System.setProperty("plugin.ends", "true");
        }
        Awaiting.holds("the thread has ended", () -> plugin().abandonedCalls() == 0);
        System.clearProperty("plugin.ends");
    }

    @Test
    void oneThatKeepsThrowingIsNotCalledForAWhile() throws Exception {
        Services.get(Plugins.class)
                .install(effect("throw new IllegalStateException(\"out of order\");").write(temp.resolve("a.jar")));
        long before = Services.get(Plugins.class).calls();
        for (int i = 0; i < 3; i++) {
            String message = assertThrows(MediaException.class, () -> PluginEffects.lumaWith("org.example.made")).getMessage();
            assertTrue(message.contains("out of order") && message.contains(BuiltPlugin.ID), message);
        }
        String message = assertThrows(MediaException.class, () -> PluginEffects.lumaWith("org.example.made")).getMessage();
        assertTrue(message.contains("not called for half a minute"), message);
        assertEquals(State.RESTING, plugin().state());
        assertEquals(3, plugin().failedCalls());
        assertTrue(Services.get(Plugins.class).calls() >= before + 3, "calls that fail are counted, too");
    }

    @Test
    void oneWhoseServiceCannotBeMadeIsQuarantined() throws Exception {
        BuiltPlugin.ofEffect("org.example.made", """
                public Made() { throw new IllegalStateException("no licence"); }
                public EffectBody create(SortedMap<String, Object> parameters) { return new FilterText("hflip"); }
                """).write(folder().resolve("bad.jar"));
        assertEquals(State.QUARANTINED, plugin().state());
        assertTrue(plugin().note().contains("EffectProvider"), plugin().note());
        assertFalse(PluginEffects.installed().contains("org.example.made"));
    }

    @Test
    void oneWhoseServiceIsNeverMadeIsQuarantined() throws Exception {
        BuiltPlugin.ofEffect("org.example.made", """
                public Made() { while (!Boolean.getBoolean("plugin.ends")) { Thread.onSpinWait(); } }
                public EffectBody create(SortedMap<String, Object> parameters) { return new FilterText("hflip"); }
                """).write(folder().resolve("bad.jar"));
        try {
            assertEquals(State.QUARANTINED, plugin().state());
            assertTrue(PluginEffects.lumaWith("org.reelbench.invert") < 100, "the program goes on");
        } finally {
            System.setProperty("plugin.ends", "true");
        }
        Awaiting.holds("the thread has ended", () -> plugin().abandonedCalls() == 0);
        System.clearProperty("plugin.ends");
    }

    @Test
    void whatItHoldsIsInTheLedgerUntilItGoes() throws Exception {
        MemoryLedger ledger = Services.get(MemoryLedger.class);
        Services.get(Plugins.class).install(BuiltPlugin.ofEffect("org.example.made", """
                public Made() {
                    var context = org.osgi.framework.FrameworkUtil.getBundle(Made.class).getBundleContext();
                    context.getService(context.getServiceReference(org.reelbench.memory.MemoryLedger.class))
                            .open(org.reelbench.memory.Holding.PLUGIN, "forgotten").set(1 << 20);
                }
                public EffectBody create(SortedMap<String, Object> parameters) { return new FilterText("hflip"); }
                """).importing("org.osgi.framework,org.reelbench.memory").write(temp.resolve("a.jar")));
        assertEquals(List.of(BuiltPlugin.ID + " 1048576"), ofPlugins(ledger));
        Services.get(Plugins.class).remove(BuiltPlugin.ID);
        assertEquals(List.of(), ofPlugins(ledger));
    }

    private static List<String> ofPlugins(MemoryLedger ledger) {
        return ledger.entries().stream().filter(entry -> entry.holding() == Holding.PLUGIN)
                .map(entry -> entry.bundle() + " " + entry.bytes()).toList();
    }

    @Test
    void oneThatNeedsWhatIsNotThereIsRefused() throws Exception {
        Path file = BuiltPlugin.ofTheExamples().importing("org.absent;version=\"[4,5)\"").write(temp.resolve("a.jar"));
        PluginException refused = assertThrows(PluginException.class, () -> Services.get(Plugins.class).install(file));
        assertEquals(PluginException.Reason.UNRESOLVED, refused.reason());
        assertTrue(refused.getMessage().contains("org.absent"), refused::getMessage);
    }

    private static BuiltPlugin effect(String process) {
        return BuiltPlugin.ofFrames("org.example.made", process);
    }
}
