package org.reelbench.encoding;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A service that lists the presets for exports: those that come with Reelbench, those of each {@link ExportPresetProvider}, and
 * those in the user's folder.
 * <p>
 * For every thread. The folder is read anew for each question; the first question also opens every encoder once to see which there
 * are, which takes up to a second, so never on a thread that draws.
 *
 * <pre>{@code
 * for (ExportPresets.Listed listed : presets.list()) {
 *     show(listed.preset().label(), listed.isAvailable() ? "" : listed.whyNot());
 * }
 * }</pre>
 */
@ProviderType
public interface ExportPresets {

    /**
     * A preset, and whether this installation can export by it.
     *
     * @param preset the preset
     * @param whyNot why it is not available, one sentence; empty if it is
     */
    record Listed(ExportPreset preset, String whyNot) {

        /**
         * Tells whether an export by the preset can be started.
         *
         * @return true if there is nothing against it
         */
        public boolean isAvailable() {
            return whyNot.isEmpty();
        }
    }

    /**
     * Lists the presets.
     *
     * @return those that come with Reelbench, the default first, then those of providers, then the user's by name
     */
    List<Listed> list();

    /**
     * Finds a preset.
     *
     * @param name its name
     * @return the preset, available or not; empty if there is none of that name
     */
    default Optional<Listed> find(String name) {
        return list().stream().filter(listed -> listed.preset().name().equals(name)).findFirst();
    }

    /**
     * Returns what is wrong with files in the user's folder and with texts of providers, which are left out of the list.
     *
     * @return for each of them its path or whose it is, the line and what is wrong there
     */
    List<String> problems();

    /**
     * Returns the user's folder: what the system property {@code reelbench.presets} names, else a folder in the place that the
     * platform has for settings.
     *
     * @return the folder, which need not exist; its files are named {@code NAME.preset}
     */
    Path folder();
}
