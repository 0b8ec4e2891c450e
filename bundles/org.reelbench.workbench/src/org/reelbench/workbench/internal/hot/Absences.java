package org.reelbench.workbench.internal.hot;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.reelbench.ui.TrackNotice;

/** Says above the tracks which parts of the program were stopped, until they run again or were read. For every thread. */
public final class Absences implements BundleListener, TrackNotice, AutoCloseable {

    private static final String OURS = "org.reelbench.";
    private static final String PRODUCT = "Reelbench ";

    private final BundleContext context = Objects.requireNonNull(FrameworkUtil.getBundle(Absences.class)).getBundleContext();
    private final Map<String, String> stopped = new TreeMap<>();
    private @Nullable ServiceRegistration<TrackNotice> shown;
    private int edition;

    private Absences() {
        // follows from when it listens
    }

    /**
     * Begins to follow the parts of the program.
     *
     * @return follows them until it is closed
     */
    public static Absences follow() {
        Absences absences = new Absences();
        absences.context.addBundleListener(absences);
        return absences;
    }

    @Override
    public synchronized void close() {
        context.removeBundleListener(this);
        dismiss();
    }

    @Override
    public synchronized void bundleChanged(BundleEvent event) {
        Bundle bundle = event.getBundle();
        String id = bundle.getSymbolicName();
        if (id == null || !id.startsWith(OURS) || context.getBundle(0).getState() == Bundle.STOPPING) {
            return;
        }
        boolean isNews = switch (event.getType()) {
        case BundleEvent.STOPPED -> stopped.put(id, name(bundle)) == null;
        case BundleEvent.STARTED, BundleEvent.LAZY_ACTIVATION, BundleEvent.UNINSTALLED -> stopped.remove(id) != null;
        default -> false;
        };
        if (isNews) {
            show();
        }
    }

    private void show() {
        ServiceRegistration<TrackNotice> before = shown;
        if (stopped.isEmpty()) {
            dismiss();
        } else if (before == null) {
            shown = context.registerService(TrackNotice.class, this, properties());
        } else {
            before.setProperties(properties());
        }
    }

    private Dictionary<String, Object> properties() {
        return new Hashtable<>(Map.of("edition", ++edition));
    }

    /** What people know a part by. */
    static String name(Bundle bundle) {
        String name = bundle.getHeaders().get(Constants.BUNDLE_NAME);
        return name == null ? bundle.getSymbolicName() : name.startsWith(PRODUCT) ? name.substring(PRODUCT.length()) : name;
    }

    @Override
    public synchronized String text() {
        return "Not available, as it is stopped: " + String.join(", ", stopped.values());
    }

    @Override
    public Optional<String> action() {
        return Optional.empty();
    }

    @Override
    public void act() {
        // there is nothing to click
    }

    @Override
    public synchronized void dismiss() {
        ServiceRegistration<TrackNotice> before = shown;
        shown = null;
        if (before != null) {
            before.unregister();
        }
    }
}
