package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails tests in which the window does not answer for two seconds because of what our code does on the UI thread.
 * <p>
 * A beat is sent through the window's queue again and again. While one does not come back the thread is looked at, and the time counts
 * in which it was in our code in every look, whether it worked or waited. What the system kept it waiting for a processor does not count,
 * nor does time in which nobody looked, so that a busy machine fails no test.
 */
final class UiWatchdog implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final long LOOK_NS = Duration.ofMillis(50).toNanos();
    /** Who looks more rarely was stopped itself, by the collector for example. */
    private static final long MOST_BETWEEN_LOOKS_NS = 4 * LOOK_NS;
    private static final int FRAMES_TOLD = 30;

    private final long limitNs;
    private final Predicate<StackTraceElement> ours;
    private final List<String> seen = new ArrayList<>();
    private volatile boolean isEnded;
    private volatile boolean isAnswered;
    private Optional<Thread> watcher = Optional.empty();

    UiWatchdog() {
        this(Duration.ofNanos((long) (LIMIT.toNanos() * busyness())), UiWatchdog::isOurs);
    }

    UiWatchdog(Duration limit, Predicate<StackTraceElement> ours) {
        limitNs = limit.toNanos();
        this.ours = ours;
    }

    /** Whoever waits for another thread waits for its share of the processors. */
    private static double busyness() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return Math.max(1, system.getSystemLoadAverage() / system.getAvailableProcessors());
    }

    /** What tests do themselves on the UI thread is theirs. */
    private static boolean isOurs(StackTraceElement frame) {
        String type = frame.getClassName();
        return type.startsWith("org.reelbench.") && !type.contains(".it.") && !type.startsWith(UiFileWatch.MAIN_LOOP);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        assertEquals(List.of(), newStandstills(), "the window did not answer");
    }

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        stop();
    }

    void start() {
        Display display = PlatformUI.getWorkbench().getDisplay();
        Path account = display.syncCall(UiWatchdog::accountOfThisThread);
        isAnswered = true;
        watcher = Optional.of(Thread.ofPlatform().daemon().name("watchdog of the window").start(() -> watch(display, account)));
    }

    void stop() throws InterruptedException {
        isEnded = true;
        if (watcher.isPresent()) {
            watcher.get().join();
        }
    }

    /** Tells what was seen since the last call, each with the stack of the UI thread. */
    List<String> newStandstills() {
        synchronized (seen) {
            List<String> standstills = List.copyOf(seen);
            seen.clear();
            return standstills;
        }
    }

    private void watch(Display display, Path account) {
        long stoodNs = 0;
        long lookedNs = System.nanoTime();
        long queuedNs = queuedNs(account);
        while (!isEnded && !display.isDisposed()) {
            if (isAnswered) {
                isAnswered = false;
                stoodNs = 0;
                display.asyncExec(() -> isAnswered = true);
            }
            LockSupport.parkNanos(LOOK_NS);
            long nowNs = System.nanoTime();
            long queuedNowNs = queuedNs(account);
            if (!isAnswered) {
                StackTraceElement[] stack = display.getThread().getStackTrace();
                long beforeNs = stoodNs;
                stoodNs = Stream.of(stack).anyMatch(ours) ? stoodNs + stoodNs(nowNs - lookedNs, queuedNowNs - queuedNs) : 0;
                if (beforeNs < limitNs && stoodNs >= limitNs) {
                    note(display.getThread(), stack);
                }
            }
            lookedNs = nowNs;
            queuedNs = queuedNowNs;
        }
    }

    /** How much of the time between two looks counts. */
    static long stoodNs(long betweenLooksNs, long queuedNs) {
        return Math.max(0, Math.min(betweenLooksNs, MOST_BETWEEN_LOOKS_NS) - queuedNs);
    }

    private void note(Thread thread, StackTraceElement[] stack) {
        StringBuilder text = new StringBuilder(thread.getState() + " for " + Duration.ofNanos(limitNs).toMillis() + " ms");
        Stream.of(stack).limit(FRAMES_TOLD).forEach(frame -> text.append("\n    at ").append(frame));
        synchronized (seen) {
            seen.add(text.toString());
        }
    }

    /** Where Linux tells how long a thread waited for a processor. */
    private static Path accountOfThisThread() {
        try {
            return Path.of("/proc").resolve(Files.readSymbolicLink(Path.of("/proc/thread-self"))).resolve("schedstat");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long queuedNs(Path account) {
        try {
            return Long.parseLong(Files.readString(account).strip().split(" ")[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
