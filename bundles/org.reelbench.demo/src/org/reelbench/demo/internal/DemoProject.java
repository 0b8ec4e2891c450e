package org.reelbench.demo.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.demo.internal.film.FilmEditing;
import org.reelbench.demo.internal.media.DemoMedia;
import org.reelbench.demo.internal.media.MediaFolder;
import org.reelbench.demo.internal.media.MediaSpec;
import org.reelbench.demo.internal.report.Progress;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.Encoders;
import org.reelbench.media.Fingerprints;
import org.reelbench.media.Muxers;
import org.reelbench.project.ProjectSessions;
import org.reelbench.project.SampleProject;

/** The demo film as a project to try things out on, in half the size, as nobody checks its frames here. */
@Component
public final class DemoProject implements SampleProject {

    private static final int SHRINK = 2;

    private final ProjectSessions sessions;
    private final Encoders encoders;
    private final Muxers muxers;
    private final Fingerprints fingerprints;

    /**
     * Creates it; nothing is made yet.
     *
     * @param sessions opens the project
     * @param encoders encode the media
     * @param muxers write the media
     * @param fingerprints knows what identifies the media
     */
    @Activate
    public DemoProject(@Reference ProjectSessions sessions, @Reference Encoders encoders, @Reference Muxers muxers,
            @Reference Fingerprints fingerprints) {
        this.sessions = sessions;
        this.encoders = encoders;
        this.muxers = muxers;
        this.fingerprints = fingerprints;
    }

    @Override
    public String name() {
        return "Demo film";
    }

    @Override
    public Path make(Path folder, Consumer<String> step, CompletionStage<?> cancelled) throws IOException {
        Path mediaFolder = Files.createDirectories(folder.resolve("media"));
        Cancellation cancellation = new Cancellation();
        cancelled.thenRun(cancellation::cancel);
        // Nobody reads lines here: each step is told by its name.
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Progress progress = new Progress(new Console(nowhere, nowhere, false, folder, cancellation), false);
        DemoMedia media = DemoMedia.of(SHRINK);
        try {
            MediaFolder files = new MediaFolder(mediaFolder, encoders, muxers);
            for (MediaSpec spec : media.all()) {
                step.accept(spec.file());
                files.provide(spec, progress, cancellation);
            }
            Path file = folder.resolve("demo.reel");
            step.accept(String.valueOf(file.getFileName()));
            FilmEditing.build(sessions, file, mediaFolder, media, fingerprints, SHRINK);
            return file;
        } catch (CancelledException e) {
            throw new IOException("the demo film was cancelled; what is made of it is used the next time", e);
        } catch (CommandException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
