package org.reelbench.cli.internal.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureException.Reason;
import org.reelbench.capture.RecordingRecovery;
import org.reelbench.capture.RecoveredRecording;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.media.Cancellation;

class RecoverCommandTest {

    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000042");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final RecordingRecovery recovery = (file, _) -> {
        if (file.endsWith("other.mp4")) {
            throw new CaptureException(Reason.NOT_RECOVERABLE, "other.mp4: it is no recording of this program");
        }
        boolean whole = file.endsWith("whole.mp4");
        return new RecoveredRecording(file, ID, !whole, 3_250_000, 97, whole ? 0 : 1234);
    };

    private int run(String... words) throws CommandException {
        return new RecoverCommand(recovery).run(List.of(words), new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), false, Path.of(""), new Cancellation()));
    }

    @Test
    void whatWasDoneIsSaidOfEachFile() throws CommandException {
        assertEquals(ExitCode.OK, run("broken.mp4", "whole.mp4"));
        assertEquals(List.of("broken.mp4: recovered, 3.3 s, 1234 bytes cut off", "whole.mp4: finished already, 3.3 s"),
                out.toString(StandardCharsets.UTF_8).lines().toList());
    }

    @Test
    void aFileThatCannotBeRecoveredDoesNotKeepTheOthersFromIt() throws CommandException {
        assertEquals(ExitCode.INPUT, run("other.mp4", "broken.mp4"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("no recording of this program"));
        assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("broken.mp4: recovered"));
    }

    @Test
    void programsAreToldTheSame() throws CommandException {
        assertEquals(ExitCode.INPUT, run("--json", "broken.mp4", "other.mp4"));
        assertEquals(List.of(
                "{\"file\":\"broken.mp4\",\"ok\":true,\"changed\":true,\"durationMs\":3250,\"frames\":97,\"lostBytes\":1234,"
                        + "\"mediaId\":\"" + ID + "\"}",
                "{\"file\":\"other.mp4\",\"ok\":false,\"error\":\"other.mp4: it is no recording of this program\"}"),
                out.toString(StandardCharsets.UTF_8).lines().toList());
    }
}
