package org.reelbench.sdk.internal;

import java.util.List;

/** What a new project is written for, beside the program's own {@code plugin build}. */
enum Builder {
    /** The bundles come from a repository of Maven; the target platform is the program that writes the project. */
    MAVEN("", List.of(), "the bundles of Reelbench are in a repository of Maven"),

    /** The bundles come from a p2 site. */
    TYCHO("tycho/", List.of("build.properties"), "`REELBENCH_SITE` is the address of the p2 site");

    private final String folder;
    private final List<String> more;
    private final String condition;

    Builder(String folder, List<String> more, String condition) {
        this.folder = folder;
        this.more = more;
        this.condition = condition;
    }

    /** Where among the templates its own files are, with a slash behind. */
    String folder() {
        return folder;
    }

    /** The files that only it has. */
    List<String> more() {
        return more;
    }

    /** When {@code mvn verify} builds the project, for its README. */
    String condition() {
        return condition;
    }
}
