package org.reelbench.cli.internal.settings;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;

/** What is set, and by whom: a flag counts more than the environment, and that more than a file. Immutable. */
public final class Settings {

    /** Nothing is set. */
    public static final Settings NONE = new Settings(Map.of());

    private final Map<String, Given> given;

    private Settings(Map<String, Given> given) {
        this.given = given;
    }

    /**
     * What somebody set.
     *
     * @param setting the setting
     * @param text the text as it was written
     * @param value the value as Config Admin wants it
     * @param where where it was written, for people
     */
    record Given(Setting setting, String text, Object value, String where) {
    }

    /**
     * Reads what is set.
     *
     * @param flags texts such as {@code http.ports=8080}
     * @param environment the environment
     * @param fileName what the file is called
     * @param file its text: lines such as {@code http.ports = 8080}, and notes behind {@code #}; empty if there is none
     */
    static Settings of(List<String> flags, Map<String, String> environment, String fileName, String file)
            throws SettingsException {
        Map<String, Given> all = new LinkedHashMap<>();
        int number = 0;
        for (String raw : file.lines().toList()) {
            number++;
            String line = raw.strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                Given one = read(line, fileName + ", line " + number);
                if (all.put(one.setting().name(), one) != null) {
                    throw new SettingsException(one.where() + ": " + one.setting().name() + " was set before");
                }
            }
        }
        for (Setting setting : Setting.ALL) {
            String text = environment.get(setting.variable());
            if (text != null) {
                all.put(setting.name(), new Given(setting, text, setting.value(text, setting.variable()), setting.variable()));
            }
        }
        for (String flag : flags) {
            Given one = read(flag, "--set");
            all.put(one.setting().name(), one);
        }
        return new Settings(Map.copyOf(all));
    }

    private static Given read(String line, String where) throws SettingsException {
        int sign = line.indexOf('=');
        if (sign < 0) {
            throw new SettingsException(where + ": write NAME=VALUE, not '" + line + "'");
        }
        String name = line.substring(0, sign).strip();
        String text = line.substring(sign + 1).strip();
        Setting setting = Setting.ALL.stream().filter(each -> each.name().equals(name)).findFirst()
                .orElseThrow(() -> new SettingsException(
                        where + ": there is no setting '" + name + "'; 'reelbench settings' lists them"));
        return new Given(setting, text, setting.value(text, where), where);
    }

    /**
     * Returns what is set of one configuration.
     *
     * @param pid its name in Config Admin
     * @return the values by their names there, a map of the caller's own
     */
    public Map<String, Object> of(String pid) {
        Map<String, Object> values = new HashMap<>();
        for (Given one : given.values()) {
            if (one.setting().pid().equals(pid)) {
                values.put(one.setting().key(), one.value());
            }
        }
        return values;
    }

    /**
     * Returns the text of one setting.
     *
     * @param name its name
     * @return the text, or empty if nobody set it
     */
    public Optional<String> text(String name) {
        Given one = given.get(name);
        return one == null ? Optional.empty() : Optional.of(one.text());
    }

    /** Returns who set something, or null if nobody did. */
    @Nullable
    Given given(Setting setting) {
        return given.get(setting.name());
    }
}
