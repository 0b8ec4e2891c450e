package org.reelbench.ui.tracks.internal;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.reelbench.loading.LoadingListener;
import org.reelbench.playback.Players;
import org.reelbench.plugins.PluginCalls;
import org.reelbench.sketches.Sketches;
import org.reelbench.ui.Editor;
import org.reelbench.ui.EditorSlot;
import org.reelbench.ui.PreviewBar;
import org.reelbench.ui.PreviewStretch;
import org.reelbench.ui.SequencePreviews;
import org.reelbench.ui.ServiceSlot;
import org.reelbench.ui.Theme;
import org.reelbench.ui.TrackLoads;
import org.reelbench.ui.tracks.internal.canvas.CanvasServices;
import org.reelbench.ui.tracks.internal.canvas.TrackCanvas;
import org.reelbench.ui.tracks.internal.decoration.Decorators;
import org.reelbench.ui.tracks.internal.input.CanvasInput;
import org.reelbench.ui.tracks.internal.nested.PathLine;
import org.reelbench.ui.tracks.internal.tools.TrackTools;

/** The track view in the window: a canvas as long as there is an editor. */
public final class TracksView extends ViewPart {

    private final BundleContext context = FrameworkUtil.getBundle(TracksView.class).getBundleContext();
    private final EditorSlot editors = new EditorSlot(TracksView.class, this::show, this::hide);
    private final ServiceSlot<Sketches> sketches = ServiceSlot.open(Sketches.class, TracksView.class);
    private final ServiceSlot<Players> players = ServiceSlot.open(Players.class, TracksView.class);
    private final TrackLoads loads = new TrackLoads(System::nanoTime);
    private final ServiceRegistration<LoadingListener> listening = context.registerService(LoadingListener.class, loads, null);
    private final ServiceSlot<SequencePreviews> previewing = ServiceSlot.open(SequencePreviews.class, TracksView.class);
    private final ServiceRegistration<PreviewBar> showing = context.registerService(PreviewBar.class, this::showPreviews, null);
    private final ServiceSlot<PluginCalls> calls = ServiceSlot.open(PluginCalls.class, TracksView.class);
    private final Decorators decorators = Decorators.open(context, calls::get);
    private final TrackTools tools = new TrackTools();
    private List<PreviewStretch> previews = List.of();
    private @Nullable Composite root;
    private @Nullable TrackCanvas canvas;
    private @Nullable PathLine path;
    private @Nullable Notices notices;
    private @Nullable TrackCommands commands;

    /** Creates the view; the workbench does. */
    public TracksView() {
        // everything is made in createPartControl
    }

    @Override
    public void init(IViewSite site, @Nullable IMemento memento) throws PartInitException {
        super.init(site, memento);
        tools.heights().restore(memento);
    }

    @Override
    public void saveState(IMemento memento) {
        tools.heights().save(memento);
    }

    @Override
    public void createPartControl(Composite parent) {
        Composite made = new Composite(parent, 0);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(made);
        made.setBackground(Theme.GROUND);
        root = made;
        editors.open();
        notices = new Notices(context, made, this::setFocus);
        TrackCommands newCommands = new TrackCommands(getSite(), tools, () -> canvas);
        newCommands.activate();
        tools.onChange(this::toolsChanged);
        commands = newCommands;
    }

    private void show(Editor editor) {
        Composite parent = root;
        if (parent == null || parent.isDisposed()) {
            return;
        }
        hide();
        path = new PathLine(parent, editor);
        TrackCanvas made = new TrackCanvas(parent, editor,
                new CanvasServices(sketches::get, players::get, previewing::get, loads, decorators), tools);
        CanvasInput.attach(made, editor, loads);
        made.show(previews);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(made);
        canvas = made;
        parent.layout(true, true);
    }

    private void showPreviews(List<PreviewStretch> stretches) {
        previews = stretches;
        TrackCanvas shown = canvas;
        if (shown != null) {
            shown.show(stretches);
        }
    }

    private void toolsChanged() {
        TrackCanvas shown = canvas;
        if (shown != null) {
            shown.toolsChanged();
        }
    }

    private void hide() {
        PathLine line = path;
        if (line != null) {
            path = null;
            line.dispose();
        }
        TrackCanvas shown = canvas;
        if (shown != null) {
            canvas = null;
            shown.dispose();
        }
    }

    @Override
    public void setFocus() {
        TrackCommands known = commands;
        if (known != null) {
            known.refresh();
        }
        TrackCanvas shown = canvas;
        if (shown != null) {
            shown.setFocus();
        }
    }

    @Override
    public void dispose() {
        TrackCommands oldCommands = commands;
        if (oldCommands != null) {
            oldCommands.deactivate();
        }
        hide();
        root = null;
        editors.close();
        listening.unregister();
        showing.unregister();
        previewing.close();
        sketches.close();
        players.close();
        decorators.close();
        calls.close();
        Notices shown = notices;
        if (shown != null) {
            shown.close();
        }
        super.dispose();
    }
}
