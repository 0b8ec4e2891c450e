package org.reelbench.encoding.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.reelbench.media.Cancellation;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.MediaException;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.render.AudioRenderer;
import org.reelbench.render.FrameConsumer;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.RenderException;
import org.reelbench.render.Renderers;
import org.reelbench.render.VideoRenderer;
import org.reelbench.timeline.Sequence;

/** Renders pictures that carry their number, and sound whose samples are their numbers. */
final class FakeRenderers implements Renderers {

    /** Samples count to this and begin again, so that a float holds them exactly. */
    static final long SAMPLE_CYCLE = 1 << 20;

    final Leases frames = new Leases();
    final Leases open = new Leases();
    final List<Integer> sampleRatesHz = new CopyOnWriteArrayList<>();
    private final Trouble trouble;

    FakeRenderers(Trouble trouble) {
        this.trouble = trouble;
    }

    @Override
    public VideoRenderer video(Sequence sequence, MediaCatalog catalog) {
        open.open();
        PictureFormat format = PictureFormat.of(sequence.widthPx(), sequence.heightPx(), PixelFormat.YUV420P,
                ColorDescription.BT709_LIMITED);
        return new FakeVideo(format);
    }

    @Override
    public AudioRenderer audio(Sequence sequence, MediaCatalog catalog) {
        sampleRatesHz.add(sequence.sampleRateHz());
        open.open();
        return new FakeAudio();
    }

    private void pass(String place, long frame) throws RenderException {
        try {
            trouble.pass(place);
        } catch (MediaException e) {
            throw new RenderException("clip", frame, "00:00:01:00", e);
        }
    }

    private final class FakeVideo implements VideoRenderer {

        private final PictureFormat format;

        FakeVideo(PictureFormat format) {
            this.format = format;
        }

        @Override
        public VideoFrame frame(long frame, Cancellation cancellation) {
            return CountedFrame.of(frame, format, frames);
        }

        @Override
        public void run(long fromFrame, long toFrame, FrameConsumer consumer, Cancellation cancellation)
                throws RenderException, MediaException {
            for (long frame = fromFrame; frame < toFrame; frame++) {
                cancellation.check();
                pass("render " + frame, frame);
                try (VideoFrame picture = frame(frame, cancellation)) {
                    consumer.accept(frame, picture);
                }
            }
        }

        @Override
        public String graph() {
            return "the graph";
        }

        @Override
        public void close() {
            open.close();
        }
    }

    private final class FakeAudio implements AudioRenderer {

        @Override
        public void read(long firstSample, float[][] channels, int offset, int count, Cancellation cancellation)
                throws RenderException {
            pass("sound", 0);
            for (float[] channel : channels) {
                for (int i = 0; i < count; i++) {
                    channel[offset + i] = (firstSample + i) % SAMPLE_CYCLE;
                }
            }
        }

        @Override
        public void close() {
            open.close();
        }
    }
}
