package org.reelbench.workbench.internal.errors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.MultiStatus;
import org.eclipse.core.runtime.Status;
import org.junit.jupiter.api.Test;

class ErrorLogTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final ErrorLog log = new ErrorLog(InstantSource.fixed(NOON));

    @Test
    void theNewestComesFirst() {
        log.logging(error("first"), "a");
        log.logging(error("second"), "a");
        assertEquals(List.of("second", "first"), messages());
        assertEquals(NOON, log.newestFirst().getFirst().time());
    }

    @Test
    void theOldestGoesWhenThereAreTooMany() {
        for (int i = 0; i <= ErrorLog.MAX_ENTRIES; i++) {
            log.logging(error("number " + i), "a");
        }
        assertEquals(ErrorLog.MAX_ENTRIES, log.newestFirst().size());
        assertEquals("number 1", log.newestFirst().getLast().message());
    }

    @Test
    void whatWentWellIsNotKept() {
        log.logging(Status.OK_STATUS, "a");
        assertEquals(List.of(), log.newestFirst());
    }

    @Test
    void listenersHearOfEveryChangeUntilTheyAreRemoved() {
        int[] heard = { 0 };
        Runnable listener = () -> heard[0]++;
        log.addListener(listener);
        log.logging(error("first"), "a");
        log.clear();
        log.removeListener(listener);
        log.logging(error("second"), "a");
        assertEquals(2, heard[0]);
        assertEquals(List.of("second"), messages());
    }

    @Test
    void theMessageIsTheFirstLineAndTheDetailsHaveAll() {
        log.logging(new Status(IStatus.WARNING, "a", "film.otio: not carried over:\nA marker\nA note"), "a");
        LoggedError entry = log.newestFirst().getFirst();
        assertEquals("film.otio: not carried over:", entry.message());
        assertEquals(LoggedError.Severity.WARNING, entry.severity());
        assertTrue(entry.details().contains("A marker\nA note"), entry::details);
    }

    @Test
    void aFailureWithoutWordsIsNamedByItsCause() {
        log.logging(new Status(IStatus.ERROR, "a", "", new IOException("film.reel cannot be read")), "a");
        LoggedError entry = log.newestFirst().getFirst();
        assertEquals("film.reel cannot be read", entry.message());
        assertTrue(entry.details().contains("at " + ErrorLogTest.class.getName()), entry::details);
    }

    @Test
    void theDetailsNameEveryPart() {
        MultiStatus parts = new MultiStatus("a", 0, "Two things failed", null);
        parts.add(error("the picture"));
        parts.add(error("the sound"));
        log.logging(parts, "a");
        assertEquals("Two things failed\n  the picture\n  the sound\n", log.newestFirst().getFirst().details());
        assertEquals(LoggedError.Severity.ERROR, log.newestFirst().getFirst().severity());
    }

    @Test
    void aLongMessageIsCut() {
        log.logging(error("x".repeat(10_000)), "a");
        assertEquals(401, log.newestFirst().getFirst().message().length());
    }

    private static IStatus error(String message) {
        return new Status(IStatus.ERROR, "a", message);
    }

    private List<String> messages() {
        return log.newestFirst().stream().map(LoggedError::message).toList();
    }
}
