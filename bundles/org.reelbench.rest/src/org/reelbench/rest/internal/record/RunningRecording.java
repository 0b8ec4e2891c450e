package org.reelbench.rest.internal.record;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.PlacedRecording;
import org.reelbench.capture.PublishedRecording;
import org.reelbench.capture.Recording;
import org.reelbench.capture.RecordingResult;
import org.reelbench.capture.RecordingState;
import org.reelbench.capture.RecordingStatistics;
import org.reelbench.media.MediaPublication;
import org.reelbench.project.Change;
import org.reelbench.project.ProjectSession;

import com.fasterxml.jackson.core.JsonGenerator;

/** A recording that is being made, or was, with its address and its place on the timeline. For every thread. */
public final class RunningRecording implements AutoCloseable {

    private static final long US_PER_MS = 1000;

    private final int number;
    private final Recording recording;
    private final Optional<PublishedRecording> published;
    private volatile @Nullable URI uri;
    private @Nullable PlacedRecording placed;
    private boolean closed;

    RunningRecording(int number, Recording recording, Optional<MediaPublication> server) {
        this.number = number;
        this.recording = recording;
        this.published = server.map(one -> PublishedRecording.of(recording, one, publication -> uri = publication.uri()));
    }

    /** Its name in addresses. */
    public int number() {
        return number;
    }

    /** The recording. */
    public Recording recording() {
        return recording;
    }

    /** Puts it on tracks; true if it was not there already. */
    synchronized boolean put(ProjectSession session, long frame) {
        if (closed || placed != null) {
            return false;
        }
        placed = PlacedRecording.put(recording, session, frame);
        return true;
    }

    /** Writes the members that tell how it goes. */
    public void write(JsonGenerator json) throws IOException {
        RecordingState state = recording.state();
        RecordingStatistics now = recording.statistics();
        json.writeStringField("id", Integer.toString(number));
        json.writeStringField("file", String.valueOf(recording.file().getFileName()));
        json.writeStringField("mediaId", recording.mediaId().toString());
        json.writeStringField("state", state.name().toLowerCase(Locale.ROOT));
        writeEnd(json);
        URI address = uri;
        if (address != null && (!state.isEnd() || state == RecordingState.FINISHED)) {
            json.writeStringField("url", address.toString());
        }
        writePlace(json);
        json.writeNumberField("elapsedMs", now.elapsedUs() / US_PER_MS);
        json.writeNumberField("writtenMs", now.writtenUs() / US_PER_MS);
        json.writeNumberField("framesEncoded", now.framesEncoded());
        json.writeNumberField("framesDropped", now.framesDropped());
        json.writeNumberField("framesMissed", now.framesMissed());
        json.writeNumberField("samples", now.samples());
        json.writeNumberField("fileBytes", now.fileBytes());
        json.writeNumberField("diskFreeBytes", now.diskFreeBytes());
        json.writeNumberField("score", now.score());
    }

    private void writeEnd(JsonGenerator json) throws IOException {
        CompletableFuture<RecordingResult> ended = recording.ended().toCompletableFuture();
        if (ended.isCompletedExceptionally() && !ended.isCancelled()) {
            Throwable why = ended.exceptionNow();
            json.writeStringField("message", String.valueOf(why.getMessage()));
        } else if (ended.isDone() && !ended.isCompletedExceptionally()) {
            CaptureException early = ended.join().early();
            if (early != null) {
                json.writeStringField("message", early.getMessage());
            }
        }
    }

    private synchronized void writePlace(JsonGenerator json) throws IOException {
        PlacedRecording place = placed;
        if (place == null) {
            return;
        }
        CompletableFuture<Change> put = place.placed().toCompletableFuture();
        try {
            Change change = put.getNow(null);
            json.writeStringField("timeline", change == null ? "waiting" : "put");
            if (change != null) {
                json.writeArrayFieldStart("created");
                for (var id : change.created()) {
                    json.writeString(id.value());
                }
                json.writeEndArray();
            }
        } catch (CompletionException e) {
            json.writeStringField("timeline", "refused");
            json.writeStringField("refused", String.valueOf(e.getCause().getMessage()));
        }
    }

    /** Ends the recording with what it has, and takes its address back. */
    @Override
    public void close() {
        recording.stop();
        PlacedRecording place;
        synchronized (this) {
            closed = true;
            place = placed;
        }
        if (place != null) {
            // What is recorded until the end is found when the project is opened again.
            place.close();
        }
        published.ifPresent(PublishedRecording::close);
    }
}
