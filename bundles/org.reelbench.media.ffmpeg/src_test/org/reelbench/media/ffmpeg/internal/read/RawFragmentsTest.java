package org.reelbench.media.ffmpeg.internal.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.box;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.find;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.ints;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.longs;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.PcmReader;
import org.reelbench.media.ffmpeg.fixtures.Fixtures;
import org.reelbench.media.ffmpeg.fixtures.TestMedia;
import org.reelbench.time.RationalTime;

/** Raw sound in fragments that count each of its samples, more of them than FFmpeg is let write out. */
class RawFragmentsTest {

    private static final Cancellation NEVER = new Cancellation();
    private static final int RATE_HZ = 48_000;
    private static final int SECONDS = 400;
    private static final int READ = 1000;

    @TempDir
    private Path folder = Path.of("");

    private static int value(long sample) {
        return (int) (sample * 7919 >>> 3) & 0x7FFF;
    }

    private static Path film() {
        Path model = TestMedia.sound("raw-model.mov", TestMedia.clicks(3, RATE_HZ, 1, RATE_HZ),
                "-c:a pcm_s16le -frag_duration 500000 -movflags frag_keyframe+empty_moov+default_base_moof");
        return Fixtures.file("raw-long.mov", model + " as " + SECONDS + " fragments", target -> {
            byte[] whole = Files.readAllBytes(model);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
                out.write(whole, 0, find(whole, "moof", 0) - 4);
                for (int second = 0; second < SECONDS; second++) {
                    writeFragment(out, second);
                }
            }
        });
    }

    private static void writeFragment(OutputStream out, int second) throws IOException {
        byte[] fragment = fragment(second, 0);
        out.write(fragment(second, fragment.length + 8));
        byte[] samples = new byte[2 * RATE_HZ];
        for (int i = 0; i < RATE_HZ; i++) {
            int value = value((long) second * RATE_HZ + i);
            samples[2 * i] = (byte) value;
            samples[2 * i + 1] = (byte) (value >>> 8);
        }
        out.write(box("mdat", samples));
    }

    /** One run of samples of the default length and size. */
    private static byte[] fragment(int second, int dataOffset) {
        return box("moof", box("mfhd", ints(0, second + 1)),
                box("traf", box("tfhd", ints(0x020018, 1, 1, 2)), box("tfdt", ints(1 << 24), longs((long) second * RATE_HZ)),
                        box("trun", ints(1, RATE_HZ, dataOffset))));
    }

    @Test
    void isReadAsFarAsItGoes() throws Exception {
        ReadMemory memory = new ReadMemory(folder, 1 << 30, 15_000);
        try (FileByteSource source = FileByteSource.open(film())) {
            MediaInfo info = new FfmpegMediaProbe(Media.THREADS).probe(source, NEVER);
            assertEquals(RationalTime.ofSeconds(SECONDS), info.duration());
            try (PacketSource packets = memory.tables().open(source, info, info.streams().getFirst(), Media.THREADS, NEVER)) {
                assertNotNull(packets, "not read by a table");
            }
            try (PcmReader sound = new FfmpegMediaReaders(Media.THREADS, memory).openPcm(source, info, 0, RATE_HZ, 1, NEVER)) {
                for (long at : new long[] { 0, 399L * RATE_HZ, 17_000_000, 47_500, 18_000_123 }) {
                    float[][] read = new float[1][READ];
                    sound.read(at, read, 0, READ, NEVER);
                    for (int i = 0; i < READ; i++) {
                        assertEquals(value(at + i) / 32_768f, read[0][i], "sample " + (at + i));
                    }
                }
            }
        }
    }
}
