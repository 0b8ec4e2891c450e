package org.reelbench.project;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;

import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;

/**
 * Media of which no two have the same id. Projects of many media are made anew with each edit: what was checked once is handed
 * on as it is.
 * <p>
 * Immutable, safe for every thread.
 */
final class MediaList extends AbstractList<MediaReference> implements RandomAccess {

    private final List<MediaReference> media;
    private final Map<Id, MediaReference> byId;

    private MediaList(List<MediaReference> media) {
        this.media = List.copyOf(media);
        byId = HashMap.newHashMap(media.size());
        for (MediaReference reference : this.media) {
            if (byId.put(reference.id(), reference) != null) {
                throw new IllegalArgumentException("two media entries have the id '" + reference.id().value() + "'");
            }
        }
    }

    /** Returns the media as such a list; costs nothing if they are one. */
    static MediaList of(List<MediaReference> media) {
        return media instanceof MediaList checked ? checked : new MediaList(media);
    }

    Optional<MediaReference> find(Id id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public MediaReference get(int index) {
        return media.get(index);
    }

    @Override
    public int size() {
        return media.size();
    }
}
