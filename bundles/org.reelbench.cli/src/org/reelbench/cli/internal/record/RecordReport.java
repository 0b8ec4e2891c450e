package org.reelbench.cli.internal.record;

import java.net.URI;
import java.util.Locale;

import org.reelbench.capture.CaptureException;
import org.reelbench.capture.RecordingResult;
import org.reelbench.capture.RecordingStatistics;
import org.reelbench.cli.Console;
import org.reelbench.cli.Json;

import com.fasterxml.jackson.core.JsonGenerator;

/** Shows how a recording goes. For every thread. */
final class RecordReport {

    private static final double SECOND_US = 1e6;
    private static final double MEGABYTE = 1e6;
    private static final int LINE = 100;

    private final Console console;
    private final boolean json;
    private boolean shown;

    RecordReport(Console console, boolean json) {
        this.console = console;
        this.json = json;
    }

    /** Says where it can be watched. */
    synchronized void published(URI uri) {
        leave();
        console.out().println(json ? Json.line(out -> {
            out.writeStringField("event", "published");
            out.writeStringField("url", uri.toString());
        }) : uri.toString());
        console.out().flush();
    }

    /** Says how the address is taken back. */
    synchronized void staysServed() {
        if (!json) {
            console.out().println("It can be watched until Ctrl-C.");
        }
        console.out().flush();
    }

    /** Says what should be known. */
    synchronized void warned(String message) {
        leave();
        if (json) {
            console.out().println(Json.line(out -> {
                out.writeStringField("event", "warning");
                out.writeStringField("message", message);
            }));
        } else {
            console.err().println("reelbench record: " + message);
        }
    }

    /** Shows how far it is. */
    synchronized void progress(RecordingStatistics now) {
        if (json) {
            console.out().println(Json.line(out -> {
                out.writeStringField("event", "progress");
                numbers(out, now);
            }));
            console.out().flush();
        } else if (console.terminal()) {
            String line = String.format(Locale.ROOT,
                    "%.1f s, %.1f MB, %d pictures, %d left out, %d missed, disk %s, sound %s, score %d",
                    now.elapsedUs() / SECOND_US, now.fileBytes() / MEGABYTE, now.framesIn(), now.framesDropped(),
                    now.framesMissed(),
                    disk(now.diskFreeBytes()), now.samples() == 0 ? "none" : Math.round(now.peakDb()) + " dB", now.score());
            console.err().print("\r" + line + " ".repeat(Math.max(0, LINE - line.length())));
            shown = true;
        }
    }

    private static String disk(long freeBytes) {
        return freeBytes < 0 ? "unknown" : String.format(Locale.ROOT, "%.1f GB", freeBytes / 1e9);
    }

    /** Leaves the line that showed the progress. */
    synchronized void end() {
        leave();
    }

    private void leave() {
        if (shown) {
            shown = false;
            console.err().print("\r" + " ".repeat(LINE) + "\r");
        }
    }

    /** Shows what was made. */
    synchronized void summary(RecordingResult result) {
        RecordingStatistics last = result.statistics();
        CaptureException early = result.early();
        if (json) {
            console.out().println(Json.line(out -> {
                out.writeStringField("event", "summary");
                out.writeStringField("file", result.file().toString());
                out.writeStringField("mediaId", result.mediaId().toString());
                numbers(out, last);
                if (early != null) {
                    out.writeStringField("endedEarly", early.getMessage());
                }
            }));
            return;
        }
        console.out().printf(Locale.ROOT, "%s: %.3f s, %d pictures, %d left out, %d missed, %.1f MB, score %d%n", result.file(),
                last.elapsedUs() / SECOND_US, last.framesEncoded(), last.framesDropped(), last.framesMissed(),
                last.fileBytes() / MEGABYTE,
                last.score());
        if (early != null) {
            console.err().println("reelbench record: it ended early: " + early.getMessage());
        }
    }

    private static void numbers(JsonGenerator out, RecordingStatistics now) throws java.io.IOException {
        out.writeNumberField("elapsedMs", now.elapsedUs() / 1000);
        out.writeNumberField("framesIn", now.framesIn());
        out.writeNumberField("framesDropped", now.framesDropped());
        out.writeNumberField("framesMissed", now.framesMissed());
        out.writeNumberField("framesEncoded", now.framesEncoded());
        out.writeNumberField("samples", now.samples());
        out.writeNumberField("processingUs", Math.round(now.processingUs()));
        out.writeNumberField("fileBytes", now.fileBytes());
        out.writeNumberField("diskFreeBytes", now.diskFreeBytes());
        out.writeNumberField("heldBytes", now.heldBytes());
        out.writeNumberField("steps", now.steps());
        out.writeNumberField("peakDb", Math.round(now.peakDb() * 10) / 10.0);
        out.writeNumberField("score", now.score());
    }
}
