package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.concurrent.TimeUnit;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.util.tracker.ServiceTracker;
import org.reelbench.cli.Subcommand;

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
            S service = tracker.waitForService(TimeUnit.SECONDS.toMillis(HANG_SECONDS));
            assertNotNull(service, "no service " + type.getName());
            return service;
        } finally {
            tracker.close();
        }
    }

    static Subcommand subcommand(String name) throws InvalidSyntaxException {
        return context().getServiceReferences(Subcommand.class, null).stream().map(context()::getService)
                .filter(command -> name.equals(command.name())).findFirst()
                .orElseThrow(() -> new AssertionError("no subcommand " + name));
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
