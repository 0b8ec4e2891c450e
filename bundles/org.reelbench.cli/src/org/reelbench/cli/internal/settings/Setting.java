package org.reelbench.cli.internal.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Something that can be set.
 *
 * @param name the name in files and flags: the part of the program, a dot and what Config Admin calls it there
 * @param pid the name of the configuration in Config Admin
 * @param kind what values are
 * @param unset what holds where nobody sets it, for people
 * @param meaning what it is, for people
 */
public record Setting(String name, String pid, Kind kind, String unset, String meaning) {

    /** What values are. */
    enum Kind {
        TEXT, LIST, NUMBER, FLAG
    }

    /** All there are, in the order in which people see them. */
    static final List<Setting> ALL = List.of(
            of("http.address", Kind.TEXT, "127.0.0.1", "the address the server listens at; --bind of serve"),
            of("http.ports", Kind.TEXT, "8000-9000", "the ports it tries, one port, or 0 for any; --port of serve"),
            of("http.hosts", Kind.LIST, "", "more names by which requests may call this machine"),
            of("http.origins", Kind.LIST, "", "origins of pages that may read; --allow-origin of serve"),
            of("http.connections", Kind.NUMBER, "2048", "how many connections there may be"),
            of("http.header.seconds", Kind.NUMBER, "15", "how long a client may take for the head of a request"),
            of("http.idle.seconds", Kind.NUMBER, "60", "how long a connection may do nothing"),
            of("http.slow.clients", Kind.NUMBER, "512", "how many clients may be slow at a time"),
            of("http.drain.seconds", Kind.NUMBER, "5", "how long answers under way may take when the server ends"),
            of("memory.budget.mib", Kind.NUMBER, "0", "what the process may use; 0 for what suits machine and container"),
            of("preview.cache.mib", Kind.NUMBER, "4096", "how much of previews is kept on the disk"),
            of("preview.workers", Kind.NUMBER, "0", "how many segments are made at once; 0 for one a core"),
            of("proxies.enabled", Kind.FLAG, "true", "whether proxies stand in for heavy media"),
            of("proxies.automatic", Kind.FLAG, "true", "whether they are made without being asked for"),
            of("proxies.format", Kind.TEXT, "540p", "the format that is made"),
            of("proxies.quota.mib", Kind.NUMBER, "20480", "how much they may take on the disk"),
            of("remote.enabled", Kind.FLAG, "false", "whether media are read from the hosts below"),
            of("remote.hosts", Kind.LIST, "", "hosts that media may be read from; --allow-host of a command adds to them"),
            of("remote.cache.mib", Kind.NUMBER, "1024", "how much of what was read is kept"));

    private static Setting of(String name, Kind kind, String unset, String meaning) {
        return new Setting(name, "org.reelbench." + name.substring(0, name.indexOf('.')), kind, unset, meaning);
    }

    /** What Config Admin calls it. */
    String key() {
        return name.substring(name.indexOf('.') + 1);
    }

    /** What the environment calls it. */
    String variable() {
        return "REELBENCH_" + name.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** Reads a value as Config Admin wants it. */
    Object value(String text, String where) throws SettingsException {
        String value = text.strip();
        return switch (kind) {
        case TEXT -> value;
        case LIST -> Arrays.stream(value.split(",")).map(String::strip).filter(each -> !each.isEmpty()).toArray(String[]::new);
        case NUMBER -> {
            if (!value.matches("\\d{1,9}")) {
                throw new SettingsException(where + ": " + name + " is a whole number, not '" + value + "'");
            }
            yield Integer.valueOf(value);
        }
        case FLAG -> {
            if (!value.equals("true") && !value.equals("false")) {
                throw new SettingsException(where + ": " + name + " is true or false, not '" + value + "'");
            }
            yield Boolean.valueOf(value);
        }
        };
    }
}
