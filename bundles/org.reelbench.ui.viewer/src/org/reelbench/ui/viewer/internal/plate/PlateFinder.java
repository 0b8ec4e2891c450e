package org.reelbench.ui.viewer.internal.plate;

import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.loading.TrackLoad;
import org.reelbench.playback.Scene;
import org.reelbench.render.LayerOutlines;
import org.reelbench.render.SlateCatalog;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

/**
 * Finds the plates of what is looked at. Asked on any thread, looks on another one: media may have to be read to know where they
 * lie. Of questions that come quicker than answers only the last one is answered.
 */
public final class PlateFinder {

    private final Executor thread;
    private final Supplier<Map<Id, TrackLoad>> loads;
    private final Consumer<Plates> found;
    private final AtomicReference<@Nullable Look> wanted = new AtomicReference<>();
    // The rest belongs to the thread that looks.
    private @Nullable Scene scene;
    private Map<Id, TrackLoad> known = Map.of();
    private @Nullable LayerOutlines outlines;

    /** What is looked at. */
    private record Look(Scene scene, long frame) {
    }

    /**
     * Creates the finder.
     *
     * @param thread runs one thing at a time, in order, on a thread that may wait
     * @param loads the tracks that are told of, as they are now
     * @param found takes the answers, on that thread
     */
    public PlateFinder(Executor thread, Supplier<Map<Id, TrackLoad>> loads, Consumer<Plates> found) {
        this.thread = thread;
        this.loads = loads;
        this.found = found;
    }

    /** Asks for the plates of a frame. */
    public void look(Scene at, long frame) {
        if (wanted.getAndSet(new Look(at, frame)) == null) {
            thread.execute(this::find);
        }
    }

    private void find() {
        Look look = wanted.getAndSet(null);
        if (look == null) {
            return;
        }
        Sequence sequence = look.scene().sequence();
        Map<Id, TrackLoad> told = loads.get();
        found.accept(told.isEmpty()
                ? Plates.NONE
                : Plates.over(sequence.widthPx(), sequence.heightPx(), outlines(look.scene(), told).at(look.frame()), told));
    }

    /** Spans stay known while only the playhead moves; media may be others as soon as one was loaded or failed. */
    private LayerOutlines outlines(Scene of, Map<Id, TrackLoad> told) {
        LayerOutlines open = outlines;
        Scene last = scene;
        boolean same = last != null && last.sequence() == of.sequence() && last.catalog().equals(of.catalog())
                && told.equals(known);
        if (open == null || !same) {
            // With slates, as the viewer renders: what they cover is not seen.
            SlateCatalog slates = new SlateCatalog(of.catalog(), of.sequence().widthPx(), of.sequence().heightPx());
            open = new LayerOutlines(of.sequence(), slates);
            outlines = open;
            scene = of;
            known = told;
        }
        return open;
    }
}
