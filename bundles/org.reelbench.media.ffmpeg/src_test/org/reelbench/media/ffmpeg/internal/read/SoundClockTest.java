package org.reelbench.media.ffmpeg.internal.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.reelbench.media.Cancellation;
import org.reelbench.media.PcmReader;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.media.ffmpeg.fixtures.TestMedia;
import org.reelbench.testcard.ClickTrack;
import org.reelbench.time.RationalTime;

/** The clicks of odd media are heard when they were made, by the sample, and with their pictures. */
class SoundClockTest {

    private static final int SOURCE = 7;
    private static final int RATE_HZ = 48_000;
    private static final int SECONDS = 5;
    private static final String X264 = "-c:v libx264 -preset fast -pix_fmt yuv420p -bf 2 -g 24 ";

    /**
     * A file and where its first click of the second second is heard.
     *
     * @param name the name in test reports
     * @param file the file
     * @param laterSamples how many samples later than made its sound is heard
     * @param pictures when its pictures begin
     */
    private record Heard(String name, Path file, int laterSamples, RationalTime pictures) {
    }

    private static Path clicks(int rateHz) {
        return TestMedia.clicks(SOURCE, rateHz, 2, rateHz * SECONDS);
    }

    private static Heard alone(String name, String arguments) {
        return new Heard(name, TestMedia.sound("clock-" + name, clicks(RATE_HZ), arguments), 0, RationalTime.ZERO);
    }

    private static Heard both(String name, String arguments) {
        return late(name, arguments, "", 0, RationalTime.ZERO);
    }

    private static Heard late(String name, String arguments, String filters, int laterSamples, RationalTime pictures) {
        Path file = TestMedia.both("clock-" + name, SOURCE, "25", 100, clicks(RATE_HZ), filters + X264 + arguments);
        return new Heard(name + " " + arguments + (filters.isEmpty() ? "" : " late"), file, laterSamples, pictures);
    }

    private static List<Heard> files() {
        List<Heard> files = new ArrayList<>(List.of(alone("bare.aac", "-c:a aac -b:a 160k"),
                alone("bare.ac3", "-c:a ac3 -b:a 192k"), alone("bare.eac3", "-c:a eac3 -b:a 192k"),
                alone("bare.ts", "-c:a aac -b:a 160k"), alone("bare.flv", "-c:a aac -b:a 160k"),
                alone("tagged.mp3", "-c:a libmp3lame -b:a 192k"),
                alone("untagged.mp3", "-c:a libmp3lame -b:a 192k -write_xing 0")));
        for (String codec : List.of("aac -b:a 160k", "mp2 -b:a 256k", "libmp3lame -b:a 192k", "ac3 -b:a 192k")) {
            files.add(both("both.ts", "-c:a " + codec));
            files.add(both("both.mp4", "-c:a " + codec));
            files.add(both("both.mkv", "-c:a " + codec));
        }
        files.add(both("both.mpg", "-c:v mpeg2video -c:a mp2 -b:a 256k"));
        files.add(both("both.flv", "-c:a aac -b:a 160k"));
        files.add(both("both.flv", "-c:a libmp3lame -b:a 192k -ar 44100"));
        files.add(both("both.webm", "-c:v libvpx -deadline realtime -cpu-used 8 -c:a libopus -b:a 160k"));
        String pictures = "-vf setpts=PTS+1.52/TB -fps_mode passthrough ";
        String sound = "-af asetpts=PTS+1.5/TB ";
        for (String name : List.of("late.mp4", "late.mov", "late.mkv", "late.ts")) {
            files.add(late(name, "-c:a aac -b:a 160k", pictures, 0, RationalTime.of(38, 25)));
            // The edit list of MP4 and MOV counts milliseconds, and is written rounded down.
            boolean rounded = name.endsWith("mp4") || name.endsWith("mov");
            files.add(late(name, "-c:a aac -b:a 160k", sound, RATE_HZ * 3 / 2 - (rounded ? 32 : 0), RationalTime.ZERO));
        }
        return files;
    }

    @TestFactory
    Stream<DynamicTest> clicksAreHeardWithTheirPictures() {
        return files().stream().map(heard -> DynamicTest.dynamicTest(heard.name(), () -> {
            try (Media media = Media.of(heard.file()); PcmReader reader = media.pcm(RATE_HZ, 1)) {
                float[][] pcm = new float[1][RATE_HZ * 3];
                int from = heard.laterSamples() + RATE_HZ / 2;
                reader.read(from, pcm, 0, pcm[0].length, new Cancellation());
                List<Long> clicks = ClickTrack.clicksOf(SOURCE, pcm[0], from - heard.laterSamples(), RATE_HZ);
                assertEquals(3, clicks.size(), clicks + "");
                for (int second = 1; second <= 3; second++) {
                    long off = clicks.get(second - 1) - (long) second * RATE_HZ;
                    assertTrue(Math.abs(off) <= 1, "click " + second + " comes " + off + " samples late");
                }
                if (media.info().video().isPresent()) {
                    VideoStreamInfo video = media.video();
                    assertEquals(heard.pictures(), video.start());
                }
            }
        }));
    }

    /** What an edit list cuts off is not heard, what it delays is. */
    @TestFactory
    Stream<DynamicTest> editsCutSoundByTheSample() {
        Path whole = TestMedia.sound("clock-whole.m4a", clicks(RATE_HZ), "-c:a alac");
        Path lossy = TestMedia.sound("clock-lossy.m4a", clicks(RATE_HZ), "-c:a aac -b:a 160k");
        return Stream.of(whole, lossy).map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
            Path cut = TestMedia.copy("clock-cut.m4a", file, "-ss 0.75", "-c copy");
            try (Media media = Media.of(cut); PcmReader reader = media.pcm(RATE_HZ, 1)) {
                float[][] pcm = new float[1][RATE_HZ * 3];
                reader.read(0, pcm, 0, pcm[0].length, new Cancellation());
                List<Long> clicks = ClickTrack.clicksOf(SOURCE, pcm[0], 0, RATE_HZ);
                assertEquals(List.of(12_000L, 60_000L, 108_000L), clicks);
            }
        }));
    }

    /** About a second, nothing for half of one, another second; cut at packets, as FFmpeg cuts later edits there. */
    @Test
    void whereAnEditListShowsNothingNothingIsHeard() throws Exception {
        Path whole = TestMedia.sound("clock-raw.mov", clicks(RATE_HZ), "-c:a alac");
        byte[] edited = Mp4Files.withEdits(BytesSource.read(whole),
                new double[][] { { 0.512, 1.024 }, { -1, 0.512 }, { 2.56, 1.024 } });
        try (Media media = Media.of(new BytesSource(edited)); PcmReader reader = media.pcm(RATE_HZ, 1)) {
            float[][] pcm = new float[1][RATE_HZ * 3];
            reader.read(0, pcm, 0, pcm[0].length, new Cancellation());
            assertEquals(List.of(23_424L, 94_848L), ClickTrack.clicksOf(SOURCE, pcm[0], 0, RATE_HZ));
            for (int i = 49_152; i < 73_728; i++) {
                assertEquals(0, pcm[0][i], "sample " + i);
            }
        }
    }
}
