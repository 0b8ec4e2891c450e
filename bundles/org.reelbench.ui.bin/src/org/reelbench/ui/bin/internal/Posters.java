package org.reelbench.ui.bin.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.MediaException;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Medium;
import org.reelbench.render.StreamLooks;
import org.reelbench.sketches.SketchMedium;
import org.reelbench.sketches.SketchSource;
import org.reelbench.sketches.SketchView;
import org.reelbench.sketches.Sketches;
import org.reelbench.sketches.Thumbnail;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.ui.UiThread;

/** Pictures of media at any of their times, from the service that is there at the moment. On the UI thread, which never waits. */
final class Posters implements AutoCloseable {

    /** So many pictures stand for a whole medium that the mouse passes over. */
    private static final int STEPS = 24;

    /** Returns the media of the project that is open. */
    @FunctionalInterface
    interface Catalog {
        Optional<MediaCatalog> get();
    }

    private final Supplier<Optional<Sketches>> service;
    private final Catalog catalog;
    private final Runnable changed;
    private @Nullable Sketches known;
    private @Nullable SketchView view;

    /**
     * Creates the pictures.
     *
     * @param changed runs on any thread when there are more
     */
    Posters(Supplier<Optional<Sketches>> service, Catalog catalog, Runnable changed) {
        this.service = service;
        this.catalog = catalog;
        this.changed = changed;
    }

    void begin() {
        Sketches now = service.get().orElse(null);
        if (now != known) {
            close();
            known = now;
            view = now == null ? null : now.open(changed);
        }
        SketchView open = view;
        if (open != null) {
            open.begin();
        }
    }

    void end() {
        SketchView open = view;
        if (open != null) {
            open.end();
        }
    }

    /** Returns a picture, that of a part of the way through the medium. */
    Optional<Thumbnail> of(MediaReference medium, RationalTime length, double part) {
        SketchView open = view;
        MediaCatalog media = catalog.get().orElse(null);
        if (open == null || media == null) {
            return Optional.empty();
        }
        RationalTime apart = length.signum() <= 0 ? RationalTime.of(1, 1) : length.times(Rational.of(1, STEPS));
        RationalTime time = length.times(Rational.of(Math.min(STEPS - 1, (long) (part * STEPS)), STEPS));
        return open.thumbnail(source(media, medium), time, SketchView.step(apart));
    }

    /** Named as in the track view, so that both share what was made. */
    private static SketchSource source(MediaCatalog catalog, MediaReference medium) {
        Id id = medium.id();
        return new SketchSource(List.of(medium.path(), medium.fingerprint(), String.valueOf(medium.imageSequence()),
                medium.interpretation()), () -> medium(catalog, id), 0);
    }

    private static SketchMedium medium(MediaCatalog catalog, Id id) throws MediaException {
        UiThread.forbid("looking into media");
        Medium found = catalog.medium(id);
        return new SketchMedium(found, StreamLooks.of(found, 0).orElse(null));
    }

    @Override
    public void close() {
        SketchView open = view;
        view = null;
        known = null;
        if (open != null) {
            open.close();
        }
    }
}
