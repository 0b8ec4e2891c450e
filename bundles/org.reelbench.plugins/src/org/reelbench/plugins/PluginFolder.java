package org.reelbench.plugins;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

import org.eclipse.jdt.annotation.Nullable;

/**
 * Where this user's plug-ins lie.
 * <p>
 * Without state, safe for every thread.
 */
public final class PluginFolder {

    private PluginFolder() {
    }

    /**
     * Returns the folder: what the system property {@code reelbench.plugins} names, else {@code plugins} in the one the platform has
     * for a program's data.
     *
     * @return the folder, which need not exist yet
     */
    public static Path ofUser() {
        return of(System.getProperties(), System.getenv());
    }

    /**
     * Returns the folders of what is being worked on.
     *
     * @param property the value of {@link Plugins#DEVELOPMENT}; null if there is none
     * @return the folders the bundles lie in, which need not exist yet
     */
    public static List<Path> ofDevelopment(@Nullable String property) {
        return Arrays.stream((property == null ? "" : property).split(File.pathSeparator)).filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder).toAbsolutePath().normalize())
                .map(folder -> Files.exists(folder.resolve("META-INF").resolve("MANIFEST.MF")) ? folder.resolve("build") : folder)
                .toList();
    }

    static Path of(Properties properties, Map<String, String> environment) {
        @Nullable
        String named = properties.getProperty("reelbench.plugins");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        Path home = Path.of(properties.getProperty("user.home", ""));
        String system = properties.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Reelbench").resolve("plugins");
        }
        boolean windows = system.startsWith("windows");
        String base = environment.getOrDefault(windows ? "APPDATA" : "XDG_DATA_HOME", "");
        Path fallback = windows ? home.resolve("AppData").resolve("Roaming") : home.resolve(".local").resolve("share");
        return (base.isBlank() ? fallback : Path.of(base)).resolve("reelbench").resolve("plugins");
    }
}
