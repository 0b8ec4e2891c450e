package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.reelbench.plugins.Plugins;

/** What is left of plug-ins that came, were used and went, again and again: nothing. */
class PluginCyclesIT {

    private static final String SCANLINES = "org.example.scanlines";
    private static final int WARM_UP = 3;
    /** The platform remembers those it has seen last. */
    private static final int REMEMBERED = 2;
    private static final long MORE_CLASS_BYTES = 4L << 20;
    private static final long MORE_BYTES = 256L << 20;

    @TempDir
    private Path temp;

    /** A plug-in comes, is used and goes. */
    @FunctionalInterface
    private interface Cycle {
        Bundle run() throws Exception;
    }

    @Test
    void nothingIsLeftOfThoseThatAreInstalledByTheFramework() throws Exception {
        Path jar = BuiltPlugin.ofTheExamples().write(temp.resolve("a.jar"));
        repeat(Tier.count(20, 1_000), () -> {
            Bundle bundle = Services.context().installBundle("file:" + jar);
            bundle.start();
            use();
            return bundle;
        }, Bundle::uninstall);
    }

    @Test
    void nothingIsLeftOfThoseThatAreDroppedIntoTheFolder() throws Exception {
        Plugins plugins = Services.get(Plugins.class);
        Path file = plugins.folder().resolve("cycle.jar");
        Path jar = BuiltPlugin.ofTheExamples().write(temp.resolve("a.jar"));
        repeat(Tier.count(5, 20), () -> {
            Files.createDirectories(file.getParent());
            Files.copy(jar, file);
            plugins.look();
            use();
            return Services.bundle(BuiltPlugin.ID);
        }, _ -> {
            Files.delete(file);
            plugins.look();
        });
        assertEquals(List.of(), plugins.plugins());
    }

    /** Ends a cycle. */
    @FunctionalInterface
    private interface End {
        void of(Bundle bundle) throws Exception;
    }

    private static void repeat(int times, Cycle cycle, End end) throws Exception {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        Set<String> threads = Set.of();
        long handles = 0;
        long residentBytes = 0;
        long classBytes = 0;
        for (int i = 0; i < WARM_UP + times; i++) {
            if (i == WARM_UP) {
                threads = threads();
                handles = handles();
                residentBytes = OwnMemory.residentBytes();
                classBytes = classBytes();
            }
            Bundle bundle = cycle.run();
            loaders.add(new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader()));
            end.of(bundle);
        }
        Awaiting.holds("class loaders are gone", () -> {
            System.gc();
            return loaders.stream().filter(loader -> loader.get() != null).count() <= REMEMBERED;
        });
        Set<String> more = threads();
        more.removeAll(threads);
        assertEquals(Set.of(), more);
        assertTrue(handles() <= handles, handles() + " handles, there were " + handles);
        assertTrue(classBytes() - classBytes < MORE_CLASS_BYTES, classBytes() + " bytes of classes, there were " + classBytes);
        // The heap is a part of it, which the collector makes larger and smaller: only many cycles tell.
        assertTrue(!Tier.isDeep() || OwnMemory.residentBytes() - residentBytes < MORE_BYTES,
                OwnMemory.residentBytes() + " bytes, there were " + residentBytes);
    }

    private static void use() throws Exception {
        assertTrue(PluginEffects.lumaWith(SCANLINES) < PluginEffects.GREY);
        assertEquals("length", Services.subcommand("length").name());
    }

    /** Those that plug-ins may have made; the platform's own come and go. */
    private static Set<String> threads() {
        Set<String> names = new TreeSet<>();
        Thread.getAllStackTraces().keySet().stream().map(Thread::getName).filter(name -> name.startsWith("reelbench"))
                .forEach(names::add);
        return names;
    }

    /** What classes take outside the heap. */
    private static long classBytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getName().equals("Metaspace"))
                .mapToLong(pool -> pool.getUsage().getUsed()).sum();
    }

    private static long handles() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }
}
