package org.reelbench.encoding.internal.segment;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.reelbench.media.CodecParameters;
import org.reelbench.media.EncodedPacket;
import org.reelbench.media.MediaException;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PacketSink;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;
import org.reelbench.time.RationalTime;

/**
 * Black pictures as they are encoded, for each encoding once: two in turn, as two sync samples that follow each other have to
 * differ in their number (ITU-T H.264, 7.4.3).
 * <p>
 * For every thread.
 */
public final class BlackPictures {

    private static final int MOST = 16;
    private static final byte BLACK_LUMA = 16;
    private static final byte NO_CHROMA = (byte) 128;

    private final Map<VideoEncoding, Pair> pairs = new LinkedHashMap<>();

    /** Creates it with none. */
    public BlackPictures() {
        // nothing to set up
    }

    /**
     * Two black pictures.
     *
     * @param parameters what a muxer must know
     * @param packets the pictures, each a sync sample
     */
    record Pair(CodecParameters parameters, List<byte[]> packets) {

        EncodedPacket packet(long number) {
            return new EncodedPacket(number, number, 1, true, 0,
                    MemorySegment.ofArray(packets.get((int) (number % packets.size()))));
        }
    }

    synchronized Pair of(VideoEncoding encoding, RenderWorker worker) throws MediaException {
        Pair known = pairs.get(encoding);
        if (known == null) {
            known = encode(encoding, worker);
            pairs.put(encoding, known);
            if (pairs.size() > MOST) {
                pairs.remove(pairs.keySet().iterator().next());
            }
        }
        return known;
    }

    private static Pair encode(VideoEncoding encoding, RenderWorker worker) throws MediaException {
        PictureFormat format = PictureFormat.of(encoding.widthPx(), encoding.heightPx(), encoding.pixelFormat(),
                encoding.color());
        List<byte[]> packets = new ArrayList<>();
        PacketSink sink = packet -> packets.add(packet.data().toArray(ValueLayout.JAVA_BYTE));
        try (VideoEncoder encoder = worker.encoders().openVideo(encoding);
                MemoryFrame frame = MemoryFrame.allocate(format, RationalTime.ZERO)) {
            frame.plane(0).fill(BLACK_LUMA);
            for (int plane = 1; plane < format.pixelFormat().planes(); plane++) {
                frame.plane(plane).fill(NO_CHROMA);
            }
            encoder.encode(frame, 0, true, sink);
            encoder.encode(frame, 1, true, sink);
            encoder.finish(sink);
            if (packets.size() != 2) {
                throw new MediaException(MediaException.Reason.NO_ENCODER, "",
                        "the encoder '" + encoding.encoder() + "' made " + packets.size() + " pictures of 2");
            }
            return new Pair(encoder.parameters(), List.copyOf(packets));
        }
    }
}
