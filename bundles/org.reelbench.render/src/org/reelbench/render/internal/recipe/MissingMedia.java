package org.reelbench.render.internal.recipe;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.reelbench.render.MediaCatalog;
import org.reelbench.render.internal.SnapshotCatalog;
import org.reelbench.timeline.Id;

/**
 * The media that one snapshot's recipes could not find. One may come back and be encoded after all while it is still taken for missing:
 * so each goes by a name that nobody else uses, and what was encoded then is never taken for what is missing another time.
 * <p>
 * One thread at a time.
 */
public final class MissingMedia {

    private final MediaCatalog media;
    private final Map<Id, String> names = new HashMap<>();

    /** Creates the list without any. */
    public MissingMedia(MediaCatalog catalog) {
        // Each edit makes another list of sequences.
        media = catalog instanceof SnapshotCatalog snapshot ? snapshot.media() : catalog;
    }

    /** Returns the list to begin another snapshot's recipes with: the same one as long as the project refers to the same media. */
    public MissingMedia in(MediaCatalog next) {
        MissingMedia begun = new MissingMedia(next);
        if (begun.media.equals(media)) {
            begun.names.putAll(names);
        }
        return begun;
    }

    /** Tells whether a medium was looked for and not found. */
    public boolean knows(Id medium) {
        return names.containsKey(medium);
    }

    /** Notes that a medium was found again. */
    public void found(Id medium) {
        names.remove(medium);
    }

    /** Returns the name that a missing medium has in recipes. */
    public String nameOf(Id medium) {
        return "missing " + RecipeText.quoted(medium.value()) + ' '
                + names.computeIfAbsent(medium, _ -> UUID.randomUUID().toString());
    }
}
