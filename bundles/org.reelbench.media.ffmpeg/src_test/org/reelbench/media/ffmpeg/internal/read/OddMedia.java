package org.reelbench.media.ffmpeg.internal.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.reelbench.media.ffmpeg.fixtures.Fixtures;
import org.reelbench.media.ffmpeg.fixtures.TestMedia;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;

/** Films whose clocks are as odd as those of real ones: rates of every kind, gaps, edits, late starts, clocks that overflow. */
final class OddMedia {

    static final int SOURCE = 7;

    private static final String X264 = "-c:v libx264 -preset fast -pix_fmt yuv420p -bf 2 -g 24 ";
    private static final List<String> RATES = List.of("24000/1001", "25", "30000/1001", "50", "60000/1001");

    private final List<OddMedium> media = new ArrayList<>();

    private OddMedia() {
    }

    static List<OddMedium> all() throws IOException {
        OddMedia odd = new OddMedia();
        odd.regular();
        odd.irregular();
        odd.missing();
        odd.late();
        odd.edited();
        odd.overflowing();
        return odd.media;
    }

    private void add(String name, Path file, List<Integer> numbers, IntFunction<Rational> timeOfNumber) {
        media.add(new OddMedium(name, file, numbers, numbers.stream().map(timeOfNumber::apply).toList()));
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    private static IntFunction<Rational> at(String rate) {
        return n -> FrameRate.parse(rate).timeOf(n).seconds();
    }

    private void regular() {
        for (String rate : RATES) {
            for (String ending : List.of("mp4", "mkv", "ts", "mov")) {
                add(rate + " in " + ending, TestMedia.pictures("odd." + ending, SOURCE, rate, 72, X264), numbers(0, 72),
                        at(rate));
            }
        }
        add("25 in AVI", TestMedia.pictures("odd.avi", SOURCE, "25", 72, "-c:v mpeg4 -q:v 3 -bf 2 -g 24"), numbers(0, 72),
                at("25"));
        add("12.5 in GIF", TestMedia.pictures("odd.gif", SOURCE, "25/2", 20, "-c:v gif"), numbers(0, 20), at("25/2"));
    }

    /** Frame n is shown 3 n + n mod 3 sixtieths of a second after the start. */
    private void irregular() {
        String vfr = "-vf settb=1/30000,setpts=(N*3+mod(N\\,3))*500 -enc_time_base 1/30000 -fps_mode passthrough "
                + "-video_track_timescale 30000 " + X264;
        add("frames of varying length in MP4", TestMedia.pictures("odd-vfr.mp4", SOURCE, "30", 60, vfr), numbers(0, 60),
                n -> Rational.of(n * 3 + n % 3, 60));
        // Matroska keeps milliseconds, a transport stream ticks of 90 kHz.
        String plain = vfr.replace("-video_track_timescale 30000 ", "");
        add("frames of varying length in Matroska", TestMedia.pictures("odd-vfr.mkv", SOURCE, "30", 60, plain), numbers(0, 60),
                n -> Rational.of(Math.round((n * 3 + n % 3) * 1000 / 60.0), 1000));
        add("frames of varying length in a transport stream", TestMedia.pictures("odd-vfr.ts", SOURCE, "30", 60, plain),
                numbers(0, 60), n -> Rational.of(n * 3 + n % 3, 60));
        String quick = "-vf settb=1/1000,setpts=N*N*7 -enc_time_base 1/1000 -fps_mode passthrough " + X264;
        add("frames longer and longer", TestMedia.pictures("odd-longer.mp4", SOURCE, "30", 40, quick), numbers(0, 40),
                n -> Rational.of(n * n * 7, 1000));
    }

    private void missing() {
        List<Integer> kept = IntStream.range(0, 72).filter(n -> n < 10 || n > 17 && n != 30 && n != 31).boxed().toList();
        String drop = "-vf select=not(between(n\\,10\\,17)+eq(n\\,30)+eq(n\\,31)) -fps_mode passthrough ";
        for (String ending : List.of("mp4", "mkv", "ts")) {
            add("missing frames in " + ending, TestMedia.pictures("odd-missing." + ending, SOURCE, "25", 72, drop + X264), kept,
                    at("25"));
        }
        add("missing frames in AVI", TestMedia.pictures("odd-missing.avi", SOURCE, "25", 72,
                drop + "-c:v mpeg4 -q:v 3 -g 24"), kept, at("25"));
    }

    /** The pictures begin a second and a half, rounded up to a frame, after the sound. */
    private void late() {
        Path sound = TestMedia.clicks(SOURCE, 48_000, 2, 48_000 * 4);
        String late = "-vf setpts=PTS+1.52/TB -fps_mode passthrough " + X264;
        for (String ending : List.of("mp4", "mov", "mkv")) {
            add("late pictures in " + ending,
                    TestMedia.both("odd-late." + ending, SOURCE, "25", 60, sound, late + "-c:a flac -strict -2".replace("flac",
                            ending.equals("mov") ? "pcm_s16le" : "flac")),
                    numbers(0, 60), n -> Rational.of(n + 38, 25));
        }
        add("late pictures in a transport stream",
                TestMedia.both("odd-late.ts", SOURCE, "25", 60, sound, late + "-c:a mp2 -b:a 192k"), numbers(0, 60),
                n -> Rational.of(n + 38, 25));
    }

    private void edited() throws IOException {
        Path whole = TestMedia.pictures("odd-whole.mp4", SOURCE, "25", 72, X264.replace("-bf 2", "-bf 0"));
        add("an edit that begins within a GOP", TestMedia.copy("odd-cut.mp4", whole, "-ss 0.4", "-c copy"), numbers(10, 72),
                n -> Rational.of(n - 10, 25));
        List<Integer> numbers = new ArrayList<>(numbers(10, 20));
        numbers.addAll(numbers(40, 60));
        add("two edits", edits(whole, new double[][] { { 0.4, 0.4 }, { 1.6, 0.8 } }), numbers,
                n -> Rational.of(n < 20 ? n - 10 : n - 30, 25));
        add("two edits and nothing between", edits(whole, new double[][] { { 0.4, 0.4 }, { -1, 0.2 }, { 1.6, 0.8 } }), numbers,
                n -> Rational.of(n < 20 ? n - 10 : n - 25, 25));
        add("an edit back in time", edits(whole, new double[][] { { 1.6, 0.8 }, { 0.4, 0.4 } }),
                Stream.concat(numbers(40, 60).stream(), numbers(10, 20).stream()).toList(),
                n -> Rational.of(n < 20 ? n + 10 : n - 40, 25));
        add("an edit that begins with nothing", edits(whole, new double[][] { { -1, 0.6 }, { 0.8, 1.0 } }), numbers(20, 45),
                n -> Rational.of(n - 20, 25));
    }

    /** A copy with another edit list: media time and duration of each edit in seconds, −1 for nothing. */
    private static Path edits(Path film, double[][] edits) {
        return Fixtures.file("odd-edits.mp4", film + Arrays.deepToString(edits), target -> {
            byte[] bytes = Files.readAllBytes(film);
            Files.write(target, Mp4Files.withEdits(bytes, edits));
        });
    }

    private void overflowing() {
        Path whole = TestMedia.pictures("odd-whole.mkv", SOURCE, "25", 72, X264);
        String offset = "-c copy -copyts -muxdelay 0 -muxpreload 0 -avoid_negative_ts disabled ";
        add("a clock that passes zero", TestMedia.copy("odd-negative.ts", whole, "",
                offset + "-mpegts_copyts 1 -output_ts_offset -0.52"), numbers(0, 72), at("25"));
        add("a clock that starts again", TestMedia.copy("odd-wrap.ts", whole, "",
                offset + "-mpegts_copyts 1 -output_ts_offset 95442.8"), numbers(0, 72), at("25"));
        add("a clock of a hundred hours in Matroska", TestMedia.copy("odd-hours.mkv", whole, "",
                offset + "-output_ts_offset 360000"), numbers(0, 72), at("25"));
        add("a clock of a hundred hours in MP4", TestMedia.copy("odd-hours.mp4", whole, "",
                offset + "-output_ts_offset 360000"), numbers(0, 72), at("25"));
        add("fragments of a hundred hours", TestMedia.copy("odd-hours-fragments.mp4", whole, "",
                offset + "-output_ts_offset 360000 -movflags frag_keyframe+empty_moov+default_base_moof"), numbers(0, 72),
                at("25"));
        add("a clock of five hours in FLV", TestMedia.copy("odd-hours.flv", whole, "",
                offset + "-output_ts_offset 18000"), numbers(0, 72), at("25"));
    }
}
