package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.reelbench.media.MediaEngine;

/** What watches over the UI thread in the other tests really sees it. */
class ThreadRuleWorkbenchIT {

    private static final Duration STANDSTILL = Duration.ofMillis(300);
    private static final Duration HANG = Duration.ofSeconds(30);
    private static final List<Class<?>> WATCHED = List.of(ThreadRule.class, UiWatchdog.class);

    @TempDir
    Path folder;

    private final Driver driver = Driver.ofTheWindow();

    @Test
    void aFileReadOnTheUiThreadIsSeen() throws IOException {
        Path file = Files.writeString(folder.resolve("some.txt"), "text");
        UiFileWatch watch = UiFileWatch.start(PlatformUI.getWorkbench().getDisplay().getThread());
        read(file);
        assertEquals(List.of(), watch.stop(), "on other threads files may be read");

        watch = UiFileWatch.start(PlatformUI.getWorkbench().getDisplay().getThread());
        driver.act(() -> read(file));
        List<String> seen = watch.stop();
        assertEquals(1, seen.size(), seen::toString);
        assertEquals("jdk.FileRead of " + file, seen.getFirst().replaceFirst(" by .*", ""));
    }

    private static void read(Path file) {
        try {
            Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aServiceCalledOnTheUiThreadIsSeen() throws Exception {
        Guards.install();
        MediaEngine engine = Services.get(MediaEngine.class);
        engine.version();
        assertEquals(List.of(), Guards.newViolations(), "on other threads services may be called");
        driver.act(() -> assertThrows(IllegalStateException.class, engine::version));
        assertEquals(List.of("MediaEngine.version by a test"), Guards.newViolations());
    }

    @Test
    void aWindowThatDoesNotAnswerIsSeenWithWhatItDoes() throws InterruptedException {
        UiWatchdog watchdog = new UiWatchdog(STANDSTILL, frame -> frame.getMethodName().equals("stand"));
        UiWatchdog other = new UiWatchdog(STANDSTILL, _ -> false);
        watchdog.start();
        other.start();
        List<String> seen = driver.ui(() -> stand(watchdog));
        watchdog.stop();
        other.stop();
        assertEquals(1, seen.size(), seen::toString);
        assertTrue(seen.getFirst().contains("ThreadRuleWorkbenchIT.stand"), seen::toString);
        assertEquals(List.of(), watchdog.newStandstills(), "it is told once");
        assertEquals(List.of(), other.newStandstills(), "what others do is not told");
    }

    /** Holds the window up until that is seen. */
    private static List<String> stand(UiWatchdog watchdog) {
        long endNs = System.nanoTime() + HANG.toNanos();
        List<String> seen = watchdog.newStandstills();
        while (seen.isEmpty() && System.nanoTime() < endNs) {
            LockSupport.parkNanos(STANDSTILL.toNanos() / 10);
            seen = watchdog.newStandstills();
        }
        return seen;
    }

    @Test
    void waitingForAProcessorIsNoStandstill() {
        assertEquals(50_000_000, UiWatchdog.stoodNs(50_000_000, 0));
        assertEquals(10_000_000, UiWatchdog.stoodNs(50_000_000, 40_000_000));
        assertEquals(0, UiWatchdog.stoodNs(50_000_000, 60_000_000), "it was counted a moment later");
        assertEquals(200_000_000, UiWatchdog.stoodNs(5_000_000_000L, 0), "nobody looked in between");
    }

    @Test
    void everyTestOfTheWindowIsWatched() throws ClassNotFoundException {
        Bundle bundle = Services.context().getBundle();
        List<String> unwatched = new ArrayList<>();
        Collection<String> tests = bundle.adapt(BundleWiring.class).listResources("org/reelbench", "*WorkbenchIT.class",
                BundleWiring.LISTRESOURCES_RECURSE | BundleWiring.LISTRESOURCES_LOCAL);
        assertTrue(tests.size() > 1, tests::toString);
        for (String path : tests) {
            Class<?> test = bundle.loadClass(path.replaceAll("\\.class$", "").replace('/', '.'));
            List<Object> extensions = Stream.of(test.getAnnotationsByType(ExtendWith.class))
                    .<Object>flatMap(one -> Stream.of(one.value())).toList();
            if (test != getClass() && Collections.disjoint(extensions, WATCHED)) {
                unwatched.add(test.getSimpleName());
            }
        }
        assertEquals(List.of(), unwatched);
    }
}
