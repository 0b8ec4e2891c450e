package org.reelbench.cli.internal.serve;

import java.util.List;

import org.reelbench.render.FileMediaCatalog;
import org.reelbench.render.MediaCatalog;
import org.reelbench.timeline.MediaReference;

/** The media of a project that changes: what is known of those that stay is looked for once. One thread at a time. */
final class LatestMedia implements ShownPreviews.Media {

    private FileMediaCatalog latest;

    LatestMedia(FileMediaCatalog first) {
        latest = first;
    }

    @Override
    public MediaCatalog of(List<MediaReference> media) {
        latest = latest.after(media);
        return latest;
    }
}
