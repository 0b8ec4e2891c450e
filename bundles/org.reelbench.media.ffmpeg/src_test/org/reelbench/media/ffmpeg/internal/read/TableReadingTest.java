package org.reelbench.media.ffmpeg.internal.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.PcmReader;
import org.reelbench.media.StreamInfo;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.media.ffmpeg.fixtures.TestMedia;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;

/** Reading by a table of samples gives the same pictures and samples as FFmpeg's own way, whatever the MP4 file. */
class TableReadingTest {

    private static final Cancellation NEVER = new Cancellation();
    private static final String X264 = "-c:v libx264 -preset fast -pix_fmt yuv420p ";
    private static final String FRAGMENTS = " -movflags frag_keyframe+empty_moov+default_base_moof";

    @TempDir
    private Path folder = Path.of("");

    /** Files that must be read by a table, and odd ones, which must not. */
    private record Film(String name, Path file, boolean odd) {

        Film(String name, Path file) {
            this(name, file, false);
        }
    }

    private static List<Film> films() throws IOException {
        List<Film> films = new ArrayList<>();
        films.add(pictures("no B-frames", "cfr30.mp4", "30", 60, "-bf 0 -g 30"));
        films.add(pictures("29.97 with B-frames", "ntsc.mp4", "30000/1001", 60, "-bf 3 -g 30"));
        films.add(pictures("MOV", "ntsc.mov", "30000/1001", 60, "-bf 3 -g 30"));
        films.add(pictures("open GOP", "open.mp4", "30", 90, "-bf 3 -g 15 -x264-params open-gop=1:scenecut=0"));
        films.add(pictures("B-pyramid", "pyramid.mp4", "30", 90, "-bf 7 -g 45 -x264-params b-pyramid=normal:b-adapt=0"));
        films.add(pictures("offsets below zero", "negative-offsets.mp4", "30", 60,
                "-bf 3 -g 30 -movflags negative_cts_offsets"));
        films.add(pictures("more samples than an excerpt, few sync", "excerpts.mp4", "30", 1700,
                "-bf 2 -g 600 -keyint_min 600 -sc_threshold 0"));
        films.add(pictures("more samples than an excerpt", "excerpts-short.mp4", "25", 1300, "-bf 2 -g 50 -sc_threshold 0"));
        films.add(pictures("a rate of one sync sample each", "intra.mp4", "25", 60, "-g 1"));
        films.add(pictures("fragments", "table-fragments.mp4", "30", 120, "-bf 2 -g 30" + FRAGMENTS));
        films.add(pictures("fragments with sidx", "sidx.mp4", "30", 120, "-bf 2 -g 30" + FRAGMENTS + "+dash+global_sidx"));
        films.add(new Film("fragments after an index of their own", TestMedia.pictures("mixed.mp4", 7, "30", 90,
                X264 + "-bf 2 -g 30 -movflags frag_keyframe"), true));
        films.add(new Film("HEVC, open GOP", TestMedia.pictures("hevc.mp4", 7, "30", 90,
                "-c:v libx265 -preset fast -bf 3 -g 15 -x265-params open-gop=1:scenecut=0:log-level=none")));
        films.add(new Film("AV1", TestMedia.pictures("av1.mp4", 7, "30", 40,
                "-c:v libsvtav1 -preset 10 -g 20 -svtav1-params lp=1")));
        films.add(new Film("VP9", TestMedia.pictures("vp9.mp4", 7, "25", 50,
                "-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -g 24")));
        films.add(new Film("MPEG-4", TestMedia.pictures("mpeg4.mp4", 7, "25", 50, "-c:v mpeg4 -q:v 3 -bf 2 -g 15")));
        films.add(new Film("Motion JPEG", TestMedia.pictures("mjpeg.mov", 7, "25", 30, "-c:v mjpeg -q:v 3")));
        films.add(new Film("ProRes", TestMedia.pictures("prores.mov", 7, "25", 30, "-c:v prores_ks")));
        for (OddMedium odd : OddMedia.all()) {
            if (odd.file().toString().endsWith(".mp4") || odd.file().toString().endsWith(".mov")) {
                films.add(new Film(odd.name(), odd.file(), odd.name().startsWith("two edits") || odd.name().contains("back in")));
            }
        }
        sounds(films);
        return films;
    }

    private static void sounds(List<Film> films) {
        Path sound = TestMedia.clicks(3, 48_000, 2, 48_000 * 30 + 77);
        for (String codec : List.of("aac -b:a 96k", "flac", "alac", "libopus -b:a 96k")) {
            String file = "table-" + codec.split(" ")[0] + ".mp4";
            films.add(new Film(codec, TestMedia.sound(file, sound, "-c:a " + codec + " -strict -2")));
            films.add(new Film(codec + " in fragments",
                    TestMedia.sound("fragments-" + file, sound,
                            "-c:a " + codec + " -strict -2 -frag_duration 500000" + FRAGMENTS)));
            films.add(new Film(codec + " from the middle", TestMedia.copy("cut-" + file,
                    TestMedia.sound(file, sound, "-c:a " + codec + " -strict -2"), "-ss 12.345", "-c copy")));
        }
        for (String codec : List.of("pcm_s16le", "pcm_f32le", "pcm_s24be", "pcm_mulaw")) {
            films.add(new Film(codec, TestMedia.sound("table-" + codec + ".mov", sound, "-c:a " + codec)));
        }
        films.add(new Film("raw sound in fragments",
                TestMedia.sound("table-raw-fragments.mov", sound, "-c:a pcm_s16le -frag_duration 500000" + FRAGMENTS)));
        films.add(new Film("MP3", TestMedia.sound("table-mp3.mp4", sound, "-c:a libmp3lame -b:a 128k"), true));
        films.add(new Film("pictures and sound", TestMedia.both("table-both.mp4", 3, "30000/1001", 700, sound,
                X264 + "-bf 2 -g 60 -c:a aac -b:a 128k")));
        films.add(new Film("pictures and raw sound", TestMedia.both("table-both.mov", 3, "25", 700, sound,
                X264 + "-bf 2 -g 60 -c:a pcm_s16le")));
        films.add(new Film("pictures and sound in fragments", TestMedia.both("table-both-fragments.mp4", 3, "25", 700, sound,
                X264 + "-bf 2 -g 60 -c:a aac -b:a 128k" + FRAGMENTS)));
    }

    private static Film pictures(String name, String file, String rate, int frames, String arguments) {
        return new Film(name, TestMedia.pictures(file, 7, rate, frames, X264 + arguments));
    }

    @TestFactory
    Stream<DynamicTest> givesTheSamePicturesAndSamples() throws IOException {
        SampleTables tables = new ReadMemory(folder, 1 << 30, 0).tables();
        return films().stream().map(film -> DynamicTest.dynamicTest(film.name(), () -> {
            try (FileByteSource source = FileByteSource.open(film.file())) {
                MediaInfo info = new FfmpegMediaProbe(Media.THREADS).probe(source, NEVER);
                for (StreamInfo stream : info.streams()) {
                    try (PacketSource packets = tables.open(source, info, stream, Media.THREADS, NEVER)) {
                        if (film.odd()) {
                            assertNull(packets, "read by a table");
                        } else {
                            assertNotNull(packets, "not read by a table");
                        }
                    }
                    compare(source, info, stream);
                }
            }
        }));
    }

    private void compare(FileByteSource source, MediaInfo info, StreamInfo stream) throws Exception {
        FfmpegMediaReaders plain = new FfmpegMediaReaders(Media.THREADS);
        FfmpegMediaReaders tabled = new FfmpegMediaReaders(Media.THREADS, new ReadMemory(folder, 1 << 30, 0));
        if (stream instanceof VideoStreamInfo video) {
            try (FrameReader one = plain.openFrames(source, info, video.index(), 1, NEVER);
                    FrameReader other = tabled.openFrames(source, info, video.index(), 1, NEVER)) {
                comparePictures(one, other, video);
            }
        } else if (stream instanceof AudioStreamInfo audio) {
            try (PcmReader one = plain.openPcm(source, info, audio.index(), audio.sampleRateHz(), 2, NEVER);
                    PcmReader other = tabled.openPcm(source, info, audio.index(), audio.sampleRateHz(), 2, NEVER)) {
                compareSound(one, other, audio);
            }
        }
    }

    private static void comparePictures(FrameReader one, FrameReader other, VideoStreamInfo video) throws Exception {
        RationalTime step = video.frameRate().map(FrameRate::frameDuration).orElse(RationalTime.of(1, 50));
        List<String> pictures = new ArrayList<>();
        List<RationalTime> times = new ArrayList<>();
        RationalTime end = video.start().plus(video.duration()).plus(step);
        for (RationalTime time = video.start().minus(step); time.isBefore(end); time = time.plus(step)) {
            String picture = picture(one, time);
            assertEquals(picture, picture(other, time), "at " + time);
            pictures.add(picture);
            times.add(time);
        }
        Random random = new Random(20_260_105);
        for (int i = 0; i < 40; i++) {
            int n = random.nextInt(times.size());
            assertEquals(pictures.get(n), picture(other, times.get(n)), "jumping to " + times.get(n));
        }
    }

    private static String picture(FrameReader reader, RationalTime time) throws Exception {
        try (VideoFrame frame = reader.frameAt(time, NEVER)) {
            return frame.time() + " " + Media.hash(frame);
        }
    }

    private static void compareSound(PcmReader one, PcmReader other, AudioStreamInfo audio) throws Exception {
        long first = audio.start().ticksRound(audio.sampleRateHz()) - 3000;
        int count = (int) audio.duration().ticksRound(audio.sampleRateHz()) + 6000;
        float[][] expected = new float[2][count];
        float[][] found = new float[2][count];
        one.read(first, expected, 0, count, NEVER);
        other.read(first, found, 0, count, NEVER);
        assertArrayEquals(expected[0], found[0], "straight through");
        assertArrayEquals(expected[1], found[1], "straight through");
        Random random = new Random(20_260_106);
        for (int i = 0; i < 30; i++) {
            int at = random.nextInt(count - 1500);
            float[][] part = new float[2][1500];
            other.read(first + at, part, 0, 1500, NEVER);
            for (int n = 0; n < 1500; n++) {
                assertEquals(expected[0][at + n], part[0][n], "sample " + (at + n) + " after a jump to " + at);
            }
        }
    }
}
