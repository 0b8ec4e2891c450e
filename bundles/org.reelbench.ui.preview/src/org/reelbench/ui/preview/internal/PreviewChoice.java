package org.reelbench.ui.preview.internal;

import java.io.IOException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.prefs.BackingStoreException;
import org.reelbench.ui.UiThread;

/** How previews are encoded, as the person at the window chose it; it is kept between sessions. For every thread. */
final class PreviewChoice {

    /** What is offered for the size of the cache, in MiB. */
    static final List<Integer> OFFERED_MIB = List.of(1024, 2048, 4096, 8192, 16_384, 32_768, 65_536);
    static final int USUAL_MIB = 4096;

    private static final String NODE = "org.reelbench.ui.preview";
    private static final String ON = "on";
    private static final String BATTERY = "onBattery";
    private static final String CACHE = "cacheMib";
    private static final String WORKERS = "workers";
    /** The configuration of the service that encodes, and the names of its settings. */
    private static final String SERVICE = "org.reelbench.preview";
    private static final String CACHE_SETTING = "cache.mib";

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

    static int cacheMib() {
        return node().getInt(CACHE, USUAL_MIB);
    }

    /** How many segments are encoded at once; 0 for one a core. */
    static int workers() {
        return node().getInt(WORKERS, 0);
    }

    static void choose(boolean isOn, boolean isOnOnBattery, int cacheMib, int workers) {
        IEclipsePreferences node = node();
        node.putBoolean(ON, isOn);
        node.putBoolean(BATTERY, isOnOnBattery);
        node.putInt(CACHE, cacheMib);
        node.putInt(WORKERS, workers);
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

    /** Hands what was chosen in an earlier session to the service that encodes. Where nothing was, settings made elsewhere stay. */
    static void applyKept(ConfigurationAdmin configurations) throws IOException {
        if (node().get(CACHE, "").isEmpty() && node().get(WORKERS, "").isEmpty()) {
            return;
        }
        apply(configurations);
    }

    /** Hands the choice to the service that encodes, which begins anew if anything is other than before. Writes a file. */
    static void apply(ConfigurationAdmin configurations) throws IOException {
        UiThread.forbid("writing settings");
        Configuration configuration = configurations.getConfiguration(SERVICE, null);
        @Nullable
        Dictionary<String, Object> before = configuration.getProperties();
        Dictionary<String, Object> properties = before == null ? new Hashtable<>() : before;
        boolean isSame = number(properties, CACHE_SETTING, USUAL_MIB) == cacheMib()
                && number(properties, WORKERS, 0) == workers();
        if (!isSame) {
            properties.put(CACHE_SETTING, cacheMib());
            properties.put(WORKERS, workers());
            configuration.update(properties);
        }
    }

    private static int number(Dictionary<String, Object> properties, String name, int usual) {
        return properties.get(name) instanceof Integer number ? number : usual;
    }

    private static IEclipsePreferences node() {
        return InstanceScope.INSTANCE.getNode(NODE);
    }
}
