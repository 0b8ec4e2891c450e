package org.reelbench.capture;

import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import org.osgi.annotation.versioning.ProviderType;
import org.reelbench.media.VideoFrame;

/**
 * A recording under way, or ended.
 * <p>
 * For every thread; nothing waits. It ends by {@link #stop} or {@link #cancel}, or by itself when a device goes or the disk fills;
 * there is nothing to close.
 */
@ProviderType
public interface Recording {

    /**
     * Returns the medium's name for ever: given at the start, written into the file, the same after the end, after a crash, and
     * after tables were moved.
     *
     * @return the id
     */
    UUID mediaId();

    /**
     * Returns the file. While the recording is under way it is playable up to {@link RecordingStatistics#fileBytes}; those bytes
     * stay as they are, but for a header of 16 bytes that is rewritten at the end.
     *
     * @return the path
     */
    Path file();

    /**
     * Returns what is recorded.
     *
     * @return the request it was started with
     */
    RecordingRequest request();

    /**
     * Returns how far it is.
     *
     * @return the state
     */
    RecordingState state();

    /**
     * Returns its numbers now.
     *
     * @return a snapshot
     */
    RecordingStatistics statistics();

    /**
     * Adds a listener. It is told the state it finds, then all that follows.
     *
     * @param listener the listener
     * @return ends the listening when closed
     */
    CaptureSource.Watching listen(RecordingListener listener);

    /**
     * Shows the newest picture to whoever wants to see it, such as a view that asks a few times a second.
     *
     * @param viewer called before this returns, on the caller's thread, with a frame it must neither keep nor write; not called if
     *            there is no picture yet, or none any more
     * @return true if it was called
     */
    boolean showNewest(Consumer<VideoFrame> viewer);

    /** Ends the recording: what has been taken is encoded, and the file finished. Stopping twice is harmless. */
    void stop();

    /** Gives the recording up and deletes its file. After the end it does nothing. */
    void cancel();

    /**
     * Returns what becomes of it.
     *
     * @return done when the file is finished, also where the recording ended early with what it has; fails with a
     *         {@link CaptureException} if there is no playable file, and with a {@link java.util.concurrent.CancellationException}
     *         after {@link #cancel}
     */
    CompletionStage<RecordingResult> ended();
}
