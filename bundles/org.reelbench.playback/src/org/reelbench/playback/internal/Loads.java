package org.reelbench.playback.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.loading.Loading;
import org.reelbench.loading.LoadingSession;
import org.reelbench.loading.Purpose;
import org.reelbench.playback.Direction;
import org.reelbench.playback.Scene;

/** The player's session with the loading service, opened anew when that was replaced. For every thread. */
final class Loads implements AutoCloseable {

    private final Supplier<Optional<Loading>> loading;
    private @Nullable Loading openedBy;
    private @Nullable LoadingSession session;

    Loads(Supplier<Optional<Loading>> loading) {
        this.loading = loading;
    }

    /** Returns the session, or empty if nothing loads media by demand for the moment. */
    synchronized Optional<LoadingSession> session() {
        Loading service = loading.get().orElse(null);
        if (service != openedBy) {
            close();
            openedBy = service;
            session = service == null ? null : service.open("player", Purpose.VIEW);
        }
        return Optional.ofNullable(session);
    }

    /** Says what is looked at now. */
    void look(Scene scene, long frame, Direction direction) {
        session().ifPresent(open -> open.update(SceneDemands.at(scene, frame, direction)));
    }

    /** Says that nothing is looked at. */
    void idle() {
        session().ifPresent(open -> open.update(List.of()));
    }

    @Override
    public synchronized void close() {
        LoadingSession open = session;
        if (open != null) {
            session = null;
            openedBy = null;
            open.close();
        }
    }
}
