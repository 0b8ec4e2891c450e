package org.reelbench.encoding.internal.segment;

import org.reelbench.media.CodecParameters;
import org.reelbench.media.EncodedPacket;
import org.reelbench.media.Encoders;
import org.reelbench.media.MediaException;
import org.reelbench.media.PacketSink;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;
import org.reelbench.media.VideoFrame;

/**
 * An encoder that makes one segment after another: each begins with a sync sample, and its packets count from 0. One that holds
 * pictures back has to be emptied at the end of a segment and is of no use after that.
 */
final class WarmEncoder implements AutoCloseable {

    private final VideoEncoding encoding;
    private final VideoEncoder encoder;
    private long given;
    private long delivered;
    private long base;
    private boolean used;

    private WarmEncoder(VideoEncoding encoding, VideoEncoder encoder) {
        this.encoding = encoding;
        this.encoder = encoder;
    }

    static WarmEncoder open(Encoders encoders, VideoEncoding encoding) throws MediaException {
        return new WarmEncoder(encoding, encoders.openVideo(encoding));
    }

    /** Whether it can make another segment in this way. */
    boolean serves(VideoEncoding wanted) {
        return !used && encoding.equals(wanted);
    }

    CodecParameters parameters() {
        return encoder.parameters();
    }

    /** From now on it is of no use unless the segment is ended. */
    void begin() {
        base = given;
        used = true;
    }

    void encode(VideoFrame frame, PacketSink sink) throws MediaException {
        boolean first = given == base;
        encoder.encode(frame, given++, first, packet -> deliver(packet, sink));
    }

    void end(PacketSink sink) throws MediaException {
        if (delivered < given) {
            encoder.finish(packet -> deliver(packet, sink));
        } else {
            used = false;
        }
    }

    private void deliver(EncodedPacket packet, PacketSink sink) throws MediaException {
        delivered++;
        sink.accept(new EncodedPacket(packet.ptsTicks() - base, packet.dtsTicks() - base, packet.durationTicks(), packet.sync(),
                packet.trimEndSamples(), packet.data()));
    }

    @Override
    public void close() {
        encoder.close();
    }
}
