package org.reelbench.ui.viewer.internal;

import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.part.ViewPart;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.reelbench.loading.LoadingListener;
import org.reelbench.media.ForegroundWork;
import org.reelbench.playback.Players;
import org.reelbench.timeline.Id;
import org.reelbench.ui.Editor;
import org.reelbench.ui.EditorSlot;
import org.reelbench.ui.Landing;
import org.reelbench.ui.MediaTransfer;
import org.reelbench.ui.ServiceSlot;
import org.reelbench.ui.Theme;
import org.reelbench.ui.TrackLoads;
import org.reelbench.ui.Transport;
import org.reelbench.ui.UiThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The monitor of a medium: a panel as long as there is an editor. Its transport ranks above the viewer's while it is in hand, so that the
 * same keys play and mark here.
 */
public final class SourceView extends ViewPart implements MonitorPart {

    /** The view's id in the workbench. */
    static final String ID = "org.reelbench.ui.viewer.source";

    private static final Logger LOG = LoggerFactory.getLogger(SourceView.class);
    private static final List<String> OTHER_HANDS = List.of("org.reelbench.ui.viewer", "org.reelbench.ui.tracks");

    private final ServiceSlot<Players> players = ServiceSlot.open(Players.class, SourceView.class);
    private final BundleContext context = FrameworkUtil.getBundle(SourceView.class).getBundleContext();
    private final EditorSlot editors = new EditorSlot(SourceView.class, this::show, this::hide);
    private final Scenes scenes = new Scenes(context, () -> UiThread.later(this::refresh));
    private final TrackLoads loads = new TrackLoads(System::nanoTime);
    private final ServiceRegistration<LoadingListener> listening = context.registerService(LoadingListener.class, loads, null);
    private final ExecutorService background = Executors
            .newSingleThreadExecutor(task -> Thread.ofPlatform().daemon().name("reelbench-source").unstarted(task));
    private final IPartListener2 hands = new Hands();
    private @Nullable Composite root;
    private @Nullable ViewerPanel panel;
    private @Nullable SourceSubject subject;
    private @Nullable ServiceRegistration<?> transport;

    /** Creates the view; the workbench does. */
    public SourceView() {
        // everything is made in createPartControl
    }

    @Override
    public void createPartControl(Composite parent) {
        Composite made = new Composite(parent, SWT.NONE);
        made.setLayout(new FillLayout());
        made.setBackground(Theme.GROUND);
        root = made;
        DropTarget target = new DropTarget(made, DND.DROP_COPY | DND.DROP_DEFAULT);
        target.setTransfer(MediaTransfer.INSTANCE);
        target.addDropListener(new DropTargetAdapter() {

            @Override
            public void dragEnter(DropTargetEvent event) {
                event.detail = DND.DROP_COPY;
            }

            @Override
            public void drop(DropTargetEvent event) {
                MediaTransfer.media(event.data).stream().findFirst().ifPresent(SourceView.this::open);
            }
        });
        editors.open();
        getSite().getPage().addPartListener(hands);
    }

    /** Shows a medium. */
    void open(Id medium) {
        SourceSubject there = subject;
        if (there != null) {
            there.show(medium);
        }
    }

    /** Puts what is marked on tracks. */
    void put(Landing landing) {
        SourceSubject there = subject;
        if (there != null) {
            there.put(landing);
        }
    }

    private void show(Editor editor) {
        Composite parent = root;
        if (parent == null || parent.isDisposed()) {
            return;
        }
        hide();
        SourceSubject made = new SourceSubject(editor, scenes::of, background);
        ViewerPanel shown = new ViewerPanel(parent, made, players::get, loads, background);
        subject = made;
        panel = shown;
        transport = context.registerService(new String[] { Transport.class.getName(), ForegroundWork.class.getName() },
                shown.transport(), ranking(getSite().getPage().getActivePart() == this));
        parent.layout(true, true);
    }

    /** The viewer's ranks 0. */
    private static Hashtable<String, Object> ranking(boolean isInHand) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(Constants.SERVICE_RANKING, isInHand ? 1 : -1);
        return properties;
    }

    private void take(boolean isInHand) {
        ServiceRegistration<?> registered = transport;
        ViewerPanel shown = panel;
        if (registered != null && shown != null) {
            registered.setProperties(ranking(isInHand));
        }
    }

    private void hide() {
        ServiceRegistration<?> registered = transport;
        if (registered != null) {
            transport = null;
            unregister(registered);
        }
        ViewerPanel shown = panel;
        if (shown != null) {
            panel = null;
            subject = null;
            shown.dispose();
        }
    }

    private void refresh() {
        ViewerPanel shown = panel;
        if (shown != null) {
            shown.refresh();
        }
    }

    private static void unregister(ServiceRegistration<?> registered) {
        try {
            registered.unregister();
        } catch (IllegalStateException e) {
            LOG.debug("the bundle was stopped while its view was open, and its services went with it", e);
        }
    }

    @Override
    public void setFocus() {
        ViewerPanel shown = panel;
        if (shown != null) {
            shown.setFocus();
        }
    }

    @Override
    public void toggleFullScreen() {
        ViewerPanel shown = panel;
        if (shown != null) {
            shown.toggleFullScreen();
        }
    }

    @Override
    public void saveFrame() {
        ViewerPanel shown = panel;
        if (shown != null) {
            shown.saveFrame();
        }
    }

    @Override
    public void dispose() {
        getSite().getPage().removePartListener(hands);
        hide();
        root = null;
        editors.close();
        unregister(listening);
        background.shutdown();
        players.close();
        scenes.close();
        super.dispose();
    }

    /** Knows which monitor is in hand: the one that was used last; lists and inspectors change nothing about that. */
    private final class Hands implements IPartListener2 {

        @Override
        public void partActivated(IWorkbenchPartReference part) {
            if (part.getId().equals(ID)) {
                take(true);
            } else if (OTHER_HANDS.contains(part.getId())) {
                take(false);
            }
        }
    }
}
