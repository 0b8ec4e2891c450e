package org.reelbench.ui.memory.internal;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** What parts of the window must know when they go: a bundle that stops has its services unregistered by the framework. */
final class Bundles {

    private Bundles() {
    }

    static boolean isRunning(Class<?> of) {
        Bundle bundle = FrameworkUtil.getBundle(of);
        return bundle != null && (bundle.getState() & (Bundle.ACTIVE | Bundle.STARTING)) != 0;
    }
}
