package org.reelbench.cli.internal.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Json;
import org.reelbench.cli.Subcommand;
import org.reelbench.interchange.CanvasSize;
import org.reelbench.interchange.ImportSettings;
import org.reelbench.media.Fingerprints;
import org.reelbench.media.MediaException;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectFile;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.Sequence;

/** {@code reelbench import}: makes a project of a timeline of another program. */
@Component(service = Subcommand.class)
public final class ImportCommand implements Subcommand {

    private final ProjectLoader loader;
    private final Fingerprints fingerprints;

    /**
     * Creates the command.
     *
     * @param loader reads the timeline
     * @param fingerprints knows what identifies its media
     */
    @Activate
    public ImportCommand(@Reference ProjectLoader loader, @Reference Fingerprints fingerprints) {
        this.loader = loader;
        this.fingerprints = fingerprints;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String summary() {
        return "makes a project of a timeline of another program";
    }

    @Override
    public String usage() {
        return """
                import TIMELINE -o PROJECT.reel [--rate RATE] [--size WxH] [--force] [--json]
                  TIMELINE     a file of OpenTimelineIO (.otio)
                  --rate RATE  frames a second, such as 30 or 30000/1001 (without it: the timeline's own)
                  --size WxH   the film's size, such as 1280x720 (without it: the first video's, else 1280x720)
                  --force      replaces an existing project
                  --json       one JSON object a line: what was not carried over, then a summary
                  Media stay where they are. What a project cannot hold is listed, and kept in it unchanged.""";
    }

    @Override
    public int run(List<String> words, Console console) throws CommandException {
        Arguments arguments = new Arguments(this, words);
        boolean json = arguments.flag("--json");
        boolean force = arguments.flag("--force");
        ImportSettings settings = settings(arguments);
        String output = arguments.value("-o", "--output").orElseThrow(() -> arguments.usage("-o PROJECT.reel is missing"));
        Path target = console.file(output);
        Path file = console.file(arguments.rest(1, 1).getFirst());
        if (!loader.isForeign(file)) {
            throw new CommandException(ExitCode.INPUT,
                    file + ": nobody here reads such timelines; choose a file that ends with .otio");
        }
        if (Files.exists(target) && (!force || target.equals(file))) {
            throw new CommandException(ExitCode.OUTPUT,
                    target + ": there is a file of this name already; choose another, or add --force");
        }
        ProjectLoader.Loaded loaded = loader.read(file, settings, console);
        Project project = loaded.project().withMedia(fingerprinted(loaded.project().media()));
        try {
            ProjectFile.save(project, target);
        } catch (IOException | IllegalArgumentException e) {
            throw new CommandException(ExitCode.OUTPUT, e.getMessage() == null ? target + ": not saved" : e.getMessage(), e);
        }
        ProjectLoader.tell(file, loaded.notCarriedOver(), console, json);
        report(project, target, loaded.notCarriedOver().size(), console, json);
        return ExitCode.OK;
    }

    private static ImportSettings settings(Arguments arguments) throws CommandException {
        Optional<String> rate = arguments.value("--rate");
        Optional<String> size = arguments.value("--size");
        Optional<CanvasSize> canvas = Optional.empty();
        if (size.isPresent()) {
            FilmSize film = FilmSize.of(arguments, size, Optional.empty());
            canvas = Optional.of(new CanvasSize(film.widthPx(), film.heightPx()));
        }
        try {
            return new ImportSettings(rate.map(FrameRate::parse), canvas, ImportSettings.DEFAULT.sampleRateHz());
        } catch (IllegalArgumentException e) {
            throw arguments.usage("--rate " + rate.orElse("") + " is no frame rate such as 30 or 30000/1001");
        }
    }

    /** Notes what the media hold, so that they are found again when they have moved; what is missing cannot be noted. */
    private List<MediaReference> fingerprinted(List<MediaReference> media) throws CommandException {
        List<MediaReference> noted = new ArrayList<>();
        for (MediaReference reference : media) {
            Optional<Path> file = ProjectMedia.file(reference).filter(Files::isRegularFile);
            try {
                noted.add(file.isPresent() ? reference.withFingerprint(fingerprints.of(file.get())) : reference);
            } catch (MediaException e) {
                throw MediaFailures.of(e);
            }
        }
        return noted;
    }

    private static void report(Project project, Path target, int losses, Console console, boolean json) {
        Sequence main = project.mainSequence();
        String size = main.widthPx() + "x" + main.heightPx();
        console.out().println(json ? Json.line(out -> {
            out.writeStringField("event", "summary");
            out.writeStringField("file", target.toString());
            out.writeStringField("size", size);
            out.writeStringField("frameRate", main.rate().toString());
            out.writeNumberField("tracks", main.tracks().size());
            out.writeNumberField("frames", main.durationFrames());
            out.writeNumberField("media", project.media().size());
            out.writeNumberField("notCarriedOver", losses);
        })
                : target + ": " + size + " at " + main.rate() + " frames/s, " + main.tracks().size()
                        + (main.tracks().size() == 1 ? " track, " : " tracks, ") + main.durationFrames() + " frames, "
                        + losses + " not carried over");
    }
}
