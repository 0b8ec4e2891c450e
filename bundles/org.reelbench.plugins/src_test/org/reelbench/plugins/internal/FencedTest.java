package org.reelbench.plugins.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reelbench.plugins.PluginCallException;

/** Calls into code that cannot be relied on. */
class FencedTest {

    private static final long HANG_SECONDS = 60;

    private final PluginFile file = new PluginFile(Path.of("a.jar"), Path.of("b.jar"), "org.example.one", "1.0.0", "One", "00");
    private final Fenced fenced = new Fenced(file, TimeUnit.SECONDS.toMillis(HANG_SECONDS), new Breaker(System::nanoTime));

    @AfterEach
    void close() {
        fenced.close();
    }

    @Test
    void runsOnThreadsThatNameThePlugin() {
        assertTrue(fenced.<String, RuntimeException>run("call", () -> Thread.currentThread().getName())
                .startsWith("reelbench-plugin-org.example.one-"));
    }

    @Test
    void whatItThrowsIsNamed() {
        IllegalStateException failure = new IllegalStateException("out of order");
        PluginCallException named = assertThrows(PluginCallException.class, () -> fenced.run("paint", () -> {
            throw failure;
        }));
        assertSame(failure, named.getCause());
        assertTrue(named.isStarted());
        assertEquals("the plug-in org.example.one failed in 'paint': java.lang.IllegalStateException: out of order",
                named.toString());
    }

    @Test
    void errorsAreKeptFromTheCaller() {
        assertThrows(PluginCallException.class, () -> fenced.run("paint", () -> {
            throw new StackOverflowError();
        }));
    }

    @Test
    void whatItMayThrowIsThrownAsItIs() {
        assertThrows(IOException.class, () -> fenced.run("read", () -> {
            throw new IOException("a bad file");
        }));
    }

    @Test
    void threadsThatItMakesAreItsOwnAndThoseOfServicesItWakesAreNot() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        List<Thread> made = fenced.run("start",
                () -> Stream.of("its-own", "reelbench-preview-lane").map(name -> Thread.ofPlatform()
                        .name(name).start(() -> assertDoesNotThrow(() -> end.await()))).toList());
        fenced.close();
        fenced.awaitIdle();
        while (fenced.alive().size() > 1) {
            Thread.onSpinWait();
        }
        assertEquals(List.of("its-own"), fenced.alive());
        end.countDown();
        for (Thread thread : made) {
            thread.join();
        }
        assertEquals(List.of(), fenced.alive());
    }

    @Test
    void callerOfOneThatHangsGoesOnAndItsThreadIsCountedUntilItEnds() throws Exception {
        Fenced hurried = new Fenced(file, 200, new Breaker(System::nanoTime));
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        PluginCallException hung = assertThrows(PluginCallException.class, () -> hurried.run("paint", () -> {
            while (true) {
                try {
                    end.await();
                    return Boolean.TRUE;
                } catch (InterruptedException e) {
                    interrupted.countDown();
                }
            }
        }));
        assertTrue(hung.getCause() instanceof TimeoutException);
        assertTrue(
                List.of(hung.getCause().getStackTrace()).stream()
                        .anyMatch(at -> at.getClassName().equals(FencedTest.class.getName())),
                "the log says where it hangs");
        assertTrue(interrupted.await(HANG_SECONDS, TimeUnit.SECONDS));
        assertEquals(1, hurried.abandoned());
        hurried.close();
        assertEquals(1, hurried.alive().size());
        end.countDown();
        hurried.awaitIdle();
        while (!hurried.alive().isEmpty()) {
            Thread.onSpinWait();
        }
        assertEquals(0, hurried.abandoned());
    }

    @Test
    void interruptedCallerWaitsOnAndIsInterruptedAfterwards() {
        Thread.currentThread().interrupt();
        assertEquals("done", fenced.<String, RuntimeException>run("call", () -> "done"));
        assertTrue(Thread.interrupted());
    }

    @Test
    void afterTheEndNothingIsBegun() {
        fenced.close();
        PluginCallException refused = assertThrows(PluginCallException.class, () -> fenced.run("call", () -> "done"));
        assertFalse(refused.isStarted());
    }
}
