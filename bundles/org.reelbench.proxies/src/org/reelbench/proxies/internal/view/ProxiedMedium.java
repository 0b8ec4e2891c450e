package org.reelbench.proxies.internal.view;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.reelbench.media.ByteSource;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.render.Medium;
import org.reelbench.render.StandIn;
import org.reelbench.timeline.Interpretation;
import org.reelbench.timeline.ProxyUse;

/** A medium that smaller pictures may stand in for; all else is the medium's own. */
final class ProxiedMedium implements Medium {

    private final Medium medium;
    private final ProxyUse use;
    private final ProxyCatalog.StandIns standIns;
    private final Map<Integer, Optional<StandIn>> known = new ConcurrentHashMap<>();

    ProxiedMedium(Medium medium, ProxyUse use, ProxyCatalog.StandIns standIns) {
        this.medium = medium;
        this.use = use;
        this.standIns = standIns;
    }

    Medium medium() {
        return medium;
    }

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
        return medium.representation();
    }

    @Override
    public MediaInfo info() {
        return medium.info();
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
    public ByteSource open() throws MediaException {
        return medium.open();
    }

    /** Looked for once: what stands in must not change while somebody shows the medium. */
    @Override
    public Optional<StandIn> standIn(int streamIndex) {
        // Proxies were deinterlaced as the medium says; where the project says otherwise, only the medium itself will do.
        if (use == ProxyUse.NEVER || medium.interpretation().fieldOrder() != Interpretation.FieldOrder.AUTO) {
            return Optional.empty();
        }
        return known.computeIfAbsent(streamIndex, index -> standIns.find(medium, index, use));
    }
}
