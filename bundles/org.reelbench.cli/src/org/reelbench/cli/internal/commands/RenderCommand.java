package org.reelbench.cli.internal.commands;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Subcommand;
import org.reelbench.encoding.ExportException;
import org.reelbench.encoding.ExportJob;
import org.reelbench.encoding.ExportOptions;
import org.reelbench.encoding.ExportPreset;
import org.reelbench.encoding.ExportPresets;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.encoding.ExportSummary;
import org.reelbench.encoding.Exports;
import org.reelbench.media.Fingerprints;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaSources;
import org.reelbench.project.Project;
import org.reelbench.render.FileMediaCatalog;
import org.reelbench.render.MediaCatalog;
import org.reelbench.timeline.Sequence;

/** {@code reelbench render}: exports a project's film. */
@Component(service = Subcommand.class)
public final class RenderCommand implements Subcommand {

    private static final Duration PROGRESS_INTERVAL = Duration.ofMillis(200);

    private final ProjectLoader loader;
    private final Exports exports;
    private final ExportPresets presets;
    private final MediaProbe probe;
    private final MediaSources sources;
    private final Fingerprints fingerprints;

    /**
     * Creates the command.
     *
     * @param loader loads the project
     * @param exports makes the film
     * @param presets say how
     * @param probe finds out what its media are
     * @param sources opens them
     * @param fingerprints tells them from others
     */
    @Activate
    public RenderCommand(@Reference ProjectLoader loader, @Reference Exports exports, @Reference ExportPresets presets,
            @Reference MediaProbe probe, @Reference MediaSources sources, @Reference Fingerprints fingerprints) {
        this.loader = loader;
        this.exports = exports;
        this.presets = presets;
        this.probe = probe;
        this.sources = sources;
        this.fingerprints = fingerprints;
    }

    @Override
    public String name() {
        return "render";
    }

    @Override
    public String summary() {
        return "exports a project's film into a file";
    }

    @Override
    public String usage() {
        return "render PROJECT -o FILE [--preset NAME] [--range IN OUT | --at TIME] [options] | render --list-presets [--json]\n"
                + "  PROJECT            a project (.reel), or a timeline of another program (.otio) as it is\n"
                + "  -o FILE            the file to make; for numbered pictures with a place for the number: shot_%05d.png\n"
                + "  --preset NAME      how to encode; without it: " + ExportPreset.H264.name() + "\n"
                + "  --list-presets     the presets, which of them work here, and where to put your own\n"
                + "  --range IN OUT     only a part; times such as 2s, 1.5s or 00:00:02:00, OUT is not in the film\n"
                + "  --at TIME          where a still is taken\n"
                + RenderOptions.USAGE
                + "  " + MediaLocations.USAGE + "\n"
                + "  --json             one JSON object a line: progress, then a summary";
    }

    @Override
    public int run(List<String> words, Console console) throws CommandException {
        Arguments arguments = new Arguments(this, words);
        boolean json = arguments.flag("--json");
        if (arguments.flag("--list-presets")) {
            arguments.rest(0, 0);
            new PresetList(presets).show(json, console);
            return ExitCode.OK;
        }
        String output = arguments.value("-o", "--output").orElseThrow(() -> arguments.usage("-o FILE is missing"));
        ExportPreset preset = preset(arguments);
        List<String> range = range(arguments);
        ExportOptions options = RenderOptions.of(arguments);
        MediaSources allowed = MediaLocations.sources(arguments, sources);
        Path file = console.file(arguments.rest(1, 1).getFirst());
        Project project = loader.load(file, console, json);
        Sequence sequence = project.mainSequence();
        Path folder = file.toAbsolutePath().getParent();
        MediaCatalog catalog = new FileMediaCatalog(folder == null ? file : folder, project.media(), probe, allowed,
                fingerprints, console.cancellation()).with(project.sequences());
        ExportRequest request = request(sequence, catalog, console.file(output), preset, range, arguments).with(options);
        refuseInput(request.target(), file, project, folder);
        return export(request, json ? new JsonProgress(console.out()) : new TextProgress(console), console);
    }

    private ExportPreset preset(Arguments arguments) throws CommandException {
        String name = arguments.value("--preset").orElse(ExportPreset.H264.name());
        ExportPresets.Listed listed = presets.find(name).orElseThrow(() -> arguments.usage("there is no preset '" + name
                + "', only " + presets.list().stream().map(one -> one.preset().name()).collect(Collectors.joining(", "))
                + presets.problems().stream().map(problem -> "; left out: " + problem).collect(Collectors.joining())));
        if (!listed.isAvailable()) {
            throw new CommandException(ExitCode.NOT_AVAILABLE, "preset '" + name + "' is not available: it " + listed.whyNot());
        }
        return listed.preset();
    }

    private static List<String> range(Arguments arguments) throws CommandException {
        List<String> range = arguments.pair("--range");
        Optional<String> at = arguments.value("--at");
        if (at.isPresent() && !range.isEmpty()) {
            throw arguments.usage("--at and --range say the same; give one");
        }
        return at.map(List::of).orElse(range);
    }

    private static ExportRequest request(Sequence sequence, MediaCatalog catalog, Path target, ExportPreset preset,
            List<String> range,
            Arguments arguments) throws CommandException {
        long end = sequence.durationFrames();
        if (end == 0) {
            throw new CommandException(ExitCode.INPUT,
                    "the project's sequence '" + sequence.name() + "' is empty; put a clip on a track first");
        }
        long from = 0;
        if (!range.isEmpty()) {
            from = frame(range.get(0), sequence, arguments);
            long to = range.size() == 1 ? end : frame(range.get(1), sequence, arguments);
            if (from >= to || from >= end) {
                throw arguments.usage("there is no film " + (range.size() == 1
                        ? "at " + range.getFirst()
                        : "from " + range.get(0) + " to " + range.get(1)));
            }
            end = Math.min(end, to);
        }
        return new ExportRequest(sequence, catalog, target, preset, from, end);
    }

    private static long frame(String text, Sequence sequence, Arguments arguments) throws CommandException {
        return Times.frame(text, sequence.rate())
                .orElseThrow(() -> arguments.usage("'" + text + "' is no time such as 2s, 1.5s or 00:00:02:00"));
    }

    /** A film must not replace what it is made of. */
    private static void refuseInput(Path target, Path projectFile, Project project, Path folder) throws CommandException {
        boolean isInput = target.equals(projectFile)
                || folder != null && project.media().stream().filter(m -> !m.isRemote())
                        .anyMatch(m -> folder.resolve(m.path()).normalize().equals(target));
        if (isInput) {
            throw new CommandException(ExitCode.OUTPUT,
                    target + ": this file belongs to the project; choose another name for the film");
        }
    }

    private int export(ExportRequest request, ProgressView view, Console console) throws CommandException {
        try {
            ExportJob job = exports.start(request);
            try {
                while (!job.awaitEnd(PROGRESS_INTERVAL)) {
                    if (console.cancellation().isCancelled()) {
                        job.cancel();
                    }
                    view.progress(job.progress());
                }
                ExportSummary summary = job.result();
                view.end();
                view.summary(summary);
                return ExitCode.OK;
            } catch (InterruptedException e) {
                job.cancel();
                Thread.currentThread().interrupt();
                return ExitCode.CANCELLED;
            } finally {
                view.end();
            }
        } catch (ExportException e) {
            throw new CommandException(exitCode(e.reason()), e.getMessage(), e);
        }
    }

    private static int exitCode(ExportException.Reason reason) {
        return switch (reason) {
        case CANCELLED -> ExitCode.CANCELLED;
        case SOURCE -> ExitCode.INPUT;
        case DISK_FULL, TARGET -> ExitCode.OUTPUT;
        case ENCODER, NOT_VERIFIED -> ExitCode.FAILED;
        };
    }
}
