package org.reelbench.cli.internal.serve;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How projects are served.
 *
 * @param hosts where media may be read from besides this machine
 * @param edit whether they are open for edits
 * @param exportFolder where films may be made, if they may
 * @param recordingFolder where recordings may be made, if they may
 * @param json whether addresses are printed for programs
 */
record ServeOptions(List<String> hosts, boolean edit, Optional<Path> exportFolder, Optional<Path> recordingFolder,
        boolean json) {
}
