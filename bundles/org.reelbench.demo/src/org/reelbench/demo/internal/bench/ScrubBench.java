package org.reelbench.demo.internal.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

import org.osgi.framework.Bundle;
import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Json;
import org.reelbench.demo.internal.media.Codec;
import org.reelbench.demo.internal.media.FrameTimes;
import org.reelbench.demo.internal.media.MediaFolder;
import org.reelbench.demo.internal.media.MovieSpec;
import org.reelbench.demo.internal.report.Progress;
import org.reelbench.demo.internal.report.TextTable;

/** {@code bench scrub}: how long it takes to paint something, and to paint the right picture, after a jump. */
public final class ScrubBench implements Bench {

    private static final int RATE = 30;
    private static final int WIDTH_PX = 1920;
    private static final int HEIGHT_PX = 1080;
    private static final int GRAIN = 8;
    private static final int SECONDS = 20;
    private static final long SEED = 20_260_109;

    private final Services services;
    private final Supplier<Bundle[]> bundles;
    private final String defaultFolder;

    /**
     * Creates the bench.
     *
     * @param services what it works with
     * @param bundles the bundles of this installation
     * @param defaultFolder where it keeps its files if no folder is named
     */
    public ScrubBench(Services services, Supplier<Bundle[]> bundles, String defaultFolder) {
        this.services = services;
        this.bundles = bundles;
        this.defaultFolder = defaultFolder;
    }

    @Override
    public String name() {
        return "scrub";
    }

    @Override
    public String usage() {
        return "scrub [--jumps N] [--seconds N] [--proxies] [--ffmpeg PATH] [--folder FOLDER] [--json]\n"
                + "      jumps to random pictures of a film of 1920x1080 at 30 with a sync sample each 2 s: until something is painted,\n"
                + "      until the right picture is, and what the ffmpeg program takes to decode that; ratios below 1 mean that we\n"
                + "      take less; then looks about in films of 1, 3, 5 and 10 tracks of 1280x720 and plays them, and one of their\n"
                + "      files by ffplay; plays the film of 1920x1080 backward, and opens a timeline of 8 hours in 1,000 clips\n"
                + "      --seconds N       how long each is played (without it: 10), 0 for none of them\n"
                + "      --proxies         plays each of them with proxies, too";
    }

    @Override
    public int run(Arguments arguments, List<String> words, Console console) throws CommandException {
        String jumps = arguments.value("--jumps").orElse("40");
        String seconds = arguments.value("--seconds").orElse("10");
        boolean withProxies = arguments.flag("--proxies");
        BenchSetup setup = BenchSetup.besideFfmpeg(arguments, console, defaultFolder);
        boolean json = setup.json();
        if (!jumps.matches("[1-9][0-9]{0,3}")) {
            throw arguments.usage("--jumps takes a whole number from 1 to 9999, not '" + jumps + "'");
        }
        if (!seconds.matches("[0-9]{1,3}")) {
            throw arguments.usage("--seconds takes a whole number from 0 to 999, not '" + seconds + "'");
        }
        Path work = setup.work();
        PeerProgram peer = setup.program(bundles.get());
        Progress progress = new Progress(console, json);
        progress.say("compared with " + peer.version());
        Path film = new MediaFolder(work, services.encoders(), services.muxers()).provide(film(), progress,
                console.cancellation());
        progress.begin(jumps + " jumps");
        ScrubFigures figures = new ScrubRun(services.probe(), services.readers(), peer, work.resolve("scrub.log"),
                console.cancellation()).measure(film, SECONDS * RATE, Integer.parseInt(jumps), SEED);
        progress.done();
        report(figures, json, console);
        if (Integer.parseInt(seconds) > 0) {
            PlayedScenes scenes = new PlayedScenes(services, words, work, Integer.parseInt(seconds), progress, console);
            double load = load();
            List<PlayedScene> forward = scenes.measure(withProxies);
            ScrubScenes played = new ScrubScenes(forward, scenes.backward(film), scenes.open(), scenes.ffplayDrops(), load,
                    load());
            report(played, ScrubGoals.of(figures, played), json, console);
        }
        return ExitCode.OK;
    }

    static MovieSpec film() {
        return new MovieSpec(1, "scrub-1080p.mp4", "mp4", Optional.of(new MovieSpec.Pictures(Codec.H264, WIDTH_PX, HEIGHT_PX,
                FrameTimes.constant(TrackFilm.RATE, SECONDS * RATE), GRAIN)), Optional.empty());
    }

    private static void report(ScrubFigures figures, boolean json, Console console) {
        if (json) {
            console.out().println(Json.line(out -> {
                out.writeStringField("bench", "scrub");
                out.writeNumberField("jumps", figures.exactMs().size());
                out.writeNumberField("firstP50Ms", Json.rounded(ScrubFigures.percentile(figures.firstMs(), 50)));
                out.writeNumberField("firstP95Ms", Json.rounded(ScrubFigures.percentile(figures.firstMs(), 95)));
                out.writeNumberField("exactP50Ms", Json.rounded(ScrubFigures.percentile(figures.exactMs(), 50)));
                out.writeNumberField("exactP95Ms", Json.rounded(ScrubFigures.percentile(figures.exactMs(), 95)));
                out.writeNumberField("ffmpegP50Ms", Json.rounded(ScrubFigures.percentile(figures.theirsMs(), 50)));
                out.writeNumberField("ffmpegP95Ms", Json.rounded(ScrubFigures.percentile(figures.theirsMs(), 95)));
                out.writeNumberField("exactRatio", Json.rounded(figures.ratio()));
            }));
            return;
        }
        TextTable table = new TextTable("after a jump", "p50 ms", "p95 ms");
        row(table, "something is painted", figures.firstMs());
        row(table, "the right picture", figures.exactMs());
        row(table, "ffmpeg decodes it", figures.theirsMs());
        console.out().println("\n" + table + String.format(Locale.ROOT, "%nall right pictures: %.2f times what ffmpeg takes",
                figures.ratio()));
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static void report(ScrubScenes scenes, List<Goal> goals, boolean json, Console console) {
        PlayedScene backward = scenes.backward();
        double firstOpenedMs = scenes.opened().getFirst().openedMs();
        double openedMs = scenes.opened().getLast().openedMs();
        if (json) {
            console.out().println(Json.line(out -> {
                out.writeStringField("bench", "scrub scenes");
                out.writeNumberField("loadBefore", Json.rounded(scenes.loadBefore()));
                out.writeNumberField("loadAfter", Json.rounded(scenes.loadAfter()));
                if (scenes.ffplayDrops().isPresent()) {
                    out.writeNumberField("ffplayDropped", scenes.ffplayDrops().getAsLong());
                }
                out.writeNumberField("backwardASecond", Json.rounded(backward.shownASecond()));
                out.writeNumberField("firstOpenedMs", Json.rounded(firstOpenedMs));
                out.writeNumberField("openedMs", Json.rounded(openedMs));
                out.writeArrayFieldStart("scenes");
                for (PlayedScene scene : scenes.forward()) {
                    out.writeStartObject();
                    scene.write(out);
                    out.writeEndObject();
                }
                out.writeEndArray();
                Goal.write(goals, out);
            }));
            return;
        }
        TextTable table = PlayedScene.table();
        scenes.forward().forEach(scene -> scene.row(table));
        console.out().println("\n" + table + "\nffplay, one file: "
                + (scenes.ffplayDrops().isPresent()
                        ? scenes.ffplayDrops().getAsLong() + " dropped"
                        : "not installed, or it told nothing"));
        console.out().printf(Locale.ROOT, "1920x1080 backward: %.1f pictures a second, %d left out, %.2f processors%n",
                backward.shownASecond(), backward.dropped(), backward.cores());
        console.out().printf(Locale.ROOT, "8 hours in %d clips: painted %.0f ms after 'play' was asked for, once more %.0f ms%n",
                LongTimeline.CLIPS, firstOpenedMs, openedMs);
        console.out().printf(Locale.ROOT, "load %.1f before, %.1f after%n%n", scenes.loadBefore(), scenes.loadAfter());
        goals.forEach(console.out()::println);
    }

    private static void row(TextTable table, String name, List<Double> ms) {
        table.row(name, String.format(Locale.ROOT, "%.1f", ScrubFigures.percentile(ms, 50)),
                String.format(Locale.ROOT, "%.1f", ScrubFigures.percentile(ms, 95)));
    }
}
