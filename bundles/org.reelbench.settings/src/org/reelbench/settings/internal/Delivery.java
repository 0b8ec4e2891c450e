package org.reelbench.settings.internal;

import java.io.IOException;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationListener;
import org.slf4j.LoggerFactory;

/**
 * Waits until the parts of the program were told what was set. Config Admin tells them on a thread of its own, one change after the
 * other: who is told of a later one knows that everybody has heard of those before. For every thread.
 */
final class Delivery {

    private static final String MARK = "org.reelbench.settings.told";
    private static final long LIMIT_SECONDS = 30;

    private final BundleContext context;
    private final ConfigurationAdmin admin;

    Delivery(BundleContext context, ConfigurationAdmin admin) {
        this.context = context;
        this.admin = admin;
    }

    void await() throws IOException {
        CountDownLatch told = new CountDownLatch(1);
        ServiceRegistration<ConfigurationListener> listener = context.registerService(ConfigurationListener.class, event -> {
            if (event.getPid().equals(MARK)) {
                told.countDown();
            }
        }, null);
        try {
            Configuration mark = admin.getConfiguration(MARK, null);
            mark.update(new Hashtable<>(Map.of("told", true)));
            if (!told.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                LoggerFactory.getLogger(Delivery.class).warn("settings may not be followed yet: somebody takes long to be told");
            }
            mark.delete();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            listener.unregister();
        }
    }
}
