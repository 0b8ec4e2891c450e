package org.reelbench.loading;

import java.util.List;

import org.osgi.annotation.versioning.ProviderType;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.PcmReader;

/**
 * What one viewer, export or other user of media has loaded.
 * <p>
 * For every thread; the readers handed out are for one thread at a time, as any reader.
 * <p>
 * Whoever opened the session closes it, before or after the readers it handed out: those are closed on their own.
 * <p>
 * As long as it has tracks that are not hidden, a session is a service of the framework too, whose properties tell how far they are loaded: each
 * change is a service event.
 * <p>
 * A reader handed out is a lease. Between two calls the service may close what is behind it, when its track is hidden or memory
 * runs short; the next call opens it again and delivers the same.
 */
@ProviderType
public interface LoadingSession extends AutoCloseable {

    /** Service property: the label, a text. */
    String SERVICE_LABEL = "reelbench.loading.label";

    /** Service property: the name of the purpose, a text. */
    String SERVICE_PURPOSE = "reelbench.loading.purpose";

    /** Service property: the tracks that are being loaded, an array of texts. */
    String SERVICE_LOADING = "reelbench.loading.loading";

    /** Service property: the tracks that are ready, an array of texts. */
    String SERVICE_READY = "reelbench.loading.ready";

    /** Service property: the tracks that failed, an array of texts. */
    String SERVICE_FAILED = "reelbench.loading.failed";

    /**
     * Returns what the session was opened for.
     *
     * @return the label, for people
     */
    String label();

    /**
     * Returns what media are loaded for.
     *
     * @return the purpose
     */
    Purpose purpose();

    /**
     * Says what is seen and heard around the playhead from now on, in place of what was said before. Loading goes on in the
     * background: what selected tracks show at the playhead first, then what other visible ones do by their distance, then what
     * comes later. What is not wanted any more is closed in the background. Cheap, waits for nothing; for a session that is
     * closed, nothing happens.
     *
     * @param tracks the tracks, each once, hidden ones too; a track that is left out was deleted
     */
    void update(List<TrackDemand> tracks);

    /**
     * Tries again what failed.
     *
     * @param track the track
     */
    void retry(String track);

    /**
     * Returns how far the tracks are loaded.
     *
     * @return one entry a track of the last demand, in its order; a snapshot
     */
    List<TrackLoad> loads();

    /**
     * Opens a stream of pictures, or hands out one that is open. Waits for a load of it that is under way.
     *
     * @param medium the medium
     * @param streamIndex the stream
     * @param decoderThreads how many threads may decode if it must be opened, 1 or more
     * @param cancellation asks to stop
     * @return the reader, to be closed by the caller
     * @throws MediaException as {@link Loadable#open} and {@link org.reelbench.media.MediaReaders#openFrames} throw it;
     *             {@link org.reelbench.media.MediaException.Reason#UNSUPPORTED} if the loading service has been stopped
     * @throws org.reelbench.media.CancelledException if cancelled
     */
    FrameReader frames(Loadable medium, int streamIndex, int decoderThreads, Cancellation cancellation) throws MediaException;

    /**
     * Opens a stream of sound, or hands out one that is open. Waits for a load of it that is under way.
     *
     * @param medium the medium
     * @param streamIndex the stream
     * @param sampleRateHz the rate the reader delivers
     * @param channels the one or two channels picked out, counted from 1; empty for all of them, mixed down to two
     * @param cancellation asks to stop
     * @return the reader, to be closed by the caller
     * @throws MediaException as {@link Loadable#open} and {@link org.reelbench.media.MediaReaders#openPcm} throw it;
     *             {@link org.reelbench.media.MediaException.Reason#UNSUPPORTED} if the loading service has been stopped
     * @throws org.reelbench.media.CancelledException if cancelled
     */
    PcmReader sound(Loadable medium, int streamIndex, int sampleRateHz, List<Integer> channels, Cancellation cancellation)
            throws MediaException;

    /** Gives back all that was loaded by demand; loads under way are closed when they end. Closing twice is harmless. */
    @Override
    void close();
}
