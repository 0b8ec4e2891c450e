package org.reelbench.plugins.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Namespace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out what bundles need, and lets the framework forget those that are gone. For every thread. */
final class Needs {

    private static final Logger LOG = LoggerFactory.getLogger(Needs.class);
    private static final long REFRESH_MS = 30_000;

    private final FrameworkWiring framework;

    Needs(BundleContext context) {
        framework = context.getBundle(0).adapt(FrameworkWiring.class);
    }

    /** Whether everything that bundles need is there. */
    boolean areMet(Collection<Bundle> bundles) {
        return framework.resolveBundles(bundles);
    }

    /** What a bundle needs that is not there, for people. */
    String unmet(Bundle bundle) {
        List<BundleRequirement> requirements = Optional.ofNullable(bundle.adapt(BundleRevision.class))
                .map(revision -> revision.getDeclaredRequirements(null)).orElse(List.of());
        String missing = requirements.stream().filter(this::isUnmet).map(Needs::text).collect(Collectors.joining(", "));
        return missing.isEmpty() ? "what it needs contradicts itself or what is there" : "it needs " + missing;
    }

    private boolean isUnmet(BundleRequirement requirement) {
        return !Namespace.RESOLUTION_OPTIONAL.equals(requirement.getDirectives().get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE))
                && !PackageNamespace.RESOLUTION_DYNAMIC
                        .equals(requirement.getDirectives().get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE))
                && framework.findProviders(requirement).isEmpty();
    }

    private static String text(BundleRequirement requirement) {
        String filter = requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "");
        return filter.replaceAll("\\(osgi\\.wiring\\.package=([^)]*)\\)", "the package $1 ").strip();
    }

    /** Forgets the old classes of bundles that were stopped, updated or uninstalled. */
    void refresh(Bundle bundle) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        framework.refreshBundles(List.of(bundle), event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                done.countDown();
            }
        });
        if (!done.await(REFRESH_MS, TimeUnit.MILLISECONDS)) {
            LOG.warn("the framework does not forget {} {}; it goes with the program", bundle.getSymbolicName(),
                    bundle.getHeaders().get(Constants.BUNDLE_VERSION));
        }
    }
}
