package org.reelbench.settings;

/**
 * What somebody set. Immutable, safe for every thread.
 *
 * @param setting the setting
 * @param text the text as it was written
 * @param value the value as Config Admin wants it
 * @param source by what means it was set
 * @param where where it was written, for people: a flag, a variable of the environment, or a file and its line
 */
public record GivenSetting(Setting setting, String text, Object value, Source source, String where) {

    /** By what means something can be set; what comes first counts most. */
    public enum Source {
        /** A flag of this run. */
        FLAG,
        /** The environment of this run. */
        ENVIRONMENT,
        /** The file, which the program can write. */
        FILE
    }
}
