package org.reelbench.project.internal.edit;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.reelbench.project.Project;
import org.reelbench.project.internal.file.Places;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;

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

    /** Returns the clips that the parameters name: those of the list, or the single one. */
    List<ClipPlace> clips() throws EditRefused {
        if (!parameters.has("clips")) {
            return List.of(clip());
        }
        if (parameters.has("clip")) {
            throw parameters.refused("only one of \"clip\" and \"clips\" says what is meant");
        }
        Map<Id, ClipPlace> places = new LinkedHashMap<>();
        for (Id id : parameters.ids("clips")) {
            places.put(id, sequence.findClip(id).orElseThrow(() -> parameters.refused("there is no clip '" + id + "'")));
        }
        return List.copyOf(places.values());
    }

    /** Tells whether clips that belong to the named ones do as these do. */
    boolean withLinked() throws EditRefused {
        return parameters.flag("linked", true);
    }

    long frames(String parameter, long min) throws EditRefused {
        return parameters.frames(parameter, min, sequence.rate());
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

    /** Refuses clips, and those beside them, whose times do not fit exact arithmetic. */
    void requireComputable(Sequence after, Collection<Id> clips) throws EditRefused {
        for (Id id : clips) {
            Optional<ClipPlace> place = after.findClip(id);
            if (place.isPresent()) {
                TrackItems items = place.get().track().items();
                // A transition or a gap may lie between two clips.
                int last = Math.min(items.size() - 1, place.get().index() + 2);
                for (int index = Math.max(0, place.get().index() - 2); index <= last; index++) {
                    if (items.get(index) instanceof Clip clip) {
                        computable(clip);
                    }
                }
            }
        }
    }

    Outcome outcome(Sequence after, String label, Id... created) {
        return outcome(after, label, List.of(created));
    }

    /** Of the ids, those of clips that are there were made. */
    Outcome outcome(Sequence after, String label, List<Id> spare) {
        List<Id> created = spare.stream().filter(id -> sequence.findClip(id).isEmpty()
                && (after.findClip(id).isPresent() || !id.value().startsWith("c"))).toList();
        return new Outcome(after == sequence ? project : project.withSequence(after), label, created);
    }

    static String shown(List<ClipPlace> places) {
        return places.size() == 1 ? shown(places.getFirst().clip()) : places.size() + " clips";
    }

    static String shown(Clip clip) {
        return "'" + Places.shown(clip.name().isBlank() ? clip.id().value() : clip.name()) + "'";
    }

    static String shown(Track track) {
        return "'" + Places.shown(track.name().isBlank() ? track.id().value() : track.name()) + "'";
    }
}
