package org.reelbench.cli.internal.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Json;
import org.reelbench.cli.Subcommand;
import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.ByteSource;
import org.reelbench.media.ImageFiles;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaSources;
import org.reelbench.media.OtherStreamInfo;
import org.reelbench.media.StreamInfo;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;

import com.fasterxml.jackson.core.JsonGenerator;

/** {@code reelbench probe}: says what files are. */
@Component(service = Subcommand.class)
public final class ProbeCommand implements Subcommand {

    private final MediaProbe probe;
    private final MediaSources sources;

    /**
     * Creates the command.
     *
     * @param probe finds out what a medium is
     * @param sources opens media
     */
    @Activate
    public ProbeCommand(@Reference MediaProbe probe, @Reference MediaSources sources) {
        this.probe = probe;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "probe";
    }

    @Override
    public String summary() {
        return "says what media files are";
    }

    @Override
    public String usage() {
        return "probe FILE|PATTERN|ADDRESS… [--image-rate RATE] [--allow-host HOST]… [--json]\n"
                + "  PATTERN            numbered pictures that are one film, with a place for the number: take_%04d.png\n"
                + "  --image-rate RATE  how many of them are shown in a second, such as 24000/1001; without it 25\n"
                + "  ADDRESS            of a medium on another machine, such as https://media.example.com/beach.mp4\n"
                + "  " + MediaLocations.USAGE + "\n"
                + "  --json             one JSON object a line: file, ok, error, format, durationMs, streams";
    }

    @Override
    public int run(List<String> words, Console console) throws CommandException {
        Arguments arguments = new Arguments(this, words);
        boolean json = arguments.flag("--json");
        MediaSources allowed = MediaLocations.sources(arguments, sources);
        FrameRate imageRate = imageRate(arguments);
        int exitCode = ExitCode.OK;
        for (String file : arguments.rest(1, Integer.MAX_VALUE)) {
            try (ByteSource source = open(file, allowed, imageRate, console)) {
                MediaInfo info = probe.probe(source, console.cancellation());
                console.out().println(json ? json(file, info) : text(file, info));
            } catch (MediaException e) {
                exitCode = ExitCode.INPUT;
                report(console, json, file, e.explanation());
            } catch (IOException e) {
                exitCode = ExitCode.INPUT;
                report(console, json, file, "it cannot be read (" + e.getMessage() + ")");
            }
        }
        return exitCode;
    }

    private static FrameRate imageRate(Arguments arguments) throws CommandException {
        String rate = arguments.value("--image-rate").orElse("25");
        try {
            return FrameRate.parse(rate);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw arguments.usage("'" + rate + "' is no frame rate; say for example 24 or 24000/1001");
        }
    }

    /** Opens a medium; a file may be called like a pattern. */
    private static ByteSource open(String file, MediaSources allowed, FrameRate imageRate, Console console)
            throws MediaException {
        boolean numbered = !MediaSources.isAddress(file) && ImageFiles.isPattern(console.file(file))
                && !Files.exists(console.file(file));
        return numbered
                ? ImageFiles.all(console.file(file).toAbsolutePath(), imageRate)
                : allowed.open(MediaLocations.location(file, console), console.cancellation());
    }

    private static void report(Console console, boolean json, String file, String error) {
        if (json) {
            console.out().println(Json.line(out -> {
                out.writeStringField("file", file);
                out.writeBooleanField("ok", false);
                out.writeStringField("error", error);
            }));
        } else {
            console.err().println("reelbench probe: " + file + ": " + error);
        }
    }

    private static String text(String file, MediaInfo info) {
        StringBuilder text = new StringBuilder(file + ": " + info.container() + ", " + seconds(info.duration()));
        for (StreamInfo stream : info.streams()) {
            text.append("\n  ").append(stream.index()).append(": ").append(switch (stream) {
            case VideoStreamInfo video ->
                (video.still() ? "still " : "video ") + video.codec() + " " + video.picture().widthPx() + "x"
                        + video.picture().heightPx() + (video.still()
                                ? ""
                                : ", " + video.frameRate()
                                        .map(rate -> rate + " frames/s").orElse("variable frame rate") + ", "
                                        + seconds(video.duration()));
            case AudioStreamInfo audio -> "audio " + audio.codec() + " " + audio.sampleRateHz() + " Hz, " + audio.channels()
                    + (audio.channels() == 1 ? " channel, " : " channels, ") + seconds(audio.duration());
            case OtherStreamInfo other -> "other " + other.codec();
            });
        }
        return text.toString();
    }

    private static String seconds(RationalTime time) {
        return String.format("%.3f s", time.seconds().toDouble());
    }

    private static String json(String file, MediaInfo info) {
        return Json.line(out -> {
            out.writeStringField("file", file);
            out.writeBooleanField("ok", true);
            out.writeStringField("format", info.container());
            out.writeNumberField("durationMs", info.duration().ticksRound(1000));
            out.writeArrayFieldStart("streams");
            for (StreamInfo stream : info.streams()) {
                out.writeStartObject();
                out.writeNumberField("index", stream.index());
                switch (stream) {
                case VideoStreamInfo video -> video(out, video);
                case AudioStreamInfo audio -> audio(out, audio);
                case OtherStreamInfo _ -> out.writeStringField("kind", "other");
                }
                out.writeStringField("codec", stream.codec());
                out.writeEndObject();
            }
            out.writeEndArray();
        });
    }

    private static void video(JsonGenerator out, VideoStreamInfo video) throws IOException {
        out.writeStringField("kind", video.still() ? "still" : "video");
        out.writeNumberField("widthPx", video.picture().widthPx());
        out.writeNumberField("heightPx", video.picture().heightPx());
        if (video.frameRate().isPresent()) {
            out.writeStringField("frameRate", video.frameRate().get().toString());
        }
        out.writeNumberField("rotationDegrees", video.rotationDegrees());
        out.writeNumberField("durationMs", video.duration().ticksRound(1000));
    }

    private static void audio(JsonGenerator out, AudioStreamInfo audio) throws IOException {
        out.writeStringField("kind", "audio");
        out.writeNumberField("sampleRateHz", audio.sampleRateHz());
        out.writeNumberField("channels", audio.channels());
        out.writeNumberField("durationMs", audio.duration().ticksRound(1000));
    }
}
