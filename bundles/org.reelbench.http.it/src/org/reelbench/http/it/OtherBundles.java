package org.reelbench.http.it;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** Bundles that most tests of the server do without, started for some, and stopped again. For one thread. */
final class OtherBundles implements AutoCloseable {

    private final List<Bundle> started = new ArrayList<>();

    OtherBundles(String... names) throws BundleException {
        Set<String> wanted = Set.of(names);
        for (Bundle bundle : Services.context().getBundles()) {
            if (wanted.contains(bundle.getSymbolicName()) && bundle.getState() != Bundle.ACTIVE) {
                bundle.start(Bundle.START_TRANSIENT);
                started.add(bundle);
            }
        }
    }

    @Override
    public void close() throws BundleException {
        Collections.reverse(started);
        for (Bundle bundle : started) {
            bundle.stop(Bundle.STOP_TRANSIENT);
        }
    }
}
