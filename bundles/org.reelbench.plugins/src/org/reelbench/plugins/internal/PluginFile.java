package org.reelbench.plugins.internal;

import java.nio.file.Path;

/**
 * A plug-in's file that has been checked.
 *
 * @param path where it lies: in the folder, or handed over by somebody
 * @param copy a copy of our own, which nobody else writes
 * @param id its symbolic name
 * @param version its version
 * @param name what people call it
 * @param sha256 the hash of its bytes
 */
record PluginFile(Path path, Path copy, String id, String version, String name, String sha256) {

    /** The same file, found somewhere else. */
    PluginFile at(Path elsewhere) {
        return new PluginFile(elsewhere, copy, id, version, name, sha256);
    }
}
