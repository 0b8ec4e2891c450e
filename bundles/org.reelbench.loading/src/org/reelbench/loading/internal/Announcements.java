package org.reelbench.loading.internal;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

import org.reelbench.loading.LoadingListener;
import org.reelbench.loading.LoadingSession;
import org.reelbench.loading.TrackLoad;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners of what has changed in a session, one change after the other. State is guarded by the {@link Core}'s lock. */
final class Announcements {

    private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);

    private final Core core;
    private final LoadingSession session;
    private final Deque<TrackLoad> untold = new ArrayDeque<>();
    private boolean telling;

    Announcements(Core core, LoadingSession session) {
        this.core = core;
        this.session = session;
    }

    /** Has listeners told on a loading thread. With the lock held. */
    void tellLater(Collection<TrackLoad> changes) {
        untold.addAll(changes);
        if (!untold.isEmpty() && !telling) {
            telling = core.later(this::tell);
        }
    }

    private void tell() {
        while (true) {
            TrackLoad change;
            synchronized (core) {
                change = untold.poll();
                if (change == null) {
                    telling = false;
                    return;
                }
            }
            for (LoadingListener listener : core.listeners()) {
                try {
                    listener.changed(session, change);
                } catch (RuntimeException e) {
                    LOG.warn("{} throws when it is told that {} is {}", listener.getClass().getName(), change.track(),
                            change.state().label(), e);
                }
            }
        }
    }
}
