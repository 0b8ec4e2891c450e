package org.reelbench.ui;

import org.eclipse.core.runtime.jobs.Job;

/**
 * The kinds of jobs that others ask about.
 * <p>
 * For every thread. A job is of a family when its {@link Job#belongsTo(Object)} says so.
 */
public final class JobFamilies {

    /** Exports: nobody may quit without being asked about those that run. */
    public static final Object EXPORT = new Object();

    private JobFamilies() {
    }
}
