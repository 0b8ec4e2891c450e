package org.reelbench.cli.internal.commands;

import java.io.PrintStream;
import java.util.Locale;

import org.reelbench.cli.Json;
import org.reelbench.encoding.ExportProgress;
import org.reelbench.encoding.ExportSummary;

/** One JSON object a line. */
final class JsonProgress implements ProgressView {

    private final PrintStream out;

    JsonProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void progress(ExportProgress progress) {
        out.println(Json.line(json -> {
            json.writeStringField("event", "progress");
            json.writeStringField("step", progress.step().name().toLowerCase(Locale.ROOT).replace('_', ' '));
            json.writeNumberField("doneFrames", progress.doneFrames());
            json.writeNumberField("totalFrames", progress.totalFrames());
            json.writeNumberField("elapsedMs", progress.elapsedMs());
            if (progress.remainingMs() >= 0) {
                json.writeNumberField("remainingMs", progress.remainingMs());
            }
        }));
    }

    @Override
    public void end() {
        // every line stands for itself
    }

    @Override
    public void summary(ExportSummary summary) {
        out.println(Json.line(json -> {
            json.writeStringField("event", "summary");
            json.writeStringField("file", summary.file().toString());
            json.writeNumberField("frames", summary.frames());
            json.writeNumberField("durationMs", summary.duration().ticksRound(1000));
            json.writeNumberField("elapsedMs", summary.elapsedMs());
            json.writeNumberField("speed", Math.round(summary.speed() * 100) / 100.0);
            json.writeNumberField("sizeBytes", summary.sizeBytes());
            json.writeStringField("videoEncoder", summary.videoEncoder());
            json.writeStringField("audioEncoder", summary.audioEncoder());
            json.writeArrayFieldStart("notes");
            for (String note : summary.notes()) {
                json.writeString(note);
            }
            json.writeEndArray();
            json.writeNumberField("peakMemoryBytes", ProcessMemory.peakBytes());
        }));
    }
}
