package org.reelbench.log.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.LoggingEventAware;
import org.slf4j.spi.MDCAdapter;

/** The logger of one name. For every thread. */
final class LineLogger extends LegacyAbstractLogger implements LoggingEventAware {

    private static final long serialVersionUID = 1L;

    private final transient LogOutput output;
    private final transient MDCAdapter context;

    /**
     * Creates the logger.
     *
     * @param name what logs
     * @param output where entries go
     * @param context what threads are busy with
     */
    LineLogger(String name, LogOutput output, MDCAdapter context) {
        this.name = name;
        this.output = output;
        this.context = context;
    }

    @Override
    public boolean isTraceEnabled() {
        return output.takes(Level.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
        return output.takes(Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
        return output.takes(Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
        return output.takes(Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
        return output.takes(Level.ERROR);
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(Level level, @Nullable Marker marker, @Nullable String message,
            Object @Nullable [] arguments, @Nullable Throwable thrown) {
        write(level, message, arguments, List.of(), thrown);
    }

    @Override
    public void log(LoggingEvent event) {
        if (output.takes(event.getLevel())) {
            List<KeyValuePair> pairs = event.getKeyValuePairs();
            write(event.getLevel(), event.getMessage(), event.getArgumentArray(), pairs == null ? List.of() : pairs,
                    event.getThrowable());
        }
    }

    private void write(Level level, @Nullable String message, Object @Nullable [] arguments, List<KeyValuePair> pairs,
            @Nullable Throwable thrown) {
        output.write(new LogEntry(Instant.now(), level, name, Thread.currentThread().getName(),
                String.valueOf(MessageFormatter.basicArrayFormat(message, arguments)), named(pairs), thrown));
    }

    /** What the thread is busy with, then what the entry is about. */
    private Map<String, Object> named(List<KeyValuePair> pairs) {
        Map<String, Object> named = new LinkedHashMap<>();
        Map<String, String> busyWith = context.getCopyOfContextMap();
        if (busyWith != null) {
            busyWith.forEach((key, value) -> named.put(key, String.valueOf(value)));
        }
        pairs.forEach(pair -> named.put(String.valueOf(pair.key), told(pair.value)));
        return named;
    }

    /** Numbers and truths stay what they are. Whoever logs is not to fail over what it names. */
    private static Object told(@Nullable Object value) {
        if (value instanceof Number || value instanceof Boolean) {
            return value;
        }
        try {
            return String.valueOf(value);
        } catch (RuntimeException e) {
            return "[" + e.getClass().getName() + "]";
        }
    }
}
