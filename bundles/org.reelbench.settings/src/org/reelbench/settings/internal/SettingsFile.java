package org.reelbench.settings.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.reelbench.settings.SettingsException;

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

    /**
     * Returns the file that changes are written into: what the flag or the environment names, else the user's own.
     *
     * @param flag what the flag names; empty if nothing
     * @param environment the environment
     * @param home the user's home
     * @param system the system's name
     */
    static Path writable(String flag, Map<String, String> environment, Path home, String system) {
        String named = flag.isEmpty() ? environment.getOrDefault(VARIABLE, "") : flag;
        return named.isEmpty() ? usual(environment, home, system.toLowerCase(Locale.ROOT)).getFirst() : Path.of(named);
    }

    /** Returns a text in which some settings are others; a setting without a value has no line, and notes stay. */
    static String with(String text, Map<String, String> values) {
        Map<String, String> left = new TreeMap<>(values);
        StringBuilder changed = new StringBuilder();
        for (String line : text.lines().toList()) {
            int sign = line.indexOf('=');
            String name = sign < 0 || line.strip().startsWith("#") ? "" : line.substring(0, sign).strip();
            if (!values.containsKey(name)) {
                changed.append(line).append('\n');
            } else {
                add(name, left.getOrDefault(name, ""), changed);
                left.remove(name);
            }
        }
        left.forEach((name, value) -> add(name, value, changed));
        return changed.toString();
    }

    private static void add(String name, String value, StringBuilder to) {
        if (!value.isBlank()) {
            to.append(name).append(" = ").append(value.strip()).append('\n');
        }
    }

    /** Writes a file so that it is there as a whole or as it was. */
    static void write(Path file, String text) throws IOException {
        Path place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path folder = place.getParent();
        if (folder == null) {
            throw new IOException(file + " is no file");
        }
        Files.createDirectories(folder);
        Path whole = Files.createTempFile(folder, "reelbench", ".conf");
        try {
            Files.writeString(whole, text);
            Files.move(whole, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(whole);
        }
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
