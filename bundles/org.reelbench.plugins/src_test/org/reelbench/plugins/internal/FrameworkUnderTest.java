package org.reelbench.plugins.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Supplier;

import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** A framework with nothing in it, to put plug-ins into. */
final class FrameworkUnderTest implements AutoCloseable {

    private static final long HANG_MS = 60_000;

    private final Framework framework;

    FrameworkUnderTest(Path storage) throws BundleException {
        framework = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow()
                .newFramework(Map.of(Constants.FRAMEWORK_STORAGE, storage.toString()));
        framework.start();
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    /** What all services that plug-ins of tests offer say. */
    List<Object> greetings() throws InvalidSyntaxException {
        List<Object> said = new ArrayList<>();
        for (@SuppressWarnings("rawtypes")
        ServiceReference<Supplier> reference : context().getServiceReferences(Supplier.class, null)) {
            if (reference.getBundle().getLocation().startsWith(Running.LOCATION)) {
                said.add(context().getService(reference).get());
            }
        }
        return said.stream().sorted().toList();
    }

    @Override
    public void close() throws Exception {
        framework.stop();
        framework.waitForStop(HANG_MS);
    }
}
