package org.reelbench.capture;

import java.nio.file.Path;

import org.osgi.annotation.versioning.ProviderType;
import org.reelbench.media.Cancellation;

/**
 * A service that finishes recordings which a crash or a power cut left unfinished.
 * <p>
 * For every thread. Recordings of this user are found and finished by themselves when the recorder comes up; this is for files
 * that were copied from elsewhere.
 *
 * <pre>{@code
 * RecoveredRecording found = recovery.recover(Path.of("talk.mp4"), new Cancellation());
 * }</pre>
 */
@ProviderType
public interface RecordingRecovery {

    /**
     * Finishes a file in place: whole fragments are kept, what follows the last of them is cut off. A finished recording is left as
     * it is.
     * <p>
     * Cost: reads the heads of its fragments, about two small reads for each second of the recording.
     *
     * @param file the file
     * @param cancellation the wish to stop, before anything is changed
     * @return what it holds now
     * @throws CaptureException {@link CaptureException.Reason#NOT_RECOVERABLE} if it is no recording of this program or holds no
     *             whole fragment, {@link CaptureException.Reason#BUSY} while it is being recorded,
     *             {@link CaptureException.Reason#UNWRITABLE} or {@link CaptureException.Reason#DISK_FULL}; the file
     *             is as it was then
     */
    RecoveredRecording recover(Path file, Cancellation cancellation) throws CaptureException;
}
