package org.reelbench.demo.internal.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Json;
import org.reelbench.demo.internal.film.Editor;
import org.reelbench.demo.internal.media.Codec;
import org.reelbench.demo.internal.media.FrameTimes;
import org.reelbench.demo.internal.media.MediaFolder;
import org.reelbench.demo.internal.media.MovieSpec;
import org.reelbench.demo.internal.report.Failures;
import org.reelbench.demo.internal.report.Progress;
import org.reelbench.demo.internal.report.TextTable;
import org.reelbench.project.EditCommands;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectSession;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

/** {@code bench length}: how much more memory a long film takes than a short one, each exported by a process of its own. */
public final class LengthBench implements Bench {

    private static final int CLIP_SECONDS = 10;
    private static final int RATE = 30;
    private static final int WIDTH_PX = 320;
    private static final int HEIGHT_PX = 180;
    private static final int MOST_SECONDS = 36_000;

    private final Services services;
    private final String defaultFolder;

    /**
     * Creates the bench.
     *
     * @param services what it works with
     * @param defaultFolder where it keeps its files if no folder is named
     */
    public LengthBench(Services services, String defaultFolder) {
        this.services = services;
        this.defaultFolder = defaultFolder;
    }

    @Override
    public String name() {
        return "length";
    }

    @Override
    public String usage() {
        return "length [--seconds 60,1800] [--preset NAME] [--folder FOLDER] [--json]\n"
                + "      exports films of these lengths, 320x180 at 30 with sound, each by a process of its own, and compares the most\n"
                + "      memory each held; the ratio is that of the longest to the shortest";
    }

    /** What one film took. */
    private record Row(int seconds, Measured measured) {
    }

    @Override
    public int run(Arguments arguments, List<String> words, Console console) throws CommandException {
        List<Integer> lengths = lengths(arguments.value("--seconds").orElse("60,1800"), arguments);
        String preset = arguments.value("--preset").orElse("h264");
        BenchSetup setup = BenchSetup.alone(arguments, console, defaultFolder);
        boolean json = setup.json();
        Path folder = setup.work();
        Progress progress = new Progress(console, json);
        Path medium = new MediaFolder(folder, services.encoders(), services.muxers()).provide(medium(), progress,
                console.cancellation());
        List<Row> rows = new ArrayList<>();
        for (int seconds : lengths) {
            Path project = folder.resolve("length-" + seconds + ".reel");
            build(project, medium, seconds);
            Path target = folder.resolve("length-" + seconds + ".film");
            progress.begin(seconds + " s");
            rows.add(new Row(seconds, Meter.program(OwnProgram.start(words, List.of("render", project.toString(), "-o",
                    target.toString(), "--preset", preset, "--overwrite")), folder.resolve("length.log"),
                    console.cancellation())));
            progress.done();
        }
        report(rows, json, console);
        return ExitCode.OK;
    }

    private static MovieSpec medium() {
        FrameTimes times = FrameTimes.constant(TrackFilm.RATE, CLIP_SECONDS * RATE);
        return new MovieSpec(1, "length-clip.mp4", "mp4",
                Optional.of(new MovieSpec.Pictures(Codec.H264, WIDTH_PX, HEIGHT_PX, times, 0)),
                Optional.of(new MovieSpec.Sound(Codec.AAC, TrackFilm.SAMPLE_RATE_HZ, RationalTime.ofSeconds(CLIP_SECONDS))));
    }

    private void build(Path file, Path medium, int seconds) throws CommandException {
        Sequence empty = new Sequence(new Id("length"), seconds + " s", TrackFilm.RATE, WIDTH_PX, HEIGHT_PX,
                TrackFilm.SAMPLE_RATE_HZ, List.of(), Extras.NONE);
        try (ProjectSession session = services.sessions().create(Project.of("Length " + seconds, empty))) {
            session.saveAs(file);
            Editor editor = new Editor(session);
            String media = editor.edit(EditCommands.ADD_MEDIA, Map.of("path", medium.toString()));
            for (String kind : List.of("video", "audio")) {
                String track = editor.edit(EditCommands.ADD_TRACK, Map.of("kind", kind));
                for (int left = seconds; left > 0; left -= CLIP_SECONDS) {
                    editor.edit(EditCommands.APPEND, Map.of("track", track, "media", media, "stream",
                            kind.equals("audio") ? 1 : 0, "durationFrames", RATE * Math.min(left, CLIP_SECONDS)));
                }
            }
            session.save();
        } catch (IOException e) {
            throw Failures.of(file, e);
        }
    }

    private static void report(List<Row> rows, boolean json, Console console) {
        double ratio = (double) rows.getLast().measured().peakBytes() / rows.getFirst().measured().peakBytes();
        if (json) {
            console.out().println(Json.line(out -> {
                out.writeStringField("bench", "length");
                out.writeArrayFieldStart("results");
                for (Row row : rows) {
                    out.writeStartObject();
                    out.writeNumberField("seconds", row.seconds());
                    out.writeNumberField("peakBytes", row.measured().peakBytes());
                    out.writeNumberField("cpuSeconds", Json.rounded(row.measured().cpuSeconds()));
                    out.writeEndObject();
                }
                out.writeEndArray();
                out.writeNumberField("peakRatio", Json.rounded(ratio));
            }));
            return;
        }
        TextTable table = new TextTable("film", "peak MB", "CPU s", "wall s");
        for (Row row : rows) {
            table.row(row.seconds() + " s", Long.toString(row.measured().peakBytes() / 1_000_000),
                    String.format(Locale.ROOT, "%.1f", row.measured().cpuSeconds()),
                    String.format(Locale.ROOT, "%.1f", row.measured().wallSeconds()));
        }
        console.out().println("\n" + table + String.format(Locale.ROOT, "%nlongest to shortest: %.3f of the memory", ratio));
    }

    private static List<Integer> lengths(String text, Arguments arguments) throws CommandException {
        List<Integer> lengths = new ArrayList<>();
        for (String word : text.split(",")) {
            int seconds = word.matches("\\d{1,5}") ? Integer.parseInt(word) : 0;
            if (seconds < 1 || seconds > MOST_SECONDS) {
                throw arguments.usage("--seconds takes whole numbers from 1 to " + MOST_SECONDS + ", not '" + word + "'");
            }
            lengths.add(seconds);
        }
        return lengths.stream().sorted().toList();
    }
}
