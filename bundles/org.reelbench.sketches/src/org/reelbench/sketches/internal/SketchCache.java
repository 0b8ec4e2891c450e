package org.reelbench.sketches.internal;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.memory.Account;
import org.reelbench.memory.Holding;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.sketches.Thumbnail;
import org.reelbench.sketches.Waves;

/** All sketches in memory, of both kinds, within their budgets. For every thread. */
@Component(service = SketchCache.class)
public final class SketchCache {

    private static final long THUMBNAILS_BYTES = 32L << 20;
    private static final long WAVES_BYTES = 16L << 20;
    private static final long OVERHEAD_BYTES = 96;

    private final Account thumbnailAccount;
    private final Account waveAccount;
    private final SketchMemory<Thumbnail> thumbnails;
    private final SketchMemory<Waves> waves;

    /**
     * Creates the cache.
     *
     * @param ledger where it says what it holds
     */
    @Activate
    public SketchCache(@Reference MemoryLedger ledger) {
        this(ledger, THUMBNAILS_BYTES, WAVES_BYTES);
    }

    SketchCache(MemoryLedger ledger, long thumbnailBytes, long waveBytes) {
        thumbnailAccount = ledger.open(Holding.THUMBNAILS, "thumbnails");
        waveAccount = ledger.open(Holding.WAVEFORMS, "waveforms");
        thumbnails = new SketchMemory<>(thumbnailBytes, thumbnailAccount);
        waves = new SketchMemory<>(waveBytes, waveAccount);
    }

    /** Closes its accounts. */
    @Deactivate
    public void close() {
        thumbnailAccount.close();
        waveAccount.close();
    }

    @Nullable
    Thumbnail thumbnail(SketchKey key) {
        return thumbnails.get(key);
    }

    @Nullable
    Waves waves(SketchKey key) {
        return waves.get(key);
    }

    void put(SketchKey key, Thumbnail thumbnail) {
        thumbnails.put(key, thumbnail, thumbnail.bgr().length + OVERHEAD_BYTES);
    }

    void put(SketchKey key, Waves piece) {
        waves.put(key, piece, piece.extremes().length + OVERHEAD_BYTES);
    }

    boolean has(SketchKey key) {
        return switch (key) {
        case SketchKey.Picture picture -> thumbnail(picture) != null;
        case SketchKey.Piece piece -> waves(piece) != null;
        };
    }

    SketchMemory<Thumbnail> thumbnails() {
        return thumbnails;
    }

    SketchMemory<Waves> waves() {
        return waves;
    }
}
