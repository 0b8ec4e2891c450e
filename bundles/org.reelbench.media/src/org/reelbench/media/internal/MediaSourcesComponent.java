package org.reelbench.media.internal;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaSources;
import org.reelbench.media.RemoteMedia;

/** The service that opens media; knows those who open addresses as they come and go. */
@Component
public final class MediaSourcesComponent implements MediaSources {

    private final List<RemoteMedia> remotes = new CopyOnWriteArrayList<>();
    private final MediaSources sources = new KnownSources(() -> remotes, Set.of());

    /** Takes somebody who opens addresses. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addRemote(RemoteMedia remote) {
        remotes.add(remote);
    }

    /** Does without somebody who goes. */
    public void removeRemote(RemoteMedia remote) {
        remotes.remove(remote);
    }

    @Override
    public ByteSource open(String location, Cancellation cancellation) throws MediaException {
        return sources.open(location, cancellation);
    }

    @Override
    public MediaSources allowing(Set<String> hosts) {
        return sources.allowing(hosts);
    }
}
