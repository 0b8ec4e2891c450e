package org.reelbench.project.internal.file;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;

/**
 * What holds between sequences that show each other: each one shown is there, and none shows itself, however roundabout.
 */
public final class NestingRules {

    private final Map<Id, Set<Id>> shown = new HashMap<>();
    private final Set<Id> harmless = new HashSet<>();

    private NestingRules(List<Sequence> sequences) {
        sequences.forEach(sequence -> shown.put(sequence.id(), shownBy(sequence)));
    }

    /** Returns what does not hold, without a full stop, or empty. Costs the number of items. */
    public static Optional<String> violation(List<Sequence> sequences) {
        NestingRules rules = new NestingRules(sequences);
        return sequences.stream().map(sequence -> rules.violation(sequence.id(), new LinkedHashSet<>()))
                .flatMap(Optional::stream).findFirst();
    }

    /** Returns the sequences that the clips of one show. */
    public static Set<Id> shownBy(Sequence sequence) {
        Set<Id> inner = new LinkedHashSet<>();
        for (Track track : sequence.tracks()) {
            for (Item item : track.items()) {
                if (item instanceof Clip clip && clip.content() instanceof NestedSequence nested) {
                    inner.add(nested.sequence());
                }
            }
        }
        return inner;
    }

    private Optional<String> violation(Id sequence, Set<Id> outer) {
        if (harmless.contains(sequence)) {
            return Optional.empty();
        }
        if (!outer.add(sequence)) {
            return Optional.of("sequence '" + Places.shown(sequence.value()) + "' contains itself");
        }
        for (Id inner : shown.getOrDefault(sequence, Set.of())) {
            if (!shown.containsKey(inner)) {
                return Optional.of("sequence '" + Places.shown(sequence.value()) + "' shows the sequence '"
                        + Places.shown(inner.value()) + "', which the project does not hold");
            }
            Optional<String> violation = violation(inner, outer);
            if (violation.isPresent()) {
                return violation;
            }
        }
        outer.remove(sequence);
        harmless.add(sequence);
        return Optional.empty();
    }
}
