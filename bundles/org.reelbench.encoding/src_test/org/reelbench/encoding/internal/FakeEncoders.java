package org.reelbench.encoding.internal;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

import org.reelbench.media.AudioEncoder;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.CodecParameters;
import org.reelbench.media.EncodedPacket;
import org.reelbench.media.Encoders;
import org.reelbench.media.EncodingPass;
import org.reelbench.media.MediaException;
import org.reelbench.media.PacketSink;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.Rational;

/** Encoders that hold three pictures back, as real ones do, and keep what they were given. */
final class FakeEncoders implements Encoders {

    private static final int HELD_BACK = 3;

    final Leases open = new Leases();
    final List<Long> pictures = new ArrayList<>();
    final List<Long> ticks = new ArrayList<>();
    final List<Long> syncs = new ArrayList<>();
    final List<Float> samples = new ArrayList<>();
    final List<String> passes = new ArrayList<>();
    List<String> hardware = List.of();
    /** The encoder that loses one picture. */
    String swallowing = "";
    private final Trouble trouble;
    private final List<String> names;

    FakeEncoders(Trouble trouble, String... names) {
        this.trouble = trouble;
        this.names = List.of(names);
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public VideoEncoder openVideo(VideoEncoding encoding) throws MediaException {
        trouble.pass("open video");
        trouble.pass("open " + encoding.encoder());
        open.open();
        return new FakeVideoEncoder(encoding);
    }

    @Override
    public VideoEncoder openVideo(VideoEncoding encoding, EncodingPass pass) throws MediaException {
        passes.add((pass.second() ? "second " : "first ") + pass.notes().getFileName());
        return openVideo(encoding);
    }

    @Override
    public List<String> hardwareNames() {
        return hardware;
    }

    @Override
    public AudioEncoder openAudio(AudioEncoding encoding) throws MediaException {
        trouble.pass("open audio");
        open.open();
        return new FakeAudioEncoder(encoding);
    }

    private static void deliver(long ticks, PacketSink sink) throws MediaException {
        sink.accept(new EncodedPacket(ticks, ticks, 1, true, 0, MemorySegment.ofArray(new byte[1])));
    }

    private final class FakeVideoEncoder implements VideoEncoder {

        private final VideoEncoding encoding;
        private long given;
        private long delivered;

        FakeVideoEncoder(VideoEncoding encoding) {
            this.encoding = encoding;
        }

        @Override
        public CodecParameters parameters() {
            return new CodecParameters(encoding.encoder(), encoding.timeBase(), new byte[0], encoding, null, 0, 0);
        }

        @Override
        public void encode(VideoFrame frame, long ptsTicks, boolean sync, PacketSink sink) throws MediaException {
            pictures.add(CountedFrame.number(frame));
            ticks.add(ptsTicks);
            if (sync) {
                syncs.add(ptsTicks);
            }
            trouble.pass("encode " + ptsTicks);
            given++;
            if (ptsTicks >= HELD_BACK) {
                deliver(delivered++, sink);
            }
        }

        @Override
        public void finish(PacketSink sink) throws MediaException {
            trouble.pass("finish video");
            while (delivered < (encoding.encoder().equals(swallowing) ? given - 1 : given)) {
                deliver(delivered++, sink);
            }
        }

        @Override
        public void close() {
            open.close();
        }
    }

    private final class FakeAudioEncoder implements AudioEncoder {

        private final AudioEncoding encoding;

        FakeAudioEncoder(AudioEncoding encoding) {
            this.encoding = encoding;
        }

        @Override
        public CodecParameters parameters() {
            return new CodecParameters(encoding.encoder(), Rational.of(1, encoding.sampleRateHz()), new byte[0], null, encoding,
                    0, 0);
        }

        @Override
        public void encode(float[][] channels, int offset, int count, PacketSink sink) throws MediaException {
            for (int i = 0; i < count; i++) {
                samples.add(channels[0][offset + i]);
            }
            deliver(samples.size(), sink);
        }

        @Override
        public void finish(PacketSink sink) throws MediaException {
            trouble.pass("finish audio");
        }

        @Override
        public void close() {
            open.close();
        }
    }
}
