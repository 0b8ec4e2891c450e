package org.reelbench.demo.internal.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.osgi.framework.Bundle;
import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Json;
import org.reelbench.demo.internal.media.MediaFolder;
import org.reelbench.demo.internal.media.MovieSpec;
import org.reelbench.demo.internal.report.Progress;
import org.reelbench.encoding.preview.PreviewCache;
import org.reelbench.encoding.preview.PreviewService;
import org.reelbench.media.CacheFolder;
import org.reelbench.media.CancelledException;
import org.reelbench.proxies.Proxies;

/** {@code bench preview}: how soon previews can be looked at, what edits cost, and what encoding all of it takes. */
public final class PreviewBench implements Bench {

    private static final int MOST_TRACKS = 30;
    private static final int MOST_SECONDS = 600;
    private static final int MOST_PAIRS = 20;

    private final Services services;
    private final PreviewService previews;
    private final PreviewCache cache;
    private final Proxies proxies;
    private final Supplier<Bundle[]> bundles;
    private final String defaultFolder;

    /**
     * Creates the bench.
     *
     * @param services what it works with
     * @param previews encodes
     * @param cache keeps what was encoded
     * @param proxies stand in for media
     * @param bundles the bundles of this installation
     * @param defaultFolder where it keeps its files if no folder is named
     */
    public PreviewBench(Services services, PreviewService previews, PreviewCache cache, Proxies proxies,
            Supplier<Bundle[]> bundles, String defaultFolder) {
        this.services = services;
        this.previews = previews;
        this.cache = cache;
        this.proxies = proxies;
        this.bundles = bundles;
        this.defaultFolder = defaultFolder;
    }

    @Override
    public String name() {
        return "preview";
    }

    @Override
    public String usage() {
        return "preview [--tracks 1,3,10] [--seconds N] [--pairs K] [--proxies] [--ffmpeg PATH] [--folder FOLDER] [--json]\n"
                + "      previews of films of 1280x720 at 30: until the first fragment of a segment that was not there can be read,\n"
                + "      beside the whole segment; all of it, by us and by the ffmpeg program with the same graph and encoder in turn\n"
                + "      (ratios above 1 mean that we take less); small edits; and all of it once more, which encodes nothing\n"
                + "      --seconds N       how long the films are (without it: 30)\n"
                + "      --pairs K         how often each is made by both (without it: 3)\n"
                + "      --proxies         films of several tracks once more with proxies";
    }

    @Override
    public int run(Arguments arguments, List<String> words, Console console) throws CommandException {
        boolean withProxies = arguments.flag("--proxies");
        List<Integer> tracks = new ArrayList<>();
        for (String word : arguments.value("--tracks").orElse("1,3,10").split(",")) {
            tracks.add(RenderBench.number("--tracks", word, MOST_TRACKS, arguments));
        }
        int seconds = RenderBench.number("--seconds", arguments.value("--seconds").orElse("30"), MOST_SECONDS, arguments);
        int pairs = RenderBench.number("--pairs", arguments.value("--pairs").orElse("3"), MOST_PAIRS, arguments);
        BenchSetup setup = BenchSetup.besideFfmpeg(arguments, console, defaultFolder);
        boolean json = setup.json();
        Path work = setup.work();
        Path ownCache = BenchSetup.made(work.resolve("preview-cache"));
        if (!CacheFolder.ofUser().equals(ownCache)) {
            return anew(words, ownCache);
        }
        PeerProgram peer = setup.program(bundles.get());
        Progress progress = new Progress(console, json);
        progress.say("compared with " + peer.version());
        progress.say("encoder " + PreviewPeer.encoder(services.encoders().names()) + ", "
                + Runtime.getRuntime().availableProcessors() + " processors");
        PreviewRun run = new PreviewRun(services, previews, cache, proxies, peer, work, progress, console);
        List<PreviewFigures> figures = new ArrayList<>();
        for (int count : tracks) {
            TrackFilm film = new TrackFilm(count, seconds);
            List<Path> files = provide(film, work, progress, console);
            figures.add(run.measure(film, files, pairs, false));
            if (withProxies && count > 1) {
                figures.add(run.measure(film, files, pairs, true));
            }
        }
        report(figures, json, console);
        return ExitCode.OK;
    }

    /** Runs as a process of its own with a cache of its own: what people have in theirs is neither used nor thrown away. */
    private static int anew(List<String> words, Path ownCache) throws CommandException {
        ProcessBuilder program = OwnProgram.start(words, words).inheritIO();
        Map<String, String> environment = program.environment();
        environment.merge("JDK_JAVA_OPTIONS", "-Dreelbench.cache=\"" + ownCache + "\"", (old, added) -> old + " " + added);
        try {
            Process process = program.start();
            try {
                return process.waitFor();
            } finally {
                process.destroy();
            }
        } catch (IOException e) {
            throw new CommandException(ExitCode.NOT_AVAILABLE, "this program cannot be started again (" + e.getMessage() + ")",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    private List<Path> provide(TrackFilm film, Path work, Progress progress, Console console) throws CommandException {
        MediaFolder media = new MediaFolder(work, services.encoders(), services.muxers());
        List<Path> files = new ArrayList<>();
        for (MovieSpec spec : film.media()) {
            files.add(media.provide(spec, progress, console.cancellation()));
        }
        return files;
    }

    private static void report(List<PreviewFigures> figures, boolean json, Console console) {
        if (json) {
            console.out().println(Json.line(out -> {
                out.writeStringField("bench", "preview");
                out.writeArrayFieldStart("results");
                for (PreviewFigures figure : figures) {
                    out.writeStartObject();
                    figure.write(out);
                    out.writeEndObject();
                }
                out.writeEndArray();
            }));
            return;
        }
        console.out().println("\n" + PreviewFigures.table(figures));
        console.out()
                .println("Goals: first fragment 100 ms and 0.10 of the whole segment; what nobody looks at stops within 200 ms;"
                        + "\n1.0 of what ffmpeg takes; an edit 0.01 of what ffmpeg takes for ten minutes, at the speed at which it made this"
                        + "\nfilm; nothing encoded for the second look.");
    }
}
