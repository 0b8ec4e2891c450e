package org.reelbench.media.ffmpeg.internal.write;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.reelbench.media.AudioEncoder;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CodecParameters;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.EncodedPacket;
import org.reelbench.media.MediaException;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.Muxer;
import org.reelbench.media.PacketSink;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;
import org.reelbench.media.ffmpeg.fixtures.FfmpegProgram;
import org.reelbench.testcard.Reading;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/** Encodes test cards and samples into packets on the heap, muxes them, and decodes files with the {@code ffmpeg} program. */
final class Recording {

    static final int WIDTH = 160;
    static final int HEIGHT = 90;
    static final int SOURCE = 5;

    private Recording() {
    }

    /** A stream that was encoded: what a muxer needs, and nothing that its encoder owns. */
    record Encoded(CodecParameters parameters, List<EncodedPacket> packets) {
    }

    static VideoEncoding encoding(String encoder, Rational timeBase, Rational rate, Map<String, String> options) {
        return new VideoEncoding(encoder, WIDTH, HEIGHT, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED, timeBase, rate,
                1000, 400_000, 1, new TreeMap<>(options));
    }

    static VideoEncoding encoding(String encoder) {
        return encoding(encoder, Rational.of(1, 30), Rational.of(30, 1), Map.of());
    }

    static AudioEncoding sound(String encoder, int channels) {
        return new AudioEncoding(encoder, 48_000, channels, 0, new TreeMap<>());
    }

    /** Encodes one card for each time stamp. */
    static Encoded cards(VideoEncoding encoding, List<Long> pts, List<Integer> syncs) throws MediaException {
        List<EncodedPacket> packets = new ArrayList<>();
        PictureFormat format = PictureFormat.of(encoding.widthPx(), encoding.heightPx(), encoding.pixelFormat(),
                encoding.color());
        try (VideoEncoder encoder = new FfmpegEncoders().openVideo(encoding);
                MemoryFrame frame = MemoryFrame.allocate(format, RationalTime.ZERO)) {
            for (int n = 0; n < pts.size(); n++) {
                TestCard.draw(frame, SOURCE, n);
                encoder.encode(frame, pts.get(n), syncs.contains(n), keep(packets));
            }
            encoder.finish(keep(packets));
            return new Encoded(encoder.parameters(), packets);
        }
    }

    /** Encodes samples, handed over in pieces of these lengths in turn. */
    static Encoded samples(AudioEncoding encoding, float[][] samples, int... pieces) throws MediaException {
        List<EncodedPacket> packets = new ArrayList<>();
        try (AudioEncoder encoder = new FfmpegEncoders().openAudio(encoding)) {
            int done = 0;
            for (int i = 0; done < samples[0].length; i++) {
                int count = Math.min(pieces[i % pieces.length], samples[0].length - done);
                encoder.encode(samples, done, count, keep(packets));
                done += count;
            }
            encoder.finish(keep(packets));
            return new Encoded(encoder.parameters(), packets);
        }
    }

    static PacketSink keep(List<EncodedPacket> packets) {
        return p -> packets.add(new EncodedPacket(p.ptsTicks(), p.dtsTicks(), p.durationTicks(), p.sync(), p.trimEndSamples(),
                MemorySegment.ofArray(p.data().toArray(ValueLayout.JAVA_BYTE))));
    }

    /** Muxes streams, each handed over as a whole. */
    static Path mux(Path file, String container, Map<String, String> options, Encoded... streams) throws MediaException {
        try (Muxer muxer = new FfmpegMuxers().open(file, container, Arrays.stream(streams).map(Encoded::parameters).toList(),
                options)) {
            for (int i = 0; i < streams.length; i++) {
                for (EncodedPacket packet : streams[i].packets) {
                    muxer.write(i, packet);
                }
            }
            muxer.finish(new Cancellation());
        }
        return file;
    }

    /** Decodes the pictures of a file and reads the cards. */
    static List<Reading> readCards(Path file) throws IOException {
        Path raw = file.resolveSibling(file.getFileName() + ".yuv");
        FfmpegProgram.run(List.of("-i", file.toString(), "-map", "0:v", "-fps_mode", "passthrough", "-pix_fmt", "yuv420p", "-f",
                "rawvideo", raw.toString()), _ -> {
                });
        byte[] bytes = Files.readAllBytes(raw);
        List<Reading> readings = new ArrayList<>();
        PictureFormat format = PictureFormat.of(WIDTH, HEIGHT, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED);
        try (MemoryFrame frame = MemoryFrame.allocate(format, RationalTime.ZERO)) {
            int at = 0;
            while (at < bytes.length) {
                for (int plane = 0; plane < 3; plane++) {
                    int rowBytes = PixelFormat.YUV420P.rowBytes(plane, WIDTH);
                    for (int row = 0; row < PixelFormat.YUV420P.rows(plane, HEIGHT); row++, at += rowBytes) {
                        MemorySegment.copy(bytes, at, frame.plane(plane), ValueLayout.JAVA_BYTE,
                                (long) row * frame.strideBytes(plane), rowBytes);
                    }
                }
                readings.add(TestCard.read(frame));
            }
        }
        return readings;
    }

    /** Decodes the sound of a file as one array a channel. */
    static float[][] readSound(Path file, int channels) throws IOException {
        Path raw = file.resolveSibling(file.getFileName() + ".f32");
        FfmpegProgram.run(List.of("-i", file.toString(), "-map", "0:a", "-f", "f32le", "-c:a", "pcm_f32le", raw.toString()),
                _ -> {
                });
        FloatBuffer floats = ByteBuffer.wrap(Files.readAllBytes(raw)).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        float[][] samples = new float[channels][floats.remaining() / channels];
        for (int i = 0; i < samples[0].length; i++) {
            for (int channel = 0; channel < channels; channel++) {
                samples[channel][i] = floats.get();
            }
        }
        return samples;
    }

    /** Returns what {@code ffprobe} prints of a file, a line an entry. */
    static List<String> probe(Path file, String stream, String entries) {
        return FfmpegProgram
                .probe(List.of("-select_streams", stream, "-show_entries", entries, "-of", "csv=p=0", file.toString())).lines()
                .filter(line -> !line.isBlank() && !line.contains("no version information")).toList();
    }
}
