package org.reelbench.ui.tracks.internal;

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

/** How far the tracks are loaded for who looks at them. Hears of it on any thread. */
final class TrackLoads implements LoadingListener {

    /** Most loads are over before anybody could read that they go on. */
    static final long QUICK_NS = TimeUnit.MILLISECONDS.toNanos(300);

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
     * @param clockNs tells the time
     */
    TrackLoads(LongSupplier clockNs) {
        this.clockNs = clockNs;
    }

    /** Calls somebody, on any thread, when there is something new. */
    void onChange(Runnable other) {
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

    /** The tracks that people should know of: those that failed, and those that take long. */
    Map<Id, TrackLoad> shown() {
        long nowNs = clockNs.getAsLong();
        Map<Id, TrackLoad> shown = new HashMap<>();
        heard.forEach((track, last) -> {
            if (last.load().state() == LoadState.FAILED || nowNs - last.sinceNs() >= QUICK_NS) {
                shown.put(track, last.load());
            }
        });
        return shown;
    }

    /** Why a track failed; empty if it did not. */
    String failure(Id track) {
        Heard last = heard.get(track);
        return last == null ? "" : last.load().message();
    }

    /** Tries again what a track failed with. */
    void retry(Id track) {
        Heard last = heard.get(track);
        if (last != null && last.load().state() == LoadState.FAILED) {
            last.session().retry(last.load().track());
        }
    }
}
