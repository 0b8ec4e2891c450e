package org.reelbench.render.internal.slate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.reelbench.media.MediaException;

/** What slates stand in for, in the order it was found out. For every thread. */
public final class Replacements {

    private final Map<String, MediaException> found = new LinkedHashMap<>();

    /**
     * Notes a medium that cannot be read.
     *
     * @param name the medium's name
     * @param why what is wrong with it
     * @return what is wrong with it, naming it
     */
    public synchronized MediaException add(String name, MediaException why) {
        MediaException named = why.medium().isEmpty() ? new MediaException(why.reason(), name, why.explanation(), why) : why;
        return found.computeIfAbsent(name, _ -> named);
    }

    /**
     * Lists what was found.
     *
     * @return what is wrong with each medium
     */
    public synchronized List<MediaException> list() {
        return List.copyOf(found.values());
    }
}
