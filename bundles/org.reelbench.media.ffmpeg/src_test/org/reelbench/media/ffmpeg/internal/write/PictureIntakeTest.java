package org.reelbench.media.ffmpeg.internal.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoEncoding;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.ffmpeg.internal.read.FfmpegMediaProbe;
import org.reelbench.media.ffmpeg.internal.read.FfmpegMediaReaders;
import org.reelbench.media.ffmpeg.internal.read.ReadThreads;
import org.reelbench.media.ffmpeg.internal.screen.FfmpegScreenConverters;
import org.reelbench.media.ffmpeg.internal.write.Recording.Encoded;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/** Encoders that do not take the composer's pixels get pictures that look the same in theirs. */
class PictureIntakeTest {

    private static final ReadThreads THREADS = new ReadThreads();
    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;
    /** Sky, leaf and brick: luma and both chroma differ, and 601 read as 709 would be off by 10 and more. */
    private static final int[][] COLORS = { { 0x20, 0x60, 0xd0 }, { 0x20, 0xb0, 0x30 }, { 0xc0, 0x40, 0x20 } };

    @TempDir
    Path folder = Path.of("set by the framework");
    private final Cancellation cancellation = new Cancellation();

    @ParameterizedTest
    @CsvSource({ "png, image2, yes", "mjpeg, image2, no", "prores_ks, mov, no", "dnxhd, mov, no", "libopenh264, mp4, no" })
    void colorsStayWhatTheyWere(String encoder, String container, String lossless) throws Exception {
        for (int[] rgb : COLORS) {
            Path file = folder.resolve(encoder + "." + (container.equals("image2") ? "picture" : container));
            Files.deleteIfExists(file);
            Encoded encoded = encode(encoder, rgb);
            if (container.equals("image2")) {
                Files.write(file, encoded.packets().getFirst().data().toArray(ValueLayout.JAVA_BYTE));
            } else {
                Recording.mux(file, container, Map.of(), encoded);
            }
            int[] shown = shown(file);
            for (int i = 0; i < 3; i++) {
                assertEquals(rgb[i], shown[i], lossless.equals("yes") ? 3 : 5, encoder + ": colour " + i);
            }
        }
    }

    @Test
    void mezzaninesSayWhichFlavourTheyAre() throws Exception {
        for (String[] way : new String[][] { { "prores_ks", "profile", "hq", "apch" },
                { "prores_ks", "profile", "proxy", "apco" }, { "dnxhd", "profile", "dnxhr_hq", "AVdh" } }) {
            VideoEncoding encoding = encoding(way[0], Map.of(way[1], way[2]));
            Encoded cards = Recording.cards(encoding, LongStream.range(0, 3).boxed().toList(), List.of(0));
            Path file = Recording.mux(folder.resolve("flavour.mov"), "mov", Map.of(), cards);
            assertEquals(List.of(way[3]), Recording.probe(file, "v", "stream=codec_tag_string"));
        }
    }

    @Test
    void encodersThatNeedADeviceAreListedAndRefuseWhereThereIsNone() {
        FfmpegEncoders encoders = new FfmpegEncoders();
        List<String> hardware = encoders.hardwareNames();
        assertTrue(hardware.containsAll(List.of("h264_nvenc", "h264_vaapi")), hardware::toString);
        for (String name : hardware) {
            assertFalse(encoders.names().contains(name), name);
            if (!Files.exists(Path.of("/dev/dri")) && !Files.exists(Path.of("/dev/nvidia0")) && !name.contains("v4l2")) {
                MediaException refused = assertThrows(MediaException.class,
                        () -> encoders.openVideo(encoding(name, Map.of())).close(), name);
                assertEquals(Reason.NO_ENCODER, refused.reason(), name);
                assertTrue(refused.getMessage().contains(name), refused.getMessage());
            }
        }
    }

    private static VideoEncoding encoding(String encoder, Map<String, String> options) {
        return new VideoEncoding(encoder, WIDTH, HEIGHT, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED, Rational.of(1, 25),
                Rational.of(25, 1), 25, encoder.equals("libopenh264") ? 1_000_000 : 0, 1, new TreeMap<>(options));
    }

    private static Encoded encode(String encoder, int[] rgb) throws Exception {
        Map<String, String> options = switch (encoder) {
        case "dnxhd" -> Map.of("profile", "dnxhr_hq");
        case "mjpeg" -> Map.of("flags", "+qscale", "global_quality", "236");
        default -> Map.of();
        };
        VideoEncoding encoding = encoding(encoder, options);
        List<org.reelbench.media.EncodedPacket> packets = new java.util.ArrayList<>();
        PictureFormat format = PictureFormat.of(WIDTH, HEIGHT, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED);
        try (var open = new FfmpegEncoders().openVideo(encoding);
                MemoryFrame frame = MemoryFrame.allocate(format, RationalTime.ZERO)) {
            double luma = 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
            frame.plane(0).fill((byte) Math.round(16 + luma * 219 / 255));
            frame.plane(1).fill((byte) Math.round(128 + (rgb[2] - luma) / 1.8556 * 224 / 255));
            frame.plane(2).fill((byte) Math.round(128 + (rgb[0] - luma) / 1.5748 * 224 / 255));
            open.encode(frame, 0, true, Recording.keep(packets));
            open.finish(Recording.keep(packets));
            return new Encoded(open.parameters(), packets);
        }
    }

    /** What a screen shows in the middle of the first picture. */
    private int[] shown(Path file) throws Exception {
        try (ByteSource bytes = FileByteSource.open(file)) {
            MediaInfo info = new FfmpegMediaProbe(THREADS).probe(bytes, cancellation);
            int stream = info.video().orElseThrow().index();
            try (FrameReader reader = new FfmpegMediaReaders(THREADS).openFrames(bytes, info, stream, 1, cancellation);
                    VideoFrame frame = reader.frameAt(RationalTime.ZERO, cancellation)) {
                return pixel(frame);
            }
        }
    }

    private static int[] pixel(VideoFrame frame) throws MediaException {
        try (var converter = new FfmpegScreenConverters().open();
                var arena = java.lang.foreign.Arena.ofConfined()) {
            var pixels = arena.allocate(WIDTH * HEIGHT * 4L, 64);
            converter.convert(frame, pixels, WIDTH, HEIGHT, WIDTH * 4);
            long middle = (HEIGHT / 2 * WIDTH + WIDTH / 2) * 4L;
            return new int[] { pixels.get(ValueLayout.JAVA_BYTE, middle + 2) & 0xff,
                    pixels.get(ValueLayout.JAVA_BYTE, middle + 1) & 0xff, pixels.get(ValueLayout.JAVA_BYTE, middle) & 0xff };
        }
    }
}
