package org.reelbench.demo.internal.film;

import static org.reelbench.project.EditCommands.ADD_MEDIA;
import static org.reelbench.project.EditCommands.ADD_TRACK;
import static org.reelbench.project.EditCommands.APPEND;
import static org.reelbench.project.EditCommands.DISSOLVE;
import static org.reelbench.project.EditCommands.HIDE_TRACK;
import static org.reelbench.project.EditCommands.MOVE;
import static org.reelbench.project.EditCommands.PLACE;
import static org.reelbench.project.EditCommands.SET_GAIN;
import static org.reelbench.project.EditCommands.SET_OPACITY;
import static org.reelbench.project.EditCommands.SET_TRANSFORM;
import static org.reelbench.project.EditCommands.SHOW_TRACK;
import static org.reelbench.project.EditCommands.SPLIT;
import static org.reelbench.project.EditCommands.TRIM_END;
import static org.reelbench.project.EditCommands.TRIM_START;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;
import org.reelbench.demo.internal.media.DemoMedia;
import org.reelbench.demo.internal.media.MediaSpec;
import org.reelbench.demo.internal.report.Failures;
import org.reelbench.media.Fingerprints;
import org.reelbench.media.MediaException;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectFile;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.ProjectSessions;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

/** Edits the demo film as somebody at the window would, with detours: a trim, moves, a mistake undone, a track hidden for once. */
public final class FilmEditing {

    private static final int SAMPLE_RATE_HZ = 48_000;
    /** In the files made here, pictures come first and sound second. */
    private static final int SOUND = 1;

    private final DemoMedia media;
    private final int shrink;
    private final Editor editor;
    private final Map<MediaSpec, String> ids = new HashMap<>();

    private FilmEditing(DemoMedia media, int shrink, Editor editor) {
        this.media = media;
        this.shrink = shrink;
        this.editor = editor;
    }

    /**
     * Makes the project and saves it.
     *
     * @param sessions opens projects
     * @param file the project file, replaced if it exists
     * @param mediaFolder the folder of the media
     * @param media the media, which lie there
     * @param fingerprints knows their content
     * @param shrink by what the sides of the canvas are divided
     * @return the project, as it was read from the file again
     * @throws CommandException if an edit is refused, or the file cannot be written
     */
    public static Project build(ProjectSessions sessions, Path file, Path mediaFolder, DemoMedia media,
            Fingerprints fingerprints, int shrink) throws CommandException {
        Sequence empty = new Sequence(new Id("film"), "Demo film", EditList.RATE, 1280 / shrink, 720 / shrink, SAMPLE_RATE_HZ,
                List.of(), Extras.NONE);
        try (ProjectSession session = sessions.create(Project.of("Demo", empty))) {
            session.saveAs(file);
            FilmEditing editing = new FilmEditing(media, shrink, new Editor(session));
            editing.add(mediaFolder, fingerprints);
            editing.editPictures();
            editing.editSound();
            session.save();
            Project saved = ProjectFile.load(file);
            if (!saved.equals(session.project())) {
                throw new CommandException(ExitCode.FAILED,
                        file + ": the project read from the file is not the one that was saved");
            }
            return saved;
        } catch (IOException e) {
            throw Failures.of(file, e);
        }
    }

    private void add(Path mediaFolder, Fingerprints fingerprints) throws CommandException {
        for (String kind : List.of("video", "video", "video", "audio", "audio")) {
            editor.edit(ADD_TRACK, Map.of("kind", kind));
        }
        for (MediaSpec spec : media.all()) {
            Path file = mediaFolder.resolve(spec.file());
            try {
                ids.put(spec, editor.edit(ADD_MEDIA, Map.of("path", file.toString(), "fingerprint", fingerprints.of(file))));
            } catch (MediaException e) {
                throw Failures.of(e);
            }
        }
    }

    private void editPictures() throws CommandException {
        String opening = editor.edit(APPEND, Map.of("track", "v1", "media", id(media.city()), "durationFrames", 150));
        editor.edit(APPEND, Map.of("track", "v1", "media", id(media.walk()), "sourceIn", "1.25s", "durationFrames", "5s"));
        editor.edit(DISSOLVE, Map.of("clip", opening, "durationFrames", 24));
        String phone = editor.edit(PLACE,
                Map.of("track", "v1", "media", id(media.phone()), "startFrame", 300, "durationFrames", 135));
        editor.edit(TRIM_START, Map.of("clip", phone, "deltaFrames", 15));
        editor.edit(MOVE, Map.of("clip", phone, "toFrame", 300));
        editor.edit(APPEND, Map.of("track", "v1", "still", id(media.title()), "durationFrames", 60));
        editor.edit(APPEND, Map.of("track", "v1", "media", id(media.screen()), "sourceIn", "2s", "durationFrames", 120));
        editor.edit(SPLIT, Map.of("track", "v1", "frame", 511));
        String drone = editor.edit(PLACE,
                Map.of("track", "v2", "media", id(media.drone()), "sourceIn", "2/5s", "startFrame", 180, "durationFrames", 75));
        editor.edit(SET_TRANSFORM, place(drone, EditList.DRONE_PLACE));
        editor.edit(MOVE, Map.of("clip", drone, "toFrame", 345));
        editor.edit(PLACE,
                Map.of("track", "v2", "media", id(media.city()), "sourceIn", "1s", "speed", EditList.CITY_SPEED,
                        "startFrame", 555, "durationFrames", 45));
        String walk = editor.edit(PLACE,
                Map.of("track", "v3", "media", id(media.walk()), "sourceIn", EditList.WALK_INSET_IN,
                        "startFrame", 330, "durationFrames", 75));
        editor.edit(SET_TRANSFORM, place(walk, EditList.WALK_PLACE));
        editor.edit(SET_OPACITY, Map.of("clip", walk, "opacity", EditList.WALK_OPACITY));
        editor.edit(PLACE, Map.of("track", "v3", "still", id(media.title()), "startFrame", 0, "durationFrames", 30));
        editor.undo();
        editor.edit(HIDE_TRACK, Map.of("track", "v3"));
        editor.edit(SHOW_TRACK, Map.of("track", "v3"));
    }

    private void editSound() throws CommandException {
        String opening = editor.edit(APPEND,
                Map.of("track", "a1", "media", id(media.city()), "stream", SOUND, "durationFrames", 150));
        editor.edit(APPEND,
                Map.of("track", "a1", "media", id(media.walk()), "stream", SOUND, "sourceIn", "1.25s", "durationFrames", 150));
        editor.edit(DISSOLVE, Map.of("clip", opening, "durationFrames", 24));
        editor.edit(PLACE,
                Map.of("track", "a1", "media", id(media.screen()), "stream", SOUND, "sourceIn", "2s",
                        "startFrame", 480, "durationFrames", 120));
        editor.edit(SPLIT, Map.of("track", "a1", "frame", 511));
        String music = editor.edit(APPEND,
                Map.of("track", "a2", "media", id(media.music()), "sourceIn", "0.5s", "durationFrames", 640));
        editor.edit(TRIM_END, Map.of("clip", music, "deltaFrames", -40));
        editor.edit(SET_GAIN, Map.of("clip", music, "gainDb", -6));
    }

    private String id(MediaSpec spec) {
        return ids.getOrDefault(spec, "");
    }

    private Map<String, Object> place(String clip, Place place) {
        return Map.of("clip", clip, "xPx", place.xPx(shrink), "yPx", place.yPx(shrink), "scale", place.scale());
    }
}
