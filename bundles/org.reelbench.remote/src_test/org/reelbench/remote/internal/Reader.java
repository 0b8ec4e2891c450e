package org.reelbench.remote.internal;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.store.CacheStore;
import org.reelbench.store.ChunkStore;
import org.reelbench.store.ChunkStores;
import org.reelbench.store.StoreSettings;

/** The service under test, with a cache in a folder of the test's and pauses that are hardly any. */
final class Reader implements AutoCloseable {

    /** Far longer than any answer takes on a busy machine: what is too slow here hangs. */
    static final Limits PATIENT = limits(Duration.ofSeconds(60));
    /** What programs that run one after the other, or at a time, find in the folders of tests. */
    static final MemoryStores STORES = new MemoryStores();
    private static final long QUOTA_BYTES = 64 << 20;

    private final RemoteReading reading;
    final HttpRemoteMedia media;

    private Reader(ChunkStores stores, Path folder, long quotaBytes, Limits limits, Map<String, String> environment) {
        reading = new RemoteReading(new CacheStore(stores, folder.resolve("remote"), quotaBytes, "remote media have no cache"),
                limits);
        media = new HttpRemoteMedia(reading, environment);
    }

    static Reader in(Path folder) {
        return new Reader(STORES, folder, QUOTA_BYTES, PATIENT, Map.of());
    }

    static Reader with(Path folder, Limits limits) {
        return new Reader(STORES, folder, QUOTA_BYTES, limits, Map.of());
    }

    static Reader with(Path folder, Map<String, String> environment) {
        return new Reader(STORES, folder, QUOTA_BYTES, PATIENT, environment);
    }

    static Reader withQuota(Path folder, long quotaBytes) {
        return new Reader(STORES, folder, quotaBytes, PATIENT, Map.of());
    }

    static Reader withoutStore(Path folder) {
        return new Reader(new ChunkStores() {

            @Override
            public ChunkStore inFolder(Path where, StoreSettings settings) throws IOException {
                throw new IOException("the disk is read-only");
            }

            @Override
            public ChunkStore inFile(Path where, StoreSettings settings) throws IOException {
                throw new IOException("the disk is read-only");
            }
        }, folder, QUOTA_BYTES, PATIENT, Map.of());
    }

    static Limits limits(Duration silence) {
        return new Limits(Duration.ofSeconds(60), silence, Duration.ofMinutes(5),
                List.of(Duration.ofMillis(1), Duration.ofMillis(1)));
    }

    RemoteTraffic.Counts counts() {
        return reading.traffic().counts();
    }

    /** Opens the medium of a server that the user allowed. */
    ByteSource open(MediaServer server) throws MediaException {
        return media.open(server.uri("/beach.mp4"), Set.of(server.host()), new Cancellation());
    }

    /** Reads so many bytes, however many reads it takes. */
    static byte[] read(ByteSource source, long position, int count) throws IOException {
        byte[] bytes = new byte[count];
        int filled = 0;
        while (filled < count) {
            int part = source.read(position + filled, MemorySegment.ofArray(bytes).asSlice(filled));
            if (part < 0) {
                throw new IOException("the source ended at " + (position + filled));
            }
            filled += part;
        }
        return bytes;
    }

    @Override
    public void close() {
        media.stop();
    }
}
