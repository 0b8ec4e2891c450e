package org.reelbench.demo.internal.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;

class FailuresTest {

    @Test
    void theMessageNamesTheFileAndTheSystemsReasonOnce() {
        CommandException failure = Failures.of(Path.of("/a/b"), new FileSystemException("/a/b", null, "No space left on device"));
        assertEquals(
                "/a/b: it cannot be written (No space left on device); free some space, check the permissions, or name another"
                        + " folder",
                failure.getMessage());
        assertEquals(ExitCode.OUTPUT, failure.exitCode());
    }

    @Test
    void whereTheSystemGivesNoReasonItsKindIsNamed() {
        assertTrue(Failures.of(Path.of("/a/b"), new AccessDeniedException("/a/b")).getMessage().contains("(AccessDenied)"));
    }

    @Test
    void otherFailuresKeepTheirWords() {
        assertTrue(Failures.of(Path.of("/a/b"), new IOException("No space left on device")).getMessage()
                .contains("(No space left on device)"));
    }
}
