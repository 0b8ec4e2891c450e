package org.reelbench.settings;

import java.util.Hashtable;
import java.util.Map;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A service that tells what is set for this run of the program, and keeps what people change.
 * <p>
 * For every thread but one that draws: files are read and written.
 *
 * <pre>{@code
 * Settings now = settings.get();
 * String ports = now.text("http.ports").orElse("8000-9000");
 * settings.keep(Map.of("http.ports", "8080"));
 * }</pre>
 */
@ProviderType
public interface ProgramSettings {

    /** The property of the framework with what flags set, a line each. */
    String FLAGS = "reelbench.settings";
    /** The property of the framework that names the file. */
    String FILE = "reelbench.config";

    /**
     * Returns what is set. The file is read when somebody asks first, and again after {@link #keep(Map)}.
     *
     * @return what is set
     * @throws SettingsException if the file cannot be read, or says what cannot be, naming the place
     */
    Settings get() throws SettingsException;

    /**
     * Returns the file that was read.
     *
     * @return its name for people; empty if there is none
     * @throws SettingsException if it cannot be read, or says what cannot be, naming the place
     */
    String fileName() throws SettingsException;

    /**
     * Tells the parts of the program what is set, but for the server, which a configuration starts. What was set in an earlier run and
     * is not any more holds no longer. Returns when all of them have taken it up.
     *
     * @throws SettingsException if the settings cannot be read, or not be told
     */
    void apply() throws SettingsException;

    /**
     * Writes values into the file, and tells the parts of the program. Lines about other things stay as they are. Where there is no
     * file of the user's own yet, it begins as the machine's.
     *
     * @param values the texts by the names of settings; an empty text takes the setting out, so that its usual value holds
     * @throws SettingsException if a value cannot be, a flag or the environment sets it, or the file cannot be written; the file is
     *             then as it was
     */
    void keep(Map<String, String> values) throws SettingsException;

    /**
     * Returns what the server is to be given.
     *
     * @param decided what a command decides by the names in Config Admin, in place of what is set; lists are joined
     * @return a configuration of the caller's own
     * @throws SettingsException if the settings cannot be read
     */
    Hashtable<String, Object> server(Map<String, Object> decided) throws SettingsException;
}
