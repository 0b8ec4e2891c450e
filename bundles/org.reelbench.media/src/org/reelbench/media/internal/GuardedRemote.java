package org.reelbench.media.internal;

import java.net.URI;
import java.util.Set;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.MediaException;
import org.reelbench.media.RemoteMedia;
import org.reelbench.plugins.PluginCallException;
import org.reelbench.plugins.PluginCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Somebody who opens addresses, called through the guard: what a plug-in opens is waited for ten seconds at most, and so is each of
 * its reads. Two of the same are equal. For every thread.
 *
 * @param remote who opens them
 * @param calls the guard there is at the moment
 */
record GuardedRemote(RemoteMedia remote, Supplier<PluginCalls> calls) implements RemoteMedia {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedRemote.class);

    /** Of a plug-in that is not called any more, none: others may open them. */
    @Override
    public Set<String> schemes() {
        try {
            return calls.get().<Set<String>, RuntimeException>call(remote, "schemes", () -> Set.copyOf(remote.schemes()));
        } catch (PluginCallException e) {
            LOG.debug("no addresses are opened", e);
            return Set.of();
        }
    }

    @Override
    public ByteSource open(URI address, Set<String> alsoAllowed, Cancellation cancellation) throws MediaException {
        PluginCalls guard = calls.get();
        if (guard.owner(remote).isEmpty()) {
            return remote.open(address, alsoAllowed, cancellation);
        }
        try {
            ByteSource opened = guard.<@Nullable ByteSource, MediaException>call(remote, "open", () -> {
                try {
                    return GuardedBytes.of(remote.open(address, alsoAllowed, cancellation), remote, guard);
                } catch (CancelledException e) {
                    return none(e, cancellation);
                }
            });
            if (opened != null) {
                return opened;
            }
        } catch (PluginCallException e) {
            throw new MediaException(MediaException.Reason.UNREADABLE, KnownSources.shown(address.toString()),
                    String.valueOf(e.getMessage()), e);
        }
        throw new CancelledException();
    }

    /** Who stops because it was asked to has not failed. */
    static <T> @Nullable T none(CancelledException e, Cancellation cancellation) {
        if (cancellation.isCancelled()) {
            return null;
        }
        throw e;
    }
}
