package org.reelbench.log.internal;

import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What logs by the JDK's own way, in the same lines; while entries are for people they stay as the JDK writes them. */
final class JdkEntries extends Handler {

    private final LogOutput output;
    private final SimpleFormatter words = new SimpleFormatter();
    private Handler[] before = {};

    JdkEntries(LogOutput output) {
        this.output = output;
    }

    /** Follows what the output was told. */
    synchronized void follow() {
        Logger root = LogManager.getLogManager().getLogger("");
        if (output.isJson() && before.length == 0) {
            before = root.getHandlers();
            for (Handler each : before) {
                root.removeHandler(each);
            }
            root.addHandler(this);
        } else if (!output.isJson()) {
            leave();
        }
    }

    /** Leaves everything as it was. */
    synchronized void leave() {
        Logger root = LogManager.getLogManager().getLogger("");
        root.removeHandler(this);
        for (Handler each : before) {
            root.addHandler(each);
        }
        before = new Handler[0];
    }

    @Override
    public void publish(LogRecord told) {
        output.write(new LogEntry(told.getInstant(), level(told.getLevel()), String.valueOf(told.getLoggerName()),
                Thread.currentThread().getName(), words.formatMessage(told), Map.of(), told.getThrown()));
    }

    private static org.slf4j.event.Level level(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return org.slf4j.event.Level.ERROR;
        }
        if (level.intValue() >= Level.WARNING.intValue()) {
            return org.slf4j.event.Level.WARN;
        }
        return level.intValue() >= Level.INFO.intValue() ? org.slf4j.event.Level.INFO : org.slf4j.event.Level.DEBUG;
    }

    @Override
    public void flush() {
        // Each entry is flushed as it is written.
    }

    @Override
    public void close() {
        // The error stream is not ours to close.
    }
}
