package org.reelbench.settings.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.settings.GivenSetting;
import org.reelbench.settings.ProgramSettings;
import org.reelbench.settings.Setting;
import org.reelbench.settings.Settings;
import org.reelbench.settings.SettingsException;

/** The settings of this run. */
@Component
public final class SettingsComponent implements ProgramSettings {

    /** A configuration of this name starts the server: only who serves gives it. */
    private static final String SERVER = "org.reelbench.http";

    private final Configurations configurations;
    private final List<String> flags;
    private final String file;
    private final Map<String, String> environment;
    private final Path home;
    private @Nullable Delivery delivery;
    private @Nullable SettingsFile found;
    private @Nullable Settings settings;

    /**
     * Creates it; reads nothing yet.
     *
     * @param context tells the flags
     * @param configurations takes what is set
     */
    @Activate
    public SettingsComponent(BundleContext context, @Reference ConfigurationAdmin configurations) {
        this(configurations, text(context, FLAGS), text(context, FILE), System.getenv(),
                Path.of(System.getProperty("user.home", "")));
        delivery = new Delivery(context, configurations);
    }

    SettingsComponent(ConfigurationAdmin configurations, String flags, String file, Map<String, String> environment, Path home) {
        this.configurations = new Configurations(configurations);
        this.flags = flags.lines().toList();
        this.file = file;
        this.environment = environment;
        this.home = home;
    }

    private static String text(BundleContext context, String property) {
        String text = context.getProperty(property);
        return text == null ? "" : text;
    }

    private static String system() {
        return System.getProperty("os.name", "");
    }

    @Override
    public synchronized Settings get() throws SettingsException {
        Settings known = settings;
        if (known == null) {
            SettingsFile read = read();
            known = Settings.of(flags, environment, read.name(), read.text());
            settings = known;
        }
        return known;
    }

    private SettingsFile read() throws SettingsException {
        SettingsFile known = found;
        if (known == null) {
            known = SettingsFile.find(file, environment, home, system());
            found = known;
        }
        return known;
    }

    @Override
    public synchronized String fileName() throws SettingsException {
        return read().name();
    }

    @Override
    public void apply() throws SettingsException {
        Settings all = get();
        boolean changed = false;
        for (String pid : Setting.ALL.stream().map(Setting::pid).distinct().toList()) {
            changed |= tell(pid, all);
        }
        Delivery whenTold = delivery;
        if (changed && whenTold != null) {
            try {
                whenTold.await();
            } catch (IOException e) {
                throw new SettingsException("the settings cannot be told (" + e.getMessage() + ")");
            }
        }
    }

    private boolean tell(String pid, Settings all) throws SettingsException {
        if (pid.equals(SERVER)) {
            return false;
        }
        try {
            return configurations.set(pid, all.of(pid));
        } catch (IOException e) {
            throw new SettingsException("the settings of " + pid + " cannot be kept (" + e.getMessage() + ")");
        }
    }

    @Override
    public void keep(Map<String, String> values) throws SettingsException {
        Settings after = write(values);
        List<String> pids = Setting.ALL.stream().filter(setting -> values.containsKey(setting.name())).map(Setting::pid)
                .distinct().toList();
        for (String pid : pids) {
            tell(pid, after);
        }
    }

    private synchronized Settings write(Map<String, String> values) throws SettingsException {
        Settings before = get();
        for (Map.Entry<String, String> value : values.entrySet()) {
            check(value.getKey(), value.getValue(), before);
        }
        Path place = SettingsFile.writable(file, environment, home, system());
        // Somebody may have written into it since it was read.
        String text = SettingsFile.with(SettingsFile.find(file, environment, home, system()).text(), values);
        Settings after = Settings.of(flags, environment, place.toString(), text);
        try {
            SettingsFile.write(place, text);
        } catch (IOException e) {
            throw new SettingsException(place + ": it cannot be written (" + e.getMessage() + ")");
        }
        found = new SettingsFile(place.toString(), text);
        settings = after;
        return after;
    }

    private static void check(String name, String text, Settings before) throws SettingsException {
        Setting setting = Setting.named(name).orElseThrow(() -> new SettingsException("there is no setting '" + name + "'"));
        GivenSetting given = before.given(name).orElse(null);
        if (given != null && given.source() != GivenSetting.Source.FILE) {
            throw new SettingsException(name + " is set by " + given.where() + " and cannot be changed here");
        }
        if (!text.isBlank()) {
            setting.value(text, "here");
        }
    }

    @Override
    public Hashtable<String, Object> server(Map<String, Object> decided) throws SettingsException {
        Hashtable<String, Object> values = new Hashtable<>(get().of(SERVER));
        decided.forEach((name, value) -> values.merge(name, value,
                (old, now) -> old instanceof String[] some && now instanceof String[] more
                        ? Stream.of(some, more).flatMap(Stream::of).distinct().toArray(String[]::new)
                        : now));
        return values;
    }
}
