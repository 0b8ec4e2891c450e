package org.reelbench.ui.internal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;

import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.Fingerprints;
import org.reelbench.timeline.MediaReference;
import org.reelbench.ui.UiThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the whole content of a project's media hashed while it is open and the machine has nothing better to do, so that a copy of
 * a medium can be told from a damaged one later. The next project's media take the place of the last one's.
 */
final class IdleHashes {

    private static final Logger LOG = LoggerFactory.getLogger(IdleHashes.class);

    private Cancellation current = new Cancellation();

    /** Begins with the media of a project; what is not one file on this machine is left out. */
    synchronized void of(List<MediaReference> media, Path folder, Fingerprints fingerprints) {
        UiThread.forbid("looking at files of media");
        end();
        Cancellation mine = new Cancellation();
        current = mine;
        for (MediaReference reference : media) {
            if (reference.isRemote() || reference.imageSequence() != null) {
                continue;
            }
            try {
                Path file = folder.resolve(reference.path());
                fingerprints.contentHash(file, mine).whenComplete((_, failure) -> told(file, failure));
            } catch (InvalidPathException e) {
                LOG.debug("{} is no file here", reference.path(), e);
            }
        }
    }

    /** Stops. */
    synchronized void end() {
        current.cancel();
    }

    /** That a medium is missing is told where it is wanted; here it is only not hashed. */
    private static void told(Path file, Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause != null && !(cause instanceof CancelledException)) {
            LOG.info("{} was not hashed: {}", file, cause.getMessage());
        }
    }
}
