package org.reelbench.render;

import java.util.Optional;

import org.osgi.annotation.versioning.ConsumerType;
import org.reelbench.loading.Loadable;
import org.reelbench.render.internal.StandInMedium;
import org.reelbench.timeline.Interpretation;

/**
 * One medium of a project, as far as rendering needs it.
 * <p>
 * For every thread.
 */
@ConsumerType
public interface Medium extends Loadable {

    /**
     * Returns what the project says about the medium in place of what it says itself.
     *
     * @return the interpretation; that all is as the medium says unless a catalog knows better
     */
    default Interpretation interpretation() {
        return Interpretation.AUTO;
    }

    /**
     * Returns what names the medium in recipes while it grows at its end and afterwards, where it is known to keep all that it has
     * shown: it counts for what lies before the end that {@link #info()} tells, and the fingerprint for the rest.
     *
     * @return the name, different from that of any other medium; empty, as by default, where only the fingerprint tells
     */
    default Optional<String> lastingName() {
        return Optional.empty();
    }

    /**
     * Tells whether more of it follows, so that nothing should be made of it yet that is to last.
     *
     * @return true while it is recorded; false, as by default, for what is whole
     */
    default boolean grows() {
        return false;
    }

    /**
     * Returns the file with smaller pictures that stands in for one of the medium's streams of pictures.
     *
     * @param streamIndex the stream
     * @return the file; empty, as by default, where the medium's own pictures are decoded
     */
    default Optional<StandIn> standIn(int streamIndex) {
        return Optional.empty();
    }

    /**
     * Returns what is decoded for a stream, to be loaded in time.
     *
     * @param streamIndex the stream; below 0 for the first one of pictures
     * @return the file that stands in for it, or the medium itself
     */
    default Loadable decoded(int streamIndex) {
        Optional<StandIn> found = streamIndex < 0 ? Optional.empty() : standIn(streamIndex);
        return found.isPresent() ? new StandInMedium(this, found.get()) : this;
    }
}
