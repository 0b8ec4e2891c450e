package org.reelbench.media.internal;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.reelbench.media.CacheFolder;
import org.reelbench.media.Cancellation;
import org.reelbench.media.Fingerprints;
import org.reelbench.media.MediaException;

/** The service of fingerprints; owns the thread that hashes whole files, which is made when first needed. */
@Component
public final class FingerprintsComponent implements Fingerprints {

    private final ExecutorService idle = Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().daemon().priority(Thread.MIN_PRIORITY).name("reelbench-idle-hash").unstarted(task));
    private final CachedFingerprints fingerprints = new CachedFingerprints(CacheFolder.ofUser().resolve("fingerprints.txt"), idle,
            InstantSource.system());

    /** Creates the service; nothing is read before it is asked. */
    @Activate
    public FingerprintsComponent() {
        // nothing to set up
    }

    /** Ends the thread; a file that is being hashed is left within a megabyte. */
    @Deactivate
    public void stop() {
        fingerprints.close();
        // Not interrupted: that would close the file under its reader.
        idle.shutdown();
    }

    @Override
    public String of(Path file) throws MediaException {
        return fingerprints.of(file);
    }

    @Override
    public Optional<String> known(Path file) {
        return fingerprints.known(file);
    }

    @Override
    public CompletableFuture<String> contentHash(Path file, Cancellation cancellation) {
        return fingerprints.contentHash(file, cancellation);
    }
}
