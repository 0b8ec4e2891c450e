package org.reelbench.log.internal;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.event.Level;

/**
 * Where entries go: to the error stream, whichever that is at the moment, each by one call. For every thread. What is not said by the
 * property or the environment is text, from {@code warn} on.
 */
final class LogOutput {

    /** The only one: whoever logs has no other way to it than the class loader. */
    static final LogOutput PROCESS = new LogOutput(System::getProperty, System::getenv);

    static final String FORMAT = "format";
    static final String LEVEL = "level";

    private final LogFormat firstFormat;
    private final Level firstLevel;
    private volatile LogFormat format;
    private volatile Level level;

    LogOutput(Function<String, @Nullable String> properties, Function<String, @Nullable String> environment) {
        firstFormat = LogFormat.named(text(properties.apply("reelbench.log.format"), environment.apply("REELBENCH_LOG_FORMAT")))
                .orElse(LogFormat.TEXT);
        firstLevel = level(text(properties.apply("reelbench.log.level"),
                text(environment.apply("REELBENCH_LOG_LEVEL"), environment.apply("REELBENCH_LOG"))));
        format = firstFormat;
        level = firstLevel;
    }

    private static String text(@Nullable String first, @Nullable String second) {
        return first != null && !first.isBlank() ? first : second == null ? "" : second;
    }

    /** A word that names no level does not hide what went wrong. */
    private static Level level(String word) {
        String wanted = word.strip().toUpperCase(Locale.ROOT);
        for (Level each : Level.values()) {
            if (each.name().equals(wanted)) {
                return each;
            }
        }
        return Level.WARN;
    }

    /** Writes otherwise from now on; what is null or empty is as the surroundings of the program say. */
    void set(@Nullable String newFormat, @Nullable String newLevel) {
        format = LogFormat.named(text(newFormat, null)).orElse(firstFormat);
        level = newLevel == null || newLevel.isBlank() ? firstLevel : level(newLevel);
    }

    boolean takes(Level each) {
        return each.toInt() >= level.toInt();
    }

    boolean isJson() {
        return format == LogFormat.JSON;
    }

    void write(LogEntry entry) {
        String lines = format.write(entry);
        PrintStream stream = System.err;
        // Two prints of two threads may share a line; one print does not.
        stream.print(lines);
        stream.flush();
    }
}
