package org.reelbench.media.ffmpeg.internal.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.PcmReader;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.ffmpeg.internal.read.FfmpegMediaProbe;
import org.reelbench.media.ffmpeg.internal.read.FfmpegMediaReaders;
import org.reelbench.media.ffmpeg.internal.read.ReadThreads;
import org.reelbench.media.ffmpeg.internal.write.Recording.Encoded;
import org.reelbench.testcard.Reading;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/** What our writers write, our readers read as it was: every frame, every sample, at its time. */
class ReadBackTest {

    private static final ReadThreads THREADS = new ReadThreads();
    private static final int RATE = 48_000;
    private static final int SAMPLES = 10 * RATE + 333;

    private final Path folder;
    private final Cancellation cancellation = new Cancellation();

    ReadBackTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void soundIsWhereItWasFromStartToEnd() throws Exception {
        float[] channel = new float[SAMPLES];
        Bursts.fill(channel, RATE);
        for (String[] way : new String[][] { { "aac", "mp4" }, { "aac", "mov" }, { "libopus", "mp4" }, { "libopus", "webm" },
                { "flac", "mp4" }, { "flac", "flac" }, { "flac", "matroska" }, { "pcm_s16le", "wav" } }) {
            String what = String.join(" in ", way);
            long bitRate = way[0].equals("aac") || way[0].equals("libopus") ? 160_000 : 0;
            AudioEncoding encoding = new AudioEncoding(way[0], RATE, 1, bitRate, new TreeMap<>());
            Encoded sound = Recording.samples(encoding, new float[][] { channel }, 4096);
            Path file = Recording.mux(folder.resolve("sound." + way[1]), way[1], Map.of(), sound);
            try (ByteSource bytes = FileByteSource.open(file)) {
                MediaInfo info = new FfmpegMediaProbe(THREADS).probe(bytes, cancellation);
                assertEquals(RationalTime.ZERO, info.audio().orElseThrow().start(), what);
                float[][] back = new float[1][SAMPLES + RATE];
                try (PcmReader reader = new FfmpegMediaReaders(THREADS).openPcm(bytes, info, 0, RATE, 1, cancellation)) {
                    reader.read(0, back, 0, back[0].length, cancellation);
                }
                for (int second = 0; second < 10; second++) {
                    assertEquals(0, Bursts.shift(back[0], second * RATE), 1, what + " at " + second + " s");
                }
                double length = info.audio().orElseThrow().duration().seconds().toDouble() * RATE;
                // WebM counts in milliseconds, and what Opus puts before the first sample as well.
                assertEquals(SAMPLES, length, switch (way[1]) {
                case "webm" -> 400;
                case "matroska" -> 48;
                default -> 1;
                }, what + " says how long it is");
            }
        }
    }

    @Test
    void everyFrameIsFoundAtItsTime() throws Exception {
        for (String[] way : new String[][] { { "libopenh264", "mp4" }, { "mpeg4", "mov" }, { "libvpx-vp9", "webm" },
                { "ffv1", "matroska" } }) {
            String what = String.join(" in ", way);
            FrameRate rate = FrameRate.of(30_000, 1001);
            Encoded cards = Recording.cards(
                    Recording.encoding(way[0], Rational.of(1001, 30_000), rate.framesPerSecond(), Map.of()),
                    LongStream.range(0, 45).boxed().toList(), List.of(0, 20));
            Path file = Recording.mux(folder.resolve("cards." + way[1]), way[1], Map.of(), cards);
            try (ByteSource bytes = FileByteSource.open(file)) {
                MediaInfo info = new FfmpegMediaProbe(THREADS).probe(bytes, cancellation);
                try (FrameReader reader = new FfmpegMediaReaders(THREADS).openFrames(bytes, info, 0, 1, cancellation)) {
                    for (int n : new int[] { 0, 1, 2, 44, 19, 20, 21, 3, 43 }) {
                        // The middle of a frame: Matroska rounds its times to milliseconds.
                        RationalTime middle = rate.timeOf(n).plus(rate.frameDuration().times(Rational.of(1, 2)));
                        try (VideoFrame frame = reader.frameAt(middle, cancellation)) {
                            Reading reading = TestCard.read(frame);
                            assertTrue(reading.is(Recording.SOURCE, n), what + " frame " + n + ": " + reading);
                        }
                    }
                }
            }
        }
    }
}
