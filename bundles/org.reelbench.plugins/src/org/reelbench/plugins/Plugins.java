package org.reelbench.plugins;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A service that takes up the plug-ins of a folder while the program runs, and lets them go: those that appear in the folder by
 * themselves within about two seconds, those that are handed to {@link #install} at once.
 * <p>
 * For every thread. All calls but {@link #folder}, {@link #isSafeMode}, {@link #plugins}, {@link #calls} and {@link #lentBytes} wait for work with files
 * and for code of plug-ins, which gets ten seconds: never call them on the UI thread.
 *
 * <pre>{@code
 * Plugin sepia = plugins.install(Path.of("org.example.sepia-1.0.0.jar"));
 * plugins.update(Path.of("org.example.sepia-1.1.0.jar"));
 * plugins.rollBack(sepia.id());
 * plugins.remove(sepia.id());
 * }</pre>
 */
@ProviderType
public interface Plugins {

    /** The property of the framework or the system that, when {@code true}, starts the program without plug-ins. */
    String SAFE_MODE = "reelbench.safe.mode";

    /** The property of the framework or the system that says who must have signed plug-ins: see {@link PluginPolicy}. */
    String POLICY = "reelbench.plugins.policy";

    /**
     * The property of the framework or the system that names folders of plug-ins that are being worked on, separated as paths are:
     * folders of bundles, or projects, whose bundles lie in their folder {@code build}. They run in this program alone, and go before
     * installed ones of the same name; what is built anew is taken up at once.
     */
    String DEVELOPMENT = "reelbench.plugins.dev";

    /**
     * Returns the folder that is watched.
     *
     * @return the folder, which need not exist
     */
    Path folder();

    /**
     * Tells whether the program was started without plug-ins. They can be installed and removed all the same.
     *
     * @return true if none is started
     */
    boolean isSafeMode();

    /**
     * Returns the plug-ins as they are now, with those that are refused, and why.
     *
     * @return the plug-ins by id, a snapshot
     */
    List<Plugin> plugins();

    /**
     * Counts the calls into code of plug-ins that ended, in whatever way, since the program started. Answers at once.
     *
     * @return how many
     */
    long calls();

    /**
     * Tells how much native memory of the program's is in the hands of plug-ins now: pictures that calls into them work with, and
     * those that they keep beyond a call. It is the least that a plug-in holds, as nobody can tell what it takes from the system by
     * itself. One that is gone may be among them, while it still has something. Answers at once.
     *
     * @return the numbers of bytes, above 0, by the plug-in's id: a snapshot
     */
    SortedMap<String, Long> lentBytes();

    /**
     * Waits until the folder has been looked at: what lies in it now is there afterwards, or refused.
     *
     * @throws InterruptedException if the thread is interrupted
     */
    void look() throws InterruptedException;

    /**
     * Installs a plug-in: checks the file, starts it, and copies it into the folder, where other programs notice it.
     *
     * @param file the bundle
     * @return the plug-in
     * @throws PluginException if it is refused; then nothing has changed
     * @throws InterruptedException if the thread is interrupted; then it is not known whether it is installed
     */
    Plugin install(Path file) throws PluginException, InterruptedException;

    /**
     * Replaces an installed plug-in by another version, older or newer. If that does not start, the one before goes on.
     *
     * @param file the bundle
     * @return the plug-in
     * @throws PluginException if it is refused; then nothing has changed
     * @throws InterruptedException if the thread is interrupted
     */
    Plugin update(Path file) throws PluginException, InterruptedException;

    /**
     * Goes back to the version before the last update.
     *
     * @param id the plug-in's id
     * @return the plug-in
     * @throws PluginException if there is no such plug-in, or no version before
     * @throws InterruptedException if the thread is interrupted
     */
    Plugin rollBack(String id) throws PluginException, InterruptedException;

    /**
     * Starts a plug-in that is quarantined once more.
     *
     * @param id the plug-in's id
     * @return the plug-in
     * @throws PluginException if there is no such plug-in, or if it fails again
     * @throws InterruptedException if the thread is interrupted
     */
    Plugin retry(String id) throws PluginException, InterruptedException;

    /**
     * Stops a plug-in and deletes its file from the folder, and the versions of it that were kept.
     *
     * @param id the plug-in's id
     * @throws PluginException if there is no such plug-in, or if its file cannot be deleted
     * @throws InterruptedException if the thread is interrupted
     */
    void remove(String id) throws PluginException, InterruptedException;
}
