package org.reelbench.demo.internal.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.demo.internal.film.FilmExport;
import org.reelbench.demo.internal.report.Failures;
import org.reelbench.demo.internal.report.Progress;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.encoding.preview.PreviewCache;
import org.reelbench.encoding.preview.PreviewSegment;
import org.reelbench.encoding.preview.PreviewService;
import org.reelbench.project.Project;
import org.reelbench.proxies.Proxies;
import org.reelbench.render.FileMediaCatalog;
import org.reelbench.render.MediaCatalog;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackKind;

/** Measures the preview of one film, and the {@code ffmpeg} program that makes all of it. The cache is this run's own. */
final class PreviewRun {

    private static final long SEED = 20_260_110;
    private static final int WARM_UP = 2;
    private static final int EDITS = 5;
    private static final double NS_PER_MS = 1e6;

    private final Services services;
    private final PreviewService previews;
    private final PreviewCache cache;
    private final Proxies proxies;
    private final PeerProgram program;
    private final Path folder;
    private final Progress progress;
    private final Console console;

    PreviewRun(Services services, PreviewService previews, PreviewCache cache, Proxies proxies, PeerProgram program,
            Path folder, Progress progress, Console console) {
        this.services = services;
        this.previews = previews;
        this.cache = cache;
        this.proxies = proxies;
        this.program = program;
        this.folder = folder;
        this.progress = progress;
        this.console = console;
    }

    /**
     * Measures.
     *
     * @param film the film
     * @param files its media
     * @param pairs how often it is made by both
     * @param withProxies whether proxies that were made stand in for its media
     */
    PreviewFigures measure(TrackFilm film, List<Path> files, int pairs, boolean withProxies) throws CommandException {
        String name = film.title() + (withProxies ? ", proxies" : "");
        Project project = film.build(services.sessions(), folder.resolve("preview-" + film.tracks() + ".reel"), files);
        Sequence sequence = project.mainSequence();
        MediaCatalog originals = new FileMediaCatalog(folder, project.media(), services.probe());
        MediaCatalog viewed = originals;
        if (withProxies) {
            progress.begin("making proxies");
            viewed = MadeProxies.of(proxies, originals, project.media(), console.cancellation());
            progress.done();
        }
        MediaCatalog shown = viewed.with(project.sequences());
        List<PreviewFigures.Wait> waits = waits(name, sequence, shown);
        List<Double> stops = stops(name, sequence, shown);
        ProcessBuilder theirs = theirs(film, files, graph(sequence, originals.with(project.sequences())));
        List<Pair> measured = new ArrayList<>();
        for (int i = 1; i <= pairs; i++) {
            progress.begin(name + ", pair " + i + " of " + pairs);
            Measured our = ours(sequence, shown);
            Measured their = Meter.program(theirs, folder.resolve("preview-ffmpeg.log"), console.cancellation());
            measured.add(new Pair(our, their));
            progress.done();
        }
        progress.begin(name + ", read again and edited");
        long beginNs = System.nanoTime();
        try (PreviewedFilm again = new PreviewedFilm(previews, sequence, shown, console.cancellation())) {
            again.readAll();
            double cachedMs = (System.nanoTime() - beginNs) / NS_PER_MS;
            long cachedEncoded = again.encoded();
            List<PreviewFigures.Edit> edits = edits(again, sequence, shown);
            progress.done();
            return new PreviewFigures(name, film.seconds(), waits, stops, measured, edits, cachedMs, cachedEncoded,
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }
    }

    private void clear() throws CommandException {
        try {
            cache.clear();
        } catch (IOException e) {
            throw Failures.of(folder, e);
        }
    }

    /** Looks at each segment once, in any order, while nothing else is wanted. */
    private List<PreviewFigures.Wait> waits(String name, Sequence sequence, MediaCatalog shown) throws CommandException {
        clear();
        progress.begin(name + ", looked at here and there");
        List<PreviewFigures.Wait> waits = new ArrayList<>();
        try (PreviewedFilm film = new PreviewedFilm(previews, sequence, shown, console.cancellation())) {
            List<PreviewSegment> segments = new ArrayList<>(film.pictures());
            Collections.shuffle(segments, new Random(SEED));
            for (PreviewSegment segment : segments) {
                waits.add(film.wait(segment));
            }
        }
        progress.done();
        return waits.subList(Math.min(WARM_UP, waits.size() - 1), waits.size());
    }

    /** Looks at a segment after another only until it begins, so that each is given up while it is encoded. */
    private List<Double> stops(String name, Sequence sequence, MediaCatalog shown) throws CommandException {
        clear();
        progress.begin(name + ", looked at and left");
        List<Double> stops = new ArrayList<>();
        try (PreviewedFilm film = new PreviewedFilm(previews, sequence, shown, console.cancellation())) {
            for (PreviewSegment segment : film.pictures()) {
                stops.add(film.stopMs(segment));
            }
        }
        progress.done();
        return stops;
    }

    private Measured ours(Sequence sequence, MediaCatalog shown) throws CommandException {
        clear();
        try (PreviewedFilm film = new PreviewedFilm(previews, sequence, shown, console.cancellation())) {
            return Meter.here(film::encodeAll);
        }
    }

    /** Cuts the topmost clip in two, and shortens the first part step by step: each time one or two segments are others. */
    private List<PreviewFigures.Edit> edits(PreviewedFilm film, Sequence sequence, MediaCatalog shown) throws CommandException {
        Track top = sequence.tracks().stream().filter(track -> track.kind() == TrackKind.VIDEO).toList().getLast();
        List<PreviewFigures.Edit> edits = new ArrayList<>();
        try {
            Sequence state = Edits.split(sequence, top.id(), sequence.durationFrames() / 2, new Id("bench-right"));
            Clip left = (Clip) state.track(top.id()).items().locate(0).orElseThrow().item();
            film.show(state, shown);
            film.encodeAll();
            for (int i = 1; i <= EDITS; i++) {
                Sequence next = Edits.trimEnd(state, left.id(), -i);
                int before = film.encoded();
                long beginNs = System.nanoTime();
                film.show(next, shown);
                film.encodeAll();
                edits.add(new PreviewFigures.Edit((System.nanoTime() - beginNs) / NS_PER_MS, film.encoded() - before));
                state = next;
            }
        } catch (EditRefused e) {
            throw new CommandException(ExitCode.FAILED, "the bench's edit is refused: " + e.getMessage(), e);
        }
        return edits;
    }

    private String graph(Sequence sequence, MediaCatalog originals) throws CommandException {
        ExportRequest request = new ExportRequest(sequence, originals, folder.resolve("preview-graph.mp4"),
                BenchPreset.shipped().ours(), 0, 2);
        return FilmExport.run(services.exports(), request, progress, console.cancellation()).graph();
    }

    private ProcessBuilder theirs(TrackFilm film, List<Path> files, String graph) throws CommandException {
        List<Path> inputs = new ArrayList<>();
        for (int track = 0; track < film.tracks(); track++) {
            inputs.add(files.get(TrackFilm.medium(track)));
        }
        return program.start(PreviewPeer.arguments(PreviewPeer.encoder(services.encoders().names()), inputs, graph,
                folder.resolve("preview-ffmpeg.mp4")));
    }
}
