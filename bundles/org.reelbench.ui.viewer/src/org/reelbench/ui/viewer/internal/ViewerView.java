package org.reelbench.ui.viewer.internal;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.reelbench.loading.LoadingListener;
import org.reelbench.media.ForegroundWork;
import org.reelbench.playback.Players;
import org.reelbench.ui.Editor;
import org.reelbench.ui.EditorSlot;
import org.reelbench.ui.ServiceSlot;
import org.reelbench.ui.Theme;
import org.reelbench.ui.TrackLoads;
import org.reelbench.ui.Transport;
import org.reelbench.ui.UiThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The viewer in the window: a panel as long as there is an editor, and its transport as a service. */
public final class ViewerView extends ViewPart implements MonitorPart {

    private static final Logger LOG = LoggerFactory.getLogger(ViewerView.class);

    private final ServiceSlot<Players> players = ServiceSlot.open(Players.class, ViewerView.class);
    private final BundleContext context = FrameworkUtil.getBundle(ViewerView.class).getBundleContext();
    private final EditorSlot editors = new EditorSlot(ViewerView.class, this::show, this::hide);
    private final Scenes scenes = new Scenes(context, () -> UiThread.later(this::refresh));
    private final TrackLoads loads = new TrackLoads(System::nanoTime);
    private final ServiceRegistration<LoadingListener> listening = context.registerService(LoadingListener.class, loads, null);
    private final ExecutorService background = Executors
            .newSingleThreadExecutor(task -> Thread.ofPlatform().daemon().name("reelbench-viewer-plates").unstarted(task));
    private final Interruptions interruptions = new Interruptions(context, this::playing, this::refresh);
    private @Nullable Composite root;
    private @Nullable ViewerPanel panel;
    private @Nullable ServiceRegistration<?> transport;

    /** Creates the view; the workbench does. */
    public ViewerView() {
        // everything is made in createPartControl
    }

    @Override
    public void createPartControl(Composite parent) {
        Composite made = new Composite(parent, 0);
        made.setLayout(new FillLayout());
        made.setBackground(Theme.GROUND);
        root = made;
        editors.open();
        interruptions.open();
    }

    private void show(Editor editor) {
        Composite parent = root;
        if (parent == null || parent.isDisposed()) {
            return;
        }
        hide();
        Subject subject = new ProgramSubject(editor,
                project -> scenes.of(project, editor.tried().orElseGet(project::sequence)));
        ViewerPanel shown = new ViewerPanel(parent, subject, players::get, loads, background);
        panel = shown;
        new TransformHandles(shown.screen(), editor, shown.transport()::isPlaying, background);
        transport = context.registerService(new String[] { Transport.class.getName(), ForegroundWork.class.getName() },
                shown.transport(), null);
        parent.layout(true, true);
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
            shown.dispose();
        }
    }

    private Optional<Transport> playing() {
        ViewerPanel shown = panel;
        return shown == null ? Optional.empty() : Optional.of(shown.transport());
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
        hide();
        root = null;
        editors.close();
        unregister(listening);
        interruptions.close();
        background.shutdown();
        players.close();
        scenes.close();
        super.dispose();
    }
}
