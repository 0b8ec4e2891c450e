package org.reelbench.media.ffmpeg.internal.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.EncodedPacket;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.ffmpeg.internal.write.Recording.Encoded;

/** Encoders of sound, judged by what the {@code ffmpeg} program decodes. */
class AudioEncoderTest {

    private static final int RATE = 48_000;

    private final Path folder;

    AudioEncoderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void losslessCodecsGiveEverySampleBack() throws Exception {
        for (int count : new int[] { 1, 1023, 4608, 50_001 }) {
            for (int channels = 1; channels <= 2; channels++) {
                float[][] samples = noise(channels, count);
                assertSame(samples, decoded("flac", "mp4", samples));
                assertSame(samples, decoded("flac", "flac", samples));
                assertSame(samples, decoded("pcm_s16le", "wav", samples));
                assertSame(samples, decoded("pcm_s16le", "mov", samples));
            }
        }
    }

    private float[][] decoded(String encoder, String container, float[][] samples) throws Exception {
        Encoded sound = Recording.samples(Recording.sound(encoder, samples.length), samples, 777, 1, 5000);
        assertTrue(sound.packets().stream().allMatch(p -> p.trimEndSamples() == 0), "nothing of a lossless codec is padding");
        return Recording.readSound(Recording.mux(folder.resolve("lossless." + container), container, Map.of(), sound),
                samples.length);
    }

    private static void assertSame(float[][] expected, float[][] actual) {
        for (int channel = 0; channel < expected.length; channel++) {
            assertArrayEquals(expected[channel], actual[channel]);
        }
    }

    /** Samples that sixteen bits can hold. */
    private static float[][] noise(int channels, int count) {
        Random random = new Random(7);
        float[][] samples = new float[channels][count];
        for (float[] channel : samples) {
            for (int i = 0; i < count; i++) {
                channel[i] = (short) random.nextInt() / 32768f;
            }
        }
        return samples;
    }

    @Test
    void sixteenBitsAreRoundedAndClipped() {
        assertEquals(0, SampleFormat.s16(0.4f / 32768));
        assertEquals(1, SampleFormat.s16(0.6f / 32768));
        assertEquals(-1, SampleFormat.s16(-0.6f / 32768));
        assertEquals(32767, SampleFormat.s16(1f));
        assertEquals(32767, SampleFormat.s16(77f));
        assertEquals(-32768, SampleFormat.s16(-1f));
        assertEquals(-32768, SampleFormat.s16(Float.NEGATIVE_INFINITY));
        assertEquals(0, SampleFormat.s16(Float.NaN));
    }

    @Test
    void howSamplesAreHandedOverDoesNotMatter() throws Exception {
        float[][] samples = clicks(2, 30_000);
        for (String encoder : List.of("aac", "libopus", "flac", "pcm_s16le")) {
            List<EncodedPacket> whole = Recording.samples(Recording.sound(encoder, 2), samples, 30_000).packets();
            List<EncodedPacket> pieces = Recording.samples(Recording.sound(encoder, 2), samples, 1, 1023, 1025, 4000, 3)
                    .packets();
            assertEquals(whole.size(), pieces.size(), encoder);
            for (int i = 0; i < whole.size(); i++) {
                assertEquals(whole.get(i).ptsTicks(), pieces.get(i).ptsTicks());
                assertEquals(-1, whole.get(i).data().mismatch(pieces.get(i).data()), encoder + " packet " + i);
            }
        }
    }

    @Test
    void lossyCodecsPutEveryClickWhereItWas() throws Exception {
        // Ten seconds and a bit, so that the last block is short.
        int count = 10 * RATE + 333;
        float[][] samples = clicks(2, count);
        for (String[] way : new String[][] { { "aac", "mp4" }, { "aac", "mov" }, { "libopus", "mp4" }, { "libopus", "webm" },
                { "libopus", "matroska" } }) {
            AudioEncoding encoding = new AudioEncoding(way[0], RATE, 2, 160_000, new TreeMap<>());
            Encoded sound = Recording.samples(encoding, samples, 4096);
            EncodedPacket last = sound.packets().getLast();
            assertEquals(-sound.parameters().initialPaddingSamples(), sound.packets().getFirst().ptsTicks());
            assertEquals(count, last.ptsTicks() + last.durationTicks(), way[0]);
            assertEquals(sound.parameters().frameSamples() - last.durationTicks(), last.trimEndSamples(), way[0]);
            float[][] back = Recording.readSound(Recording.mux(folder.resolve(way[0] + "." + way[1]), way[1], Map.of(), sound),
                    2);
            // The program drops the end's padding in Matroska; in MP4 it decodes whole blocks, whatever the durations say.
            int padding = way[1].equals("mp4") || way[1].equals("mov") ? last.trimEndSamples() : 0;
            assertEquals(count + padding, back[0].length, 1, String.join(" in ", way) + " keeps the length");
            for (float[] channel : back) {
                for (int second = 0; second < 10; second++) {
                    assertEquals(0, Bursts.shift(channel, second * RATE), 1, String.join(" in ", way) + " at " + second + " s");
                }
            }
        }
    }

    @Test
    void veryShortSoundIsKept() throws Exception {
        for (String encoder : List.of("aac", "libopus")) {
            for (int count : new int[] { 1, 100, 1024 }) {
                Encoded sound = Recording.samples(Recording.sound(encoder, 1), new float[1][count], 1024);
                EncodedPacket last = sound.packets().getLast();
                assertEquals(-sound.parameters().initialPaddingSamples(), sound.packets().getFirst().ptsTicks(), encoder);
                assertEquals(count, last.ptsTicks() + last.durationTicks(), encoder);
                assertEquals(sound.parameters().frameSamples() - last.durationTicks(), last.trimEndSamples(), encoder);
            }
        }
        assertEquals(List.of(), Recording.samples(Recording.sound("flac", 1), new float[1][0], 1).packets());
    }

    @Test
    void whatCannotBeIsRefusedByName() {
        assertRefused("no-such-encoder", new AudioEncoding("no-such-encoder", RATE, 2, 0, new TreeMap<>()));
        assertRefused("libopenh264", new AudioEncoding("libopenh264", RATE, 2, 0, new TreeMap<>()));
        assertRefused("44100", new AudioEncoding("libopus", 44_100, 2, 0, new TreeMap<>()));
        assertRefused("rubbish", new AudioEncoding("aac", RATE, 2, 0, new TreeMap<>(Map.of("rubbish", "1"))));
    }

    private static void assertRefused(String word, AudioEncoding encoding) {
        MediaException refused = assertThrows(MediaException.class, () -> new FfmpegEncoders().openAudio(encoding).close());
        assertEquals(Reason.NO_ENCODER, refused.reason());
        assertTrue(refused.getMessage().contains(word), refused.getMessage());
    }

    private static float[][] clicks(int channels, int count) {
        float[][] samples = new float[channels][count];
        for (float[] channel : samples) {
            Bursts.fill(channel, RATE);
        }
        return samples;
    }
}
