package org.reelbench.encoding;

import java.util.SortedMap;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A service that brings presets for exports, as the texts that users write into files: docs/export.md describes them.
 * <p>
 * For every thread. Asked whenever presets are listed, so it answers at once.
 *
 * <pre>{@code
 * @Component
 * public final class ForTheStation implements ExportPresetProvider {
 *     public SortedMap<String, String> presets() {
 *         return new TreeMap<>(Map.of("station", "[preset]\nlabel = For the station\nkind = film\n…"));
 *     }
 * }
 * }</pre>
 */
@ConsumerType
public interface ExportPresetProvider {

    /**
     * Returns the presets.
     *
     * @return the texts by the presets' names: small letters, digits and hyphens. One whose name is that of a preset that comes with
     *         Reelbench, or of another provider that was there before, is left out
     */
    SortedMap<String, String> presets();
}
