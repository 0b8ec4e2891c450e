package org.reelbench.cli.internal.play;

import java.util.List;

import org.reelbench.render.MediaCatalog;
import org.reelbench.timeline.MediaReference;

/** Lets proxies stand in for media; a service of its own, because proxies may not be installed. */
public interface StandingIn {

    /**
     * Returns a catalog in which the proxies that were made stand in for the media.
     *
     * @param make whether media that need a proxy and have none get one meanwhile; it stands in next time
     */
    MediaCatalog in(MediaCatalog originals, List<MediaReference> media, boolean make);
}
