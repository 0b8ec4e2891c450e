package org.reelbench.encoding;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How an export goes about its work, whatever it makes.
 * <p>
 * Immutable.
 *
 * @param onMissing what is done about media that cannot be read
 * @param overwrite whether a file that is there already is replaced, once the new one is whole
 * @param verify whether the film is read and compared before it takes its name
 * @param chapters whether the sequence's markers become chapters, where the container has such
 * @param texts what is said of the film in its file, such as {@code title}, by name
 */
public record ExportOptions(OnMissing onMissing, boolean overwrite, boolean verify, boolean chapters,
        SortedMap<String, String> texts) {

    /** Missing media end the export, a file that is there is replaced, nothing is verified, markers become chapters. */
    public static final ExportOptions DEFAULT = new ExportOptions(OnMissing.FAIL, true, false, true, new TreeMap<>());

    /** What is done about media that cannot be read. */
    public enum OnMissing {
        /** The export fails: before it begins, with the names of all that are missing; or where a medium breaks. */
        FAIL,
        /** A slate with the medium's name is seen in its place, and silence is heard. */
        SLATE
    }

    /** Creates the options with a map of their own. */
    public ExportOptions {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    /**
     * Returns the options with another way to treat missing media.
     *
     * @param choice what is done about them
     * @return the options, otherwise the same
     */
    public ExportOptions withOnMissing(OnMissing choice) {
        return new ExportOptions(choice, overwrite, verify, chapters, texts);
    }

    /**
     * Returns the options with another way to treat a file that is there.
     *
     * @param choice whether it is replaced
     * @return the options, otherwise the same
     */
    public ExportOptions withOverwrite(boolean choice) {
        return new ExportOptions(onMissing, choice, verify, chapters, texts);
    }

    /**
     * Returns the options with or without verification.
     *
     * @param choice whether the film is read and compared
     * @return the options, otherwise the same
     */
    public ExportOptions withVerify(boolean choice) {
        return new ExportOptions(onMissing, overwrite, choice, chapters, texts);
    }

    /**
     * Returns the options with or without chapters.
     *
     * @param choice whether markers become chapters
     * @return the options, otherwise the same
     */
    public ExportOptions withChapters(boolean choice) {
        return new ExportOptions(onMissing, overwrite, verify, choice, texts);
    }

    /**
     * Returns the options with other texts.
     *
     * @param said what is said of the film, by name
     * @return the options, otherwise the same
     */
    public ExportOptions withTexts(SortedMap<String, String> said) {
        return new ExportOptions(onMissing, overwrite, verify, chapters, said);
    }
}
