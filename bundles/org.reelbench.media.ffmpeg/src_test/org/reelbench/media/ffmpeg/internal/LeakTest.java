package org.reelbench.media.ffmpeg.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.media.AudioEncoder;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.Cancellation;
import org.reelbench.media.Canvas;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.Composer;
import org.reelbench.media.ComposerInput;
import org.reelbench.media.Composition;
import org.reelbench.media.LayerSpec;
import org.reelbench.media.MediaException;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.Muxer;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.Placement;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.ffmpeg.internal.compose.FfmpegComposers;
import org.reelbench.media.ffmpeg.internal.write.FfmpegEncoders;
import org.reelbench.media.ffmpeg.internal.write.FfmpegMuxers;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/** What is opened and closed a hundred times holds no more memory than before. */
class LeakTest {

    private static final int WARM_UP = 20;
    private static final int ROUNDS = 100;
    /** A leak of one picture a round would be 34 MB. */
    private static final long ALLOWED_BYTES = 12L << 20;
    private static final PictureFormat PICTURE = PictureFormat.of(640, 360, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED);

    private final Path folder;

    LeakTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @FunctionalInterface
    private interface Round {
        void run() throws Exception;
    }

    @Test
    void composers() throws Exception {
        Canvas canvas = new Canvas(640, 360, FrameRate.of(25, 1), ColorDescription.BT709_LIMITED);
        List<LayerSpec> layers = List.of(LayerSpec.opaque(PICTURE, Placement.at(0, 0, 640, 360)),
                new LayerSpec(PICTURE, new Placement(4, 4, 4, 4, 31, 41, 320, 180, 33), true, List.of()),
                new LayerSpec(PICTURE, Placement.at(31, 41, 321, 181), true, List.of()),
                new LayerSpec(PICTURE, Placement.at(0, 0, 640, 360), true, List.of()));
        FfmpegComposers composers = new FfmpegComposers();
        assertFlat(() -> {
            try (MemoryFrame frame = MemoryFrame.allocate(PICTURE, RationalTime.ZERO);
                    Composer composer = composers.open(new Composition(canvas, layers))) {
                for (int n = 0; n < 3; n++) {
                    ComposerInput opaque = new ComposerInput(frame, 1, RationalTime.ZERO);
                    ComposerInput half = new ComposerInput(frame, (n + 1) / 4.0, RationalTime.ZERO);
                    try (VideoFrame composed = composer.compose(n, List.of(opaque, half, half, half))) {
                        composed.retain().close();
                    }
                }
            }
        });
    }

    @Test
    void encodersAndMuxersFinishedOrNot() throws Exception {
        int[] round = new int[1];
        assertFlat(() -> record(round[0]++ % 2 == 0));
    }

    @Test
    void refusals() throws Exception {
        FfmpegComposers composers = new FfmpegComposers();
        assertFlat(() -> {
            refused(() -> new FfmpegEncoders().openVideo(encoding(new TreeMap<>(Map.of("rubbish", "1")))).close());
            try (VideoEncoder encoder = new FfmpegEncoders().openVideo(encoding(new TreeMap<>()))) {
                refused(() -> new FfmpegMuxers()
                        .open(folder.resolve("x"), "mp4", List.of(encoder.parameters()), Map.of("rubbish", "1")).close());
            }
            Canvas canvas = new Canvas(640, 360, FrameRate.of(25, 1), ColorDescription.BT709_LIMITED);
            refused(() -> composers.open(new Composition(canvas, List.of(LayerSpec.opaque(PICTURE, Placement.at(0, 0, 640, 360)),
                    LayerSpec.opaque(PICTURE, Placement.at(0, 0, 1_000_000, 1_000_000))))).close());
        });
    }

    private static void refused(Round round) throws Exception {
        try {
            round.run();
        } catch (MediaException e) {
            return;
        }
        throw new AssertionError("was not refused");
    }

    private static VideoEncoding encoding(TreeMap<String, String> options) {
        return new VideoEncoding("libopenh264", 640, 360, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED, Rational.of(1, 25),
                Rational.of(25, 1), 25, 500_000, 1, options);
    }

    private void record(boolean finish) throws Exception {
        try (MemoryFrame frame = MemoryFrame.allocate(PICTURE, RationalTime.ZERO);
                VideoEncoder pictures = new FfmpegEncoders().openVideo(encoding(new TreeMap<>()));
                AudioEncoder sound = new FfmpegEncoders()
                        .openAudio(new AudioEncoding("aac", 48_000, 2, 128_000, new TreeMap<>()));
                Muxer muxer = new FfmpegMuxers().open(folder.resolve("x.mp4"), "mp4",
                        List.of(pictures.parameters(), sound.parameters()), Map.of())) {
            for (int n = 0; n < 5; n++) {
                pictures.encode(frame, n, n == 0, p -> muxer.write(0, p));
            }
            sound.encode(new float[2][9600], 0, 9600, p -> muxer.write(1, p));
            if (finish) {
                pictures.finish(p -> muxer.write(0, p));
                sound.finish(p -> muxer.write(1, p));
                muxer.finish(new Cancellation());
            }
        }
    }

    private static void assertFlat(Round round) throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/statm")), "only Linux tells the resident memory there");
        for (int i = 0; i < WARM_UP; i++) {
            round.run();
        }
        long before = residentBytes();
        for (int i = 0; i < ROUNDS; i++) {
            round.run();
        }
        long grown = residentBytes() - before;
        assertTrue(grown < ALLOWED_BYTES, "grew by " + grown / 1024 + " KiB");
    }

    private static long residentBytes() throws IOException {
        System.gc();
        Pointer.trimMemory();
        return Long.parseLong(Files.readString(Path.of("/proc/self/statm")).split(" ")[1]) * 4096;
    }
}
