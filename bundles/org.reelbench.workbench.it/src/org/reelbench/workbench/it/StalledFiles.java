package org.reelbench.workbench.it;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.foreign.MemorySegment;
import java.util.Hashtable;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaSources;

/**
 * A file system that keeps silent about some of its files until it is asked to answer: whoever reads them stands, and no cancelling
 * reaches them there, as none reaches who reads from a disk that is gone.
 */
final class StalledFiles implements MediaSources, AutoCloseable {

    private static final int RANKING = 2_000_000;

    private final MediaSources files = MediaSources.files();
    private final String silent;
    private final CountDownLatch answers = new CountDownLatch(1);
    private final CountDownLatch asked = new CountDownLatch(1);
    private final ServiceRegistration<MediaSources> registration;

    /** Takes the place of the file system for all media. */
    StalledFiles(String silent) {
        this.silent = silent;
        registration = Services.context().registerService(MediaSources.class, this,
                new Hashtable<>(Map.of(Constants.SERVICE_RANKING, RANKING)));
    }

    /** Tells whether somebody stands there, or stood. */
    boolean wasAsked() {
        return asked.getCount() == 0;
    }

    void answer() {
        answers.countDown();
    }

    @Override
    public void close() {
        answer();
        registration.unregister();
    }

    @Override
    public ByteSource open(String location, Cancellation cancellation) throws MediaException {
        ByteSource source = files.open(location, cancellation);
        return location.endsWith(silent) ? new Silent(source) : source;
    }

    @Override
    public MediaSources allowing(Set<String> hosts) {
        return this;
    }

    private final class Silent implements ByteSource {

        private final ByteSource source;

        private Silent(ByteSource source) {
            this.source = source;
        }

        @Override
        public String name() {
            return source.name();
        }

        @Override
        public long sizeBytes() throws IOException {
            return source.sizeBytes();
        }

        @Override
        public int read(long positionBytes, MemorySegment target) throws IOException {
            asked.countDown();
            try {
                answers.await();
            } catch (InterruptedException e) {
                throw new InterruptedIOException("a thread that reads must not be interrupted");
            }
            return source.read(positionBytes, target);
        }

        @Override
        public void close() throws IOException {
            source.close();
        }
    }
}
