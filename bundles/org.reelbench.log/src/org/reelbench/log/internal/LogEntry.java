package org.reelbench.log.internal;

import java.time.Instant;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.event.Level;

/**
 * One entry of the log.
 *
 * @param time when it was made
 * @param level how grave it is
 * @param logger who made it
 * @param thread the thread's name
 * @param message the words, as they were written by whoever logs: they may hold anything
 * @param named what the entry is about, by name, such as {@code segment}; in the order in which it was named
 * @param thrown what was thrown, or null
 */
record LogEntry(Instant time, Level level, String logger, String thread, String message, Map<String, Object> named,
        @Nullable Throwable thrown) {
}
