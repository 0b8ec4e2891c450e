package org.reelbench.rest.internal.export;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

import org.reelbench.encoding.ExportException;
import org.reelbench.encoding.ExportJob;
import org.reelbench.encoding.ExportProgress;
import org.reelbench.encoding.ExportSummary;
import org.reelbench.media.CancelledException;

import com.fasterxml.jackson.core.JsonGenerator;

/**
 * A film that is being made, or was.
 *
 * @param number its name in addresses
 * @param file the file's name in the folder of exports
 * @param preset how it is made
 * @param job makes it
 */
public record RunningExport(int number, String file, String preset, ExportJob job) {

    /** Whether it goes on. */
    boolean goesOn() throws InterruptedException {
        return !job.awaitEnd(Duration.ZERO);
    }

    /** Writes the members that tell how far it is. */
    public void write(JsonGenerator json) throws IOException {
        json.writeStringField("id", Integer.toString(number));
        json.writeStringField("file", file);
        json.writeStringField("preset", preset);
        try {
            if (goesOn()) {
                writeProgress(json, job.progress());
            } else {
                writeEnd(json, job.result());
            }
        } catch (ExportException e) {
            json.writeStringField("state", e.reason() == ExportException.Reason.CANCELLED ? "cancelled" : "failed");
            json.writeStringField("message", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    private static void writeProgress(JsonGenerator json, ExportProgress progress) throws IOException {
        json.writeStringField("state", "running");
        json.writeStringField("step", progress.step().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.writeNumberField("doneFrames", progress.doneFrames());
        json.writeNumberField("totalFrames", progress.totalFrames());
        json.writeNumberField("elapsedMs", progress.elapsedMs());
        json.writeNumberField("remainingMs", progress.remainingMs());
    }

    private static void writeEnd(JsonGenerator json, ExportSummary summary) throws IOException {
        json.writeStringField("state", "done");
        json.writeNumberField("doneFrames", summary.frames());
        json.writeNumberField("totalFrames", summary.frames());
        json.writeNumberField("elapsedMs", summary.elapsedMs());
        json.writeNumberField("sizeBytes", summary.sizeBytes());
        json.writeArrayFieldStart("notes");
        for (String note : summary.notes()) {
            json.writeString(note);
        }
        json.writeEndArray();
    }
}
