package org.reelbench.cli.internal.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The file with settings.
 *
 * @param name what it is called, for people
 * @param text what is in it; empty if there is none
 */
record SettingsFile(String name, String text) {

    private static final String VARIABLE = "REELBENCH_CONFIG";
    private static final long LARGEST_BYTES = 1 << 20;

    /**
     * Reads the file that a flag names, else that which the environment names, else the first that is there of the user's and the
     * machine's.
     *
     * @param flag what the flag names; empty if nothing
     * @param environment the environment
     * @param home the user's home
     * @param system the system's name
     */
    static SettingsFile find(String flag, Map<String, String> environment, Path home, String system) throws SettingsException {
        String named = flag.isEmpty() ? environment.getOrDefault(VARIABLE, "") : flag;
        if (!named.isEmpty()) {
            Path file = Path.of(named);
            if (!Files.isRegularFile(file)) {
                throw new SettingsException(named + ": there is no such file of settings; "
                        + (flag.isEmpty() ? VARIABLE : "--config") + " names it");
            }
            return read(file);
        }
        for (Path file : usual(environment, home, system.toLowerCase(Locale.ROOT))) {
            if (Files.isRegularFile(file)) {
                return read(file);
            }
        }
        return new SettingsFile("", "");
    }

    /** Where a file is looked for, the user's own first. */
    static List<Path> usual(Map<String, String> environment, Path home, String system) {
        String name = "reelbench.conf";
        if (system.startsWith("mac")) {
            return List.of(home.resolve("Library").resolve("Application Support").resolve("Reelbench").resolve(name));
        }
        boolean windows = system.startsWith("windows");
        String base = environment.getOrDefault(windows ? "APPDATA" : "XDG_CONFIG_HOME", "");
        Path fallback = windows ? home.resolve("AppData").resolve("Roaming") : home.resolve(".config");
        Path own = (base.isBlank() ? fallback : Path.of(base)).resolve("reelbench").resolve(name);
        return windows ? List.of(own) : List.of(own, Path.of("/etc/reelbench", name));
    }

    private static SettingsFile read(Path file) throws SettingsException {
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                throw new SettingsException(file + ": settings are a small text file");
            }
            return new SettingsFile(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new SettingsException(file + ": it cannot be read (" + e.getMessage() + ")");
        }
    }
}
