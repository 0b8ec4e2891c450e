package org.reelbench.capture;

import java.nio.file.Files;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaPublication;
import org.reelbench.media.Publication;

/**
 * A recording that can be watched at an address while it is made, and after its end at the same one.
 * <p>
 * For every thread.
 * <p>
 * Whoever made it closes it, which ends the publication and leaves the recording alone. A recording that leaves no playable file
 * ends its publication by itself.
 *
 * <pre>{@code
 * try (PublishedRecording published = PublishedRecording.of(recording, server, publication -> show(publication.uri()))) {
 *     recording.ended().toCompletableFuture().join();
 * }
 * }</pre>
 */
public final class PublishedRecording implements RecordingListener, AutoCloseable {

    private final MediaPublication server;
    private final Consumer<Publication> ready;
    private CaptureSource.@Nullable Watching watching;
    private @Nullable Publication publication;
    private @Nullable MediaException failure;
    private boolean closed;

    private PublishedRecording(MediaPublication server, Consumer<Publication> ready) {
        this.server = server;
        this.ready = ready;
    }

    /**
     * Publishes a recording as soon as there is something of it to be watched.
     *
     * @param recording the recording, in any state
     * @param server gives it an address
     * @param ready called once with the publication, on the thread that tells the recording's listeners; the publication is not to
     *            be closed by it
     * @return the publication's owner, to be closed by the caller
     */
    public static PublishedRecording of(Recording recording, MediaPublication server, Consumer<Publication> ready) {
        PublishedRecording published = new PublishedRecording(server, ready);
        CaptureSource.Watching watching = recording.listen(published);
        published.watch(watching);
        return published;
    }

    private synchronized void watch(CaptureSource.Watching begun) {
        watching = begun;
        if (closed) {
            begun.close();
        }
    }

    /**
     * Returns why the recording could not be published.
     *
     * @return the reason, or null if it is published or will be
     */
    public synchronized @Nullable MediaException failure() {
        return failure;
    }

    @Override
    public void grown(Recording recording, long fileBytes) {
        Publication open = opened(recording);
        if (open != null) {
            open.grownTo(fileBytes);
        }
    }

    @Override
    public void stateChanged(Recording recording, RecordingState state) {
        switch (state) {
        case FINISHED -> {
            Publication open = opened(recording);
            if (open != null) {
                open.complete(recording.statistics().fileBytes());
            }
        }
        case FAILED, CANCELLED -> close();
        case STARTING, RECORDING, STOPPING -> {
            // What can be watched is told by grown alone.
        }
        }
    }

    private @Nullable Publication opened(Recording recording) {
        Publication opened;
        synchronized (this) {
            if (closed || failure != null || publication != null || !Files.exists(recording.file())) {
                return closed ? null : publication;
            }
            try {
                opened = server.publish(recording.file(), MediaPublication.Growth.GROWING, MediaPublication.UNTIL_CLOSED);
                publication = opened;
            } catch (MediaException e) {
                failure = e;
                return null;
            }
        }
        ready.accept(opened);
        return opened;
    }

    @Override
    public void close() {
        Publication open;
        CaptureSource.Watching begun;
        synchronized (this) {
            closed = true;
            open = publication;
            publication = null;
            begun = watching;
        }
        if (begun != null) {
            begun.close();
        }
        if (open != null) {
            open.close();
        }
    }
}
