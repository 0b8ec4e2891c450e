package org.reelbench.media.ffmpeg.internal.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.PcmReader;
import org.reelbench.media.ffmpeg.fixtures.TestMedia;
import org.reelbench.testcard.ClickTrack;

/** Samples by number: at their places, the same however they were reached, and silence where there is nothing. */
class FfmpegPcmReaderTest {

    private static final Cancellation NEVER = new Cancellation();
    private static final int RATE_HZ = 48_000;
    private static final int SECONDS = 9;
    private static final int SOURCE = 3;
    /** Silence asked for on both sides of the sound. */
    private static final int MARGIN = 3000;
    /** Half the length of a click. */
    private static final int CLICK = 960;

    private static Path clicks(int rateHz) {
        return TestMedia.clicks(SOURCE, rateHz, 2, rateHz * SECONDS);
    }

    /** What coders do to the sound: by name, how to encode; all mark their priming. */
    private static Map<String, String> coders() {
        Map<String, String> coders = new TreeMap<>();
        coders.put("float.wav", "-c:a pcm_f32le");
        coders.put("s16.wav", "-c:a pcm_s16le");
        coders.put("s24.mov", "-c:a pcm_s24be");
        coders.put("s16.mka", "-c:a pcm_s16le");
        coders.put("flac.flac", "-c:a flac");
        coders.put("flac.mka", "-c:a flac");
        coders.put("flac.mp4", "-c:a flac");
        coders.put("alac.m4a", "-c:a alac");
        coders.put("aac.m4a", "-c:a aac -b:a 160k");
        coders.put("aac.mka", "-c:a aac -b:a 160k");
        coders.put("low.m4a", "-c:a aac -b:a 48k");
        coders.put("opus.webm", "-c:a libopus -b:a 160k");
        coders.put("opus.ogg", "-c:a libopus -b:a 160k");
        coders.put("vorbis.ogg", "-c:a vorbis -strict -2 -b:a 160k");
        coders.put("vorbis.mka", "-c:a vorbis -strict -2 -b:a 160k");
        coders.put("cbr.mp3", "-c:a libmp3lame -b:a 160k");
        coders.put("vbr.mp3", "-c:a libmp3lame -q:a 3");
        coders.put("ac3.mka", "-c:a ac3 -b:a 192k");
        return coders;
    }

    private static boolean isLossless(String name) {
        return name.startsWith("float") || name.startsWith("s16") || name.startsWith("s24") || name.contains("lac");
    }

    private static Stream<DynamicTest> each(Check check) {
        List<DynamicTest> tests = new ArrayList<>();
        for (int rateHz : new int[] { 48_000, 44_100 }) {
            coders().forEach((name, arguments) -> {
                if (rateHz == RATE_HZ || !name.startsWith("opus")) {
                    tests.add(DynamicTest.dynamicTest(name + " at " + rateHz, () -> {
                        try (Media media = Media.of(TestMedia.sound(rateHz / 1000 + name, clicks(rateHz), arguments))) {
                            check.run(name, rateHz, media);
                        }
                    }));
                }
            });
        }
        return tests.stream();
    }

    /** A test of one file. */
    @FunctionalInterface
    private interface Check {

        void run(String name, int rateHz, Media media) throws Exception;
    }

    private static float[][] straight(Media media) throws Exception {
        float[][] sound = new float[2][RATE_HZ * SECONDS + 2 * MARGIN];
        try (PcmReader reader = media.pcm(RATE_HZ, 2)) {
            reader.read(-MARGIN, sound, 0, sound[0].length, NEVER);
        }
        return sound;
    }

    @TestFactory
    Stream<DynamicTest> everySampleIsAtItsPlace() {
        return each((name, rateHz, media) -> {
            float[][] sound = straight(media);
            float[] made = made();
            for (int second = 1; second < SECONDS; second++) {
                assertEquals(0, lag(sound[0], made, second * RATE_HZ), "click " + second);
            }
            if (isLossless(name)) {
                double error = name.startsWith("s16") ? 1.0 / (1 << 15) : rateHz == RATE_HZ ? 1e-6 : 1e-4;
                assertArrayEquals(made, Arrays.copyOfRange(sound[0], MARGIN, MARGIN + made.length), (float) error);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> whatLiesOutsideIsSilence() {
        return each((name, rateHz, media) -> {
            float[][] sound = straight(media);
            // The filter that changes the rate rings for half its length.
            int ringing = rateHz == RATE_HZ ? 0 : 40;
            for (int i = 0; i < MARGIN - ringing; i++) {
                assertEquals(0, sound[0][i], "sample " + (i - MARGIN));
            }
            // These files do not say that the end of their last packet is padding.
            int padding = name.startsWith("vorbis") || name.matches("(aac|ac3).mka") ? 2048 : 0;
            for (int i = 0; i < MARGIN - ringing - padding; i++) {
                assertEquals(0, sound[1][sound[1].length - 1 - i], "sample " + i + " from the end");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> isTheSameInOddPieces() {
        return each((name, _, media) -> {
            float[][] sound = straight(media);
            float[][] pieces = new float[2][sound[0].length];
            Random random = new Random(7);
            try (PcmReader reader = media.pcm(RATE_HZ, 2)) {
                for (int at = 0; at < pieces[0].length;) {
                    int count = Math.min(pieces[0].length - at, random.nextInt(5000));
                    reader.read(at - MARGIN, pieces, at, count, NEVER);
                    at += count;
                }
            }
            assertSame(name, sound, pieces);
        });
    }

    @TestFactory
    Stream<DynamicTest> isTheSameAfterRandomJumps() {
        return each((name, _, media) -> {
            float[][] sound = straight(media);
            float[][] pieces = new float[2][sound[0].length];
            List<Integer> starts = new ArrayList<>();
            int pieceSamples = 9001;
            for (int at = 0; at < pieces[0].length; at += pieceSamples) {
                starts.add(at);
            }
            Collections.shuffle(starts, new Random(11));
            try (PcmReader reader = media.pcm(RATE_HZ, 2)) {
                for (int at : starts) {
                    reader.read(at - MARGIN, pieces, at, Math.min(pieceSamples, pieces[0].length - at), NEVER);
                }
            }
            assertSame(name, sound, pieces);
        });
    }

    private static void assertSame(String name, float[][] expected, float[][] actual) {
        for (int channel = 0; channel < expected.length; channel++) {
            if (isLossless(name)) {
                assertArrayEquals(expected[channel], actual[channel], "bit for bit");
            } else {
                assertArrayEquals(expected[channel], actual[channel], 1e-6f);
            }
        }
    }

    @Test
    void soundStaysWithThePictureInATransportStream() throws Exception {
        Path file = TestMedia.both("sound.ts", SOURCE, "30", 30 * SECONDS, clicks(RATE_HZ),
                "-c:v libx264 -preset fast -bf 3 -c:a aac -b:a 160k");
        try (Media media = Media.of(file)) {
            int offset = (int) media.video().start().ticksRound(RATE_HZ);
            float[] sound = straight(media)[0];
            float[] made = made();
            for (int second = 1; second < SECONDS; second++) {
                assertEquals(offset, lag(sound, made, second * RATE_HZ), "click " + second);
            }
        }
    }

    @Test
    void anyPairOfRatesKeepsTheTime() throws Exception {
        for (int rateHz : new int[] { 8000, 11_025, 22_050, 32_000, 96_000, 44_056 }) {
            try (Media media = Media.of(clicks(rateHz)); PcmReader reader = media.pcm(RATE_HZ, 1)) {
                float[][] sound = new float[1][RATE_HZ * 3];
                reader.read(RATE_HZ * 2 - MARGIN, sound, 0, sound[0].length, NEVER);
                assertEquals(List.of(2L * RATE_HZ, 3L * RATE_HZ, 4L * RATE_HZ),
                        ClickTrack.clicksOf(SOURCE, sound[0], RATE_HZ * 2L - MARGIN, RATE_HZ), rateHz + " Hz");
            }
        }
        try (Media media = Media.of(clicks(RATE_HZ)); PcmReader reader = media.pcm(44_100, 1)) {
            float[][] sound = new float[1][44_100 * 2];
            reader.read(44_000, sound, 0, sound[0].length, NEVER);
            assertEquals(List.of(44_100L, 88_200L), ClickTrack.clicksOf(SOURCE, sound[0], 44_000, 44_100));
        }
    }

    @Test
    void oneChannelBecomesBothSidesUnchanged() throws Exception {
        Path mono = TestMedia.clicks(SOURCE, RATE_HZ, 1, RATE_HZ);
        try (Media media = Media.of(mono); PcmReader reader = media.pcm(RATE_HZ, 2)) {
            float[][] sound = new float[2][RATE_HZ];
            reader.read(0, sound, 0, RATE_HZ, NEVER);
            assertArrayEquals(sound[0], sound[1]);
            assertArrayEquals(Arrays.copyOf(made(), RATE_HZ), sound[0]);
        }
    }

    @Test
    void twoChannelsBecomeTheirMean() throws Exception {
        assertArrayEquals(new float[] { 0.375f }, fold(1, 0.25f, 0.5f), 1e-6f);
    }

    @Test
    void surroundIsFoldedDownByTheStandard() throws Exception {
        // Left, right, centre, low frequencies, left and right surround.
        float[] sides = fold(2, 0.1f, 0.2f, 0.3f, 0.9f, 0.05f, 0.07f);
        float minus3Db = (float) Math.sqrt(0.5);
        assertArrayEquals(new float[] { 0.1f + minus3Db * 0.3f + minus3Db * 0.05f, 0.2f + minus3Db * 0.3f + minus3Db * 0.07f },
                sides, 1e-6f);
        assertArrayEquals(new float[] { (sides[0] + sides[1]) / 2 }, fold(1, 0.1f, 0.2f, 0.3f, 0.9f, 0.05f, 0.07f), 1e-6f);
    }

    private static float[][] constant(float... levels) {
        float[][] constant = new float[levels.length][RATE_HZ];
        for (int i = 0; i < levels.length; i++) {
            Arrays.fill(constant[i], levels[i]);
        }
        return constant;
    }

    private static float[] fold(int channels, float... levels) throws Exception {
        float[][] sound = new float[channels][100];
        try (Media media = Media.of(new BytesSource(TestMedia.wav(constant(levels), RATE_HZ)));
                PcmReader reader = media.pcm(RATE_HZ, channels)) {
            reader.read(1000, sound, 0, 100, NEVER);
        }
        float[] folded = new float[channels];
        for (int i = 0; i < channels; i++) {
            folded[i] = sound[i][50];
        }
        return folded;
    }

    @Test
    void channelsArePickedOutAsTheyWereRecorded() throws Exception {
        float[] levels = { 0.1f, 0.2f, 0.3f, 0.9f, 0.05f, 0.07f };
        for (int[] picked : new int[][] { { 1, 2 }, { 4 }, { 6, 3 }, { 5, 5 }, { 7, 1 }, { 64 } }) {
            List<Integer> numbers = Arrays.stream(picked).boxed().toList();
            try (Media media = Media.of(new BytesSource(TestMedia.wav(constant(levels), RATE_HZ)));
                    PcmReader reader = media.channels(44_100, numbers)) {
                float[][] sound = new float[picked.length][100];
                reader.read(1000, sound, 0, 100, NEVER);
                for (int i = 0; i < picked.length; i++) {
                    assertEquals(picked[i] <= 6 ? levels[picked[i] - 1] : 0, sound[i][50], 1e-3f, numbers.toString());
                }
            }
        }
        try (Media media = Media.of(clicks(RATE_HZ))) {
            for (List<Integer> none : List.of(List.<Integer>of(), List.of(1, 2, 3), List.of(0))) {
                assertThrows(IllegalArgumentException.class, () -> media.channels(RATE_HZ, none));
            }
        }
    }

    @Test
    void eachOfSeveralStreamsIsReadByItsIndex() throws Exception {
        Path one = TestMedia.clicks(SOURCE, RATE_HZ, 2, RATE_HZ * SECONDS);
        Path other = TestMedia.clicks(SOURCE + 4, 44_100, 1, 44_100 * SECONDS);
        for (String container : List.of("mka", "mov", "m4a")) {
            Path both = TestMedia.copy("streams." + container, one, "", "-i " + other + " -map 0:a -map 1:a -c:a "
                    + (container.equals("m4a") ? "aac" : "pcm_s16le"));
            try (Media media = Media.of(both)) {
                for (int stream = 0; stream < 2; stream++) {
                    float[][] sound = new float[2][3 * RATE_HZ];
                    try (PcmReader reader = media.pcm(stream, RATE_HZ, 2)) {
                        reader.read(RATE_HZ / 2, sound, 0, sound[0].length, NEVER);
                    }
                    for (int voice = 0; voice < 2; voice++) {
                        List<Long> clicks = ClickTrack.clicksOf(SOURCE + 4 * voice, sound[1], RATE_HZ / 2, RATE_HZ);
                        assertEquals(voice == stream ? 3 : 0, clicks.size(), container + " stream " + stream + ": " + clicks);
                    }
                }
            }
        }
    }

    @Test
    void aToneOfAnotherRateIsAsCleanAsItWas() throws Exception {
        for (int[] rates : new int[][] { { 44_100, 48_000 }, { 96_000, 48_000 }, { 48_000, 44_100 }, { 48_000, 96_000 } }) {
            float[][] tone = new float[1][2 * rates[0]];
            for (int i = 0; i < tone[0].length; i++) {
                tone[0][i] = (float) (0.5 * Math.sin(2 * Math.PI * 997 * i / rates[0]));
            }
            try (Media media = Media.of(new BytesSource(TestMedia.wav(tone, rates[0])));
                    PcmReader reader = media.pcm(rates[1], 1)) {
                float[][] sound = new float[1][rates[1]];
                reader.read(rates[1] / 2, sound, 0, rates[1], NEVER);
                double error = 0;
                for (int i = 0; i < rates[1]; i++) {
                    double made = 0.5 * Math.sin(2 * Math.PI * 997 * (i + rates[1] / 2) / rates[1]);
                    error += (sound[0][i] - made) * (sound[0][i] - made);
                }
                double noiseDb = 10 * Math.log10(error / rates[1] / 0.125);
                assertTrue(noiseDb < -70, rates[0] + " to " + rates[1] + ": noise at " + noiseDb + " dB");
            }
        }
    }

    @Test
    void everySampleFormatHasTheSameLevel() throws Exception {
        for (String format : List.of("pcm_u8", "pcm_s16le", "pcm_s24le", "pcm_s32le", "pcm_f32le", "pcm_f64le", "pcm_s64le",
                "pcm_alaw")) {
            String container = format.equals("pcm_s64le") ? "level.nut" : "level.wav";
            try (Media media = Media.of(TestMedia.sound(container, clicks(RATE_HZ), "-c:a " + format));
                    PcmReader reader = media.pcm(RATE_HZ, 1)) {
                float[][] sound = new float[1][RATE_HZ];
                reader.read(RATE_HZ / 2, sound, 0, RATE_HZ, NEVER);
                float error = format.contains("8") || format.contains("law") ? 0.02f : 1f / (1 << 15);
                assertArrayEquals(Arrays.copyOfRange(made(), RATE_HZ / 2, RATE_HZ / 2 + RATE_HZ), sound[0], error, format);
            }
        }
    }

    @Test
    void aGapInTheTimeStampsIsSilenceAndWhatFollowsKeepsItsPlace() throws Exception {
        for (String name : List.of("s16.mka", "flac.flac", "flac.mka", "flac.mp4", "aac.m4a", "aac.mka", "opus.webm",
                "vorbis.mka")) {
            Path whole = TestMedia.sound("48" + name, clicks(RATE_HZ), coders().get(name));
            Path file = TestMedia.copy(name.replace(".flac", ".mka"), whole, "",
                    "-c copy -bsf:a noise=drop='between(pts*tb\\,2.2\\,2.8)'");
            try (Media media = Media.of(file)) {
                float[] sound = straight(media)[0];
                float[] made = made();
                assertEquals(0, lag(sound, made, 2 * RATE_HZ), name);
                assertEquals(0, lag(sound, made, 3 * RATE_HZ), name);
                assertEquals(0, lag(sound, made, 7 * RATE_HZ), name);
                for (int i = 9 * RATE_HZ / 4; i < 11 * RATE_HZ / 4; i++) {
                    assertEquals(0, sound[MARGIN + i], name + " sample " + i);
                }
                try (PcmReader reader = media.pcm(RATE_HZ, 2)) {
                    for (int start : new int[] { 5 * RATE_HZ / 2, RATE_HZ, 4 * RATE_HZ }) {
                        float[][] piece = new float[2][RATE_HZ];
                        reader.read(start, piece, 0, RATE_HZ, NEVER);
                        assertArrayEquals(Arrays.copyOfRange(sound, MARGIN + start, MARGIN + start + RATE_HZ), piece[0], name);
                    }
                }
            }
        }
    }

    @Test
    void damagedPacketsAreSilenceAndTheRestKeepsItsPlace() throws Exception {
        byte[] bytes = BytesSource.read(TestMedia.sound("48flac.mp4", clicks(RATE_HZ), "-c:a flac"));
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 2000, (byte) 0x5A);
        try (Media media = Media.of(new BytesSource(bytes))) {
            float[] sound = straight(media)[0];
            float[] made = made();
            assertEquals(0, lag(sound, made, RATE_HZ));
            assertEquals(0, lag(sound, made, (SECONDS - 1) * RATE_HZ));
        }
    }

    @Test
    void stopsWhenCancelledAndGoesOnLater() throws Exception {
        Cancellation[] current = { new Cancellation() };
        boolean[] cancel = { false };
        BytesSource source = new BytesSource(Files.readAllBytes(clicks(RATE_HZ)), _ -> {
            if (cancel[0]) {
                current[0].cancel();
            }
        });
        try (Media media = Media.of(source); PcmReader reader = media.pcm(RATE_HZ, 2)) {
            float[][] sound = new float[2][2 * RATE_HZ];
            cancel[0] = true;
            assertThrows(CancelledException.class, () -> reader.read(RATE_HZ, sound, 0, 2 * RATE_HZ, current[0]));
            cancel[0] = false;
            reader.read(RATE_HZ, sound, 0, 2 * RATE_HZ, NEVER);
            assertArrayEquals(Arrays.copyOfRange(made(), RATE_HZ, 3 * RATE_HZ), sound[1]);
        }
    }

    @Test
    void saysUnreadableWhenTheBytesStopComing() throws Exception {
        boolean[] broken = { false };
        BytesSource source = new BytesSource(Files.readAllBytes(clicks(RATE_HZ)), _ -> {
            if (broken[0]) {
                throw new IOException("the disk is gone");
            }
        });
        try (Media media = Media.of(source); PcmReader reader = media.pcm(RATE_HZ, 2)) {
            float[][] sound = new float[2][RATE_HZ];
            broken[0] = true;
            MediaException failed = assertThrows(MediaException.class, () -> reader.read(5 * RATE_HZ, sound, 0, RATE_HZ, NEVER));
            assertEquals(Reason.UNREADABLE, failed.reason());
            broken[0] = false;
            reader.read(5 * RATE_HZ, sound, 0, RATE_HZ, NEVER);
            assertArrayEquals(Arrays.copyOfRange(made(), 5 * RATE_HZ, 6 * RATE_HZ), sound[0]);
        }
    }

    @Test
    void refusesArraysThatAreTooShortOrTooFew() throws Exception {
        try (Media media = Media.of(clicks(RATE_HZ)); PcmReader reader = media.pcm(RATE_HZ, 2)) {
            assertThrows(IndexOutOfBoundsException.class, () -> reader.read(0, new float[2][10], 5, 6, NEVER));
            assertThrows(IllegalArgumentException.class, () -> reader.read(0, new float[1][10], 0, 5, NEVER));
            reader.read(0, new float[2][10], 10, 0, NEVER);
        }
    }

    private static float[] made() {
        float[][] made = new float[1][RATE_HZ * SECONDS];
        ClickTrack.fill(SOURCE, RATE_HZ, 0, made, 0, made[0].length);
        return made[0];
    }

    /** How many samples later than made the click at a second comes out, by the best match. */
    private static int lag(float[] sound, float[] made, int second) {
        double best = 0;
        int bestLag = Integer.MIN_VALUE;
        for (int lag = -1500; lag <= 1500; lag++) {
            double sum = 0;
            double power = 1e-9;
            for (int i = 0; i < 2 * CLICK; i++) {
                float sample = sound[MARGIN + second + lag + i];
                sum += sample * made[second + i];
                power += sample * sample;
            }
            double match = sum / Math.sqrt(power);
            if (match > best) {
                best = match;
                bestLag = lag;
            }
        }
        return bestLag;
    }
}
