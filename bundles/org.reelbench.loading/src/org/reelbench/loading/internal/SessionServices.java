package org.reelbench.loading.internal;

import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.reelbench.loading.LoadState;
import org.reelbench.loading.LoadingListener;
import org.reelbench.loading.LoadingSession;
import org.reelbench.loading.TrackLoad;

/** Offers sessions as services whose properties tell how far their tracks are loaded. */
@Component
public final class SessionServices implements LoadingListener {

    private final BundleContext context;
    private final Map<LoadingSession, ServiceRegistration<LoadingSession>> offered = new HashMap<>();
    private boolean stopped;

    /**
     * Creates the component, with nothing offered.
     *
     * @param context where services are offered
     */
    @Activate
    public SessionServices(BundleContext context) {
        this.context = context;
    }

    @Override
    public synchronized void changed(LoadingSession session, TrackLoad load) {
        if (stopped) {
            return;
        }
        List<TrackLoad> loads = session.loads();
        @Nullable
        ServiceRegistration<LoadingSession> known = offered.get(session);
        if (loads.stream().allMatch(each -> each.state() == LoadState.UNLOADED)) {
            offered.remove(session);
            if (known != null) {
                known.unregister();
            }
        } else if (known == null) {
            offered.put(session, context.registerService(LoadingSession.class, session, properties(session, loads)));
        } else {
            known.setProperties(properties(session, loads));
        }
    }

    private static Dictionary<String, Object> properties(LoadingSession session, List<TrackLoad> loads) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(LoadingSession.SERVICE_LABEL, session.label());
        properties.put(LoadingSession.SERVICE_PURPOSE, session.purpose().name());
        properties.put(LoadingSession.SERVICE_LOADING, tracks(loads, LoadState.LOADING));
        properties.put(LoadingSession.SERVICE_READY, tracks(loads, LoadState.READY));
        properties.put(LoadingSession.SERVICE_FAILED, tracks(loads, LoadState.FAILED));
        return properties;
    }

    private static String[] tracks(List<TrackLoad> loads, LoadState state) {
        return loads.stream().filter(load -> load.state() == state).map(TrackLoad::track).toArray(String[]::new);
    }

    /** Offers nothing any more. */
    @Deactivate
    public synchronized void stop() {
        stopped = true;
        offered.values().forEach(ServiceRegistration::unregister);
        offered.clear();
    }
}
