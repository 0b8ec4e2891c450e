package org.reelbench.project.internal.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.reelbench.project.Project;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Content;
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

/**
 * The rules between the parts of a project; what one part alone can tell, its constructor refuses.
 */
public final class ProjectRules {

    private ProjectRules() {
    }

    /** Returns what breaks the rules, each without a full stop. Costs the number of items. */
    public static List<String> violations(Project project) {
        List<String> violations = new ArrayList<>();
        Set<Id> media = new HashSet<>(project.media().stream().map(MediaReference::id).toList());
        for (Sequence sequence : project.sequences()) {
            violations.addAll(Invariants.violations(sequence));
            for (Track track : sequence.tracks()) {
                String where = Places.named("track", track.name(), track.id()) + " clip '";
                for (Item item : track.items()) {
                    if (item instanceof Clip clip) {
                        mediaOf(clip.content()).filter(id -> !media.contains(id)).ifPresent(id -> violations.add(
                                where + clip.id() + "' shows '" + id + "', which the project's media do not hold"));
                    }
                }
            }
        }
        NestingRules.violation(project.sequences()).ifPresent(violations::add);
        return violations;
    }

    /** Returns the media a content is taken from. */
    public static Optional<Id> mediaOf(Content content) {
        return switch (content) {
        case MediaStream stream -> Optional.of(stream.media());
        case Still still -> Optional.of(still.media());
        case Generator _,NestedSequence _ -> Optional.empty();
        };
    }
}
