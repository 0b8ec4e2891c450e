package org.reelbench.demo.internal.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.osgi.framework.Bundle;
import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Json;
import org.reelbench.demo.internal.report.Progress;

import com.fasterxml.jackson.core.JsonGenerator;

/** {@code bench render}: exports films of some tracks by us and by another program. */
public final class RenderBench implements Bench {

    private static final int MOST_TRACKS = 30;
    private static final int MOST_SECONDS = 600;
    private static final int MOST_PAIRS = 100;

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
    public RenderBench(Services services, Supplier<Bundle[]> bundles, String defaultFolder) {
        this.services = services;
        this.bundles = bundles;
        this.defaultFolder = defaultFolder;
    }

    @Override
    public String name() {
        return "render";
    }

    @Override
    public String usage() {
        return "render [--peer ffmpeg|melt] [--tracks 1,3,10] [--seconds N] [--pairs K] [--folder FOLDER] [--json]\n"
                + "      exports films of 1280x720 at 30, the first track full, the others as small pictures, by us and by\n"
                + "      another program in turn; ratios above 1 mean that we take less\n"
                + "      --peer ffmpeg     the ffmpeg program, with the same filters, libopenh264 and AAC (without it)\n"
                + "      --peer melt       the melt program of MLT, with libx264 where it is installed here, else mpeg4, and AAC\n"
                + "      --tracks 1,3,10   how many tracks the films have\n"
                + "      --seconds N       how long they are (without it: 10)\n"
                + "      --pairs K         how often each is made by both (without it: 3)\n"
                + "      --ffmpeg PATH     the ffmpeg program; without it the one in the natives of this installation\n"
                + "      --melt PATH       the melt program; without it the one of the system\n"
                + "      --folder FOLDER   where media and films go (without it: " + defaultFolder + ")\n"
                + "      --json            one JSON object a line, the last with all figures";
    }

    @Override
    public int run(Arguments arguments, List<String> words, Console console) throws CommandException {
        List<Integer> tracks = tracks(arguments.value("--tracks").orElse("1,3,10"), arguments);
        int seconds = number("--seconds", arguments.value("--seconds").orElse("10"), MOST_SECONDS, arguments);
        int pairs = number("--pairs", arguments.value("--pairs").orElse("3"), MOST_PAIRS, arguments);
        String peerName = arguments.value("--peer").orElse("ffmpeg");
        Optional<Path> melt = arguments.value("--melt").map(console::file);
        BenchSetup setup = BenchSetup.besideFfmpeg(arguments, console, defaultFolder);
        boolean json = setup.json();
        requireSystem(peerName);
        Path work = setup.work();
        Peer peer = switch (peerName) {
        case "ffmpeg" -> new FfmpegPeer(setup.program(bundles.get()));
        case "melt" -> new MeltPeer(melt.orElse(Path.of("melt")), BenchPreset.common(services.encoders().names()));
        default -> throw arguments.usage("--peer is ffmpeg or melt");
        };
        Progress progress = new Progress(console, json);
        progress.say("compared with " + peer.version());
        // The default preset prefers another encoder where that is installed; the two films would differ.
        List<String> ownWords = peerName.equals("ffmpeg") && !services.encoders().names().contains("libx264") ? words : null;
        List<RenderFigures> figures = new ArrayList<>();
        for (int count : tracks) {
            figures.add(new RenderRun(services, peer, new TrackFilm(count, seconds), work, progress, console).measure(pairs,
                    ownWords));
        }
        report(figures, json, console);
        return ExitCode.OK;
    }

    private void requireSystem(String peer) throws CommandException {
        String encoder = BenchPreset.shipped().video().encoder();
        if (peer.equals("ffmpeg") && !services.encoders().names().contains(encoder)) {
            throw new CommandException(ExitCode.NOT_AVAILABLE,
                    "the encoder " + encoder + " is not installed, which both sides use");
        }
    }

    private static void report(List<RenderFigures> figures, boolean json, Console console) {
        if (json) {
            console.out().println(Json.line(out -> write(figures, out)));
            return;
        }
        console.out().println("\n" + RenderFigures.table(figures));
        console.out().println(
                "Medians of the pairs, ratios with least and greatest. Ours: in this process after a warm-up, memory with that of"
                        + "\nJava; 'own process' is one run of 'reelbench render' from its start. The other program: whole processes.");
    }

    private static void write(List<RenderFigures> figures, JsonGenerator json) throws IOException {
        json.writeStringField("bench", "render");
        json.writeArrayFieldStart("results");
        for (RenderFigures figure : figures) {
            json.writeStartObject();
            figure.write(json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static List<Integer> tracks(String text, Arguments arguments) throws CommandException {
        List<Integer> tracks = new ArrayList<>();
        for (String word : text.split(",")) {
            tracks.add(number("--tracks", word, MOST_TRACKS, arguments));
        }
        return tracks;
    }

    /** Reads a number from 1 on. */
    static int number(String option, String text, int most, Arguments arguments) throws CommandException {
        if (text.matches("\\d{1,4}")) {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        }
        throw arguments.usage(option + " takes whole numbers from 1 to " + most + ", not '" + text + "'");
    }
}
