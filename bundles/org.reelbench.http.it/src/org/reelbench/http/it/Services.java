package org.reelbench.http.it;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** Finds services of the running framework. */
final class Services {

    /** Services come at once or, when something is broken, never. */
    private static final long HANG_SECONDS = 60;

    private Services() {
    }

    static BundleContext context() {
        return FrameworkUtil.getBundle(Services.class).getBundleContext();
    }

    static <S> S get(Class<S> type) throws InterruptedException {
        ServiceTracker<S, S> tracker = new ServiceTracker<>(context(), type, null);
        tracker.open();
        try {
            assertNotNull(tracker.waitForService(TimeUnit.SECONDS.toMillis(HANG_SECONDS)), "no service " + type.getName());
            // Held by the tests until the framework ends: some services are made for each user and end with it.
            return context().getService(tracker.getServiceReference());
        } finally {
            tracker.close();
        }
    }

    /** Looks for a service now; what is returned waits until that very one has gone. */
    static Runnable gone(Class<?> type) {
        ServiceReference<?> present = context().getServiceReference(type);
        if (present == null) {
            return () -> {
                // Nothing to wait for.
            };
        }
        CountDownLatch gone = new CountDownLatch(1);
        ServiceListener listener = event -> {
            if (event.getType() == ServiceEvent.UNREGISTERING && event.getServiceReference().equals(present)) {
                gone.countDown();
            }
        };
        context().addServiceListener(listener);
        return () -> {
            try {
                assertTrue(present.getBundle() == null || gone.await(HANG_SECONDS, TimeUnit.SECONDS),
                        type.getName() + " stays");
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            } finally {
                context().removeServiceListener(listener);
            }
        };
    }

    static Bundle bundle(String symbolicName) {
        for (Bundle bundle : context().getBundles()) {
            if (symbolicName.equals(bundle.getSymbolicName())) {
                return bundle;
            }
        }
        throw new AssertionError("no bundle " + symbolicName);
    }
}
