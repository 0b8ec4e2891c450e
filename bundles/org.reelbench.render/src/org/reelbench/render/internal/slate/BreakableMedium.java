package org.reelbench.render.internal.slate;

import org.reelbench.media.ByteSource;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.render.Medium;

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
    public ByteSource open() {
        try {
            return SlateBytes.of(medium.open(), replacements);
        } catch (MediaException e) {
            return SlateBytes.missing(name(), replacements.add(name(), e), replacements);
        }
    }
}
