package org.reelbench.project.internal.session;

import java.util.Optional;
import java.util.TreeMap;

import org.reelbench.project.Project;

/**
 * The states of the latest revisions, which share what they have in common. Used under the session's lock.
 */
final class Revisions {

    private static final int MAX = 1_000;

    private final TreeMap<Long, Project> states = new TreeMap<>();

    void add(long revision, Project project) {
        states.put(revision, project);
        if (states.size() > MAX) {
            states.pollFirstEntry();
        }
    }

    Optional<Project> find(long revision) {
        return Optional.ofNullable(states.get(revision));
    }
}
