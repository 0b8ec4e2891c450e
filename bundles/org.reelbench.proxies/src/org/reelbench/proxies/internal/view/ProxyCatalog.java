package org.reelbench.proxies.internal.view;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.MediaException;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.MediaCatalogOver;
import org.reelbench.render.Medium;
import org.reelbench.render.StandIn;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.ProxyUse;

/**
 * The media of a project with proxies in place of the pictures of some. What a medium was answered to be it stays for the life of
 * the catalog.
 */
public final class ProxyCatalog implements MediaCatalogOver {

    /** Finds what stands in for a medium. */
    @FunctionalInterface
    public interface StandIns {

        /**
         * Finds the file; may read from the disk.
         *
         * @param medium the medium itself
         * @param streamIndex the stream of pictures
         * @param use what the project says
         * @return the file, or empty for the medium itself
         */
        Optional<StandIn> find(Medium medium, int streamIndex, ProxyUse use);
    }

    private final MediaCatalog originals;
    private final List<MediaReference> media;
    private final Map<Id, ProxyUse> uses = new ConcurrentHashMap<>();
    private final long generation;
    private final StandIns standIns;
    private final Map<Id, Medium> known = new ConcurrentHashMap<>();

    /**
     * Creates a catalog.
     *
     * @param originals finds the media themselves
     * @param media what the project says of each
     * @param generation counts what was made and lost
     * @param standIns finds proxies
     */
    public ProxyCatalog(MediaCatalog originals, List<MediaReference> media, long generation, StandIns standIns) {
        this.originals = originals;
        this.media = media;
        this.generation = generation;
        this.standIns = standIns;
        media.forEach(reference -> uses.put(reference.id(), reference.proxy()));
    }

    @Override
    public MediaCatalog media() {
        return originals;
    }

    @Override
    public Medium medium(Id id) throws MediaException {
        Medium original = originals.medium(id);
        Medium found = known.get(id);
        // A file that was replaced is another medium, and has another proxy.
        if (found instanceof ProxiedMedium proxied && proxied.medium() == original) {
            return found;
        }
        Medium made = new ProxiedMedium(original, uses.getOrDefault(id, ProxyUse.AUTO), standIns);
        known.put(id, made);
        return made;
    }

    /** Whoever holds an equal catalog shows the same pictures and need not open them again. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProxyCatalog catalog && originals.equals(catalog.originals) && media == catalog.media
                && generation == catalog.generation;
    }

    @Override
    public int hashCode() {
        return Objects.hash(originals, System.identityHashCode(media), generation);
    }
}
