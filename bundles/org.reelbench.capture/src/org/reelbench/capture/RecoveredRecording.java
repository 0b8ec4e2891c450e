package org.reelbench.capture;

import java.nio.file.Path;
import java.util.UUID;

/**
 * A recording that was looked after by {@link RecordingRecovery}.
 * <p>
 * Immutable.
 *
 * @param file the file
 * @param mediaId the medium's name, as given when it was started
 * @param changed false if the file was finished already
 * @param durationUs its length in microseconds
 * @param frames how many pictures it holds
 * @param lostBytes how many bytes of a last, broken fragment were cut off
 */
public record RecoveredRecording(Path file, UUID mediaId, boolean changed, long durationUs, long frames, long lostBytes) {
}
