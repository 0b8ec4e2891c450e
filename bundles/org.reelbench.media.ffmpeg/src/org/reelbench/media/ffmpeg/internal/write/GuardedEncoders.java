package org.reelbench.media.ffmpeg.internal.write;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.reelbench.media.AudioEncoder;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.CodecParameters;
import org.reelbench.media.EncodedPacket;
import org.reelbench.media.EncoderProvider;
import org.reelbench.media.LentFrame;
import org.reelbench.media.MediaException;
import org.reelbench.media.PacketSink;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;
import org.reelbench.media.VideoFrame;
import org.reelbench.plugins.PluginCallException;
import org.reelbench.plugins.PluginCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encoders of a bundle, called through the guard. What they make in a call is kept and handed on when they have returned, so that
 * whoever takes it is never on a thread of theirs.
 *
 * @param provider whose they are
 * @param calls the guard
 */
record GuardedEncoders(EncoderProvider provider, PluginCalls calls) {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedEncoders.class);

    /** Of a plug-in that is not called any more, none. */
    Set<String> names() {
        try {
            return calls.<Set<String>, RuntimeException>call(provider, "names", () -> Set.copyOf(provider.names()));
        } catch (PluginCallException e) {
            LOG.debug("encoders are left out", e);
            return Set.of();
        }
    }

    VideoEncoder openVideo(VideoEncoding encoding) throws MediaException {
        VideoEncoder encoder = call("open", () -> provider.openVideo(encoding));
        return new Pictures(encoder, call("parameters", encoder::parameters));
    }

    AudioEncoder openAudio(AudioEncoding encoding) throws MediaException {
        AudioEncoder encoder = call("open", () -> provider.openAudio(encoding));
        return new Sound(encoder, call("parameters", encoder::parameters));
    }

    private <T> T call(String what, PluginCalls.Call<T, MediaException> call) throws MediaException {
        try {
            return calls.call(provider, what, call);
        } catch (PluginCallException e) {
            throw new MediaException(MediaException.Reason.NO_ENCODER, "", String.valueOf(e.getMessage()), e);
        }
    }

    private void close(Runnable closing) {
        try {
            calls.<Boolean, RuntimeException>call(provider, "close", () -> {
                closing.run();
                return Boolean.TRUE;
            });
        } catch (PluginCallException e) {
            LOG.warn("an encoder is left open: {}", e.getMessage(), e);
        }
    }

    /** Something that makes packets. */
    private interface Encoding {
        void run(PacketSink packets) throws MediaException;
    }

    private void encode(String what, Encoding encoding, PacketSink sink) throws MediaException {
        List<EncodedPacket> packets = call(what, () -> {
            List<EncodedPacket> made = new ArrayList<>();
            encoding.run(packet -> made.add(kept(packet)));
            return made;
        });
        for (EncodedPacket packet : packets) {
            sink.accept(packet);
        }
    }

    private static EncodedPacket kept(EncodedPacket packet) {
        byte[] bytes = packet.data().toArray(ValueLayout.JAVA_BYTE);
        return new EncodedPacket(packet.ptsTicks(), packet.dtsTicks(), packet.durationTicks(), packet.sync(),
                packet.trimEndSamples(), MemorySegment.ofArray(bytes));
    }

    /** Pictures; a call that is given up keeps its frame by a lease of its own. */
    private final class Pictures implements VideoEncoder {

        private final VideoEncoder encoder;
        private final CodecParameters parameters;

        Pictures(VideoEncoder encoder, CodecParameters parameters) {
            this.encoder = encoder;
            this.parameters = parameters;
        }

        @Override
        public CodecParameters parameters() {
            return parameters;
        }

        @Override
        public void encode(VideoFrame frame, long ptsTicks, boolean sync, PacketSink sink) throws MediaException {
            VideoFrame own = LentFrame.of(frame.retain(), provider, calls);
            try {
                GuardedEncoders.this.encode("encode", packets -> {
                    try (own) {
                        encoder.encode(own, ptsTicks, sync, packets);
                    }
                }, sink);
            } catch (MediaException e) {
                if (e.getCause() instanceof PluginCallException refused && !refused.isStarted()) {
                    own.close();
                }
                throw e;
            }
        }

        @Override
        public void finish(PacketSink sink) throws MediaException {
            GuardedEncoders.this.encode("finish", encoder::finish, sink);
        }

        @Override
        public void close() {
            GuardedEncoders.this.close(encoder::close);
        }
    }

    /** Sound; a call gets samples of its own. */
    private final class Sound implements AudioEncoder {

        private final AudioEncoder encoder;
        private final CodecParameters parameters;

        Sound(AudioEncoder encoder, CodecParameters parameters) {
            this.encoder = encoder;
            this.parameters = parameters;
        }

        @Override
        public CodecParameters parameters() {
            return parameters;
        }

        @Override
        public void encode(float[][] channels, int offset, int count, PacketSink sink) throws MediaException {
            float[][] own = new float[channels.length][count];
            for (int i = 0; i < channels.length; i++) {
                System.arraycopy(channels[i], offset, own[i], 0, count);
            }
            GuardedEncoders.this.encode("encode", packets -> encoder.encode(own, 0, count, packets), sink);
        }

        @Override
        public void finish(PacketSink sink) throws MediaException {
            GuardedEncoders.this.encode("finish", encoder::finish, sink);
        }

        @Override
        public void close() {
            GuardedEncoders.this.close(encoder::close);
        }
    }
}
