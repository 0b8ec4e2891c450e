package org.reelbench.cli.internal.serve;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Json;
import org.reelbench.cli.internal.commands.ProjectLoader;
import org.reelbench.encoding.preview.PreviewService;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaSources;
import org.reelbench.preview.PreviewAddresses;
import org.reelbench.preview.PreviewPublication;
import org.reelbench.render.FileMediaCatalog;
import org.reelbench.timeline.Sequence;

/** Serves projects, where previews are part of the installation. */
@Component(service = ServedProjects.class)
public final class ServedProjects {

    private static final long START_MS = 10_000;
    private static final long LOOK_MS = 50;

    private final ProjectLoader loader;
    private final PreviewService previews;
    private final MediaProbe probe;
    private final MediaSources sources;

    private @Nullable PreviewPublication publication;
    private @Nullable EditedProjects edited;

    /**
     * Creates it.
     *
     * @param loader reads projects
     * @param previews encode them
     * @param probe finds out what their media are
     * @param sources opens them
     */
    @Activate
    public ServedProjects(@Reference ProjectLoader loader, @Reference PreviewService previews, @Reference MediaProbe probe,
            @Reference MediaSources sources) {
        this.loader = loader;
        this.previews = previews;
        this.probe = probe;
        this.sources = sources;
    }

    /**
     * Previews have addresses, as the server listens.
     *
     * @param service knows them
     */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public synchronized void setPublication(PreviewPublication service) {
        publication = service;
        notifyAll();
    }

    /**
     * The server does not listen any more.
     *
     * @param service knew addresses
     */
    public synchronized void unsetPublication(PreviewPublication service) {
        if (publication == service) {
            publication = null;
        }
    }

    /**
     * Projects can be edited over HTTP, as the server listens.
     *
     * @param service opens them
     */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public synchronized void setEdited(EditedProjects service) {
        edited = service;
        notifyAll();
    }

    /**
     * The server does not listen any more.
     *
     * @param service opened them
     */
    public synchronized void unsetEdited(EditedProjects service) {
        if (edited == service) {
            edited = null;
        }
    }

    boolean isTimeline(Path file) {
        return loader.isForeign(file);
    }

    /** Reads projects and prints where they are; they are to be closed by the caller. */
    List<Served> serve(List<Path> files, ServeOptions options, Console console) throws CommandException {
        List<Served> projects = new ArrayList<>();
        try {
            for (Path file : files) {
                Served project = project(file, options, console);
                projects.add(project);
                List<Sequence> sequences = project.start();
                project.api().ifPresent(api -> console.out().println(options.json() ? Json.line(out -> {
                    out.writeStringField("file", file.toString());
                    out.writeStringField("api", api);
                }) : file + " can be edited\n  api     " + api));
                tell(file, sequences, console, options.json());
            }
            return projects;
        } catch (CommandException | RuntimeException e) {
            projects.forEach(Served::close);
            throw e;
        }
    }

    private Served project(Path file, ServeOptions options, Console console) throws CommandException {
        Path folder = file.toAbsolutePath().getParent();
        Path base = folder == null ? file : folder;
        MediaSources allowed = sources.allowing(Set.copyOf(options.hosts()));
        ShownPreviews shown = new ShownPreviews(previews,
                new LatestMedia(new FileMediaCatalog(base, List.of(), probe, allowed, console.cancellation())));
        if (!options.edit()) {
            return new ServedProject(file, () -> loader.load(file, console, options.json()), shown);
        }
        if (isTimeline(file)) {
            throw new CommandException(ExitCode.INPUT, file + ": only projects can be edited; import the timeline first ("
                    + "reelbench import)");
        }
        return awaitEdited(console).project(file, shown, options, console);
    }

    /** Shows what was saved since. A file that cannot be read now is shown as it was. */
    void look(Path file, Served project, Console console, boolean json) throws CommandException {
        try {
            tell(file, project.look(), console, json);
        } catch (CommandException e) {
            console.err().println("reelbench serve: " + e.getMessage() + "; what was there before is shown");
        }
    }

    private void tell(Path file, List<Sequence> sequences, Console console, boolean json) throws CommandException {
        if (sequences.isEmpty()) {
            return;
        }
        PreviewPublication known = await(console);
        for (Sequence sequence : sequences) {
            PreviewAddresses addresses = known.addresses(sequence.id());
            console.out().println(json ? Json.line(out -> {
                out.writeStringField("file", file.toString());
                out.writeStringField("sequence", sequence.id().value());
                out.writeStringField("name", sequence.name());
                out.writeStringField("page", addresses.page().toString());
                out.writeStringField("manifest", addresses.manifest().toString());
                out.writeStringField("hls", addresses.hls().toString());
                out.writeStringField("stream", addresses.stream().toString());
            })
                    : file + ": " + sequence.name() + "\n  page    " + addresses.page() + "\n  hls     " + addresses.hls()
                            + "\n  stream  " + addresses.stream());
        }
    }

    private synchronized PreviewPublication await(Console console) throws CommandException {
        await(() -> publication == null, console);
        PreviewPublication known = publication;
        if (known == null) {
            throw new CommandException(ExitCode.NOT_AVAILABLE,
                    "previews are not part of this installation; add the bundle org.reelbench.preview");
        }
        return known;
    }

    private synchronized EditedProjects awaitEdited(Console console) throws CommandException {
        await(() -> edited == null, console);
        EditedProjects known = edited;
        if (known == null) {
            throw new CommandException(ExitCode.NOT_AVAILABLE,
                    "editing over HTTP is not part of this installation; add the bundle org.reelbench.rest");
        }
        return known;
    }

    /** Waits while something is not there, for a while. */
    private synchronized void await(BooleanSupplier isMissing, Console console) {
        long endNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(START_MS);
        while (isMissing.getAsBoolean() && !console.cancellation().isCancelled() && System.nanoTime() - endNs < 0) {
            try {
                wait(LOOK_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                console.cancellation().cancel();
            }
        }
        if (isMissing.getAsBoolean()) {
            console.cancellation().check();
        }
    }
}
