package org.reelbench.workbench.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.Project;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

/**
 * What a project and the sequence that is shown are set to, as it is typed.
 *
 * @param project the project's name
 * @param sequence the sequence's name
 * @param size the size of the canvas, such as {@code 1920 × 1080}
 * @param rate frames a second, such as {@code 25} or {@code 30000/1001}
 * @param sampleRate samples of sound a second
 * @param limiter whether a limiter keeps loud places below full scale
 */
record ProjectForm(String project, String sequence, String size, String rate, String sampleRate, boolean limiter) {

    /** Sample rates that are offered; others can be typed. */
    static final List<String> SAMPLE_RATES = List.of("48000", "44100", "96000");

    private static final int LEAST_HZ = 8000;
    private static final int MOST_HZ = 192_000;

    static ProjectForm of(Project project, Sequence sequence) {
        return new ProjectForm(project.name(), sequence.name(), sequence.widthPx() + " × " + sequence.heightPx(),
                sequence.rate().toString(), Integer.toString(sequence.sampleRateHz()), sequence.limiter());
    }

    /** Why the frame rate cannot be changed; empty if it can. */
    static Optional<String> rateIsKept(Sequence sequence) {
        boolean isEmpty = sequence.markers().isEmpty() && sequence.inOut() == null
                && sequence.tracks().stream().allMatch(track -> track.items().isEmpty());
        return isEmpty
                ? Optional.empty()
                : Optional.of("All that lies on the tracks is counted in frames: the rate changes only while nothing does.");
    }

    /** Tells what stands in the way; empty if nothing does. */
    Optional<String> problem() {
        if (project.isBlank() || sequence.isBlank()) {
            return Optional.of("A name has at least one letter");
        }
        if (NewFilm.sides(size) == null) {
            return Optional.of(NewFilm.SIZE_PROBLEM);
        }
        if (NewFilm.frameRate(rate).isEmpty()) {
            return Optional.of(NewFilm.RATE_PROBLEM);
        }
        int hz = sampleRate.strip().matches("\\d{1,6}") ? Integer.parseInt(sampleRate.strip()) : 0;
        return hz >= LEAST_HZ && hz <= MOST_HZ
                ? Optional.empty()
                : Optional.of("Write the sound as samples a second, from " + LEAST_HZ + " to " + MOST_HZ);
    }

    /** Returns the one edit that makes all that is other than before; empty if nothing is. */
    Optional<EditCommand> change(ProjectForm before, Id id, long revision) {
        List<EditCommand> steps = new ArrayList<>();
        if (!project.strip().equals(before.project)) {
            steps.add(EditCommand.of(EditCommands.RENAME_PROJECT, revision).with("name", project.strip()));
        }
        if (!sequence.strip().equals(before.sequence)) {
            steps.add(of(EditCommands.RENAME_SEQUENCE, id, revision).with("name", sequence.strip()));
        }
        Map<String, Object> form = form(before);
        if (!form.isEmpty()) {
            EditCommand changed = of(EditCommands.SET_SEQUENCE_FORM, id, revision);
            for (Map.Entry<String, Object> one : form.entrySet()) {
                changed = changed.with(one.getKey(), one.getValue());
            }
            steps.add(changed);
        }
        if (limiter != before.limiter) {
            steps.add(of(EditCommands.SET_LIMITER, id, revision).with("limiter", limiter));
        }
        return switch (steps.size()) {
        case 0 -> Optional.empty();
        case 1 -> Optional.of(steps.getFirst());
        default -> Optional.of(EditCommands.unit("Change project settings", steps, revision));
        };
    }

    private static EditCommand of(String name, Id sequence, long revision) {
        return EditCommand.of(name, revision).with("sequence", sequence.value());
    }

    private Map<String, Object> form(ProjectForm before) {
        Map<String, Object> form = new LinkedHashMap<>();
        int[] sides = NewFilm.sides(size);
        int[] old = NewFilm.sides(before.size);
        if (sides != null && (old == null || sides[0] != old[0] || sides[1] != old[1])) {
            form.put("widthPx", (long) sides[0]);
            form.put("heightPx", (long) sides[1]);
        }
        NewFilm.frameRate(rate).filter(now -> !Optional.of(now).equals(NewFilm.frameRate(before.rate)))
                .ifPresent(now -> form.put("rate", now.toString()));
        if (!sampleRate.strip().equals(before.sampleRate)) {
            form.put("sampleRateHz", Long.parseLong(sampleRate.strip()));
        }
        return form;
    }
}
