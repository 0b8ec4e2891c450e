package org.reelbench.demo.internal.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;
import org.reelbench.demo.internal.report.Failures;

/** How the {@code ffmpeg} program is told to record a screen as the recorder does, and what it says of it. */
final class RecordPeer {

    static final int RATE = 30;
    static final long BIT_RATE = 3_300_000;
    static final int GOP_FRAMES = 60;
    private static final int MOST_THREADS = 4;
    private static final Pattern FRAME = Pattern.compile("(?m)^frame=\\s*(\\d+)$");

    private RecordPeer() {
    }

    /** As many threads as the recorder gives its encoder. */
    static int threads() {
        return Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    }

    /** The options by which the recorder makes an encoder quick. */
    static List<String> options(String encoder) {
        return encoder.equals("libx264")
                ? List.of("preset", "ultrafast", "tune", "zerolatency")
                : List.of("allow_skip_frames", "0");
    }

    static List<String> arguments(String display, String encoder, int seconds, Path film) {
        List<String> arguments = new ArrayList<>(List.of("-hide_banner", "-loglevel", "error", "-nostdin", "-y", "-progress",
                "pipe:1", "-f", "x11grab", "-draw_mouse", "0", "-framerate", Integer.toString(RATE), "-video_size",
                MovingScreen.WIDTH_PX + "x" + MovingScreen.HEIGHT_PX, "-i", display, "-t", Integer.toString(seconds), "-c:v",
                encoder, "-pix_fmt", "yuv420p", "-b:v", Long.toString(BIT_RATE), "-g", Integer.toString(GOP_FRAMES), "-threads:v",
                Integer.toString(threads())));
        List<String> options = options(encoder);
        for (int i = 0; i < options.size(); i += 2) {
            arguments.addAll(List.of("-" + options.get(i) + ":v", options.get(i + 1)));
        }
        arguments.addAll(List.of("-f", "mp4", film.toString()));
        return arguments;
    }

    /** How many pictures it says it encoded. */
    static long frames(Path log) throws CommandException {
        try {
            Matcher found = FRAME.matcher(Files.readString(log, StandardCharsets.UTF_8));
            long frames = 0;
            while (found.find()) {
                frames = Long.parseLong(found.group(1));
            }
            if (frames == 0) {
                throw new CommandException(ExitCode.FAILED, "the ffmpeg program recorded nothing; what it said is in " + log);
            }
            return frames;
        } catch (IOException e) {
            throw Failures.of(log, e);
        }
    }
}
