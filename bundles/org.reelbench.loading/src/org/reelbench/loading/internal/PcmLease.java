package org.reelbench.loading.internal;

import org.reelbench.loading.Loadable;
import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.PcmReader;

/** A lease of sound. */
final class PcmLease extends Lease implements PcmReader {

    private final AudioStreamInfo stream;

    PcmLease(Session session, Loadable medium, ReaderKey.Sound key, AudioStreamInfo stream) {
        super(session, medium, key);
        this.stream = stream;
    }

    @Override
    public AudioStreamInfo stream() {
        return stream;
    }

    @Override
    public void read(long firstSample, float[][] channels, int offset, int count, Cancellation cancellation)
            throws MediaException {
        call(reader -> {
            reader.sound().read(firstSample, channels, offset, count, cancellation);
            return true;
        }, cancellation);
    }

    @Override
    void taken(OpenReader reader) {
        // nothing is counted
    }

    @Override
    void left(OpenReader reader) {
        // nothing is counted
    }

    @Override
    public void close() {
        end();
    }
}
