package org.reelbench.media.ffmpeg.internal.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reelbench.media.ffmpeg.internal.write.Recording.HEIGHT;
import static org.reelbench.media.ffmpeg.internal.write.Recording.SOURCE;
import static org.reelbench.media.ffmpeg.internal.write.Recording.WIDTH;
import static org.reelbench.media.ffmpeg.internal.write.Recording.encoding;

import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.media.AudioEncoder;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.ColorDescription.Matrix;
import org.reelbench.media.ColorDescription.Range;
import org.reelbench.media.EncodedPacket;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;
import org.reelbench.media.ffmpeg.internal.FfmpegFrame;
import org.reelbench.media.ffmpeg.internal.write.Recording.Encoded;
import org.reelbench.testcard.Reading;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/** Encoders of pictures, judged by what the {@code ffmpeg} program decodes. */
class VideoEncoderTest {

    private static final Map<String, String> CONTAINERS = Map.of("libopenh264", "mp4", "libx264", "mp4", "mpeg4", "mp4",
            "libvpx-vp9", "webm", "libvpx", "webm", "ffv1", "matroska");

    private final Path folder;

    /** Encoders that other tests look at, because they take other pixels, sizes or files. */
    private static final List<String> PICTURES_OF_THEIR_OWN = List.of("libsvtav1", "prores_ks", "dnxhd", "mjpeg", "png");
    private final FfmpegEncoders encoders = new FfmpegEncoders();

    VideoEncoderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void theEncodersListedOpen() throws Exception {
        List<String> names = encoders.names();
        assertTrue(names.containsAll(
                List.of("libopenh264", "mpeg4", "libsvtav1", "libvpx-vp9", "libvpx", "prores_ks", "dnxhd", "ffv1", "mjpeg", "png",
                        "aac", "libopus", "flac", "pcm_s16le", "pcm_s24le")),
                names.toString());
        for (String name : names) {
            if (CONTAINERS.containsKey(name)) {
                try (VideoEncoder encoder = encoders.openVideo(encoding(name))) {
                    assertEquals(0, encoder.parameters().initialPaddingSamples());
                }
            } else if (!PICTURES_OF_THEIR_OWN.contains(name)) {
                try (AudioEncoder encoder = encoders.openAudio(Recording.sound(name, 2))) {
                    assertEquals(Rational.of(1, 48_000), encoder.parameters().timeBase());
                }
            }
        }
    }

    @Test
    void everyEncoderKeepsEveryFrameAndItsTime() throws Exception {
        for (String name : encoders.names()) {
            String container = CONTAINERS.get(name);
            if (container == null) {
                continue;
            }
            Encoded cards = Recording.cards(encoding(name, Rational.of(1001, 30_000), Rational.of(30_000, 1001), Map.of()),
                    range(40), List.of(0));
            List<EncodedPacket> packets = cards.packets();
            assertEquals(range(40), packets.stream().map(EncodedPacket::ptsTicks).toList(), name);
            assertEquals(range(40), packets.stream().map(EncodedPacket::dtsTicks).toList(),
                    name + " has no B-frames unless asked");
            assertTrue(packets.stream().allMatch(p -> p.durationTicks() == 1), name + ": each lasts a tick");
            assertTrue(packets.getFirst().sync());
            Path file = Recording.mux(folder.resolve(name + "." + container), container, Map.of(), cards);
            assertCards(40, Recording.readCards(file), name);
            if (container.equals("mp4")) {
                assertEquals(LongStream.range(0, 40).mapToObj(n -> Long.toString(n * 1001)).toList(),
                        Recording.probe(file, "v", "packet=pts"), name);
            }
        }
    }

    private static void assertCards(int count, List<Reading> readings, String what) {
        assertEquals(count, readings.size(), what);
        for (int n = 0; n < count; n++) {
            assertTrue(readings.get(n).is(SOURCE, n), what + " frame " + n + ": " + readings.get(n));
        }
    }

    private static List<Long> range(int count) {
        return LongStream.range(0, count).boxed().toList();
    }

    @Test
    void syncSamplesAreWhereTheyWereAskedForAndNowhereElse() throws Exception {
        for (String name : encoders.names()) {
            if (!CONTAINERS.containsKey(name) || name.equals("ffv1")) {
                continue;
            }
            Map<String, String> still = name.equals("libx264")
                    ? Map.of("sc_threshold", "0")
                    : name.startsWith("libvpx") ? Map.of("lag-in-frames", "0") : Map.of();
            Encoded cards = Recording.cards(encoding(name, Rational.of(1, 30), Rational.of(30, 1), still), range(30),
                    List.of(0, 7, 8, 20));
            List<Integer> syncs = new ArrayList<>();
            for (int i = 0; i < cards.packets().size(); i++) {
                if (cards.packets().get(i).sync()) {
                    syncs.add(i);
                }
            }
            assertEquals(List.of(0, 7, 8, 20), syncs, name);
        }
    }

    @Test
    void theLongestGopIsKept() throws Exception {
        VideoEncoding gop = new VideoEncoding("libopenh264", WIDTH, HEIGHT, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED,
                Rational.of(1, 30), Rational.of(30, 1), 12, 400_000, 1, new TreeMap<>());
        List<EncodedPacket> packets = Recording.cards(gop, range(30), List.of()).packets();
        for (int i = 0; i < packets.size(); i++) {
            assertEquals(i % 12 == 0, packets.get(i).sync(), "packet " + i);
        }
    }

    @Test
    void bFramesComeWhenAskedFor() throws Exception {
        Encoded cards = Recording.cards(encoding("mpeg4", Rational.of(1, 30), Rational.of(30, 1), Map.of("bf", "2")), range(31),
                List.of(0));
        assertTrue(cards.packets().stream().anyMatch(p -> p.dtsTicks() < p.ptsTicks()));
        Path file = Recording.mux(folder.resolve("b.mp4"), "mp4", Map.of(), cards);
        assertCards(31, Recording.readCards(file), "with B-frames");
    }

    @Test
    void irregularTimeStampsComeBackExactly() throws Exception {
        List<Long> pts = List.of(0L, 3003L, 3004L, 9000L, 90_000L, 90_450L, 99_999L, 180_001L, 180_002L, 200_000L);
        for (String encoder : List.of("libopenh264", "libvpx-vp9")) {
            Encoded cards = Recording.cards(encoding(encoder, Rational.of(1, 90_000), Rational.ZERO, Map.of()), pts, List.of(0));
            assertEquals(pts, cards.packets().stream().map(EncodedPacket::ptsTicks).toList());
            Path file = Recording.mux(folder.resolve("vfr.mp4"), "mp4", Map.of(), cards);
            assertEquals(List.of("1/90000"), Recording.probe(file, "v", "stream=time_base"));
            assertEquals(pts.stream().map(String::valueOf).toList(), Recording.probe(file, "v", "packet=pts"));
            assertCards(pts.size(), Recording.readCards(file), encoder);
        }
    }

    @Test
    void theStreamSaysWhatItsNumbersMean() throws Exception {
        for (ColorDescription color : List.of(ColorDescription.BT709_LIMITED, new ColorDescription(Matrix.BT601, Range.FULL),
                new ColorDescription(Matrix.BT2020, Range.LIMITED))) {
            VideoEncoding encoding = new VideoEncoding("libopenh264", WIDTH, HEIGHT, PixelFormat.YUV420P, color,
                    Rational.of(1, 30), Rational.of(30, 1), 30, 400_000, 1, new TreeMap<>());
            Path file = Recording.mux(folder.resolve("color.mp4"), "mp4", Map.of(),
                    Recording.cards(encoding, range(3), List.of(0)));
            String said = Recording.probe(file, "v", "stream=color_range,color_space,color_transfer,color_primaries").getFirst();
            assertEquals(switch (color.matrix()) {
            case BT601 -> "pc,smpte170m,smpte170m,smpte170m";
            case BT709 -> "tv,bt709,bt709,bt709";
            case BT2020 -> "tv,bt2020nc,bt2020-10,bt2020";
            case RGB -> "";
            }, said);
        }
    }

    @Test
    void aPngPacketIsAPngFile() throws Exception {
        PictureFormat format = PictureFormat.of(20, 10, PixelFormat.RGBA, new ColorDescription(Matrix.RGB, Range.FULL));
        VideoEncoding encoding = new VideoEncoding("png", 20, 10, PixelFormat.RGBA, format.color(), Rational.of(1, 1),
                Rational.ONE, 1, 0, 1, new TreeMap<>());
        List<EncodedPacket> packets = new ArrayList<>();
        try (VideoEncoder encoder = encoders.openVideo(encoding);
                MemoryFrame frame = MemoryFrame.allocate(format, RationalTime.ZERO)) {
            frame.plane(0).fill((byte) 99);
            encoder.encode(frame, 0, true, Recording.keep(packets));
            encoder.finish(Recording.keep(packets));
        }
        byte[] bytes = packets.getFirst().data().toArray(ValueLayout.JAVA_BYTE);
        assertEquals(1, packets.size());
        assertArrayEquals(new byte[] { (byte) 0x89, 'P', 'N', 'G' }, Arrays.copyOf(bytes, 4));
    }

    @Test
    void framesOfAnyKindEncodeAlike() throws Exception {
        PictureFormat format = PictureFormat.of(WIDTH, HEIGHT, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED);
        List<EncodedPacket> fromMemory = Recording.cards(encoding("mpeg4"), range(5), List.of(0)).packets();
        List<EncodedPacket> fromLibrary = new ArrayList<>();
        try (VideoEncoder encoder = encoders.openVideo(encoding("mpeg4"))) {
            for (int n = 0; n < 5; n++) {
                try (FfmpegFrame frame = FfmpegFrame.allocate(format, RationalTime.ZERO)) {
                    TestCard.draw(frame, SOURCE, n);
                    encoder.encode(frame, n, n == 0, Recording.keep(fromLibrary));
                }
            }
            encoder.finish(Recording.keep(fromLibrary));
        }
        for (int n = 0; n < 5; n++) {
            assertEquals(-1, fromMemory.get(n).data().mismatch(fromLibrary.get(n).data()));
        }
    }

    @Test
    void whatCannotBeIsRefusedByName() throws Exception {
        assertRefused("no-such-encoder", encoding("no-such-encoder"));
        assertRefused("aac", encoding("aac"));
        assertRefused("rubbish", encoding("libopenh264", Rational.of(1, 30), Rational.of(30, 1), Map.of("rubbish", "1")));
        assertRefused("90001", encoding("mpeg4", Rational.of(1, 90_001), Rational.ZERO, Map.of()));
        PictureFormat other = PictureFormat.of(32, 32, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED);
        try (VideoEncoder encoder = encoders.openVideo(encoding("mpeg4"));
                MemoryFrame small = MemoryFrame.allocate(other, RationalTime.ZERO)) {
            MediaException refused = assertThrows(MediaException.class, () -> encoder.encode(small, 0, true, _ -> {
            }));
            assertTrue(refused.getMessage().contains("160x90") && refused.getMessage().contains("32"), refused.getMessage());
        }
    }

    @Test
    void timeStampsRise() throws Exception {
        PictureFormat format = PictureFormat.of(WIDTH, HEIGHT, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED);
        try (VideoEncoder encoder = encoders.openVideo(encoding("mpeg4"));
                MemoryFrame frame = MemoryFrame.allocate(format, RationalTime.ZERO)) {
            encoder.encode(frame, 10, true, _ -> {
            });
            assertThrows(IllegalArgumentException.class, () -> encoder.encode(frame, 10, false, _ -> {
            }));
            encoder.finish(_ -> {
            });
            assertThrows(IllegalStateException.class, () -> encoder.encode(frame, 11, false, _ -> {
            }));
        }
    }

    @Test
    void whatTheSinkThrowsComesThrough() throws Exception {
        PictureFormat format = PictureFormat.of(WIDTH, HEIGHT, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED);
        MediaException full = new MediaException(Reason.DISK_FULL, "x", "full");
        try (VideoEncoder encoder = encoders.openVideo(encoding("libopenh264"));
                MemoryFrame frame = MemoryFrame.allocate(format, RationalTime.ZERO)) {
            assertEquals(full, assertThrows(MediaException.class, () -> encoder.encode(frame, 0, true, _ -> {
                throw full;
            })));
        }
    }

    private void assertRefused(String word, VideoEncoding encoding) {
        MediaException refused = assertThrows(MediaException.class, () -> encoders.openVideo(encoding).close());
        assertEquals(Reason.NO_ENCODER, refused.reason());
        assertTrue(refused.getMessage().contains(word), refused.getMessage());
    }
}
