package org.reelbench.ui.preview.internal;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.reelbench.ui.UiThread;

/** When the window has previews encoded, as the person at it chose; it is kept between sessions. For every thread. */
final class PreviewChoice {

    private static final String NODE = "org.reelbench.ui.preview";
    private static final String ON = "on";
    private static final String BATTERY = "onBattery";

    private PreviewChoice() {
    }

    /** Whether the window has previews encoded by itself. */
    static boolean isOn() {
        return node().getBoolean(ON, true);
    }

    /** Whether it does so on battery, too. */
    static boolean isOnOnBattery() {
        return node().getBoolean(BATTERY, false);
    }

    static void choose(boolean isOn, boolean isOnOnBattery) {
        node().putBoolean(ON, isOn);
        node().putBoolean(BATTERY, isOnOnBattery);
    }

    /** Keeps the choice for the next session. Writes a file. */
    static void keep() {
        UiThread.forbid("writing settings");
        try {
            node().flush();
        } catch (BackingStoreException e) {
            Platform.getLog(PreviewChoice.class).error("The settings of previews could not be kept for the next time", e);
        }
    }

    private static IEclipsePreferences node() {
        return InstanceScope.INSTANCE.getNode(NODE);
    }
}
