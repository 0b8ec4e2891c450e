package org.reelbench.ui.memory.internal;

import java.util.Dictionary;
import java.util.Hashtable;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.reelbench.ui.TrackNotice;

/** Puts a notice up by registering it as a service. On the UI thread. */
final class NoticeBoard implements ShortageNotice.Board {

    private @Nullable ServiceRegistration<TrackNotice> registration;
    private int edition;

    @Override
    public void show(TrackNotice notice) {
        BundleContext context = FrameworkUtil.getBundle(NoticeBoard.class).getBundleContext();
        registration = context.registerService(TrackNotice.class, notice, properties());
    }

    @Override
    public void changed() {
        ServiceRegistration<TrackNotice> shown = registration;
        if (shown != null) {
            shown.setProperties(properties());
        }
    }

    @Override
    public void hide() {
        ServiceRegistration<TrackNotice> shown = registration;
        if (shown != null) {
            registration = null;
            if (Bundles.isRunning(NoticeBoard.class)) {
                shown.unregister();
            }
        }
    }

    private Dictionary<String, Object> properties() {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("edition", ++edition);
        return properties;
    }
}
