package org.reelbench.media.ffmpeg.internal.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.reelbench.media.AudioEncoder;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.CodecParameters;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.EncoderProvider;
import org.reelbench.media.MediaException;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PacketSink;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;
import org.reelbench.media.VideoFrame;
import org.reelbench.plugins.PluginCallException;
import org.reelbench.plugins.PluginCalls;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/** Encoders of plug-ins, and what people see of the pictures they have. */
class GuardedEncodersTest {

    private static final VideoEncoding ENCODING = new VideoEncoding("ahead", 64, 16, PixelFormat.YUV420P,
            ColorDescription.BT709_LIMITED, Rational.of(1, 25), Rational.of(25), 25, 0, 1, new TreeMap<>());
    /** Rows begin at multiples of 64. */
    private static final long PICTURE_BYTES = 64 * (16 + 8 + 8);
    private static final PacketSink NOWHERE = _ -> {
    };

    private final AtomicLong lentBytes = new AtomicLong();
    private boolean refuses;

    /** An encoder that looks two pictures ahead. */
    private final class Ahead implements EncoderProvider, VideoEncoder {

        private final Deque<VideoFrame> waiting = new ArrayDeque<>();

        @Override
        public Set<String> names() {
            return Set.of("ahead");
        }

        @Override
        public VideoEncoder openVideo(VideoEncoding encoding) {
            return this;
        }

        @Override
        public AudioEncoder openAudio(AudioEncoding encoding) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CodecParameters parameters() {
            return new CodecParameters("ahead", ENCODING.timeBase(), new byte[0], ENCODING, null, 0, 0);
        }

        @Override
        public void encode(VideoFrame frame, long ptsTicks, boolean sync, PacketSink sink) {
            assertEquals((waiting.size() + 1) * PICTURE_BYTES, lentBytes.get(), "what it waits for, and what it works with");
            waiting.add(frame.retain());
            if (waiting.size() > 2) {
                waiting.removeFirst().close();
            }
        }

        @Override
        public void finish(PacketSink sink) {
            close();
        }

        @Override
        public void close() {
            waiting.forEach(VideoFrame::close);
            waiting.clear();
        }
    }

    /** A guard that knows every provider as a plug-in's. */
    private final class Guard implements PluginCalls {

        @Override
        public Optional<Owner> owner(Object provider) {
            return Optional.of(new Owner("org.example", "1.0.0", "00"));
        }

        @Override
        public <T, E extends Exception> T call(Object provider, String what, Call<T, E> call) throws E {
            if (refuses && what.equals("encode")) {
                throw new PluginCallException("org.example", false, "it rests", null);
            }
            return call.run();
        }

        @Override
        public <T, E extends Exception> T outside(Call<T, E> own) throws E {
            return own.run();
        }

        @Override
        public Loan lend(Object provider, long address, long bytes) {
            lentBytes.addAndGet(bytes);
            return () -> lentBytes.addAndGet(-bytes);
        }
    }

    private static void encode(VideoEncoder encoder, long number) throws MediaException {
        PictureFormat format = PictureFormat.of(64, 16, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED);
        try (VideoFrame frame = MemoryFrame.allocate(format, RationalTime.ZERO)) {
            encoder.encode(frame, number, false, NOWHERE);
        }
    }

    @Test
    void picturesThatAnEncoderWaitsWithAreToldUntilItClosesThem() throws Exception {
        try (VideoEncoder encoder = new GuardedEncoders(new Ahead(), new Guard()).openVideo(ENCODING)) {
            for (int i = 0; i < 5; i++) {
                encode(encoder, i);
                assertEquals(Math.min(i + 1, 2) * PICTURE_BYTES, lentBytes.get());
            }
            encoder.finish(NOWHERE);
            assertEquals(0, lentBytes.get());
        }
    }

    @Test
    void aPictureThatIsNotEncodedIsNotLent() throws Exception {
        try (VideoEncoder encoder = new GuardedEncoders(new Ahead(), new Guard()).openVideo(ENCODING)) {
            refuses = true;
            assertThrows(MediaException.class, () -> encode(encoder, 0));
            assertEquals(0, lentBytes.get());
        }
    }
}
