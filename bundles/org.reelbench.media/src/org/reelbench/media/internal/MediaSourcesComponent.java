package org.reelbench.media.internal;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaSources;
import org.reelbench.media.RemoteMedia;
import org.reelbench.plugins.PluginCalls;

/** The service that opens media; knows those who open addresses as they come and go. */
@Component
public final class MediaSourcesComponent implements MediaSources {

    private final List<RemoteMedia> remotes = new CopyOnWriteArrayList<>();
    private volatile PluginCalls calls = PluginCalls.direct();
    /** One for all, so that they are equal. */
    private final Supplier<PluginCalls> guard = () -> calls;
    private final MediaSources sources = new KnownSources(() -> remotes, Set.of());

    /** Takes somebody who opens addresses. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addRemote(RemoteMedia remote) {
        remotes.add(new GuardedRemote(remote, guard));
    }

    /** Does without somebody who goes. */
    public void removeRemote(RemoteMedia remote) {
        remotes.remove(new GuardedRemote(remote, guard));
    }

    /** Takes the guard of plug-ins. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setCalls(PluginCalls service) {
        calls = service;
    }

    /** Does without the guard: no plug-in runs then. */
    public void unsetCalls(PluginCalls service) {
        if (calls == service) {
            calls = PluginCalls.direct();
        }
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
