package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.media.Cancellation;
import org.reelbench.testcard.Reading;
import org.reelbench.time.FrameRate;

/** A timeline of another program, rendered by the command line: the film is read back picture by picture. */
class OtioRenderIT {

    private static final FrameRate FPS_30 = FrameRate.of(30, 1);
    private static final FrameRate FPS_23_976 = FrameRate.of(24_000, 1001);
    private static final int SLOW = 24;
    private static final int FAST = 30;

    @TempDir
    private Path folder;

    @Test
    void aTimelineOfAnotherProgramShowsTheRightFrames() throws Exception {
        CardFilm.write(folder.resolve("slow.mkv"), SLOW, FPS_23_976, 72);
        CardFilm.write(folder.resolve("fast.mkv"), FAST, FPS_30, 90);
        List<Shown> expected = new ArrayList<>();
        // 24 pictures at 23.976 last 30.03 frames; the medium's own time begins at one hour.
        for (int n = 0; n < 30; n++) {
            expected.add(new Shown(SLOW, slow(10, n)));
        }
        for (int n = 0; n < 30; n++) {
            expected.add(new Shown(FAST, 20 + n));
        }
        for (int n = 0; n < 20; n++) {
            expected.add(new Shown(FAST, 10 + 2 * n));
        }
        for (int n = 0; n < 10; n++) {
            expected.add(new Shown(FAST, 49 - n));
        }
        for (int n = 0; n < 10; n++) {
            expected.add(new Shown(FAST, 33));
        }
        for (int k = 5; k < 25; k++) {
            expected.add(k < 15 ? new Shown(FAST, k) : new Shown(SLOW, slow(0, k - 15)));
        }
        Path film = render(timeline());
        List<Reading> readings = CardFilm.read(film, FPS_30, expected.size());
        for (int frame = 0; frame < expected.size(); frame++) {
            Reading reading = readings.get(frame);
            // In the midst of the dissolve there are two cards at once.
            if (frame <= 25 || frame >= 34) {
                Shown shown = expected.get(frame);
                assertTrue(reading.is(shown.source, shown.number), "frame " + frame + ": " + reading + " instead of " + shown);
            } else if (frame > 27 && frame < 32) {
                assertTrue(!reading.valid(), "frame " + frame + " of the dissolve shows " + reading + " alone");
            }
        }
    }

    private record Shown(int source, long number) {
    }

    /** The picture of the slower film that is shown some frames after one of its pictures began. */
    private static long slow(long from, long frames) {
        return from + frames * 24_000 / (30 * 1001);
    }

    private Path render(String timeline) throws Exception {
        Files.writeString(folder.resolve("film.otio"), timeline);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            Console console = new Console(stream, stream, false, folder, new Cancellation());
            int code = Services.subcommand("render").run(List.of("film.otio", "-o", "film.mkv", "--preset", "lossless"), console);
            assertEquals(ExitCode.OK, code, () -> out.toString(StandardCharsets.UTF_8));
        }
        return folder.resolve("film.mkv");
    }

    private static String timeline() {
        String slow = clip("slow.mkv", range("23.976", 86_400, 72), range("23.976", 86_410, 24), "");
        String dissolve = "{\"OTIO_SCHEMA\": \"Transition.1\", \"transition_type\": \"SMPTE_Dissolve\", \"in_offset\": "
                + time("30", 5) + ", \"out_offset\": " + time("30", 5) + "}";
        String fast = range("30", 0, 90);
        String stack = """
                {"OTIO_SCHEMA": "Stack.1", "name": "inner", "source_range": %s, "children": [%s, %s]}""".formatted(
                range("30", 5, 20), track(clip("fast.mkv", fast, range("30", 0, 40), "")),
                track("{\"OTIO_SCHEMA\": \"Gap.1\", \"source_range\": " + range("30", 0, 15) + "}",
                        clip("slow.mkv", range("23.976", 86_400, 72), range("23.976", 86_400, 12), "")));
        String main = track(slow, dissolve, clip("fast.mkv", fast, range("30", 20, 30), ""),
                clip("fast.mkv", fast, range("30", 10, 20), warp("2.0")),
                clip("fast.mkv", fast, range("30", 40, 10), warp("-1.0")),
                clip("fast.mkv", fast, range("30", 33, 10), "{\"OTIO_SCHEMA\": \"FreezeFrame.1\", \"time_scalar\": 0}"), stack);
        return """
                {"OTIO_SCHEMA": "Timeline.1", "name": "Film", "global_start_time": %s,
                 "tracks": {"OTIO_SCHEMA": "Stack.1", "name": "tracks", "children": [%s]}}""".formatted(time("30", 0), main);
    }

    private static String track(String... children) {
        return "{\"OTIO_SCHEMA\": \"Track.1\", \"kind\": \"Video\", \"name\": \"V\", \"children\": [\n"
                + String.join(",\n", children) + "]}";
    }

    private static String clip(String file, String available, String range, String effect) {
        return """
                {"OTIO_SCHEMA": "Clip.2", "name": "%s", "source_range": %s, "effects": [%s], "media_references": {"DEFAULT_MEDIA":
                 {"OTIO_SCHEMA": "ExternalReference.1", "target_url": "%s", "available_range": %s}}}"""
                .formatted(file, range, effect, file, available);
    }

    private static String warp(String scalar) {
        return "{\"OTIO_SCHEMA\": \"LinearTimeWarp.1\", \"time_scalar\": " + scalar + "}";
    }

    private static String range(String rate, long start, long duration) {
        return "{\"OTIO_SCHEMA\": \"TimeRange.1\", \"start_time\": " + time(rate, start) + ", \"duration\": "
                + time(rate, duration) + "}";
    }

    private static String time(String rate, long value) {
        return "{\"OTIO_SCHEMA\": \"RationalTime.1\", \"rate\": " + rate + ", \"value\": " + value + "}";
    }
}
