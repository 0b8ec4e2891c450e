package org.reelbench.project.internal.journal;

import org.reelbench.project.internal.file.FileOperations;

/**
 * What a journal works with.
 *
 * @param disk where it writes
 * @param timer when it writes
 * @param delayMs how long changes may gather before they are written
 * @param retryMs how long it waits after a failure
 * @param maxChanges after how many changes it begins anew from a snapshot
 * @param maxBytes after how many bytes it does
 * @param maxAgeMs after which time it does, at the next change
 */
public record JournalSettings(FileOperations disk, Timer timer, long delayMs, long retryMs, int maxChanges, long maxBytes,
        long maxAgeMs) {

    /** Returns the settings of the program: a quarter of a second leaves the disk three more to keep within one. */
    public static JournalSettings of(FileOperations disk, Timer timer) {
        return new JournalSettings(disk, timer, 250, 2_000, 1_000, 32L << 20, 5 * 60_000L);
    }
}
