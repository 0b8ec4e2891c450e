package org.reelbench.ui.viewer.internal;

import java.util.Dictionary;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.reelbench.loading.LoadingListener;
import org.reelbench.media.ForegroundWork;
import org.reelbench.playback.Players;
import org.reelbench.ui.Editor;
import org.reelbench.ui.EditorPanel;
import org.reelbench.ui.ServiceSlot;
import org.reelbench.ui.Theme;
import org.reelbench.ui.TrackLoads;
import org.reelbench.ui.Transport;
import org.reelbench.ui.UiThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A view that is a panel as long as there is an editor, with the panel's transport as a service. */
abstract class MonitorView extends ViewPart implements MonitorPart {

    private static final Logger LOG = LoggerFactory.getLogger(MonitorView.class);

    private final BundleContext context = FrameworkUtil.getBundle(MonitorView.class).getBundleContext();
    private final ServiceSlot<Players> players = ServiceSlot.open(Players.class, MonitorView.class);
    private final EditorPanel<ViewerPanel> panel = new EditorPanel<>(MonitorView.class, this::make, _ -> going());
    private final Scenes scenes = new Scenes(context, () -> UiThread.later(this::refresh));
    private final TrackLoads loads = new TrackLoads(System::nanoTime);
    private final ServiceRegistration<LoadingListener> listening = context.registerService(LoadingListener.class, loads, null);
    private final ExecutorService background;
    private @Nullable ServiceRegistration<?> transport;

    /**
     * Creates the view.
     *
     * @param thread what its thread is called
     */
    MonitorView(String thread) {
        background = Executors.newSingleThreadExecutor(task -> Thread.ofPlatform().daemon().name(thread).unstarted(task));
    }

    /** What the panel shows. */
    abstract Subject subject(Editor editor);

    /** What the transport's service says of itself. */
    abstract Dictionary<String, Object> properties();

    /** The panel is there. */
    void shown(Editor editor, ViewerPanel made) {
        // for those who add to it
    }

    /** The panel is about to go. */
    void hidden() {
        // for those who kept something of it
    }

    @Override
    public void createPartControl(Composite parent) {
        created(panel.open(parent, Theme.GROUND));
    }

    /** What the panel comes into is there. */
    void created(Composite made) {
        // for those who add to it
    }

    private ViewerPanel make(Composite parent, Editor editor) {
        ViewerPanel made = new ViewerPanel(parent, subject(editor), players::get, loads, background);
        shown(editor, made);
        transport = context.registerService(new String[] { Transport.class.getName(), ForegroundWork.class.getName() },
                made.transport(), properties());
        return made;
    }

    private void going() {
        ServiceRegistration<?> registered = transport;
        if (registered != null) {
            transport = null;
            unregister(registered);
        }
        hidden();
    }

    private static void unregister(ServiceRegistration<?> registered) {
        try {
            registered.unregister();
        } catch (IllegalStateException e) {
            LOG.debug("the bundle was stopped while its view was open, and its services went with it", e);
        }
    }

    final BundleContext context() {
        return context;
    }

    final Scenes scenes() {
        return scenes;
    }

    /** What may take its time. */
    final ExecutorService background() {
        return background;
    }

    /** The panel while there is an editor. */
    final Optional<ViewerPanel> panel() {
        return panel.get();
    }

    /** Says something else of the transport's service. */
    final void restate(Dictionary<String, Object> properties) {
        ServiceRegistration<?> registered = transport;
        if (registered != null) {
            registered.setProperties(properties);
        }
    }

    final void refresh() {
        panel().ifPresent(ViewerPanel::refresh);
    }

    @Override
    public void setFocus() {
        panel().ifPresent(ViewerPanel::setFocus);
    }

    @Override
    public void toggleFullScreen() {
        panel().ifPresent(ViewerPanel::toggleFullScreen);
    }

    @Override
    public void saveFrame() {
        panel().ifPresent(ViewerPanel::saveFrame);
    }

    @Override
    public void dispose() {
        panel.close();
        unregister(listening);
        background.shutdown();
        players.close();
        scenes.close();
        super.dispose();
    }
}
