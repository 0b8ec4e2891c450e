package org.reelbench.settings;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.reelbench.settings.GivenSetting.Source;

/**
 * What is set, and by whom: a flag counts more than the environment, and that more than a file. Immutable, safe for every thread.
 */
public final class Settings {

    private final Map<String, GivenSetting> given;

    private Settings(Map<String, GivenSetting> given) {
        this.given = given;
    }

    /**
     * Reads what is set.
     *
     * @param flags texts such as {@code http.ports=8080}
     * @param environment the environment
     * @param fileName what the file is called
     * @param file its text: lines such as {@code http.ports = 8080}, and notes behind {@code #}; empty if there is none
     * @return what is set
     * @throws SettingsException if a name does not exist or a value cannot be, naming the place
     */
    public static Settings of(List<String> flags, Map<String, String> environment, String fileName, String file)
            throws SettingsException {
        Map<String, GivenSetting> all = new LinkedHashMap<>();
        int number = 0;
        for (String raw : file.lines().toList()) {
            number++;
            String line = raw.strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                GivenSetting one = read(line, Source.FILE, fileName + ", line " + number);
                if (all.put(one.setting().name(), one) != null) {
                    throw new SettingsException(one.where() + ": " + one.setting().name() + " was set before");
                }
            }
        }
        for (Setting setting : Setting.ALL) {
            String text = environment.get(setting.variable());
            if (text != null) {
                all.put(setting.name(), new GivenSetting(setting, text, setting.value(text, setting.variable()),
                        Source.ENVIRONMENT, setting.variable()));
            }
        }
        for (String flag : flags) {
            GivenSetting one = read(flag, Source.FLAG, "--set");
            all.put(one.setting().name(), one);
        }
        return new Settings(Map.copyOf(all));
    }

    private static GivenSetting read(String line, Source source, String where) throws SettingsException {
        int sign = line.indexOf('=');
        if (sign < 0) {
            throw new SettingsException(where + ": write NAME=VALUE, not '" + line + "'");
        }
        String name = line.substring(0, sign).strip();
        String text = line.substring(sign + 1).strip();
        Setting setting = Setting.named(name).orElseThrow(() -> new SettingsException(
                where + ": there is no setting '" + name + "'; 'reelbench settings' lists them"));
        return new GivenSetting(setting, text, setting.value(text, where), source, where);
    }

    /**
     * Returns what is set of one configuration.
     *
     * @param pid its name in Config Admin
     * @return the values by their names there, a map of the caller's own
     */
    public Map<String, Object> of(String pid) {
        Map<String, Object> values = new HashMap<>();
        for (GivenSetting one : given.values()) {
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
        return given(name).map(GivenSetting::text);
    }

    /**
     * Returns who set something.
     *
     * @param name its name
     * @return what counts, or empty if nobody set it
     */
    public Optional<GivenSetting> given(String name) {
        return Optional.ofNullable(given.get(name));
    }
}
