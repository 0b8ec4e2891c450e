package org.reelbench.render.internal;

import org.reelbench.loading.Loadable;
import org.reelbench.media.ByteSource;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.render.Medium;
import org.reelbench.render.StandIn;

/**
 * What stands in for a medium, as something to be loaded.
 *
 * @param medium the medium
 * @param standIn the file that stands in for it
 */
public record StandInMedium(Medium medium, StandIn standIn) implements Loadable {

    @Override
    public String name() {
        return medium.name();
    }

    @Override
    public String fingerprint() {
        return medium.fingerprint();
    }

    @Override
    public String representation() {
        return standIn.representation();
    }

    @Override
    public int streamFor(int streamIndex) {
        return standIn.streamIndex();
    }

    @Override
    public MediaInfo info() {
        return standIn.info();
    }

    @Override
    public ByteSource open() throws MediaException {
        return standIn.open();
    }
}
