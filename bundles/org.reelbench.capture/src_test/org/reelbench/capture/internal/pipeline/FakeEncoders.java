package org.reelbench.capture.internal.pipeline;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;

import org.reelbench.media.AudioEncoder;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.CodecParameters;
import org.reelbench.media.EncodedPacket;
import org.reelbench.media.Encoders;
import org.reelbench.media.MediaException;
import org.reelbench.media.PacketSink;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;
import org.reelbench.media.VideoFrame;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.Rational;

/** Encoders whose packets say which test card they were made of, and that a test can slow down. */
final class FakeEncoders implements Encoders {

    private static final byte[] SETS = { 0, 0, 0, 1, 0x67, 0x42, (byte) 0xC0, 0x1E, 5, 6, 0, 0, 0, 1, 0x68, (byte) 0xCE, 7 };

    final List<Long> cards = new CopyOnWriteArrayList<>();
    final List<Long> ticks = new CopyOnWriteArrayList<>();
    final List<VideoEncoding> opened = new CopyOnWriteArrayList<>();
    /** Called with each picture's ticks before it is encoded. */
    volatile LongConsumer before = _ -> {
    };

    @Override
    public List<String> names() {
        return List.of("libopenh264", "aac");
    }

    @Override
    public VideoEncoder openVideo(VideoEncoding encoding) {
        opened.add(encoding);
        return new Pictures(encoding);
    }

    @Override
    public AudioEncoder openAudio(AudioEncoding encoding) {
        return new Sound(encoding);
    }

    private static void deliver(PacketSink sink, long pts, long duration, boolean sync, byte[] bytes) throws MediaException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment data = arena.allocate(bytes.length);
            data.copyFrom(MemorySegment.ofArray(bytes));
            sink.accept(new EncodedPacket(pts, pts, duration, sync, 0, data));
        }
    }

    /** One unit a picture. */
    private final class Pictures implements VideoEncoder {
        private final VideoEncoding encoding;
        private int count;

        Pictures(VideoEncoding encoding) {
            this.encoding = encoding;
        }

        @Override
        public CodecParameters parameters() {
            return new CodecParameters("h264", encoding.timeBase(), SETS, encoding, null, 0, 0);
        }

        @Override
        public void encode(VideoFrame frame, long ptsTicks, boolean sync, PacketSink sink) throws MediaException {
            before.accept(ptsTicks);
            cards.add(TestCard.read(frame).frameNumber());
            ticks.add(ptsTicks);
            boolean first = count++ % encoding.gopFrames() == 0;
            deliver(sink, ptsTicks, 1, first, new byte[] { 0, 0, 0, 1, (byte) (first ? 0x65 : 0x41), 9, 9, 9 });
        }

        @Override
        public void finish(PacketSink sink) {
            count = 0;
        }

        @Override
        public void close() {
            count = -1;
        }
    }

    /** A packet for each 1024 samples. */
    private static final class Sound implements AudioEncoder {
        private final AudioEncoding encoding;
        private long samples;
        private long packets;

        Sound(AudioEncoding encoding) {
            this.encoding = encoding;
        }

        @Override
        public CodecParameters parameters() {
            return new CodecParameters("aac", Rational.of(1, encoding.sampleRateHz()),
                    new byte[] { 0x11, (byte) 0x90 }, null, encoding, 1024, 0);
        }

        @Override
        public void encode(float[][] channels, int offset, int count, PacketSink sink) throws MediaException {
            samples += count;
            while ((packets + 1) * 1024 <= samples) {
                deliver(sink, packets * 1024, 1024, true, new byte[] { 1, 2, 3 });
                packets++;
            }
        }

        @Override
        public void finish(PacketSink sink) throws MediaException {
            if (packets * 1024 < samples) {
                deliver(sink, packets * 1024, samples - packets * 1024, true, new byte[] { 1, 2, 3 });
            }
        }

        @Override
        public void close() {
            samples = 0;
        }
    }
}
