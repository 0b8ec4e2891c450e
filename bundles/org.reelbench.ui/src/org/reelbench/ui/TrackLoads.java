package org.reelbench.ui;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.reelbench.loading.LoadState;
import org.reelbench.loading.LoadingListener;
import org.reelbench.loading.LoadingSession;
import org.reelbench.loading.Purpose;
import org.reelbench.loading.TrackLoad;
import org.reelbench.timeline.Id;

/**
 * How far the tracks are loaded for who looks at them: what views tell people of it.
 * <p>
 * For every thread; hears of changes on threads of the loading service.
 * <p>
 * A view makes one of its own and registers it as a {@link LoadingListener} for as long as the view is open.
 */
public final class TrackLoads implements LoadingListener {

    /** How long a load is not told of, in nanoseconds: most are over before anybody could read that they go on. */
    public static final long QUICK_NS = TimeUnit.MILLISECONDS.toNanos(300);

    private final LongSupplier clockNs;
    private final Map<Id, Heard> heard = new ConcurrentHashMap<>();
    private volatile Runnable changed = () -> {
        // nobody looks
    };

    /** What was heard last of a track, from whom and when. */
    private record Heard(LoadingSession session, TrackLoad load, long sinceNs) {
    }

    /**
     * Creates it, with nothing heard.
     *
     * @param clockNs tells the time in nanoseconds, as {@link System#nanoTime()} does
     */
    public TrackLoads(LongSupplier clockNs) {
        this.clockNs = clockNs;
    }

    /**
     * Calls somebody when there is something new, in place of whom it called before. A load that has just begun is new at once, and
     * among those shown {@link #QUICK_NS} later.
     *
     * @param other called on any thread; quick
     */
    public void onChange(Runnable other) {
        changed = other;
    }

    @Override
    public void changed(LoadingSession session, TrackLoad load) {
        if (session.purpose() != Purpose.VIEW) {
            return;
        }
        Id track = new Id(load.track());
        if (load.state() == LoadState.LOADING || load.state() == LoadState.FAILED) {
            heard.put(track, new Heard(session, load, clockNs.getAsLong()));
        } else {
            heard.remove(track);
        }
        changed.run();
    }

    /**
     * Tells whether nothing is being loaded and nothing failed, so that nothing can be shown until the next change.
     *
     * @return true if so
     */
    public boolean isQuiet() {
        return heard.isEmpty();
    }

    /**
     * Returns the tracks that people should know of: those that failed, and those that take long.
     *
     * @return how far they are loaded, by track; a snapshot
     */
    public Map<Id, TrackLoad> shown() {
        long nowNs = clockNs.getAsLong();
        Map<Id, TrackLoad> shown = new HashMap<>();
        heard.forEach((track, last) -> {
            if (last.load().state() == LoadState.FAILED || nowNs - last.sinceNs() >= QUICK_NS) {
                shown.put(track, last.load());
            }
        });
        return shown;
    }

    /**
     * Returns why a track failed.
     *
     * @param track the track
     * @return the message for people, naming the medium; empty if the track did not fail
     */
    public String failure(Id track) {
        Heard last = heard.get(track);
        return last == null ? "" : last.load().message();
    }

    /**
     * Tries again what a track failed with; nothing happens if it did not. Waits for nothing.
     *
     * @param track the track
     */
    public void retry(Id track) {
        Heard last = heard.get(track);
        if (last != null && last.load().state() == LoadState.FAILED) {
            last.session().retry(last.load().track());
        }
    }
}
