package org.reelbench.render;

import java.nio.file.Path;

import org.osgi.annotation.versioning.ConsumerType;
import org.reelbench.media.MediaException;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

/**
 * A catalog that asks another one, and answers by itself only what it overrides.
 * <p>
 * For every thread, as all catalogs are.
 */
@ConsumerType
public interface MediaCatalogOver extends MediaCatalog {

    /**
     * Returns the catalog beneath.
     *
     * @return what is asked for all that is not answered here; always the same one
     */
    MediaCatalog media();

    @Override
    default Medium medium(Id id) throws MediaException {
        return media().medium(id);
    }

    @Override
    default String name(Id id) {
        return media().name(id);
    }

    @Override
    default Sequence sequence(Id sequence) throws MediaException {
        return media().sequence(sequence);
    }

    @Override
    default Path file(String path) throws MediaException {
        return media().file(path);
    }

    @Override
    default boolean leavesOut(String effect) {
        return media().leavesOut(effect);
    }
}
