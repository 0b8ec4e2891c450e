package org.reelbench.cli.internal.settings;

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

/** The settings of this run. They are read when somebody asks first; for every thread. */
@Component(service = ProgramSettings.class)
public final class ProgramSettings {

    /** The property of the framework with what flags set, a line each. */
    public static final String FLAGS = "reelbench.settings";
    /** The property of the framework that names the file. */
    public static final String FILE = "reelbench.config";

    /** A configuration of this name starts the server: only who serves gives it. */
    private static final String SERVER = "org.reelbench.http";

    private final ConfigurationAdmin configurations;
    private final String flags;
    private final String file;
    private @Nullable Settings settings;
    private @Nullable String fileName;

    /**
     * Creates it; reads nothing yet.
     *
     * @param context tells the flags
     * @param configurations takes what is set
     */
    @Activate
    public ProgramSettings(BundleContext context, @Reference ConfigurationAdmin configurations) {
        this.configurations = configurations;
        flags = text(context, FLAGS);
        file = text(context, FILE);
    }

    private static String text(BundleContext context, String property) {
        String text = context.getProperty(property);
        return text == null ? "" : text;
    }

    /** Returns what is set. */
    public synchronized Settings get() throws SettingsException {
        Settings known = settings;
        if (known == null) {
            Map<String, String> environment = System.getenv();
            SettingsFile found = SettingsFile.find(file, environment, Path.of(System.getProperty("user.home", "")),
                    System.getProperty("os.name", ""));
            known = Settings.of(flags.lines().toList(), environment, found.name(), found.text());
            settings = known;
            fileName = found.name();
        }
        return known;
    }

    /** Returns the file that was read; empty if there is none. */
    synchronized String fileName() {
        String name = fileName;
        return name == null ? "" : name;
    }

    /** Tells the parts of the program what is set, but for the server. */
    public void apply() throws SettingsException {
        Settings all = get();
        List<String> pids = Setting.ALL.stream().map(Setting::pid).distinct().filter(pid -> !pid.equals(SERVER)).toList();
        for (String pid : pids) {
            Map<String, Object> values = all.of(pid);
            if (!values.isEmpty()) {
                try {
                    configurations.getConfiguration(pid, null).updateIfDifferent(new Hashtable<>(values));
                } catch (IOException e) {
                    throw new SettingsException("the settings of " + pid + " cannot be kept (" + e.getMessage() + ")");
                }
            }
        }
    }

    /** Returns what the server is to be given, with what a command decides in place of what is set. */
    public Hashtable<String, Object> server(Map<String, Object> decided, Settings all) {
        Hashtable<String, Object> values = new Hashtable<>(all.of(SERVER));
        decided.forEach((name, value) -> values.merge(name, value,
                (old, now) -> old instanceof String[] some && now instanceof String[] more
                        ? Stream.of(some, more).flatMap(Stream::of).distinct().toArray(String[]::new)
                        : now));
        return values;
    }
}
