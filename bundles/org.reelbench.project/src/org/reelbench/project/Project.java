package org.reelbench.project;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.Sequence;

/**
 * One state of a project: the media it uses and the sequences made of them.
 * <p>
 * Immutable, safe for every thread. An edit makes a new project that shares all unchanged parts with the old one, so states are
 * cheap to keep and to compare.
 *
 * @param name what a person calls the project; may be empty
 * @param media the media its clips refer to, each id once
 * @param sequences its sequences, at least one, each id once
 * @param mainSequenceId the sequence that is shown, edited and exported where no other is named
 * @param extras members of the project file that this version does not know
 */
public record Project(String name, List<MediaReference> media, List<Sequence> sequences, Id mainSequenceId, Extras extras) {

    /**
     * Creates a project state.
     *
     * @throws IllegalArgumentException if an id is used twice, or the main sequence is not among the sequences
     */
    public Project {
        media = MediaList.of(media);
        sequences = List.copyOf(sequences);
        requireUnique(sequences);
        if (find(sequences, mainSequenceId).isEmpty()) {
            throw new IllegalArgumentException("the main sequence '" + mainSequenceId.value() + "' is not in the project");
        }
    }

    /**
     * Returns a project of one sequence and no media.
     *
     * @param name what a person calls the project
     * @param sequence the sequence
     * @return the project
     */
    public static Project of(String name, Sequence sequence) {
        return new Project(name, List.of(), List.of(sequence), sequence.id(), Extras.NONE);
    }

    /**
     * Returns the main sequence.
     *
     * @return the sequence that is meant where no other is named
     */
    public Sequence mainSequence() {
        return find(sequences, mainSequenceId).orElseThrow();
    }

    /**
     * Finds a sequence.
     *
     * @param id its id
     * @return the sequence, or empty if the project has none of this id
     */
    public Optional<Sequence> sequence(Id id) {
        return find(sequences, id);
    }

    /**
     * Finds a media reference.
     *
     * @param id its id
     * @return the reference, or empty if the project has none of this id
     */
    public Optional<MediaReference> media(Id id) {
        return MediaList.of(media).find(id);
    }

    /**
     * Changes the name.
     *
     * @param newName the new name
     * @return the project with it
     */
    public Project withName(String newName) {
        return new Project(newName, media, sequences, mainSequenceId, extras);
    }

    /**
     * Changes the media.
     *
     * @param newMedia the new references, all of them
     * @return the project with them
     * @throws IllegalArgumentException if an id is used twice
     */
    public Project withMedia(List<MediaReference> newMedia) {
        return new Project(name, newMedia, sequences, mainSequenceId, extras);
    }

    /**
     * Puts a sequence in the place of the one with the same id, or at the end if there is none.
     *
     * @param sequence the new state of the sequence
     * @return the project with it
     */
    public Project withSequence(Sequence sequence) {
        List<Sequence> changed = new ArrayList<>(sequences);
        int index = sequences.stream().map(Sequence::id).toList().indexOf(sequence.id());
        if (index < 0) {
            changed.add(sequence);
        } else {
            changed.set(index, sequence);
        }
        return new Project(name, media, changed, mainSequenceId, extras);
    }

    /**
     * Makes another sequence the main one.
     *
     * @param id the id of a sequence of this project
     * @return the project with it
     * @throws IllegalArgumentException if the project has no such sequence
     */
    public Project withMainSequence(Id id) {
        return new Project(name, media, sequences, id, extras);
    }

    private static Optional<Sequence> find(List<Sequence> sequences, Id id) {
        return sequences.stream().filter(sequence -> sequence.id().equals(id)).findFirst();
    }

    private static void requireUnique(List<Sequence> sequences) {
        Set<Id> seen = new HashSet<>();
        for (Sequence sequence : sequences) {
            if (!seen.add(sequence.id())) {
                throw new IllegalArgumentException("two sequence entries have the id '" + sequence.id().value() + "'");
            }
        }
    }
}
