package org.reelbench.demo.internal.bench.scene;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Json;
import org.reelbench.demo.internal.bench.Bench;
import org.reelbench.demo.internal.bench.OwnProgram;
import org.reelbench.demo.internal.bench.Ratio;
import org.reelbench.demo.internal.bench.Services;
import org.reelbench.demo.internal.bench.serve.Server;
import org.reelbench.demo.internal.media.Codec;
import org.reelbench.demo.internal.media.FrameTimes;
import org.reelbench.demo.internal.media.MediaFolder;
import org.reelbench.demo.internal.media.MovieSpec;
import org.reelbench.demo.internal.report.Failures;
import org.reelbench.demo.internal.report.Progress;
import org.reelbench.demo.internal.report.TextTable;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;

/** {@code bench scene}: how soon a browser paints the first frame of a film of 60 MB. */
public final class SceneBench implements Bench {

    private static final int SECONDS = 52;
    private static final int GRAIN = 6;
    private static final int MOST_PAIRS = 100;
    private static final long LEAST_FILM_BYTES = 60_000_000;

    private static final long LOOK_MS = 5;
    private static final long SETTLING_MS = 250;
    private static final long SETTLED_BYTES = 1_000_000;
    private static final int MOST_LOOKS = 40;
    private static final long LIMIT_SECONDS = 120;

    private final Services services;
    private final String defaultFolder;

    /**
     * Creates the bench.
     *
     * @param services what it works with
     * @param defaultFolder where it keeps its files if no folder is named
     */
    public SceneBench(Services services, String defaultFolder) {
        this.services = services;
        this.defaultFolder = defaultFolder;
    }

    @Override
    public String name() {
        return "scene";
    }

    @Override
    public String usage() {
        return "scene [--pairs K] [--folder FOLDER] [--json]\n"
                + "      shows a film of 60 MB in Chromium: by its address, read in ranges, and carried to the page in pieces of\n"
                + "      1 MiB as base64 within JSON; how long until the first frame is painted, and what the browser took on\n"
                + "      --pairs K         how often each (without it: 5)\n"
                + "      --folder FOLDER   where the film goes (without it: " + defaultFolder + ")\n"
                + "      --json            one JSON object a line, the last with all figures";
    }

    @Override
    public int run(Arguments arguments, List<String> words, Console console) throws CommandException {
        boolean json = arguments.flag("--json");
        String pairsText = arguments.value("--pairs").orElse("5");
        int pairs = pairsText.matches("\\d{1,3}") ? Integer.parseInt(pairsText) : 0;
        if (pairs < 1 || pairs > MOST_PAIRS) {
            throw arguments.usage("--pairs takes a number from 1 to " + MOST_PAIRS + ", not " + pairsText);
        }
        Path folder = console.file(arguments.value("--folder").orElse(defaultFolder)).toAbsolutePath();
        arguments.rest(1, 1);
        Path program = SceneBrowser.find();
        Progress progress = new Progress(console, json);
        Path film = new MediaFolder(folder.resolve("bench"), services.encoders(), services.muxers()).provide(film(), progress,
                console.cancellation());
        try {
            if (Files.size(film) < LEAST_FILM_BYTES) {
                throw new CommandException(ExitCode.FAILED, film + " has less than 60 MB");
            }
            List<Showing> ranges = new ArrayList<>();
            List<Showing> pieces = new ArrayList<>();
            compare(program, film, pairs, words, progress, ranges, pieces);
            report(ranges, pieces, json, console);
            return ExitCode.OK;
        } catch (IOException e) {
            throw Failures.of(film, e);
        }
    }

    private static MovieSpec film() {
        return new MovieSpec(1, "scene-1080p.mp4", "mp4",
                Optional.of(new MovieSpec.Pictures(Codec.H264, 1920, 1080, FrameTimes.constant(FrameRate.of(30, 1), SECONDS * 30),
                        GRAIN)),
                Optional.of(new MovieSpec.Sound(Codec.AAC, 48_000, RationalTime.ofSeconds(SECONDS))));
    }

    private static void compare(Path program, Path film, int pairs, List<String> words, Progress progress,
            List<Showing> ranges, List<Showing> pieces) throws CommandException, IOException {
        try (ScenePage page = new ScenePage(film);
                Server server = Server.announced("ours",
                        OwnProgram.start(words, List.of("serve", "--json", "--port", "0", "--allow-origin", page.origin(),
                                film.toString())),
                        film.resolveSibling("scene-own.log"))) {
            URI media = page.ofMedia(server.uri());
            // What comes first finds nothing in caches and is not counted.
            showing(program, page, media);
            for (int pair = 0; pair < pairs; pair++) {
                progress.begin("pair " + (pair + 1) + " of " + pairs);
                if (pair % 2 == 0) {
                    ranges.add(showing(program, page, media));
                    pieces.add(showing(program, page, page.ofPieces()));
                } else {
                    pieces.add(showing(program, page, page.ofPieces()));
                    ranges.add(showing(program, page, media));
                }
                progress.done();
            }
        }
    }

    private static Showing showing(Path program, ScenePage page, URI address) throws CommandException, IOException {
        Path profile = Files.createTempDirectory("reelbench-scene");
        ScenePage.Visit visit = page.next();
        try (SceneBrowser browser = SceneBrowser.show(program, address, profile)) {
            await(visit.loaded, browser, LIMIT_SECONDS * 1000);
            long before = settled(browser);
            long most = before;
            visit.allowed.complete(null);
            long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
            while (!isDone(visit.painted, LOOK_MS)) {
                most = Math.max(most, browser.bytes());
                if (System.nanoTime() - deadlineNs > 0 || !browser.isAlive()) {
                    throw notShown("nothing was painted");
                }
            }
            most = Math.max(most, browser.bytes());
            return new Showing(milliseconds(visit.painted.join()), most - before);
        } finally {
            delete(profile);
        }
    }

    private static double milliseconds(String told) throws CommandException {
        if (!told.matches("\\d+(\\.\\d+)?")) {
            throw notShown(told);
        }
        return Double.parseDouble(told);
    }

    private static CommandException notShown(String why) {
        return new CommandException(ExitCode.FAILED, "the browser did not show the film: " + why);
    }

    /** What it holds when it has started up: no more than a little comes and goes. */
    private static long settled(SceneBrowser browser) throws CommandException, IOException {
        long last = browser.bytes();
        for (int look = 0; look < MOST_LOOKS; look++) {
            await(new CompletableFuture<>(), browser, SETTLING_MS);
            long now = browser.bytes();
            if (Math.abs(now - last) < SETTLED_BYTES) {
                return now;
            }
            last = now;
        }
        return last;
    }

    private static void await(Future<Void> event, SceneBrowser browser, long limitMs) throws CommandException {
        isDone(event, limitMs);
        if (!browser.isAlive()) {
            throw notShown("it ended by itself");
        }
    }

    private static boolean isDone(Future<?> event, long limitMs) throws CommandException {
        try {
            event.get(limitMs, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            // Not yet.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(ExitCode.CANCELLED, "interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody fails it", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    private static void report(List<Showing> ranges, List<Showing> pieces, boolean json, Console console) {
        Ratio sooner = ratio(pieces, ranges, Showing::paintedMs);
        Ratio memory = ratio(ranges, pieces, showing -> Math.max(0, showing.addedBytes()));
        if (json) {
            console.out().println(Json.line(out -> {
                out.writeStringField("bench", "scene");
                out.writeNumberField("rangesMs", Json.rounded(median(ranges, Showing::paintedMs)));
                out.writeNumberField("piecesMs", Json.rounded(median(pieces, Showing::paintedMs)));
                out.writeNumberField("sooner", Json.rounded(sooner.median()));
                out.writeNumberField("rangesAddedBytes", (long) median(ranges, Showing::addedBytes));
                out.writeNumberField("piecesAddedBytes", (long) median(pieces, Showing::addedBytes));
                out.writeNumberField("memory", Json.rounded(memory.median()));
            }));
            return;
        }
        TextTable table = new TextTable("way", "first painted frame ms", "browser MB added");
        table.row("ranges", number(median(ranges, Showing::paintedMs)), number(median(ranges, Showing::addedBytes) / 1e6));
        table.row("pieces", number(median(pieces, Showing::paintedMs)), number(median(pieces, Showing::addedBytes) / 1e6));
        console.out().println("\n" + table + "\n\nsooner by " + sooner + ", with " + memory + " of the memory\n"
                + "Medians of the pairs, ratios with least and greatest. Each showing has a browser of its own; memory is what all\n"
                + "its processes hold (RssAnon and RssShmem), the most until the frame is painted, less what they held before.");
    }

    private static Ratio ratio(List<Showing> of, List<Showing> to, ToDoubleFunction<Showing> figure) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < of.size(); i++) {
            ratios.add(figure.applyAsDouble(of.get(i)) / figure.applyAsDouble(to.get(i)));
        }
        return Ratio.of(ratios);
    }

    private static double median(List<Showing> all, ToDoubleFunction<Showing> figure) {
        return Ratio.median(all.stream().map(figure::applyAsDouble).toList());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
