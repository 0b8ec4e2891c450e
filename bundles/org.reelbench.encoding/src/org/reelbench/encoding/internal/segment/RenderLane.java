package org.reelbench.encoding.internal.segment;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.encoding.preview.PreviewSegment;
import org.reelbench.encoding.preview.SegmentOrder;
import org.reelbench.encoding.preview.SegmentOutput;
import org.reelbench.encoding.preview.SegmentWorker.Lane;
import org.reelbench.media.AudioEncoder;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.CodecParameters;
import org.reelbench.media.EncodedPacket;
import org.reelbench.media.FragmentMuxer;
import org.reelbench.media.MediaException;
import org.reelbench.media.VideoEncoding;
import org.reelbench.media.VideoFrame;
import org.reelbench.render.AudioRenderer;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.RenderException;
import org.reelbench.render.VideoRenderer;
import org.reelbench.timeline.Sequence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renders and encodes on one thread. Keeps its renderer, with the readers in it, so that the segment that follows costs no seek
 * and decodes no picture twice, and has an encoder ready for it.
 */
final class RenderLane implements Lane {

    private static final Logger LOG = LoggerFactory.getLogger(RenderLane.class);
    /** Of sound, in samples: about a third of a second. */
    private static final int BLOCK_SAMPLES = 16_384;

    private final RenderWorker worker;
    private final PictureSize size;
    private @Nullable Sequence sequence;
    private @Nullable MediaCatalog catalog;
    private @Nullable VideoRenderer pictures;
    private @Nullable AudioRenderer sound;
    private @Nullable WarmEncoder encoder;

    RenderLane(RenderWorker worker) {
        this.worker = worker;
        this.size = new PictureSize(worker.composers());
    }

    @Override
    public void make(SegmentOrder order, SegmentOutput output) throws MediaException, RenderException {
        if (sequence != order.sequence() || !order.catalog().equals(catalog)) {
            rest();
            sequence = order.sequence();
            catalog = order.catalog();
        }
        if (order.video().isPresent()) {
            picture(order, order.video().get(), output);
        } else {
            sound(order, order.audio().orElseThrow(), output);
        }
    }

    private void picture(SegmentOrder order, VideoEncoding encoding, SegmentOutput output)
            throws MediaException, RenderException {
        PreviewSegment segment = order.segment();
        if (order.black()) {
            black(worker.blacks().of(encoding, worker), segment, output);
            return;
        }
        VideoRenderer renderer = renderer(order);
        WarmEncoder open = encoder(encoding);
        try (FragmentMuxer muxer = worker.muxers().openFragments(List.of(open.parameters()), segment.ticksPerSecond())) {
            output.init(muxer.init());
            open.begin();
            renderer.run(segment.start(), segment.end(), (frame, picture) -> {
                try (VideoFrame sized = size.of(picture, encoding)) {
                    open.encode(sized, packet -> muxer.write(0, packet));
                }
                long done = frame - segment.start() + 1;
                if (isCut(done) || done == segment.end() - segment.start()) {
                    deliver(muxer, output);
                } else {
                    output.heartbeat(done);
                }
            }, output.cancellation());
            open.end(packet -> muxer.write(0, packet));
            deliver(muxer, output);
        }
        warm(encoding);
    }

    /** The next segment is likely to be of the same encoding: it begins some milliseconds earlier. */
    private void warm(VideoEncoding encoding) {
        closeEncoder();
        try {
            encoder = WarmEncoder.open(worker.encoders(), encoding);
        } catch (MediaException e) {
            // The order that needs it opens it again, and fails with the reason.
            LOG.debug("no encoder is ready for the next segment", e);
        }
    }

    /** Where nothing is seen, pictures are copied that were encoded before: a gap of another length costs no encoding. */
    private void black(BlackPictures.Pair pair, PreviewSegment segment, SegmentOutput output) throws MediaException {
        try (FragmentMuxer muxer = worker.muxers().openFragments(List.of(pair.parameters()), segment.ticksPerSecond())) {
            output.init(muxer.init());
            for (long number = 0; number < segment.end() - segment.start(); number++) {
                muxer.write(0, pair.packet(number));
            }
            deliver(muxer, output);
        }
    }

    /** The first fragment is there after two pictures; later ones are longer, as each costs some bytes. */
    private static boolean isCut(long done) {
        return done == 2 || done == 8 || done % 30 == 0;
    }

    private static void deliver(FragmentMuxer muxer, SegmentOutput output) throws MediaException {
        byte[] fragment = muxer.flush();
        if (fragment.length > 0) {
            output.fragment(fragment);
        }
    }

    private VideoRenderer renderer(SegmentOrder order) {
        VideoRenderer open = pictures;
        if (open == null) {
            open = worker.renderers().video(order.sequence(), order.catalog());
            pictures = open;
        }
        return open;
    }

    private WarmEncoder encoder(VideoEncoding encoding) throws MediaException {
        WarmEncoder warm = encoder;
        if (warm == null || !warm.serves(encoding)) {
            closeEncoder();
            warm = WarmEncoder.open(worker.encoders(), encoding);
            encoder = warm;
        }
        return warm;
    }

    private void sound(SegmentOrder order, AudioEncoding encoding, SegmentOutput output)
            throws MediaException, RenderException {
        PreviewSegment segment = order.segment();
        if (order.black()) {
            silence(encoding, segment, output);
            return;
        }
        AudioRenderer renderer = sound;
        if (renderer == null) {
            renderer = worker.renderers().audio(order.sequence(), order.catalog());
            sound = renderer;
        }
        if (AacRun.makes(encoding)) {
            AacRun.make(segment, encoding, renderer, worker, output);
            return;
        }
        float[][] block = new float[AudioRenderer.CHANNELS][BLOCK_SAMPLES];
        try (AudioEncoder open = worker.encoders().openAudio(encoding);
                FragmentMuxer muxer = worker.muxers().openFragments(List.of(open.parameters()), segment.ticksPerSecond())) {
            output.init(muxer.init());
            for (long at = segment.start(); at < segment.end(); at += BLOCK_SAMPLES) {
                int count = (int) Math.min(BLOCK_SAMPLES, segment.end() - at);
                renderer.read(at, block, 0, count, output.cancellation());
                open.encode(block, 0, count, packet -> muxer.write(0, packet));
                output.heartbeat(at + count - segment.start());
                deliver(muxer, output);
            }
            open.finish(packet -> muxer.write(0, packet));
            deliver(muxer, output);
        }
    }

    private void silence(AudioEncoding encoding, PreviewSegment segment, SegmentOutput output) throws MediaException {
        CodecParameters parameters = worker.quiet().parameters(encoding, worker.encoders());
        try (FragmentMuxer muxer = worker.muxers().openFragments(List.of(parameters), segment.ticksPerSecond())) {
            output.init(muxer.init());
            for (EncodedPacket packet : Silence.packets(parameters, encoding.channels(), segment.end() - segment.start())) {
                muxer.write(0, packet);
            }
            deliver(muxer, output);
        }
    }

    @Override
    public void rest() {
        VideoRenderer openPictures = pictures;
        pictures = null;
        if (openPictures != null) {
            openPictures.close();
        }
        AudioRenderer openSound = sound;
        sound = null;
        if (openSound != null) {
            openSound.close();
        }
        sequence = null;
        catalog = null;
        size.close();
        closeEncoder();
    }

    private void closeEncoder() {
        WarmEncoder warm = encoder;
        encoder = null;
        if (warm != null) {
            warm.close();
        }
    }

    @Override
    public void close() {
        rest();
    }
}
