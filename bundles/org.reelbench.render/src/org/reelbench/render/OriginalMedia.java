package org.reelbench.render;

import java.util.Optional;

import org.reelbench.media.ByteSource;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Interpretation;

/**
 * A catalog in which nothing stands in for any medium: what exports render from, whatever catalog they are given.
 * <p>
 * For every thread.
 *
 * @param media finds the media
 */
public record OriginalMedia(MediaCatalog media) implements MediaCatalogOver {

    /**
     * Returns a catalog in which nothing stands in for any medium.
     *
     * @param catalog finds the media
     * @return the catalog
     */
    public static MediaCatalog of(MediaCatalog catalog) {
        return catalog instanceof OriginalMedia ? catalog : new OriginalMedia(catalog);
    }

    @Override
    public Medium medium(Id id) throws MediaException {
        return new Original(media.medium(id));
    }

    private record Original(Medium medium) implements Medium {

        @Override
        public String name() {
            return medium.name();
        }

        @Override
        public String fingerprint() {
            return medium.fingerprint();
        }

        @Override
        public String representation() {
            return medium.representation();
        }

        @Override
        public MediaInfo info() {
            return medium.info();
        }

        @Override
        public Interpretation interpretation() {
            return medium.interpretation();
        }

        @Override
        public Optional<String> lastingName() {
            return medium.lastingName();
        }

        @Override
        public boolean grows() {
            return medium.grows();
        }

        @Override
        public Optional<StandIn> standIn(int streamIndex) {
            return Optional.empty();
        }

        @Override
        public ByteSource open() throws MediaException {
            return medium.open();
        }
    }
}
