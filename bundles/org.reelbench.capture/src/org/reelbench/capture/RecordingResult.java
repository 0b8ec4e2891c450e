package org.reelbench.capture;

import java.nio.file.Path;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;

/**
 * A recording that has ended with a playable file.
 * <p>
 * Immutable.
 *
 * @param mediaId the medium's name for ever
 * @param file the file
 * @param statistics its last numbers
 * @param early why it ended before anybody stopped it, or null if it did not
 */
public record RecordingResult(UUID mediaId, Path file, RecordingStatistics statistics, @Nullable CaptureException early) {
}
