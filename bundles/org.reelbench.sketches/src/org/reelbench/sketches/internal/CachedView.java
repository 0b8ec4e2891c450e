package org.reelbench.sketches.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import org.reelbench.sketches.SketchSource;
import org.reelbench.sketches.SketchView;
import org.reelbench.sketches.Thumbnail;
import org.reelbench.sketches.Waves;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/** Answers from the cache, and gathers what it misses. One thread. */
final class CachedView implements SketchView {

    /** Through so many coarser grids a picture is looked for that is better than none. */
    private static final int COARSER = 6;

    private final SketchesComponent owner;
    private final SketchCache cache;
    private final Runnable changed;
    private final Set<SketchKey> missed = new LinkedHashSet<>();

    CachedView(SketchesComponent owner, SketchCache cache, Runnable changed) {
        this.owner = owner;
        this.cache = cache;
        this.changed = changed;
    }

    void tell() {
        changed.run();
    }

    @Override
    public void begin() {
        missed.clear();
    }

    @Override
    public Optional<Thumbnail> thumbnail(SketchSource source, RationalTime time, RationalTime step) {
        SketchKey.Picture key = key(source, time, step);
        Thumbnail found = cache.thumbnail(key);
        if (found != null) {
            return Optional.of(found);
        }
        missed.add(key);
        RationalTime coarser = step;
        for (int i = 0; i < COARSER; i++) {
            coarser = coarser.plus(coarser);
            Thumbnail instead = cache.thumbnail(key(source, time, coarser));
            if (instead != null) {
                return Optional.of(instead);
            }
        }
        return Optional.empty();
    }

    private static SketchKey.Picture key(SketchSource source, RationalTime time, RationalTime step) {
        long cell = Math.max(0, time.seconds().dividedBy(step.seconds()).floor());
        return new SketchKey.Picture(source, step.times(Rational.of(cell)));
    }

    @Override
    public Optional<Waves> waves(SketchSource source, int level, long piece) {
        SketchKey.Piece key = new SketchKey.Piece(source, level, piece);
        Waves found = cache.waves(key);
        if (found == null) {
            missed.add(key);
        }
        return Optional.ofNullable(found);
    }

    @Override
    public void end() {
        owner.want(this, new ArrayList<>(missed));
    }

    @Override
    public void close() {
        owner.forget(this);
    }
}
