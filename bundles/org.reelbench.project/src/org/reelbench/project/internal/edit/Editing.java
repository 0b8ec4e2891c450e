package org.reelbench.project.internal.edit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.reelbench.project.Project;
import org.reelbench.project.internal.file.Places;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;

/**
 * What an operation works on: the project, the parameters, and the sequence they name.
 */
final class Editing {

    private final Project project;
    private final Optional<Path> folder;
    private final Parameters parameters;
    private final Sequence sequence;

    Editing(Project project, Optional<Path> folder, Parameters parameters) throws EditRefused {
        this.project = project;
        this.folder = folder;
        this.parameters = parameters;
        if (parameters.has("sequence")) {
            Id id = parameters.id("sequence");
            sequence = project.sequence(id).orElseThrow(() -> parameters.refused("there is no sequence '" + id + "'"));
        } else {
            sequence = project.mainSequence();
        }
    }

    Project project() {
        return project;
    }

    /** Returns the folder of the project file, or empty if the project was never saved. */
    Optional<Path> folder() {
        return folder;
    }

    Parameters parameters() {
        return parameters;
    }

    Sequence sequence() {
        return sequence;
    }

    Track track(String parameter) throws EditRefused {
        Id id = parameters.id(parameter);
        return sequence.findTrack(id).orElseThrow(() -> parameters.refused("there is no track '" + id + "'"));
    }

    ClipPlace clip() throws EditRefused {
        Id id = parameters.id("clip");
        return sequence.findClip(id).orElseThrow(() -> parameters.refused("there is no clip '" + id + "'"));
    }

    String timecode(long frame) {
        return Timecodes.of(frame, sequence.rate());
    }

    /** Refuses a clip whose times do not fit exact arithmetic: it could be neither shown nor loaded again. */
    Clip computable(Clip clip) throws EditRefused {
        try {
            clip.sourceTimeAt(clip.durationFrames(), sequence.rate());
            return clip;
        } catch (ArithmeticException e) {
            throw new EditRefused("the times of the clip are too large or too fine to compute with", e);
        }
    }

    Outcome outcome(Sequence after, String label, Id... created) {
        return new Outcome(after == sequence ? project : project.withSequence(after), label, List.of(created));
    }

    static String shown(Clip clip) {
        return "'" + Places.shown(clip.name().isBlank() ? clip.id().value() : clip.name()) + "'";
    }

    static String shown(Track track) {
        return "'" + Places.shown(track.name().isBlank() ? track.id().value() : track.name()) + "'";
    }
}
