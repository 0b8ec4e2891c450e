package org.reelbench.demo.internal.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.reelbench.cli.CommandException;
import org.reelbench.demo.internal.film.Box;
import org.reelbench.demo.internal.film.Editor;
import org.reelbench.demo.internal.media.Codec;
import org.reelbench.demo.internal.media.FrameTimes;
import org.reelbench.demo.internal.media.MovieSpec;
import org.reelbench.demo.internal.report.Failures;
import org.reelbench.project.EditCommands;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.ProjectSessions;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

/**
 * The film of the render bench: one picture that fills the canvas, the others small on top of it, the sound of the first.
 *
 * @param tracks how many picture tracks
 * @param seconds how long it is
 */
record TrackFilm(int tracks, int seconds) {

    static final FrameRate RATE = FrameRate.of(30, 1);
    static final int WIDTH_PX = 1280;
    static final int HEIGHT_PX = 720;
    static final int SAMPLE_RATE_HZ = 48_000;

    /** About what a camera adds in daylight. */
    private static final int GRAIN = 6;
    /** More tracks than this show the same media again. */
    private static final int MOST_MEDIA = 10;
    private static final double INSET_SCALE = 0.25;
    private static final int INSETS_PER_ROW = 3;
    private static final int INSET_PLACES = 9;

    /** Returns the media, one for each of the first tracks. */
    List<MovieSpec> media() {
        List<MovieSpec> media = new ArrayList<>();
        for (int i = 0; i < Math.min(tracks, MOST_MEDIA); i++) {
            media.add(new MovieSpec(source(i), String.format("track-%02d-%ds.mp4", i + 1, seconds), "mp4",
                    Optional.of(
                            new MovieSpec.Pictures(Codec.H264, WIDTH_PX, HEIGHT_PX, FrameTimes.constant(RATE, frames()), GRAIN)),
                    Optional.of(new MovieSpec.Sound(Codec.AAC, SAMPLE_RATE_HZ, RationalTime.ofSeconds(seconds)))));
        }
        return media;
    }

    int frames() {
        return Math.toIntExact(RATE.frameAt(RationalTime.ofSeconds(seconds)));
    }

    /** Returns the source id that a track shows. */
    static int source(int track) {
        return track % MOST_MEDIA + 1;
    }

    /** Returns which of the media a track shows. */
    static int medium(int track) {
        return track % MOST_MEDIA;
    }

    /** Returns where a track's picture lies; the first fills the canvas, the others lie on even pixels. */
    static Box box(int track) {
        if (track == 0) {
            return new Box(0, 0, WIDTH_PX, HEIGHT_PX);
        }
        int place = (track - 1) % INSET_PLACES;
        return new Box(20 + place % INSETS_PER_ROW * 340, 20 + place / INSETS_PER_ROW * 200, WIDTH_PX * INSET_SCALE,
                HEIGHT_PX * INSET_SCALE);
    }

    /** Returns what it is called. */
    String title() {
        return tracks == 1 ? "1 track" : tracks + " tracks";
    }

    /** Builds the project by edit commands and saves it. */
    Project build(ProjectSessions sessions, Path file, List<Path> files) throws CommandException {
        return build(sessions, file, files, false);
    }

    /** Builds the project and, if proxies are wanted, has it say that each medium shall have one, however light it is. */
    Project build(ProjectSessions sessions, Path file, List<Path> files, boolean withProxies) throws CommandException {
        Sequence empty = new Sequence(new Id("film"), title(), RATE, WIDTH_PX, HEIGHT_PX, SAMPLE_RATE_HZ, List.of(), Extras.NONE);
        try (ProjectSession session = sessions.create(Project.of(title(), empty))) {
            session.saveAs(file);
            edit(new Editor(session), files, withProxies);
            session.save();
            return session.project();
        } catch (IOException e) {
            throw Failures.of(file, e);
        }
    }

    private void edit(Editor editor, List<Path> files, boolean withProxies) throws CommandException {
        List<String> media = new ArrayList<>();
        for (Path file : files) {
            String medium = editor.edit(EditCommands.ADD_MEDIA, Map.of("path", file.toString()));
            media.add(medium);
            if (withProxies) {
                editor.edit(EditCommands.SET_PROXY, Map.of("media", medium, "use", "always"));
            }
        }
        for (int i = 0; i < tracks; i++) {
            String track = editor.edit(EditCommands.ADD_TRACK, Map.of("kind", "video"));
            String clip = editor.edit(EditCommands.APPEND,
                    Map.of("track", track, "media", media.get(medium(i)), "durationFrames", frames()));
            if (i > 0) {
                Box box = box(i);
                editor.edit(EditCommands.SET_TRANSFORM, Map.of("clip", clip, "scale", INSET_SCALE, "xPx",
                        box.x() + box.width() / 2 - WIDTH_PX / 2.0, "yPx", box.y() + box.height() / 2 - HEIGHT_PX / 2.0));
            }
        }
        String sound = editor.edit(EditCommands.ADD_TRACK, Map.of("kind", "audio"));
        editor.edit(EditCommands.APPEND,
                Map.of("track", sound, "media", media.getFirst(), "stream", 1, "durationFrames", frames()));
    }
}
