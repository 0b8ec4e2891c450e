package org.example.reelbench;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.encoding.preview.PreviewSegment;
import org.reelbench.encoding.preview.SegmentOrder;
import org.reelbench.encoding.preview.SegmentOutput;
import org.reelbench.encoding.preview.SegmentWorker;
import org.reelbench.media.AudioEncoder;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.Encoders;
import org.reelbench.media.FragmentMuxer;
import org.reelbench.media.MediaException;
import org.reelbench.media.Muxers;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;
import org.reelbench.render.AudioRenderer;
import org.reelbench.render.RenderException;
import org.reelbench.render.Renderers;
import org.reelbench.render.VideoRenderer;

/** A worker for segments, the plain way: it renders, encodes and cuts with the services of the API. */
@Component
public final class SpareWorker implements SegmentWorker {

    private static final int FRAGMENT_FRAMES = 12;
    private static final int BLOCK_SAMPLES = 16_384;

    private final Renderers renderers;
    private final Encoders encoders;
    private final Muxers muxers;

    /** Opens nothing before there is an order. */
    @Activate
    public SpareWorker(@Reference Renderers renderers, @Reference Encoders encoders, @Reference Muxers muxers) {
        this.renderers = renderers;
        this.encoders = encoders;
        this.muxers = muxers;
    }

    @Override
    public String name() {
        return "a spare hand";
    }

    @Override
    public int slots() {
        return 1;
    }

    @Override
    public Lane openLane() {
        return new Hand();
    }

    /** Keeps its renderer for the order that goes on where the last one ended. */
    private final class Hand implements Lane {

        private @Nullable SegmentOrder last;
        private @Nullable VideoRenderer pictures;

        @Override
        public void make(SegmentOrder order, SegmentOutput output) throws MediaException, RenderException {
            output.cancellation().check();
            if (order.video().isPresent()) {
                pictures(order, order.video().get(), output);
            } else {
                sound(order, order.audio().orElseThrow(), output);
            }
        }

        private VideoRenderer renderer(SegmentOrder order) {
            VideoRenderer open = pictures;
            if (open == null || last == null || !order.continues(last)) {
                rest();
                open = renderers.video(order.sequence(), order.catalog());
                pictures = open;
            }
            last = order;
            return open;
        }

        private void pictures(SegmentOrder order, VideoEncoding encoding, SegmentOutput output)
                throws MediaException, RenderException {
            PreviewSegment segment = order.segment();
            try (VideoEncoder encoder = encoders.openVideo(encoding);
                    FragmentMuxer muxer = muxers.openFragments(List.of(encoder.parameters()), segment.ticksPerSecond())) {
                output.init(muxer.init());
                renderer(order).run(segment.start(), segment.end(), (frame, picture) -> {
                    long done = frame - segment.start();
                    encoder.encode(picture, done, done == 0, packet -> muxer.write(0, packet));
                    if (done % FRAGMENT_FRAMES == FRAGMENT_FRAMES - 1) {
                        deliver(muxer, output);
                    } else {
                        output.heartbeat(done + 1);
                    }
                }, output.cancellation());
                encoder.finish(packet -> muxer.write(0, packet));
                deliver(muxer, output);
            }
        }

        private void sound(SegmentOrder order, AudioEncoding encoding, SegmentOutput output)
                throws MediaException, RenderException {
            PreviewSegment segment = order.segment();
            float[][] block = new float[AudioRenderer.CHANNELS][BLOCK_SAMPLES];
            try (AudioRenderer renderer = renderers.audio(order.sequence(), order.catalog());
                    AudioEncoder encoder = encoders.openAudio(encoding);
                    FragmentMuxer muxer = muxers.openFragments(List.of(encoder.parameters()), segment.ticksPerSecond())) {
                output.init(muxer.init());
                for (long at = segment.start(); at < segment.end(); at += BLOCK_SAMPLES) {
                    int count = (int) Math.min(BLOCK_SAMPLES, segment.end() - at);
                    renderer.read(at, block, 0, count, output.cancellation());
                    encoder.encode(block, 0, count, packet -> muxer.write(0, packet));
                    deliver(muxer, output);
                }
                encoder.finish(packet -> muxer.write(0, packet));
                deliver(muxer, output);
            }
        }

        private void deliver(FragmentMuxer muxer, SegmentOutput output) throws MediaException {
            byte[] fragment = muxer.flush();
            if (fragment.length > 0) {
                output.fragment(fragment);
            }
        }

        @Override
        public void rest() {
            VideoRenderer open = pictures;
            pictures = null;
            last = null;
            if (open != null) {
                open.close();
            }
        }

        @Override
        public void close() {
            rest();
        }
    }
}
