package org.reelbench.encoding.internal.segment;

import org.reelbench.media.CodecParameters;
import org.reelbench.media.Encoders;
import org.reelbench.media.MediaException;
import org.reelbench.media.PacketSink;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;
import org.reelbench.media.VideoFrame;

/**
 * An encoder that is opened before it is needed, for one segment. It is not used for a second: how good the first pictures of a
 * segment are would depend on what was encoded before.
 */
final class WarmEncoder implements AutoCloseable {

    private final VideoEncoding encoding;
    private final VideoEncoder encoder;
    private long given;
    private boolean begun;

    private WarmEncoder(VideoEncoding encoding, VideoEncoder encoder) {
        this.encoding = encoding;
        this.encoder = encoder;
    }

    static WarmEncoder open(Encoders encoders, VideoEncoding encoding) throws MediaException {
        return new WarmEncoder(encoding, encoders.openVideo(encoding));
    }

    /** Whether a segment of an encoding can begin with it. */
    boolean serves(VideoEncoding wanted) {
        return !begun && encoding.equals(wanted);
    }

    CodecParameters parameters() {
        return encoder.parameters();
    }

    /** From now on it is of no use for another segment. */
    void begin() {
        begun = true;
    }

    void encode(VideoFrame frame, PacketSink sink) throws MediaException {
        encoder.encode(frame, given, given == 0, sink);
        given++;
    }

    void end(PacketSink sink) throws MediaException {
        encoder.finish(sink);
    }

    @Override
    public void close() {
        encoder.close();
    }
}
