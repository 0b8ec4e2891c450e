package org.reelbench.loading;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A service that is told when tracks are loaded, given back, or fail.
 * <p>
 * Called on a thread of the loading service, for one session in the order it happened. A listener that throws is named in the
 * log.
 */
@ConsumerType
public interface LoadingListener {

    /**
     * Takes a change.
     *
     * @param session the session, whose purpose tells whether somebody looks at it, and which tries again what failed
     * @param load the track as it is now
     */
    void changed(LoadingSession session, TrackLoad load);
}
