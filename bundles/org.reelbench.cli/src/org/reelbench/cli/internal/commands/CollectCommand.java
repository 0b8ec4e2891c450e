package org.reelbench.cli.internal.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Json;
import org.reelbench.cli.Subcommand;
import org.reelbench.media.Fingerprints;
import org.reelbench.media.MediaCollector;
import org.reelbench.media.MediaCollector.Collected;
import org.reelbench.media.MediaCollector.Source;
import org.reelbench.media.MediaCollector.State;
import org.reelbench.media.MediaException;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectFile;
import org.reelbench.timeline.ImageSequence;
import org.reelbench.timeline.MediaReference;

/** {@code reelbench collect}: copies a project with all its media into a folder. */
@Component(service = Subcommand.class)
public final class CollectCommand implements Subcommand {

    private static final String MEDIA_FOLDER = "media";

    private final ProjectLoader loader;
    private final Fingerprints fingerprints;

    /**
     * Creates the command.
     *
     * @param loader loads the project
     * @param fingerprints knows what identifies files
     */
    @Activate
    public CollectCommand(@Reference ProjectLoader loader, @Reference Fingerprints fingerprints) {
        this.loader = loader;
        this.fingerprints = fingerprints;
    }

    @Override
    public String name() {
        return "collect";
    }

    @Override
    public String summary() {
        return "copies a project with all its media into a folder";
    }

    @Override
    public String usage() {
        return """
                collect PROJECT -o FOLDER [--force] [--verify] [--json]
                  PROJECT     a project (.reel), or a timeline of another program (.otio), which becomes a project
                  -o FOLDER   gets a copy of the project, and the media in FOLDER/media, the files of each image
                              sequence in a folder of their own; nothing is moved or changed.
                              Called again, it goes on where it was stopped
                  --force     replaces a project of this name that is in FOLDER already
                  --verify    compares every byte of the copies with the media, also of those that were there already
                  --json      one JSON object a line: each medium, then a summary
                  Media on other machines are not copied; their addresses stay.
                  Exit code 3 if media are missing; the others are copied all the same.""";
    }

    @Override
    public int run(List<String> words, Console console) throws CommandException {
        Arguments arguments = new Arguments(this, words);
        boolean json = arguments.flag("--json");
        boolean force = arguments.flag("--force");
        boolean verify = arguments.flag("--verify");
        String output = arguments.value("-o", "--output").orElseThrow(() -> arguments.usage("-o FOLDER is missing"));
        Path file = console.file(arguments.rest(1, 1).getFirst());
        Path folder = console.file(output).toAbsolutePath();
        Path target = folder.resolve(projectName(file));
        if (target.equals(file.toAbsolutePath())) {
            throw new CommandException(ExitCode.OUTPUT, folder + ": the project lies here already; choose another folder");
        }
        if (Files.exists(target) && !force) {
            throw new CommandException(ExitCode.OUTPUT, target + ": there is a project of this name already; choose another"
                    + " folder, or add --force");
        }
        Project project = loader.load(file, console, json);
        List<Collected> files = new ArrayList<>();
        List<Collected> collected = copy(project, folder.resolve(MEDIA_FOLDER), files, console);
        if (verify) {
            new CopyCheck(fingerprints, console.cancellation()).check(files);
        }
        save(project, collected, target);
        report(collected, target, json, console);
        return collected.stream().anyMatch(medium -> medium.state() == State.MISSING) ? ExitCode.INPUT : ExitCode.OK;
    }

    /** A timeline of another program is collected as a project. */
    private String projectName(Path file) {
        String name = file.getFileName().toString();
        return loader.isForeign(file) ? name.substring(0, name.lastIndexOf('.')) + ProjectFile.EXTENSION : name;
    }

    /** Returns what became of each medium, and adds the files that were copied. */
    private List<Collected> copy(Project project, Path folder, List<Collected> files, Console console) throws CommandException {
        MediaCollector collector = new MediaCollector(fingerprints);
        MediaCollector.Progress progress = (done, total) -> {
            if (console.terminal()) {
                console.err().print("\r" + (total == 0 ? 100 : done * 100 / total) + " % copied ");
            }
        };
        List<MediaReference> local = project.media().stream().filter(medium -> !medium.isRemote()).toList();
        // What cannot be a path here is no file, as the folder is none.
        List<Source> sources = local.stream().filter(medium -> medium.imageSequence() == null)
                .map(medium -> new Source(medium.id().value(), ProjectMedia.file(medium).orElse(folder))).toList();
        Map<String, Collected> collected = new HashMap<>();
        try {
            for (Collected copy : collector.collect(sources, folder, progress, console.cancellation())) {
                collected.put(copy.source().id(), copy);
                files.add(copy);
            }
            int number = 0;
            for (MediaReference medium : local) {
                ImageSequence images = medium.imageSequence();
                if (images != null) {
                    number++;
                    ImageCopies copies = ImageCopies.collect(medium, images, folder.resolve("images " + number), collector,
                            progress, console.cancellation());
                    collected.put(medium.id().value(), copies.medium());
                    files.addAll(copies.files());
                }
            }
        } catch (MediaException e) {
            throw MediaFailures.of(e);
        } finally {
            if (console.terminal()) {
                console.err().println();
            }
        }
        return local.stream().map(medium -> Objects.requireNonNull(collected.get(medium.id().value()))).toList();
    }

    private static void save(Project project, List<Collected> collected, Path target) throws CommandException {
        List<MediaReference> media = new ArrayList<>();
        Map<String, Collected> copies = collected.stream()
                .collect(Collectors.toMap(copy -> copy.source().id(), Function.identity()));
        for (MediaReference before : project.media()) {
            Collected copy = copies.get(before.id().value());
            media.add(copy == null || copy.state() == State.MISSING
                    ? before
                    : before.withPath(copy.file().toString()).withFingerprint(copy.fingerprint()));
        }
        try {
            ProjectFile.save(project.withMedia(media), target);
        } catch (IOException e) {
            throw new CommandException(ExitCode.OUTPUT, e.getMessage(), e);
        }
    }

    private static void report(List<Collected> collected, Path target, boolean json, Console console) {
        for (Collected medium : collected) {
            String from = medium.source().file().toString();
            String state = switch (medium.state()) {
            case COPIED -> "copied";
            case ALREADY_THERE -> "was there";
            case MISSING -> "missing";
            };
            console.out().println(json ? Json.line(out -> {
                out.writeStringField("event", "medium");
                out.writeStringField("media", medium.source().id());
                out.writeStringField("state", medium.state().name());
                out.writeStringField("from", from);
                if (medium.state() != State.MISSING) {
                    out.writeStringField("to", medium.file().toString());
                }
            }) : medium.source().id() + ": " + state + ": " + (medium.state() == State.MISSING ? from : medium.file()));
        }
        long missing = collected.stream().filter(medium -> medium.state() == State.MISSING).count();
        console.out().println(json ? Json.line(out -> {
            out.writeStringField("event", "summary");
            out.writeStringField("file", target.toString());
            out.writeNumberField("media", collected.size());
            out.writeNumberField("missing", missing);
        }) : target + ": " + collected.size() + " media, " + missing + " missing");
    }
}
