package org.reelbench.plugins.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

class StopwatchTest {

    private final AtomicLong clockNs = new AtomicLong(1_000);
    private final Stopwatch watch = new Stopwatch(clockNs::get);

    @Test
    void standsStillWhileThePluginCallsTheProgram() {
        watch.during(() -> {
            clockNs.addAndGet(5);
            Stopwatch.<Long, RuntimeException>outside(() -> {
                clockNs.addAndGet(700);
                assertEquals(5, watch.ns());
                return 0L;
            });
            clockNs.addAndGet(3);
        });
        assertEquals(8, watch.ns());
    }

    @Test
    void whatTheProgramCallsMeanwhileIsTheProgramsToo() {
        watch.during(() -> Stopwatch.<Long, RuntimeException>outside(() -> {
            clockNs.addAndGet(10);
            Stopwatch.<Long, RuntimeException>outside(() -> clockNs.addAndGet(20));
            clockNs.addAndGet(30);
            return 0L;
        }));
        assertEquals(0, watch.ns());
    }

    @Test
    void goesOnWhenTheProgramFailed() {
        watch.during(() -> assertThrows(IOException.class, () -> Stopwatch.outside(() -> {
            clockNs.addAndGet(10);
            throw new IOException("broken on purpose");
        })));
        clockNs.addAndGet(4);
        assertEquals(4, watch.ns());
    }

    @Test
    void onAThreadThatIsInNoCallTheCodeOnlyRuns() {
        assertEquals("done", Stopwatch.<String, RuntimeException>outside(() -> "done"));
        clockNs.addAndGet(6);
        assertEquals(6, watch.ns());
    }
}
