package org.reelbench.media;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

import org.eclipse.jdt.annotation.Nullable;

/**
 * Where this user's programs keep what can be made again: copies, fingerprints, rendered pieces.
 * <p>
 * Without state, safe for every thread.
 */
public final class CacheFolder {

    private CacheFolder() {
    }

    /**
     * Returns the folder: what the system property {@code reelbench.cache} names, else the one the platform has for this.
     *
     * @return the folder, which need not exist yet; each user of it makes a folder or file of its own in it
     */
    public static Path ofUser() {
        return of(System.getProperties(), System.getenv());
    }

    /** Returns the folder: what {@code reelbench.cache} names, else the one the platform has for this. */
    static Path of(Properties properties, Map<String, String> environment) {
        @Nullable
        String named = properties.getProperty("reelbench.cache");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        Path home = Path.of(properties.getProperty("user.home", ""));
        String system = properties.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return home.resolve("Library").resolve("Caches").resolve("Reelbench");
        }
        boolean windows = system.startsWith("windows");
        String base = environment.getOrDefault(windows ? "LOCALAPPDATA" : "XDG_CACHE_HOME", "");
        Path fallback = windows ? home.resolve("AppData").resolve("Local") : home.resolve(".cache");
        return (base.isBlank() ? fallback : Path.of(base)).resolve("reelbench");
    }
}
