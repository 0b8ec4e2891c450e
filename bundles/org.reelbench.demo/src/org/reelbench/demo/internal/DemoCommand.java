package org.reelbench.demo.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Json;
import org.reelbench.cli.Subcommand;
import org.reelbench.demo.internal.film.EditList;
import org.reelbench.demo.internal.film.FilmEditing;
import org.reelbench.demo.internal.film.FilmExport;
import org.reelbench.demo.internal.media.DemoMedia;
import org.reelbench.demo.internal.media.MediaFolder;
import org.reelbench.demo.internal.media.MediaSpec;
import org.reelbench.demo.internal.report.Failures;
import org.reelbench.demo.internal.report.ProcessMemory;
import org.reelbench.demo.internal.report.Progress;
import org.reelbench.demo.internal.verify.Deviation;
import org.reelbench.demo.internal.verify.FilmCheck;
import org.reelbench.demo.internal.verify.Verdict;
import org.reelbench.encoding.ExportPreset;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.encoding.ExportSummary;
import org.reelbench.encoding.Exports;
import org.reelbench.media.Encoders;
import org.reelbench.media.Fingerprints;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.Muxers;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectSessions;
import org.reelbench.render.FileMediaCatalog;

/** {@code reelbench demo}: makes media, edits and renders a film of them, and proves every frame of it. */
@Component(service = Subcommand.class)
public final class DemoCommand implements Subcommand {

    /** Where the demo works if no folder is named; benches keep their files there as well. */
    static final String DEFAULT_FOLDER = "reelbench-demo";

    private final ProjectSessions sessions;
    private final Exports exports;
    private final Encoders encoders;
    private final Muxers muxers;
    private final FilmCheck check;
    private final MediaProbe probe;
    private final Fingerprints fingerprints;

    /**
     * Creates the command.
     *
     * @param sessions opens the project
     * @param exports makes the film
     * @param encoders encode the media
     * @param muxers write the media
     * @param probe finds out what media and film are
     * @param readers read the film back
     * @param fingerprints knows what identifies the media
     */
    @Activate
    public DemoCommand(@Reference ProjectSessions sessions, @Reference Exports exports, @Reference Encoders encoders,
            @Reference Muxers muxers, @Reference MediaProbe probe, @Reference MediaReaders readers,
            @Reference Fingerprints fingerprints) {
        this.sessions = sessions;
        this.exports = exports;
        this.encoders = encoders;
        this.muxers = muxers;
        this.probe = probe;
        this.fingerprints = fingerprints;
        this.check = new FilmCheck(probe, readers);
    }

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String summary() {
        return "makes media, edits and renders a film of them, and checks every frame of it";
    }

    @Override
    public String usage() {
        return "demo [FOLDER] [--json] [--quick]\n"
                + "  FOLDER    where everything goes: media, demo.reel and demo.mp4 (without it: " + DEFAULT_FOLDER + ");\n"
                + "            media that lie there from the last time are used again\n"
                + "  --quick   pictures of half the width and height\n"
                + "  --json    one JSON object a line: progress, then a summary\n"
                + "  Exit code 1 and a table if the film is not what the edit list says.";
    }

    @Override
    public int run(List<String> words, Console console) throws CommandException {
        Arguments arguments = new Arguments(this, words);
        boolean json = arguments.flag("--json");
        int shrink = arguments.flag("--quick") ? 2 : 1;
        Path folder = console.file(arguments.rest(0, 1).stream().findFirst().orElse(DEFAULT_FOLDER)).toAbsolutePath();
        Progress progress = new Progress(console, json);
        DemoMedia media = DemoMedia.of(shrink);
        Path mediaFolder = provide(folder, media, progress, console);
        EditList list = EditList.of(media, shrink);
        progress.begin("editing demo.reel");
        Project project = FilmEditing.build(sessions, folder.resolve("demo.reel"), mediaFolder, media, fingerprints, shrink);
        progress.done();
        ExportSummary film = render(folder, project, progress, console);
        Verdict verdict = verify(film.file(), list, media, progress, console);
        report(film, verdict, json, console);
        return verdict.deviations().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    private Path provide(Path folder, DemoMedia media, Progress progress, Console console) throws CommandException {
        Path mediaFolder = folder.resolve("media");
        try {
            Files.createDirectories(mediaFolder);
        } catch (IOException e) {
            throw Failures.of(mediaFolder, e);
        }
        MediaFolder files = new MediaFolder(mediaFolder, encoders, muxers);
        for (MediaSpec spec : media.all()) {
            files.provide(spec, progress, console.cancellation());
        }
        return mediaFolder;
    }

    private ExportSummary render(Path folder, Project project, Progress progress, Console console) throws CommandException {
        ExportRequest request = ExportRequest.whole(project.mainSequence(),
                new FileMediaCatalog(folder, project.media(), probe).with(project.sequences()), folder.resolve("demo.mp4"),
                ExportPreset.H264);
        progress.begin("rendering demo.mp4");
        ExportSummary film = FilmExport.run(exports, request, progress, console.cancellation());
        progress.done();
        return film;
    }

    private Verdict verify(Path film, EditList list, DemoMedia media, Progress progress, Console console)
            throws CommandException {
        progress.begin("checking demo.mp4");
        try {
            Verdict verdict = check.check(film, list, media, progress::at, console.cancellation());
            progress.done();
            return verdict;
        } catch (MediaException e) {
            throw Failures.of(e);
        } finally {
            progress.abandon();
        }
    }

    private static void report(ExportSummary film, Verdict verdict, boolean json, Console console) {
        long peakBytes = ProcessMemory.peakBytes();
        List<Deviation> deviations = verdict.deviations();
        if (!deviations.isEmpty()) {
            console.err().println(deviations.size() + " deviations from the edit list:\n" + Deviation.table(deviations));
        }
        if (json) {
            console.out().println(Json.line(out -> {
                out.writeStringField("event", "summary");
                out.writeStringField("path", film.file().toString());
                out.writeNumberField("frames", film.frames());
                out.writeNumberField("durationMs", film.duration().ticksRound(1000));
                out.writeNumberField("framesVerified", verdict.framesVerified());
                out.writeNumberField("clicksVerified", verdict.clicksVerified());
                out.writeNumberField("maxClickErrorSamples", verdict.maxClickErrorSamples());
                out.writeNumberField("deviations", deviations.size());
                out.writeNumberField("speed", Json.rounded(film.speed()));
                out.writeNumberField("peakMemoryBytes", peakBytes);
            }));
            return;
        }
        console.out().printf(Locale.ROOT,
                "checked: %d of %d frames show what the edit list says, %d clicks in place (at most %d samples off)%n",
                verdict.framesVerified(), film.frames(), verdict.clicksVerified(), verdict.maxClickErrorSamples());
        console.out().printf(Locale.ROOT, "%s: %.3f s, %d frames, %.2fx real time, peak memory %d MB%n", film.file(),
                film.duration().seconds().toDouble(), film.frames(), film.speed(), peakBytes / 1_000_000);
    }
}
