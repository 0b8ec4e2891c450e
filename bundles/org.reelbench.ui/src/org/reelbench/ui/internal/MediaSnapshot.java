package org.reelbench.ui.internal;

import java.util.List;
import java.util.Objects;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.MediaCatalogOver;
import org.reelbench.timeline.MediaReference;

/**
 * The media of a project as they were referred to at one time: another catalog once one of them is relinked or understood in
 * another way, so that whoever shows pictures of the old one asks anew.
 *
 * @param media finds the media
 * @param references how the project refers to them: its own list, which never changes
 */
public record MediaSnapshot(MediaCatalog media, List<MediaReference> references) implements MediaCatalogOver {

    /** Tells without comparing many media whether both mean the same ones: an edit of them makes another list. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MediaSnapshot snapshot && media.equals(snapshot.media) && references == snapshot.references;
    }

    @Override
    public int hashCode() {
        return Objects.hash(media, System.identityHashCode(references));
    }
}
