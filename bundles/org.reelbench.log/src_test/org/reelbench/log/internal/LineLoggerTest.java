package org.reelbench.log.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;

import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

class LineLoggerTest {

    private static final Map<String, String> AS_JSON = Map.of("REELBENCH_LOG_FORMAT", "json");

    @Test
    void withoutASettingPeopleReadWarnings() {
        try (LogUnderTest under = new LogUnderTest(Map.of())) {
            under.log.info("nobody asked");
            under.log.warn("{} is {}", "film.mp4", "broken");
            String thread = Thread.currentThread().getName();
            assertEquals(List.of("[" + thread + "] WARN org.example.Logger - film.mp4 is broken"), under.lines());
        }
    }

    @Test
    void theOutputOfTheProcessTakesAllThatIsGrave() {
        assertTrue(LogOutput.PROCESS.takes(Level.ERROR));
    }

    @Test
    void theLevelIsWhatTheEnvironmentSays() {
        try (LogUnderTest under = new LogUnderTest(Map.of("REELBENCH_LOG", "debug"))) {
            assertTrue(under.log.isDebugEnabled());
            assertFalse(under.log.isTraceEnabled());
        }
        try (LogUnderTest under = new LogUnderTest(Map.of("REELBENCH_LOG", "debug", "REELBENCH_LOG_LEVEL", "error"))) {
            assertFalse(under.log.isWarnEnabled());
            assertTrue(under.log.isErrorEnabled());
        }
        try (LogUnderTest under = new LogUnderTest(Map.of("REELBENCH_LOG", "loud"))) {
            assertTrue(under.log.isWarnEnabled());
            assertFalse(under.log.isInfoEnabled());
        }
    }

    @Test
    void whatIsSetLaterHoldsUntilItIsTakenBack() {
        try (LogUnderTest under = new LogUnderTest(AS_JSON)) {
            under.output.set("text", "info");
            under.log.info("words");
            assertFalse(under.lines().getFirst().startsWith("{"));
            under.output.set(null, null);
            under.log.info("not wanted any more");
            under.log.warn("words");
            assertEquals(2, under.lines().size());
            assertTrue(under.lines().getLast().startsWith("{"));
        }
    }

    @Test
    void aNameWithEndsOfLinesAddsNoLineForPeople() {
        try (LogUnderTest under = new LogUnderTest(Map.of())) {
            under.log.warn("{} is broken", "a\n[main] ERROR org.reelbench - forged\r\u001b[2J");
            assertEquals(1, under.lines().size());
            assertTrue(under.lines().getFirst().endsWith("a\\n[main] ERROR org.reelbench - forged\\r\\u001b[2J is broken"));
        }
    }

    @Test
    void whatAnEntryIsAboutStandsInFieldsOfItsOwn() throws Exception {
        try (LogUnderTest under = new LogUnderTest(AS_JSON)) {
            under.context.put("project", "film.reel");
            under.log.atWarn().addKeyValue("segment", "s1").addKeyValue("bytes", 7).log("thrown away");
            Map<String, Object> read = LogUnderTest.read(under.lines().getFirst());
            assertEquals("film.reel", read.get("project"));
            assertEquals("s1", read.get("segment"));
            assertEquals(7L, read.get("bytes"));
            assertEquals("org.example.Logger", read.get("logger"));
            assertEquals(Thread.currentThread().getName(), read.get("thread"));
            assertTrue(String.valueOf(read.get("time")).matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z"), read::toString);
        }
    }

    @Test
    void peopleReadWhatAnEntryIsAboutBehindTheWords() {
        try (LogUnderTest under = new LogUnderTest(Map.of())) {
            under.log.atWarn().addKeyValue("plugin", "org.example.glow").addKeyValue("calls", 3).log("left alone");
            assertTrue(under.lines().getFirst().endsWith(" - left alone (plugin=org.example.glow, calls=3)"));
        }
    }

    @Test
    void whoNamesSomethingThatCannotTellItselfIsLoggedAllTheSame() throws Exception {
        try (LogUnderTest under = new LogUnderTest(AS_JSON)) {
            under.log.atWarn().addKeyValue("odd", new Object() {

                @Override
                public String toString() {
                    throw new IllegalStateException("no");
                }
            }).addKeyValue("none", (Object) null).log("words");
            Map<String, Object> read = LogUnderTest.read(under.lines().getFirst());
            assertEquals("[java.lang.IllegalStateException]", read.get("odd"));
            assertEquals("null", read.get("none"));
        }
    }

    @Test
    void linesOfManyThreadsDoNotMix() throws Exception {
        try (LogUnderTest under = new LogUnderTest(AS_JSON)) {
            List<Thread> threads = new ArrayList<>();
            for (int number = 0; number < 8; number++) {
                String words = "words of " + number;
                threads.add(Thread.ofPlatform().start(() -> {
                    for (int entry = 0; entry < 200; entry++) {
                        under.log.error(words, new IllegalStateException(words));
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            List<String> lines = under.lines();
            assertEquals(8 * 200, lines.size());
            for (String line : lines) {
                assertTrue(String.valueOf(LogUnderTest.read(line).get("message")).startsWith("words of "), line);
            }
        }
    }

    @Test
    void whatTheJdkLogsIsInTheSameLines() throws Exception {
        java.util.logging.Logger root = LogManager.getLogManager().getLogger("");
        int handlers = root.getHandlers().length;
        try (LogUnderTest under = new LogUnderTest(AS_JSON)) {
            JdkEntries entries = new JdkEntries(under.output);
            entries.follow();
            try {
                java.util.logging.Logger.getLogger("org.example.jdk").log(java.util.logging.Level.WARNING, "{0} is late", "it");
            } finally {
                entries.leave();
            }
            assertEquals(1, under.lines().size());
            Map<String, Object> read = LogUnderTest.read(under.lines().getFirst());
            assertEquals("it is late", read.get("message"));
            assertEquals("WARN", read.get("level"));
            assertEquals("org.example.jdk", read.get("logger"));
        }
        assertEquals(handlers, root.getHandlers().length);
    }
}
