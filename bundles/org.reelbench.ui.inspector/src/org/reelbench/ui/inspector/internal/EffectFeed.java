package org.reelbench.ui.inspector.internal;

import java.util.List;

import org.eclipse.swt.widgets.Display;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceListener;
import org.reelbench.media.Composers;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectProvider;
import org.reelbench.ui.ServiceSlot;
import org.reelbench.ui.UiThread;

/** The effects that are installed, while plug-ins come and go. On the UI thread. */
final class EffectFeed implements AutoCloseable {

    /** How long a plug-in may take to say what it brings, and how often is looked meanwhile. */
    private static final int LOOKS = 24;
    private static final int LOOK_INTERVAL_MS = 500;
    private static final String COME_AND_GO = "(|(objectClass=" + Composers.class.getName() + ")(objectClass="
            + EffectProvider.class.getName() + "))";

    private final BundleContext context;
    private final Runnable changed;
    private final ServiceSlot<Composers> composers = ServiceSlot.open(Composers.class, EffectFeed.class);
    private final ServiceListener listener = _ -> UiThread.later(this::lookForAWhile);
    private List<EffectDescriptor> known;
    private int looksLeft;

    /**
     * Creates the feed.
     *
     * @param changed runs when there are other effects than before
     */
    EffectFeed(BundleContext context, Runnable changed) {
        this.context = context;
        this.changed = changed;
        known = effects();
        try {
            context.addServiceListener(listener, COME_AND_GO);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("a filter of our own is well formed", e);
        }
    }

    /** Returns the effects that are installed now. */
    List<EffectDescriptor> effects() {
        return composers.get().map(Composers::effects).orElse(List.of());
    }

    /** A provider is called for the first time some time after it came; until then it brings nothing. */
    private void lookForAWhile() {
        boolean isLooking = looksLeft > 0;
        looksLeft = LOOKS;
        if (!isLooking) {
            look();
        }
    }

    private void look() {
        List<EffectDescriptor> now = effects();
        if (!now.equals(known)) {
            known = now;
            changed.run();
        }
        if (--looksLeft > 0) {
            Display.getCurrent().timerExec(LOOK_INTERVAL_MS, this::look);
        }
    }

    @Override
    public void close() {
        looksLeft = 0;
        context.removeServiceListener(listener);
        composers.close();
    }
}
