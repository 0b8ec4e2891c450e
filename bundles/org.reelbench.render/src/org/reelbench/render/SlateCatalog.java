package org.reelbench.render;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.reelbench.media.MediaException;
import org.reelbench.render.internal.slate.BreakableMedium;
import org.reelbench.render.internal.slate.Replacements;
import org.reelbench.render.internal.slate.SlateMedium;
import org.reelbench.timeline.Id;

/**
 * A catalog in which a slate stands in for every medium that cannot be read: a picture with the file's name, and silence. A medium
 * that breaks while it is read is a slate from there on.
 * <p>
 * For every thread. What is missing once stays so for the life of the catalog: a film does not change in the middle because a disk
 * was plugged in; make another catalog to look again.
 *
 * <pre>{@code
 * SlateCatalog slates = new SlateCatalog(catalog, sequence.widthPx(), sequence.heightPx());
 * try (VideoRenderer renderer = renderers.video(sequence, slates)) {
 *     show(renderer.frame(48, cancellation));
 * }
 * warn(slates.replaced());
 * }</pre>
 */
public final class SlateCatalog implements MediaCatalogOver {

    private final MediaCatalog catalog;
    private final int widthPx;
    private final int heightPx;
    private final Replacements replacements = new Replacements();
    private final Map<Id, Medium> known = new ConcurrentHashMap<>();

    /**
     * Creates a catalog.
     *
     * @param catalog finds the media that are there
     * @param widthPx the width of slates whose media nobody can look at, above 0; best that of the sequence
     * @param heightPx their height, above 0
     */
    public SlateCatalog(MediaCatalog catalog, int widthPx, int heightPx) {
        this.catalog = catalog;
        this.widthPx = widthPx;
        this.heightPx = heightPx;
    }

    @Override
    public MediaCatalog media() {
        return catalog;
    }

    /** Finds a medium; one that cannot be read is a slate. */
    @Override
    public Medium medium(Id media) {
        Medium found = known.get(media);
        if (found != null) {
            return found;
        }
        Medium made;
        try {
            made = new BreakableMedium(catalog.medium(media), replacements);
        } catch (MediaException e) {
            made = new SlateMedium(e, widthPx, heightPx, replacements);
        }
        Medium first = known.putIfAbsent(media, made);
        return first == null ? made : first;
    }

    /** Shows the clip without the effect, and notes that. */
    @Override
    public boolean leavesOut(String effect) {
        replacements.add("effect " + effect, new MediaException(MediaException.Reason.EFFECT, "effect " + effect,
                "it is not installed, so the clip is shown without it; install the plug-in that brings it"));
        return true;
    }

    /**
     * Returns what slates stand in for.
     *
     * @return what is wrong with each medium that could not be read, and with each effect that was left out, so far, naming it
     */
    public List<MediaException> replaced() {
        return replacements.list();
    }
}
