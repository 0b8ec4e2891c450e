package org.reelbench.proxies.internal;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

import org.reelbench.media.AudioEncoder;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CodecParameters;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.Composer;
import org.reelbench.media.ComposerInput;
import org.reelbench.media.Composers;
import org.reelbench.media.Composition;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EncodedPacket;
import org.reelbench.media.Encoders;
import org.reelbench.media.FilmTags;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.Muxer;
import org.reelbench.media.Muxers;
import org.reelbench.media.PacketSink;
import org.reelbench.media.PcmReader;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.proxies.internal.make.Pipeline;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/** Services that decode, encode and write nothing but the times of frames. Films are texts: size, clock, a tick a line. */
final class FakePipeline implements MediaReaders, Composers, Encoders, Muxers, MediaProbe {

    final AtomicInteger encoded = new AtomicInteger();
    final AtomicInteger open = new AtomicInteger();
    final AtomicInteger composed = new AtomicInteger();
    Runnable whenDecoded = () -> {
    };
    IntConsumer beforeFrame = _ -> {
    };
    /** Another number is another library, whose parts do not go with those of this one. */
    byte library = 1;
    /** How far the clock of films is off. */
    long wrongTicks;

    Pipeline services() {
        return new Pipeline(this, this, this, this, this);
    }

    @Override
    public FrameReader openFrames(ByteSource source, MediaInfo info, int streamIndex, int decoderThreads,
            Cancellation cancellation) throws MediaException {
        VideoStreamInfo stream = info.video(streamIndex).orElseThrow();
        List<RationalTime> times;
        if (source instanceof FakeMedium.Bytes bytes) {
            times = bytes.medium().times();
        } else {
            times = new ArrayList<>();
            List<String> lines = lines(source);
            for (String line : lines.subList(1, lines.size())) {
                times.add(RationalTime.of(Long.parseLong(line) + wrongTicks, Long.parseLong(lines.getFirst().split(" ")[2]))
                        .minus(info.origin()));
            }
        }
        open.incrementAndGet();
        return new Frames(stream, times, open, whenDecoded);
    }

    private static List<String> lines(ByteSource source) throws MediaException {
        try {
            return Files.readAllLines(Path.of(source.name()));
        } catch (IOException e) {
            throw new MediaException(MediaException.Reason.UNREADABLE, source.name(), "it cannot be read", e);
        }
    }

    private record Frames(VideoStreamInfo stream, List<RationalTime> times, AtomicInteger open, Runnable whenDecoded)
            implements
                FrameReader {

        @Override
        public VideoFrame frameAt(RationalTime time, Cancellation cancellation) {
            cancellation.check();
            return frame(times.stream().filter(each -> !each.isAfter(time)).reduce((_, last) -> last).orElse(times.getFirst()));
        }

        @Override
        public Optional<VideoFrame> frameAfter(RationalTime time, Cancellation cancellation) {
            cancellation.check();
            return times.stream().filter(each -> each.isAfter(time)).findFirst().map(this::frame);
        }

        private VideoFrame frame(RationalTime time) {
            whenDecoded.run();
            return MemoryFrame.allocate(stream.picture(), time);
        }

        @Override
        public long decodedFrames() {
            return 0;
        }

        @Override
        public void close() {
            open.decrementAndGet();
        }
    }

    @Override
    public MediaInfo probe(ByteSource source, Cancellation cancellation) throws MediaException {
        String[] head = lines(source).getFirst().split(" ");
        return FakeMedium.info("fake", Integer.parseInt(head[0]), Integer.parseInt(head[1]), RationalTime.ZERO);
    }

    @Override
    public Composer open(Composition composition) {
        return new Composer() {
            @Override
            public Composition composition() {
                return composition;
            }

            @Override
            public VideoFrame compose(long frame, List<ComposerInput> inputs) {
                composed.incrementAndGet();
                return MemoryFrame.allocate(composition.canvas().picture(), RationalTime.ZERO);
            }

            @Override
            public String graph() {
                return "";
            }

            @Override
            public void close() {
                // holds nothing
            }
        };
    }

    @Override
    public List<EffectDescriptor> effects() {
        return List.of();
    }

    @Override
    public List<String> names() {
        return List.of("mpeg4");
    }

    @Override
    public VideoEncoder openVideo(VideoEncoding encoding) {
        return new VideoEncoder() {
            @Override
            public CodecParameters parameters() {
                return new CodecParameters("mpeg4", encoding.timeBase(), new byte[] { library }, encoding, null, 0, 0);
            }

            @Override
            public void encode(VideoFrame frame, long ptsTicks, boolean sync, PacketSink sink) throws MediaException {
                beforeFrame.accept(encoded.get());
                encoded.incrementAndGet();
                try (Arena arena = Arena.ofConfined()) {
                    sink.accept(new EncodedPacket(ptsTicks, ptsTicks, 1, sync, 0, arena.allocate(8)));
                }
            }

            @Override
            public void finish(PacketSink sink) {
                // keeps nothing back
            }

            @Override
            public void close() {
                // holds nothing
            }
        };
    }

    @Override
    public AudioEncoder openAudio(AudioEncoding encoding) {
        throw new AssertionError("a proxy has no sound");
    }

    @Override
    public Muxer open(Path file, String container, List<CodecParameters> streams, Map<String, String> options, FilmTags tags) {
        VideoEncoding video = Objects.requireNonNull(streams.getFirst().video());
        Rational clock = streams.getFirst().timeBase();
        StringBuilder text = new StringBuilder().append(video.widthPx()).append(' ').append(video.heightPx()).append(' ')
                .append(clock.inverted()).append('\n');
        return new Muxer() {
            @Override
            public void write(int stream, EncodedPacket packet) {
                text.append(packet.ptsTicks()).append('\n');
            }

            @Override
            public void finish(Cancellation cancellation) throws MediaException {
                try {
                    Files.writeString(file, text);
                } catch (IOException e) {
                    throw new MediaException(MediaException.Reason.UNWRITABLE, file.toString(), "it cannot be written", e);
                }
            }

            @Override
            public void close() {
                // holds nothing
            }
        };
    }

    @Override
    public PcmReader openPcm(ByteSource source, MediaInfo info, int streamIndex, int sampleRateHz, int channels,
            Cancellation cancellation) {
        throw new AssertionError("a proxy has no sound");
    }

    @Override
    public PcmReader openChannels(ByteSource source, MediaInfo info, int streamIndex, int sampleRateHz, List<Integer> numbers,
            Cancellation cancellation) {
        throw new AssertionError("a proxy has no sound");
    }

    static PictureFormat picture(int widthPx, int heightPx) {
        return PictureFormat.of(widthPx, heightPx, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED);
    }
}
