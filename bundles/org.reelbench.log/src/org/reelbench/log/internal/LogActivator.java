package org.reelbench.log.internal;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.cm.ManagedService;

/** Lets Config Admin say how the log is written: the bundle runs before there is anything that could do this for it. */
public final class LogActivator implements BundleActivator {

    private static final String PID = "org.reelbench.log";

    private final JdkEntries jdk = new JdkEntries(LogOutput.PROCESS);
    private final UncaughtEntries uncaught = new UncaughtEntries(LogOutput.PROCESS);

    @Override
    public void start(BundleContext context) {
        jdk.follow();
        uncaught.follow();
        context.registerService(ManagedService.class, this::configured,
                new Hashtable<>(Map.of(Constants.SERVICE_PID, PID)));
    }

    private void configured(@Nullable Dictionary<String, ?> settings) {
        LogOutput.PROCESS.set(text(settings, LogOutput.FORMAT), text(settings, LogOutput.LEVEL));
        jdk.follow();
    }

    private static @Nullable String text(@Nullable Dictionary<String, ?> settings, String name) {
        return settings != null && settings.get(name) instanceof String text ? text : null;
    }

    @Override
    public void stop(BundleContext context) {
        uncaught.leave();
        jdk.leave();
    }
}
