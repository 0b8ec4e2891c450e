package org.reelbench.render.internal.slate;

import java.util.Optional;

import org.reelbench.media.ByteSource;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.render.Medium;
import org.reelbench.render.StandIn;
import org.reelbench.timeline.Interpretation;

/**
 * A medium that is there, and for which a slate stands in from where it breaks.
 *
 * @param medium the medium
 * @param replacements notes what slates stand in for
 */
public record BreakableMedium(Medium medium, Replacements replacements) implements Medium {

    @Override
    public String name() {
        return medium.name();
    }

    @Override
    public String fingerprint() {
        return medium.fingerprint();
    }

    @Override
    public MediaInfo info() {
        return medium.info();
    }

    @Override
    public String representation() {
        return medium.representation();
    }

    @Override
    public Interpretation interpretation() {
        return medium.interpretation();
    }

    @Override
    public Optional<String> lastingName() {
        return medium.lastingName();
    }

    @Override
    public boolean grows() {
        return medium.grows();
    }

    @Override
    public Optional<StandIn> standIn(int streamIndex) {
        return medium.standIn(streamIndex);
    }

    @Override
    public ByteSource open() throws MediaException {
        return medium.open();
    }

    /** Notes what becomes of it. */
    Replaced replaced() {
        return new Replaced(name(), replacements);
    }
}
