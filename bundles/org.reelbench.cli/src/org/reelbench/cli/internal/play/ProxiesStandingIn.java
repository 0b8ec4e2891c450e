package org.reelbench.cli.internal.play;

import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.proxies.Proxies;
import org.reelbench.render.MediaCatalog;
import org.reelbench.timeline.MediaReference;

/** Takes proxies that are there, and has others made only if that is to be measured, too. */
@Component(service = StandingIn.class)
public final class ProxiesStandingIn implements StandingIn {

    private final Proxies proxies;

    /**
     * Creates the service.
     *
     * @param proxies keeps proxies
     */
    @Activate
    public ProxiesStandingIn(@Reference Proxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public MediaCatalog in(MediaCatalog originals, List<MediaReference> media, boolean make) {
        return proxies.standingIn(originals, media, make);
    }
}
