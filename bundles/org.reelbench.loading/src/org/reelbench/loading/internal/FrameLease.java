package org.reelbench.loading.internal;

import java.util.Optional;

import org.reelbench.loading.Loadable;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.time.RationalTime;

/** A lease of pictures. Counts what was decoded for it, whichever readers it had. */
final class FrameLease extends Lease implements FrameReader {

    private final VideoStreamInfo stream;
    private long decodedBefore;
    private long countedFrom;

    FrameLease(Session session, Loadable medium, ReaderKey.Frames key, VideoStreamInfo stream) {
        super(session, medium, key);
        this.stream = stream;
    }

    @Override
    public VideoStreamInfo stream() {
        return stream;
    }

    @Override
    public VideoFrame frameAt(RationalTime time, Cancellation cancellation) throws MediaException {
        return call(reader -> reader.frames().frameAt(time, cancellation), cancellation);
    }

    @Override
    public VideoFrame nearestSyncFrame(RationalTime time, Cancellation cancellation) throws MediaException {
        return call(reader -> reader.frames().nearestSyncFrame(time, cancellation), cancellation);
    }

    @Override
    public Optional<VideoFrame> frameAfter(RationalTime time, Cancellation cancellation) throws MediaException {
        return call(reader -> reader.frames().frameAfter(time, cancellation), cancellation);
    }

    @Override
    public void rest() {
        look(reader -> {
            if (reader != null) {
                reader.rest();
            }
            return true;
        });
    }

    @Override
    public long decodedFrames() {
        return look(reader -> decodedBefore + (reader == null ? 0 : reader.decodedFrames() - countedFrom));
    }

    @Override
    void taken(OpenReader reader) {
        countedFrom = reader.decodedFrames();
    }

    @Override
    void left(OpenReader reader) {
        decodedBefore += reader.decodedFrames() - countedFrom;
    }

    @Override
    public void close() {
        end();
    }
}
