package org.reelbench.cli.internal.record;

import java.util.List;
import java.util.Locale;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.RecordingRecovery;
import org.reelbench.capture.RecoveredRecording;
import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Json;
import org.reelbench.cli.Subcommand;

/** {@code reelbench recover}: finishes recordings that a crash left unfinished. */
@Component(service = Subcommand.class)
public final class RecoverCommand implements Subcommand {

    private static final double US_PER_SECOND = 1e6;
    private static final long US_PER_MS = 1000;

    private final RecordingRecovery recovery;

    /**
     * Creates the command.
     *
     * @param recovery finishes recordings
     */
    @Activate
    public RecoverCommand(@Reference RecordingRecovery recovery) {
        this.recovery = recovery;
    }

    @Override
    public String name() {
        return "recover";
    }

    @Override
    public String summary() {
        return "finishes recordings that a crash left unfinished";
    }

    @Override
    public String usage() {
        return """
                recover FILE.mp4… [--json]
                  --json  one JSON object a line: file, ok, error, changed, durationMs, frames, lostBytes, mediaId

                Works in place: whole fragments are kept, a broken one at the end is cut off. A finished file is left as it is.
                Exit code 3 if a file is no recording made here, 4 if it cannot be written.""";
    }

    @Override
    public int run(List<String> words, Console console) throws CommandException {
        Arguments arguments = new Arguments(this, words);
        boolean json = arguments.flag("--json");
        int exitCode = ExitCode.OK;
        for (String file : arguments.rest(1, Integer.MAX_VALUE)) {
            try {
                RecoveredRecording found = recovery.recover(console.file(file), console.cancellation());
                console.out().println(json ? json(file, found, "") : text(file, found));
            } catch (CaptureException e) {
                exitCode = CaptureFailures.code(e.reason());
                if (json) {
                    console.out().println(json(file, null, String.valueOf(e.getMessage())));
                } else {
                    console.err().println(e.getMessage());
                }
            }
        }
        return exitCode;
    }

    private static String text(String file, RecoveredRecording found) {
        String length = String.format(Locale.ROOT, "%.1f s", found.durationUs() / US_PER_SECOND);
        if (!found.changed()) {
            return file + ": finished already, " + length;
        }
        return file + ": recovered, " + length + (found.lostBytes() > 0 ? ", " + found.lostBytes() + " bytes cut off" : "");
    }

    private static String json(String file, @Nullable RecoveredRecording found, String error) {
        return Json.line(json -> {
            json.writeStringField("file", file);
            json.writeBooleanField("ok", found != null);
            if (found == null) {
                json.writeStringField("error", error);
                return;
            }
            json.writeBooleanField("changed", found.changed());
            json.writeNumberField("durationMs", found.durationUs() / US_PER_MS);
            json.writeNumberField("frames", found.frames());
            json.writeNumberField("lostBytes", found.lostBytes());
            json.writeStringField("mediaId", found.mediaId().toString());
        });
    }
}
