package org.reelbench.demo.internal.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.demo.internal.film.FilmExport;
import org.reelbench.demo.internal.media.MediaFolder;
import org.reelbench.demo.internal.media.MovieSpec;
import org.reelbench.demo.internal.report.Progress;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.encoding.ExportSummary;
import org.reelbench.project.Project;
import org.reelbench.render.FileMediaCatalog;
import org.reelbench.timeline.Sequence;

/**
 * Measures the export of one film by us and by another program, in turn: the same inputs, encoder and settings. Ours runs in this process after a short export that warms it up, as in the window and the server; the program runs as
 * a whole process each time.
 */
final class RenderRun {

    private static final int WARM_UP_FRAMES = 60;

    private final Services services;
    private final Peer peer;
    private final TrackFilm film;
    private final Path folder;
    private final Progress progress;
    private final Console console;
    private final FilmsAlike alike;
    private final List<Path> inputs = new ArrayList<>();

    RenderRun(Services services, Peer peer, TrackFilm film, Path folder, Progress progress, Console console) {
        this.services = services;
        this.peer = peer;
        this.film = film;
        this.folder = folder;
        this.progress = progress;
        this.console = console;
        this.alike = new FilmsAlike(services.probe(), services.readers());
    }

    /**
     * Measures.
     *
     * @param pairs how many runs of each
     * @param ownWords the words of this process's command line, to start it again as a process of its own, or null not to do so
     * @return the figures
     */
    RenderFigures measure(int pairs, @Nullable List<String> ownWords) throws CommandException {
        Path projectFile = folder.resolve("render-" + film.tracks() + ".reel");
        Path ours = folder.resolve("render-" + film.tracks() + "-ours.mp4");
        Path theirs = folder.resolve("render-" + film.tracks() + "-" + peer.name() + ".mp4");
        List<Path> files = provide();
        Project project = film.build(services.sessions(), projectFile, files);
        for (int track = 0; track < film.tracks(); track++) {
            inputs.add(files.get(TrackFilm.medium(track)));
        }
        progress.begin("warming up for " + film.title());
        String graph = export(project, ours, Math.min(WARM_UP_FRAMES, film.frames())).graph();
        progress.done();
        ProcessBuilder program = peer.start(film, inputs, graph, theirs);
        progress.say("our graph:\n" + graph + "\nfor " + peer.name() + ":\n" + String.join(" ", program.command()));
        List<Pair> measured = new ArrayList<>();
        for (int i = 1; i <= pairs; i++) {
            measured.add(pair(project, ours, theirs, program, film.title() + ", pair " + i + " of " + pairs));
            if (i == 1) {
                alike.check(ours, film, console.cancellation());
                alike.check(theirs, film, console.cancellation());
            }
        }
        Measured whole = ownWords == null ? null : wholeProcess(ownWords, projectFile, ours);
        return new RenderFigures(peer.name(), film.tracks(), measured, whole,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private List<Path> provide() throws CommandException {
        MediaFolder media = new MediaFolder(folder, services.encoders(), services.muxers());
        List<Path> files = new ArrayList<>();
        for (MovieSpec spec : film.media()) {
            files.add(media.provide(spec, progress, console.cancellation()));
        }
        return files;
    }

    private Pair pair(Project project, Path ours, Path theirs, ProcessBuilder program, String what) throws CommandException {
        progress.begin(what);
        Measured our = Meter.here(() -> export(project, ours, film.frames()));
        Measured their = Meter.program(program, log(peer.name()), console.cancellation());
        progress.done();
        progress.say(String.format(Locale.ROOT, "  ours %.2f CPU s, %.2f s, %.1f MB; %s %.2f CPU s, %.2f s, %.1f MB",
                our.cpuSeconds(), our.wallSeconds(), size(ours), peer.name(), their.cpuSeconds(), their.wallSeconds(),
                size(theirs)));
        return new Pair(our, their);
    }

    private ExportSummary export(Project project, Path target, long frames) throws CommandException {
        Sequence sequence = project.mainSequence();
        ExportRequest request = new ExportRequest(sequence,
                new FileMediaCatalog(folder, project.media(), services.probe()).with(project.sequences()),
                target, peer.preset().ours(), 0, frames);
        return FilmExport.run(services.exports(), request, progress, console.cancellation());
    }

    private Measured wholeProcess(List<String> ownWords, Path project, Path target) throws CommandException {
        progress.begin(film.title() + ", ours as a process of its own");
        ProcessBuilder program = OwnProgram.start(ownWords,
                List.of("render", project.toString(), "-o", target.toString(), "--overwrite"));
        Measured measured = Meter.program(program, log("own"), console.cancellation());
        progress.done();
        alike.check(target, film, console.cancellation());
        return measured;
    }

    private Path log(String name) {
        return folder.resolve("render-" + name + ".log");
    }

    private static double size(Path file) throws CommandException {
        try {
            return Files.size(file) / 1e6;
        } catch (IOException e) {
            throw new CommandException(ExitCode.FAILED, file + ": there is no film (" + e.getMessage() + ")", e);
        }
    }
}
