package org.reelbench.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.reelbench.capture.internal.place.Growing;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.MediaException;
import org.reelbench.media.RecordingMark;
import org.reelbench.project.ProjectSession;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.Recorded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of recordings that a project was left with while they were made: those that still run grow on, those that a crash or a
 * closed project cut off are finished, and their clips become as long as what there is.
 * <p>
 * For every thread.
 *
 * @param recorder knows the recordings that run
 * @param recovery finishes files
 */
public record LeftRecordings(Recorder recorder, RecordingRecovery recovery) {

    private static final Logger LOG = LoggerFactory.getLogger(LeftRecordings.class);

    /**
     * Goes through a project that was opened. Reads files, so not on the UI thread. None of it is a step to undo.
     *
     * @param session the project
     * @param folder its folder, which relative paths are counted from
     * @param cancellation the wish to stop
     * @return the recordings that still run, to be closed by the caller before the project
     */
    public List<PlacedRecording> resume(ProjectSession session, Path folder, Cancellation cancellation) {
        List<PlacedRecording> running = new ArrayList<>();
        for (MediaReference medium : session.project().media()) {
            Recorded recorded = medium.recorded();
            if (recorded != null) {
                Optional<Recording> runs = recorder.recordings().stream()
                        .filter(each -> each.mediaId().equals(recorded.recording())).findFirst();
                if (runs.isPresent()) {
                    running.add(PlacedRecording.follow(runs.get(), session));
                } else {
                    finish(session, medium, recorded, folder, cancellation);
                }
            }
        }
        return running;
    }

    private void finish(ProjectSession session, MediaReference medium, Recorded recorded, Path folder,
            Cancellation cancellation) {
        long knownUs = recorded.length().ticksFloor(Growing.US_PER_SECOND);
        try {
            Path file = folder.resolve(medium.path());
            if (!Files.exists(file)) {
                LOG.info("{}: the recording is not there; its clips stay as long as they are until it is", file);
                return;
            }
            long us = isRecording(file, recorded) ? Math.max(knownUs, lengthUs(file, knownUs, cancellation)) : knownUs;
            session.execute(Growing.grown(session, recorded.recording().toString(), us, true));
        } catch (CaptureException e) {
            // Another program records it, or the disk refuses: it is looked at again when the project is opened the next time.
            LOG.info("a recording of the project is not finished: {}", e.getMessage());
        } catch (IOException | MediaException | InvalidPathException e) {
            LOG.warn("{}: it cannot be found out what became of the recording", medium.path(), e);
        } catch (EditRefused e) {
            LOG.debug("{}: the project was closed meanwhile", medium.path(), e);
        }
    }

    private static boolean isRecording(Path file, Recorded recorded) throws IOException, MediaException {
        try (ByteSource bytes = FileByteSource.open(file)) {
            return RecordingMark.of(bytes).filter(recorded.recording()::equals).isPresent();
        }
    }

    private long lengthUs(Path file, long knownUs, Cancellation cancellation) throws CaptureException {
        try {
            RecoveredRecording found = recovery.recover(file, cancellation);
            if (found.changed()) {
                LOG.info("{}: a recording of the project that was left unfinished is whole again", file);
            }
            return found.durationUs();
        } catch (CaptureException e) {
            if (e.reason() != CaptureException.Reason.NOT_RECOVERABLE) {
                throw e;
            }
            LOG.info("{}: {}", file, e.getMessage());
            return knownUs;
        }
    }
}
