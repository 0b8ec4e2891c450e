package org.reelbench.workbench.internal.preferences;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.reelbench.ui.UiThread;

/** What is remembered between sessions. For every thread; written to the disk in a job. */
public final class Settings {

    private static final String NODE = "org.reelbench.workbench";
    private static final String RECENT = "recentProjects";
    private static final String OPENS_LAST = "opensLastProject";
    private static final String THEME = "theme";
    private static final String LIGHT = "light";
    private static final String DARK = "dark";
    private static final int MOST_RECENT = 10;

    private Settings() {
    }

    /** The projects opened last, the latest first; they may be gone. */
    public static List<Path> recentProjects() {
        return node().get(RECENT, "").lines().filter(line -> !line.isBlank()).map(Path::of).toList();
    }

    /** Remembers a project that was opened or saved. */
    public static void opened(Path project) {
        List<String> before = node().get(RECENT, "").lines().filter(line -> !line.isBlank()).toList();
        List<String> after = with(before, project.toAbsolutePath().normalize().toString());
        if (!after.equals(before)) {
            node().put(RECENT, String.join("\n", after));
            keepSoon();
        }
    }

    /** The latest comes first, and each stands there once. */
    static List<String> with(List<String> before, String latest) {
        List<String> after = new ArrayList<>(before);
        after.remove(latest);
        after.addFirst(latest);
        return List.copyOf(after.subList(0, Math.min(after.size(), MOST_RECENT)));
    }

    /** Takes a project out of those that are remembered. */
    static void forget(Path project) {
        List<String> after = new ArrayList<>(node().get(RECENT, "").lines().toList());
        if (after.remove(project.toString())) {
            node().put(RECENT, String.join("\n", after));
            keepSoon();
        }
    }

    public static void forgetProjects() {
        node().remove(RECENT);
        keepSoon();
    }

    /** The project to open where none is named, if that is wanted. */
    public static Optional<Path> lastProject() {
        return opensLast() ? recentProjects().stream().findFirst() : Optional.empty();
    }

    static boolean opensLast() {
        return node().getBoolean(OPENS_LAST, false);
    }

    static void setOpensLast(boolean opens) {
        node().putBoolean(OPENS_LAST, opens);
        keepSoon();
    }

    /** The colours of the window as they are named: {@code dark} or {@code light}. */
    public static String theme() {
        return isLight() ? LIGHT : DARK;
    }

    static boolean isLight() {
        return LIGHT.equals(node().get(THEME, DARK));
    }

    /** Makes the window light or dark, from the next start on. */
    static void setLight(boolean light) {
        node().put(THEME, light ? LIGHT : DARK);
        keepSoon();
    }

    private static void keepSoon() {
        Job job = Job.createSystem("Keeping the settings", _ -> {
            keep();
        });
        job.schedule();
    }

    private static void keep() {
        UiThread.forbid("writing settings");
        try {
            node().flush();
        } catch (BackingStoreException e) {
            Platform.getLog(Settings.class).error("The settings could not be kept for the next time", e);
        }
    }

    private static IEclipsePreferences node() {
        return InstanceScope.INSTANCE.getNode(NODE);
    }
}
