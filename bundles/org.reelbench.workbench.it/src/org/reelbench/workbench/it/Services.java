package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.concurrent.TimeUnit;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** Finds services of the running framework. */
final class Services {

    /** Services come at once or, when something is broken, never. */
    private static final long HANG_SECONDS = 20;

    private Services() {
    }

    static BundleContext context() {
        return FrameworkUtil.getBundle(Services.class).getBundleContext();
    }

    static <S> S get(Class<S> type) throws InterruptedException {
        ServiceTracker<S, S> tracker = new ServiceTracker<>(context(), type, null);
        tracker.open();
        try {
            S service = tracker.waitForService(TimeUnit.SECONDS.toMillis(HANG_SECONDS));
            assertNotNull(service, "no service " + type.getName());
            return service;
        } finally {
            tracker.close();
        }
    }
}
