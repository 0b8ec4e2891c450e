package org.reelbench.demo.internal.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.reelbench.cli.CommandException;
import org.reelbench.demo.internal.film.Editor;
import org.reelbench.demo.internal.report.Failures;
import org.reelbench.media.Cancellation;
import org.reelbench.project.EditCommands;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectSession;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

/** A timeline of eight hours in a thousand clips of a movie that is as long, none of which continues the one before. */
final class LongTimeline {

    static final int CLIPS = 1000;

    private static final int SECONDS = 8 * 3600;
    private static final int WIDTH_PX = 320;
    private static final int HEIGHT_PX = 180;
    private static final long BITS = 60_000;
    private static final LoopedMovie MOVIE = new LoopedMovie("scrub-8h.mp4", 1, WIDTH_PX, HEIGHT_PX, BITS,
            SECONDS / LoopedMovie.GOP_SECONDS);

    private LongTimeline() {
    }

    static long frames() {
        return clipFrames() * CLIPS;
    }

    private static long clipFrames() {
        return MOVIE.frames() / CLIPS;
    }

    /** Where a clip begins in the movie: all over it, on a whole second. */
    static long sourceSecond(int clip) {
        long last = SECONDS - Math.ceilDiv(clipFrames(), LoopedMovie.RATE);
        return Math.floorMod(clip * 7919L, last);
    }

    /** Makes the movie and the project, and returns the project's file. */
    static Path build(Services services, Path folder, Cancellation cancellation) throws CommandException {
        Path movie = MOVIE.provide(folder, services, cancellation);
        Path file = folder.resolve("scrub-8h.reel");
        Sequence empty = new Sequence(new Id("film"), "8 hours", TrackFilm.RATE, WIDTH_PX, HEIGHT_PX, TrackFilm.SAMPLE_RATE_HZ,
                List.of(), Extras.NONE);
        try (ProjectSession session = services.sessions().create(Project.of("8 hours", empty))) {
            session.saveAs(file);
            edit(new Editor(session), movie);
            session.save();
            return file;
        } catch (IOException e) {
            throw Failures.of(file, e);
        }
    }

    private static void edit(Editor editor, Path movie) throws CommandException {
        String medium = editor.edit(EditCommands.ADD_MEDIA, Map.of("path", movie.toString()));
        String track = editor.edit(EditCommands.ADD_TRACK, Map.of("kind", "video"));
        for (int clip = 0; clip < CLIPS; clip++) {
            editor.edit(EditCommands.APPEND, Map.of("track", track, "media", medium, "sourceIn", sourceSecond(clip) + "s",
                    "durationFrames", clipFrames()));
        }
    }
}
