package org.reelbench.encoding.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.encoding.ExportPreset.VideoChoice;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.encoding.internal.preview.PrivatePreviews;
import org.reelbench.encoding.internal.segment.DamagedSegment;
import org.reelbench.encoding.internal.segment.Inits;
import org.reelbench.encoding.internal.segment.SegmentPackets;
import org.reelbench.encoding.preview.InitSegment;
import org.reelbench.encoding.preview.Preview;
import org.reelbench.encoding.preview.PreviewRevision;
import org.reelbench.encoding.preview.PreviewRung;
import org.reelbench.encoding.preview.PreviewSegment;
import org.reelbench.encoding.preview.SegmentBytes;
import org.reelbench.encoding.preview.SegmentFailedException;
import org.reelbench.encoding.preview.SegmentPlace;
import org.reelbench.encoding.preview.SegmentState;
import org.reelbench.encoding.preview.SegmentStatus;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.CodecParameters;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.EncodedPacket;
import org.reelbench.media.MediaException;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoEncoding;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.RenderException;
import org.reelbench.time.Rational;

/**
 * The pictures of a film as the preview encoded them, in the quality of which most is there; what is not there in it is encoded
 * now, and kept for the preview. One thread.
 */
final class PreviewCopy implements AutoCloseable {

    /** Opened ahead, so that all lanes have something to do where pieces are missing. */
    private static final int AHEAD = 4;
    private static final int ATTEMPTS = 5;
    private static final int BLOCK_BYTES = 1 << 16;
    private static final Duration LOOK_UP = Duration.ofMillis(100);

    private final ExportRequest request;
    private final Preview preview;
    private final PreviewRevision revision;
    private final List<PreviewSegment> segments;
    private final VideoEncoding encoding;
    private final long ready;
    private final long bitsPerSecond;
    private final Deque<SegmentBytes> opened = new ArrayDeque<>();
    private int openedSoFar;
    private @Nullable InitSegment init;

    private PreviewCopy(ExportRequest request, Preview preview) {
        this.request = request;
        this.preview = preview;
        this.revision = preview.revision();
        List<PreviewRung> rungs = revision.rungs();
        List<PreviewSegment> best = List.of();
        long most = -1;
        PreviewRung chosen = rungs.getFirst();
        for (int rung = 0; rung < rungs.size(); rung++) {
            List<PreviewSegment> pieces = revision.exactly(request.fromFrame(), request.toFrame(), rung);
            long frames = pieces.stream().filter(piece -> revision.status(piece).state() == SegmentState.READY)
                    .mapToLong(piece -> piece.end() - piece.start()).sum();
            if (frames > most) {
                most = frames;
                best = pieces;
                chosen = rungs.get(rung);
            }
        }
        this.segments = best;
        this.ready = most;
        this.bitsPerSecond = chosen.bitsPerSecond();
        Rational rate = request.sequence().rate().framesPerSecond();
        this.encoding = new VideoEncoding(VideoChoice.COPY, chosen.widthPx(), chosen.heightPx(), PixelFormat.YUV420P,
                ColorDescription.BT709_LIMITED, rate.inverted(), rate, 1, 0, 1, new TreeMap<>());
    }

    /** Takes a picture of the film, counted from its first. */
    @FunctionalInterface
    interface Sink {
        void take(long frame, EncodedPacket packet) throws MediaException, RenderException;
    }

    static PreviewCopy open(PrivatePreviews previews, ExportRequest request, MediaCatalog catalog) throws MediaException {
        Preview preview = previews.openPrivately(request.sequence(), catalog);
        boolean opened = false;
        try {
            PreviewCopy copy = new PreviewCopy(request, preview);
            opened = true;
            return copy;
        } catch (IllegalStateException e) {
            throw new MediaException(MediaException.Reason.NO_ENCODER, "", e.getMessage(), e);
        } finally {
            if (!opened) {
                preview.close();
            }
        }
    }

    /** Of which size and rate the pictures are. */
    VideoEncoding encoding() {
        return encoding;
    }

    /** How large all pictures will about be; of those that are not there, as those that are, or as the quality is meant. */
    long expectedBytes() {
        long there = segments.stream().map(revision::status).filter(status -> status.state() == SegmentState.READY)
                .mapToLong(SegmentStatus::availableBytes).sum();
        double seconds = request.sequence().rate().timeOf(missingFrames()).seconds().toDouble();
        return there + Math.round(ready > 0 ? (double) there * missingFrames() / ready : seconds * bitsPerSecond / Byte.SIZE);
    }

    /** How many pictures are still to be encoded. */
    long missingFrames() {
        return request.toFrame() - request.fromFrame() - ready;
    }

    /** What people should know. */
    String note() {
        long frames = request.toFrame() - request.fromFrame();
        return ready + " of " + frames + " pictures were there and copied, "
                + (ready == frames ? "none was" : frames - ready + " were") + " encoded";
    }

    /** What a muxer must know, as soon as anything of the first piece is there. */
    CodecParameters parameters(Cancellation cancellation) throws MediaException {
        PreviewSegment first = segments.getFirst();
        byte[] record = attempt(first, () -> {
            try (SegmentBytes bytes = revision.open(first)) {
                while (!bytes.await(0, LOOK_UP)) {
                    cancellation.check();
                }
                return Inits.decoderRecord(bytes.init().bytes());
            }
        });
        return new CodecParameters("h264", encoding.timeBase(), record, encoding, null, 0, 0);
    }

    /** Hands all pictures on, in order. */
    void run(Sink sink, Cancellation cancellation) throws MediaException, RenderException {
        for (PreviewSegment segment : segments) {
            byte[] body = attempt(segment, () -> whole(segment, cancellation));
            long first = segment.start() - request.fromFrame();
            for (EncodedPacket packet : packets(segment, body, first)) {
                cancellation.check();
                sink.take(packet.ptsTicks(), packet);
            }
        }
    }

    private static List<EncodedPacket> packets(PreviewSegment segment, byte[] body, long first) throws MediaException {
        try {
            List<EncodedPacket> packets = SegmentPackets.of(body, first);
            if (packets.size() != segment.end() - segment.start()) {
                throw new DamagedSegment("it has " + packets.size() + " pictures");
            }
            return packets;
        } catch (DamagedSegment e) {
            throw unusable(segment, e);
        }
    }

    /** Reads a piece, of which a next one may have to be encoded meanwhile. */
    private byte[] whole(PreviewSegment segment, Cancellation cancellation)
            throws IOException, InterruptedException, DamagedSegment {
        while (opened.size() < AHEAD && openedSoFar < segments.size()) {
            opened.add(revision.open(segments.get(openedSoFar)));
            openedSoFar++;
        }
        SegmentBytes ahead = opened.poll();
        try (SegmentBytes bytes = ahead == null ? revision.open(segment) : ahead) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES);
            for (int count = 0; count >= 0; count = bytes.read(body.size(), block.clear(), SegmentPlace.AS_KEPT)) {
                body.write(block.array(), 0, count);
                cancellation.check();
                bytes.await(body.size(), LOOK_UP);
            }
            InitSegment before = init;
            init = bytes.init();
            if (before != null && !before.id().equals(bytes.init().id())) {
                throw new DamagedSegment("the encoder made it for another film than those before");
            }
            return body.toByteArray();
        }
    }

    /** Something of a segment. */
    @FunctionalInterface
    private interface Reading {
        byte[] read() throws IOException, InterruptedException, DamagedSegment;
    }

    /** Reads as often as makes sense: what was given up or proved damaged is made anew when it is opened again. */
    private byte[] attempt(PreviewSegment segment, Reading reading) throws MediaException {
        for (int attempt = 1;; attempt++) {
            try {
                return reading.read();
            } catch (SegmentFailedException e) {
                if (attempt == ATTEMPTS) {
                    throw unusable(segment, e);
                }
                // From here on, in order.
                closeOpened();
                openedSoFar = segments.indexOf(segment);
            } catch (IOException | DamagedSegment e) {
                throw unusable(segment, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledException();
            }
        }
    }

    private static MediaException unusable(PreviewSegment segment, Exception e) {
        return new MediaException(MediaException.Reason.NO_ENCODER, "", "the pictures from frame " + segment.start()
                + " to frame " + segment.end() + " cannot be had from the preview: " + e.getMessage(), e);
    }

    private void closeOpened() {
        opened.forEach(SegmentBytes::close);
        opened.clear();
    }

    @Override
    public void close() {
        closeOpened();
        preview.close();
    }
}
