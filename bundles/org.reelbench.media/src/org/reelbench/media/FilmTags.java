package org.reelbench.media;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.reelbench.time.RationalTime;

/**
 * What a file says of its film beside pictures and sound.
 * <p>
 * Immutable.
 *
 * @param texts the texts by their names, such as {@code title} and {@code artist}; a container leaves out names it has no place for
 * @param chapters the chapters, in the order of their starts
 */
public record FilmTags(SortedMap<String, String> texts, List<Chapter> chapters) {

    /** Nothing is said. */
    public static final FilmTags NONE = new FilmTags(new TreeMap<>(), List.of());

    /**
     * A part of a film to jump to.
     *
     * @param start where it begins, counted from the start of the film, 0 or more
     * @param end where it ends, after its start
     * @param title its name; may be empty
     */
    public record Chapter(RationalTime start, RationalTime end, String title) {

        /**
         * Creates a chapter.
         *
         * @throws IllegalArgumentException if it does not end after it starts
         */
        public Chapter {
            if (end.compareTo(start) <= 0) {
                throw new IllegalArgumentException("chapter '" + title + "' from " + start + " to " + end + " has no length");
            }
        }
    }

    /** Creates the tags with collections of their own. */
    public FilmTags {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
        chapters = List.copyOf(chapters);
    }
}
