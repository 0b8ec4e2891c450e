package org.reelbench.interchange.internal.otio;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.reelbench.interchange.ImportedTimeline;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Invariants;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Still;
import org.reelbench.timeline.Track;

/** What holds of everything that was read, whatever the file was. */
final class Checks {

    private Checks() {
    }

    /** Returns what does not hold, or an empty text. */
    static String problem(ImportedTimeline timeline) {
        Set<Id> media = new HashSet<>(timeline.media().stream().map(MediaReference::id).toList());
        if (media.size() != timeline.media().size()) {
            return "two media have one id";
        }
        Map<Id, Sequence> sequences;
        try {
            sequences = timeline.sequences().stream().collect(Collectors.toMap(Sequence::id, Function.identity()));
        } catch (IllegalStateException e) {
            return "two sequences have one id";
        }
        for (Sequence sequence : timeline.sequences()) {
            List<String> violations = Invariants.violations(sequence);
            if (!violations.isEmpty()) {
                return violations.getFirst();
            }
            for (Track track : sequence.tracks()) {
                for (Item item : track.items()) {
                    if (item instanceof Clip clip) {
                        String problem = problem(clip, sequence, media, sequences);
                        if (!problem.isEmpty()) {
                            return problem;
                        }
                    }
                }
            }
            if (contains(sequence, sequence.id(), sequences, 0)) {
                return sequence.id() + " contains itself";
            }
        }
        return "";
    }

    private static String problem(Clip clip, Sequence sequence, Set<Id> media, Map<Id, Sequence> sequences) {
        try {
            clip.sourceTimeAt(clip.durationFrames(), sequence.rate());
        } catch (ArithmeticException e) {
            return "clip " + clip.id() + " cannot be computed with";
        }
        boolean isThere = switch (clip.content()) {
        case MediaStream stream -> media.contains(stream.media());
        case Still still -> media.contains(still.media());
        case NestedSequence nested -> sequences.containsKey(nested.sequence());
        case Generator _ -> true;
        };
        return isThere ? "" : "clip " + clip.id() + " shows what is not there";
    }

    private static boolean contains(Sequence sequence, Id wanted, Map<Id, Sequence> sequences, int depth) {
        return depth > 200 || sequence.tracks().stream().flatMap(track -> track.items().toList().stream())
                .anyMatch(item -> item instanceof Clip clip && clip.content() instanceof NestedSequence nested
                        && (nested.sequence().equals(wanted)
                                || contains(sequences.get(nested.sequence()), wanted, sequences, depth + 1)));
    }
}
