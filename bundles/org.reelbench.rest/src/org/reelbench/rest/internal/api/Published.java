package org.reelbench.rest.internal.api;

import org.reelbench.project.ProjectSession;
import org.reelbench.rest.ProjectSettings;
import org.reelbench.rest.internal.export.ProjectExports;
import org.reelbench.rest.internal.record.ProjectRecordings;

/**
 * A project that can be reached.
 *
 * @param id its name in addresses
 * @param session edits it
 * @param settings what else may be done
 * @param exports the films that are made of it
 * @param recordings the recordings that are made for it
 */
public record Published(String id, ProjectSession session, ProjectSettings settings, ProjectExports exports,
        ProjectRecordings recordings) {
}
