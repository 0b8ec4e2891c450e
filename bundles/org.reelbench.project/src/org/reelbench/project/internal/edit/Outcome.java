package org.reelbench.project.internal.edit;

import java.util.List;

import org.reelbench.project.Project;
import org.reelbench.timeline.Id;

/**
 * What a command made of a project.
 *
 * @param project the project after it
 * @param label what was done, for people
 * @param created the ids given to what was made
 */
public record Outcome(Project project, String label, List<Id> created) {
}
