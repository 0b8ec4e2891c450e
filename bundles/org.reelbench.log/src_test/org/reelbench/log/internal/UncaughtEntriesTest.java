package org.reelbench.log.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UncaughtEntriesTest {

    private final Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();

    @AfterEach
    void asItWas() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    private static void fail(RuntimeException thrown) throws InterruptedException {
        Thread thread = Thread.ofPlatform().name("a thread\nof mine").start(() -> {
            throw thrown;
        });
        thread.join();
    }

    @Test
    void whatEndsAThreadIsOneLineWithItsStack() throws Exception {
        try (LogUnderTest under = new LogUnderTest(Map.of("REELBENCH_LOG_FORMAT", "json"))) {
            UncaughtEntries entries = new UncaughtEntries(under.output);
            entries.follow();
            fail(new IllegalStateException("out of\norder"));
            entries.leave();
            assertEquals(1, under.lines().size());
            Map<String, Object> read = LogUnderTest.read(under.lines().getFirst());
            assertEquals("ERROR", read.get("level"));
            assertEquals("a thread\nof mine", read.get("thread"));
            assertEquals("the thread ended, as nobody caught java.lang.IllegalStateException", read.get("message"));
            assertTrue(String.valueOf(read.get("stack")).startsWith("java.lang.IllegalStateException: out of\norder"),
                    read::toString);
        }
    }

    @Test
    void whoWasToldBeforeIsToldAgainWhenItGoes() throws Exception {
        List<String> told = new ArrayList<>();
        Thread.setDefaultUncaughtExceptionHandler((_, thrown) -> told.add(String.valueOf(thrown.getMessage())));
        try (LogUnderTest under = new LogUnderTest(Map.of())) {
            UncaughtEntries entries = new UncaughtEntries(under.output);
            entries.follow();
            fail(new IllegalStateException("while it is there"));
            entries.leave();
            fail(new IllegalStateException("after it has gone"));
            assertEquals(List.of("after it has gone"), told);
            assertTrue(under.lines().getFirst().contains("ERROR"), under.lines()::toString);
        }
    }

    @Test
    void whoCameLaterStays() {
        UncaughtEntries entries = new UncaughtEntries(LogOutput.PROCESS);
        entries.follow();
        Thread.UncaughtExceptionHandler later = (_, _) -> {
        };
        Thread.setDefaultUncaughtExceptionHandler(later);
        entries.leave();
        assertSame(later, Thread.getDefaultUncaughtExceptionHandler());
    }

    @Test
    void whatCannotBeWrittenAsAnEntryIsPrinted() throws Exception {
        try (LogUnderTest under = new LogUnderTest(Map.of("REELBENCH_LOG_FORMAT", "json"))) {
            UncaughtEntries entries = new UncaughtEntries(under.output);
            entries.follow();
            fail(new Unspeakable());
            entries.leave();
            assertTrue(under.lines().stream().anyMatch(line -> line.contains("UncaughtEntriesTest")), under.lines()::toString);
        }
    }

    /** Fails when it is asked what it is, the first time. */
    private static final class Unspeakable extends IllegalStateException {

        private static final long serialVersionUID = 1L;
        private boolean asked;

        @Override
        public String toString() {
            if (!asked) {
                asked = true;
                throw new IllegalStateException("no");
            }
            return "UncaughtEntriesTest";
        }
    }
}
