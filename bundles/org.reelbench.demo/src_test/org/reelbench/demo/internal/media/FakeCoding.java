package org.reelbench.demo.internal.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.reelbench.media.AudioEncoder;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CodecParameters;
import org.reelbench.media.EncodedPacket;
import org.reelbench.media.Encoders;
import org.reelbench.media.FilmTags;
import org.reelbench.media.MediaException;
import org.reelbench.media.Muxer;
import org.reelbench.media.Muxers;
import org.reelbench.media.PacketSink;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;
import org.reelbench.time.Rational;

/** Sound that becomes one byte a block, and a muxer that writes these bytes; counts how many files were begun. */
final class FakeCoding implements Encoders, Muxers {

    private int opened;
    private int failAtPacket = Integer.MAX_VALUE;

    int opened() {
        return opened;
    }

    void failAtPacket(int packet) {
        failAtPacket = packet;
    }

    @Override
    public List<String> names() {
        return List.of("aac");
    }

    @Override
    public VideoEncoder openVideo(VideoEncoding encoding) throws MediaException {
        throw new MediaException(MediaException.Reason.NO_ENCODER, "", "no pictures here");
    }

    @Override
    public AudioEncoder openAudio(AudioEncoding encoding) {
        return new AudioEncoder() {

            @Override
            public CodecParameters parameters() {
                return new CodecParameters("aac", Rational.of(1, encoding.sampleRateHz()), new byte[0], null, encoding, 0, 0);
            }

            @Override
            public void encode(float[][] channels, int offset, int count, PacketSink sink) throws MediaException {
                sink.accept(new EncodedPacket(0, 0, count, true, 0, MemorySegment.ofArray(new byte[] { 1 })));
            }

            @Override
            public void finish(PacketSink sink) {
                // nothing is held back
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    @Override
    public Muxer open(Path file, String container, List<CodecParameters> streams, Map<String, String> options,
            FilmTags tags) {
        opened++;
        return new Muxer() {

            private int packets;

            @Override
            public void write(int stream, EncodedPacket packet) throws MediaException {
                if (packets == failAtPacket) {
                    throw new MediaException(MediaException.Reason.DISK_FULL, file.toString(), "the disk is full");
                }
                packets++;
                save();
            }

            @Override
            public void finish(Cancellation cancellation) {
                packets += 100;
                save();
            }

            private void save() {
                try {
                    Files.write(file, new byte[packets]);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

}
