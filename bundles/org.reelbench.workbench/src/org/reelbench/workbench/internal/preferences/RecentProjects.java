package org.reelbench.workbench.internal.preferences;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.reelbench.ui.UiThread;

/**
 * The projects opened last, and which of them are gone. Whether a file is there is looked up in jobs, as a disk may sleep: what is
 * shown is what the last look found. For the UI thread.
 */
public final class RecentProjects {

    private static final List<Runnable> LISTENERS = new CopyOnWriteArrayList<>();
    private static volatile Set<Path> missing = Set.of();

    private RecentProjects() {
    }

    /** Returns the projects, the latest first. */
    public static List<Path> all() {
        return Settings.recentProjects();
    }

    /** Whether the last look did not find it. */
    public static boolean isMissing(Path project) {
        return missing.contains(project);
    }

    /** Looks again, and tells listeners on the UI thread. */
    public static void look() {
        Job job = Job.createSystem("Looking for recent projects", _ -> {
            UiThread.forbid("looking for files");
            missing = all().stream().filter(project -> !Files.exists(project)).collect(Collectors.toUnmodifiableSet());
            UiThread.later(() -> LISTENERS.forEach(Runnable::run));
        });
        job.schedule();
    }

    /** Adds somebody who is told of each look. */
    public static void addListener(Runnable listener) {
        LISTENERS.add(listener);
    }

    /** Lets somebody go. */
    public static void removeListener(Runnable listener) {
        LISTENERS.remove(listener);
    }

    /** Takes a project out of the list; its file stays as it is. */
    public static void forget(Path project) {
        Settings.forget(project);
        look();
    }

    /** Opens a project if it is there; if it is not, asks whether it is to stay in the list. */
    public static void open(Shell shell, Path project, Consumer<Path> opening) {
        Job job = Job.createSystem("Looking for " + project.getFileName(), _ -> {
            UiThread.forbid("looking for files");
            boolean isThere = Files.exists(project);
            UiThread.later(() -> {
                if (isThere) {
                    opening.accept(project);
                } else if (!shell.isDisposed()) {
                    ask(shell, project);
                }
            });
        });
        job.schedule();
    }

    private static void ask(Shell shell, Path project) {
        int answer = MessageDialog.open(MessageDialog.QUESTION, shell, "Project Not Found",
                project + " is not there any more.\n\nIf it lies on a disk that is not connected, connect it and try again.",
                SWT.SHEET, "Remove from the List", "Keep");
        if (answer == 0) {
            forget(project);
        }
    }
}
