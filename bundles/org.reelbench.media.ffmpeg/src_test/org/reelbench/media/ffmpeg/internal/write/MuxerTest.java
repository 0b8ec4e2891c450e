package org.reelbench.media.ffmpeg.internal.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.CodecParameters;
import org.reelbench.media.EncodedPacket;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.Muxer;
import org.reelbench.media.ffmpeg.internal.write.Recording.Encoded;
import org.reelbench.testcard.Reading;
import org.reelbench.time.Rational;

/** Muxers, judged by what the {@code ffmpeg} program reads, and by how they fail. */
class MuxerTest {

    private static final int RATE = 48_000;

    private final Path folder;
    private final FfmpegMuxers muxers = new FfmpegMuxers();

    MuxerTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void picturesAndSoundStayTogetherFromStartToEnd() throws Exception {
        int frames = 300;
        float[] channel = new float[10 * RATE];
        Bursts.fill(channel, RATE);
        for (String[] way : new String[][] { { "mp4", "libopenh264", "aac" }, { "mov", "mpeg4", "pcm_s16le" },
                { "webm", "libvpx", "libopus" }, { "matroska", "ffv1", "flac" }, { "mp4", "libopenh264", "libopus" } }) {
            String what = String.join(" ", way);
            Encoded pictures = Recording.cards(Recording.encoding(way[1]), LongStream.range(0, frames).boxed().toList(),
                    List.of(0, 150));
            Encoded sound = Recording.samples(
                    new AudioEncoding(way[2], RATE, 1, way[2].equals("flac") ? 0 : 128_000, new TreeMap<>()),
                    new float[][] { channel }, RATE);
            // Each stream as a whole, one after the other: to put them in order is the muxer's business.
            Path file = Recording.mux(folder.resolve("both." + way[0]), way[0], Map.of(), pictures, sound);
            List<Reading> readings = Recording.readCards(file);
            assertEquals(frames, readings.size(), what);
            for (int n = 0; n < frames; n += 29) {
                assertTrue(readings.get(n).is(Recording.SOURCE, n), what + " frame " + n);
            }
            float[] back = Recording.readSound(file, 1)[0];
            for (int second = 0; second < 10; second++) {
                assertEquals(0, Bursts.shift(back, second * RATE), 1, what + " at " + second + " s");
            }
            assertInterleaved(Recording.probe(file, "", "packet=stream_index,dts_time,pos"), what);
        }
    }

    private static void assertInterleaved(List<String> packets, String what) {
        double[] last = new double[2];
        for (String packet : packets) {
            String[] fields = packet.split(",");
            last[Integer.parseInt(fields[0])] = Double.parseDouble(fields[1]);
            assertEquals(last[0], last[1], 1.1, what + ": streams lie side by side in the file");
        }
    }

    @Test
    void aFastStartPutsTheIndexFirst() throws Exception {
        Encoded cards = Recording.cards(Recording.encoding("libopenh264"), LongStream.range(0, 30).boxed().toList(), List.of(0));
        String late = Files.readString(Recording.mux(folder.resolve("late.mp4"), "mp4", Map.of(), cards),
                StandardCharsets.ISO_8859_1);
        String early = Files.readString(
                Recording.mux(folder.resolve("early.mp4"), "mp4", Map.of("movflags", "+faststart"), cards),
                StandardCharsets.ISO_8859_1);
        assertTrue(late.indexOf("moov") > late.indexOf("mdat"));
        assertTrue(early.indexOf("moov") < early.indexOf("mdat"));
        assertEquals(30, Recording.readCards(folder.resolve("early.mp4")).size());
    }

    @Test
    void movingTheIndexToTheFrontCanBeCancelled() throws Exception {
        Encoded sound = Recording.samples(Recording.sound("pcm_s16le", 2), new float[2][RATE], RATE);
        Path file = folder.resolve("cancelled.mov");
        Cancellation cancellation = new Cancellation();
        try (Muxer muxer = muxers.open(file, "mov", List.of(sound.parameters()), Map.of("movflags", "+faststart"))) {
            // 115 MB: long enough to move that somebody can change his mind meanwhile.
            for (int second = 0; second < 600; second++) {
                for (EncodedPacket packet : sound.packets()) {
                    muxer.write(0, new EncodedPacket(packet.ptsTicks() + second * RATE, packet.dtsTicks() + second * RATE,
                            packet.durationTicks(), packet.sync(), 0, packet.data()));
                }
            }
            Thread writer = Thread.currentThread();
            Thread other = Thread.ofPlatform().start(() -> {
                while (Arrays.stream(writer.getStackTrace()).noneMatch(at -> at.getMethodName().equals("av_write_trailer"))) {
                    Thread.onSpinWait();
                }
                cancellation.cancel();
            });
            assertThrows(CancelledException.class, () -> muxer.finish(cancellation));
            other.join();
        }
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(1 << 16), StandardCharsets.ISO_8859_1);
            assertFalse(head.contains("moov"), "the index was not moved to the end of the moving");
        }
    }

    @Test
    void aFileIsReplaced() throws Exception {
        Encoded cards = Recording.cards(Recording.encoding("libopenh264"), List.of(0L, 1L), List.of(0));
        Path file = folder.resolve("Schöne Aufnahme: 1 %d.mp4");
        Files.write(file, new byte[1_000_000]);
        Recording.mux(file, "mp4", Map.of(), cards);
        assertTrue(Files.size(file) < 1_000_000);
        assertEquals(2, Recording.readCards(file).size());
    }

    @Test
    void whatCannotBeWrittenIsSaidWithTheFilesName() throws Exception {
        Encoded cards = Recording.cards(Recording.encoding("libopenh264"), List.of(0L, 1L), List.of(0));
        Encoded sound = Recording.samples(Recording.sound("flac", 1), new float[1][100], 100);
        List<CodecParameters> pictures = List.of(cards.parameters());
        assertFails(Reason.UNWRITABLE, folder.resolve("no/such/folder.mp4"), "mp4", pictures, Map.of(), "folder");
        assertFails(Reason.UNWRITABLE, folder, "mp4", pictures, Map.of(), folder.toString());
        assertFails(Reason.UNSUPPORTED, folder.resolve("a.hls"), "hls", pictures, Map.of(), "webm");
        assertFails(Reason.UNSUPPORTED, folder.resolve("a.webm"), "webm", pictures, Map.of(), "h264");
        assertFails(Reason.UNSUPPORTED, folder.resolve("a.webm"), "webm", List.of(sound.parameters()), Map.of(), "flac");
        assertFails(Reason.UNSUPPORTED, folder.resolve("a.mp4"), "mp4", pictures, Map.of("rubbish", "1"), "rubbish");
        assertFails(Reason.UNSUPPORTED, folder.resolve("a.mp4"), "mp4", List.of(), Map.of(), "stream");
        CodecParameters odd = new CodecParameters("no-such-codec", Rational.of(1, 25), new byte[0], cards.parameters().video(),
                null, 0, 0);
        assertFails(Reason.UNSUPPORTED, folder.resolve("a.mp4"), "mp4", List.of(odd), Map.of(), "no-such-codec");
    }

    private void assertFails(Reason reason, Path file, String container, List<CodecParameters> streams,
            Map<String, String> options, String word) {
        MediaException failed = assertThrows(MediaException.class, () -> muxers.open(file, container, streams, options).close());
        assertEquals(reason, failed.reason(), failed.getMessage());
        assertTrue(failed.getMessage().contains(word) && failed.medium().equals(file.toString()), failed.getMessage());
    }

    @Test
    void aFullDiskIsSaid() throws Exception {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.isWritable(full), "only Linux has a disk that is always full");
        Encoded sound = Recording.samples(Recording.sound("pcm_s16le", 2), new float[2][10 * RATE], RATE);
        Encoded cards = Recording.cards(Recording.encoding("mpeg4"), LongStream.range(0, 20).boxed().toList(), List.of(0));
        for (String container : List.of("wav", "matroska", "mov")) {
            MediaException failed = assertThrows(MediaException.class,
                    () -> Recording.mux(full, container, Map.of(), container.equals("wav") ? sound : cards), container);
            assertEquals(Reason.DISK_FULL, failed.reason(), failed.getMessage());
            assertTrue(failed.getMessage().contains("/dev/full"), failed.getMessage());
        }
        // So little that it all waits in the buffer until the end.
        Encoded little = Recording.samples(Recording.sound("pcm_s16le", 1), new float[1][10], 10);
        assertEquals(Reason.DISK_FULL,
                assertThrows(MediaException.class, () -> Recording.mux(full, "wav", Map.of(), little)).reason());
    }

    @Test
    void closingUnfinishedIsHarmless() throws Exception {
        Encoded cards = Recording.cards(Recording.encoding("libopenh264"), LongStream.range(0, 30).boxed().toList(), List.of(0));
        Path file = folder.resolve("unfinished.mp4");
        Muxer muxer = muxers.open(file, "mp4", List.of(cards.parameters()), Map.of());
        for (EncodedPacket packet : cards.packets()) {
            muxer.write(0, packet);
        }
        muxer.close();
        muxer.close();
        assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains("moov"));
        assertThrows(IllegalStateException.class, () -> muxer.finish(new Cancellation()));
    }
}
