package org.reelbench.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Something that can be set. Immutable, safe for every thread.
 *
 * @param name the name in files and flags: the part of the program, a dot and what Config Admin calls it there
 * @param pid the name of the configuration in Config Admin
 * @param kind what values are
 * @param unset what holds where nobody sets it, for people
 * @param meaning what it is, for people
 */
public record Setting(String name, String pid, Kind kind, String unset, String meaning) {

    /** What values are. */
    public enum Kind {
        /** Any text. */
        TEXT,
        /** Texts with commas between them. */
        LIST,
        /** A whole number of at most nine digits. */
        NUMBER,
        /** A port, a first and a last port such as {@code 8000-9000}, or 0 for any. */
        PORTS,
        /** {@code true} or {@code false}. */
        FLAG
    }

    /** All there are, in the order in which people see them. */
    public static final List<Setting> ALL = List.of(
            of("http.address", Kind.TEXT, "127.0.0.1", "the address the server listens at; --bind of serve"),
            of("http.ports", Kind.PORTS, "8000-9000", "the ports it tries, one port, or 0 for any; --port of serve"),
            of("http.hosts", Kind.LIST, "", "more names by which requests may call this machine"),
            of("http.origins", Kind.LIST, "", "origins of pages that may read; --allow-origin of serve"),
            of("http.connections", Kind.NUMBER, "2048", "how many connections there may be"),
            of("http.header.seconds", Kind.NUMBER, "15", "how long a client may take for the head of a request"),
            of("http.idle.seconds", Kind.NUMBER, "60", "how long a connection may do nothing"),
            of("http.slow.clients", Kind.NUMBER, "512", "how many clients may be slow at a time"),
            of("http.drain.seconds", Kind.NUMBER, "5", "how long answers under way may take when the server ends"),
            of("log.format", Kind.TEXT, "text", "how the log is written: text for people, json for programs"),
            of("log.level", Kind.TEXT, "warn", "from which level on: error, warn, info, debug, trace"),
            of("memory.budget.mib", Kind.NUMBER, "0", "what the process may use; 0 for what suits machine and container"),
            of("preview.cache.mib", Kind.NUMBER, "4096", "how much of previews is kept on the disk"),
            of("preview.store", Kind.TEXT, "", "the address of the chunk store that keeps them; none for the cache folder"),
            of("preview.workers", Kind.NUMBER, "0", "how many segments are made at once; 0 for one a core"),
            of("proxies.enabled", Kind.FLAG, "true", "whether proxies stand in for heavy media"),
            of("proxies.automatic", Kind.FLAG, "true", "whether they are made without being asked for"),
            of("proxies.format", Kind.TEXT, "540p", "the format that is made"),
            of("proxies.quota.mib", Kind.NUMBER, "20480", "how much they may take on the disk"),
            of("remote.enabled", Kind.FLAG, "false", "whether media are read from the hosts below"),
            of("remote.hosts", Kind.LIST, "", "hosts that media may be read from; --allow-host of a command adds to them"),
            of("remote.cache.mib", Kind.NUMBER, "1024", "how much of what was read is kept"),
            of("remote.store", Kind.TEXT, "", "the address of the chunk store that keeps it; none for the cache folder"));

    private static final Map<String, List<String>> CHOICES = Map.of("log.format", List.of("text", "json"), "log.level",
            List.of("error", "warn", "info", "debug", "trace"));

    private static final String PORTS = "\\d{1,5}(-\\d{1,5})?";
    private static final int LAST_PORT = 65_535;

    private static Setting of(String name, Kind kind, String unset, String meaning) {
        return new Setting(name, "org.reelbench." + name.substring(0, name.indexOf('.')), kind, unset, meaning);
    }

    /**
     * Finds a setting.
     *
     * @param name its name
     * @return the setting, or empty if there is none of that name
     */
    public static Optional<Setting> named(String name) {
        return ALL.stream().filter(setting -> setting.name().equals(name)).findFirst();
    }

    /**
     * Returns what Config Admin calls it.
     *
     * @return the name within its configuration
     */
    public String key() {
        return name.substring(name.indexOf('.') + 1);
    }

    /**
     * Returns what the environment calls it.
     *
     * @return the name of a variable
     */
    public String variable() {
        return "REELBENCH_" + name.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /**
     * Reads a value as Config Admin wants it.
     *
     * @param text the value as people write it
     * @param where where it was written, for the message
     * @return a text, an array of texts, a number or a truth value
     * @throws SettingsException if that cannot be a value of this setting, saying what can
     */
    public Object value(String text, String where) throws SettingsException {
        String value = text.strip();
        return switch (kind) {
        case TEXT -> {
            List<String> choices = CHOICES.get(name);
            if (choices != null && !choices.contains(value)) {
                throw refused(where, "one of " + String.join(", ", choices), value);
            }
            yield value;
        }
        case LIST -> Arrays.stream(value.split(",")).map(String::strip).filter(each -> !each.isEmpty()).toArray(String[]::new);
        case PORTS -> {
            if (!value.matches(PORTS) || !arePorts(value.split("-"))) {
                throw refused(where, "a port, two with - between them, or 0 for any", value);
            }
            yield value;
        }
        case NUMBER -> {
            if (!value.matches("\\d{1,9}")) {
                throw refused(where, "a whole number", value);
            }
            yield Integer.valueOf(value);
        }
        case FLAG -> {
            if (!value.equals("true") && !value.equals("false")) {
                throw refused(where, "true or false", value);
            }
            yield Boolean.valueOf(value);
        }
        };
    }

    private static boolean arePorts(String[] ports) {
        int first = Integer.parseInt(ports[0]);
        int last = Integer.parseInt(ports[ports.length - 1]);
        return first <= last && last <= LAST_PORT && (ports.length == 1 || first > 0);
    }

    private SettingsException refused(String where, String wanted, String value) {
        return new SettingsException(where + ": " + name + " is " + wanted + ", not '" + value + "'");
    }
}
