package org.reelbench.ui.export.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.reelbench.encoding.ExportQueue;
import org.reelbench.encoding.Exports;
import org.reelbench.encoding.QueuedExport;
import org.reelbench.encoding.QueuedExport.State;
import org.reelbench.ui.Editor;
import org.reelbench.ui.Icons;
import org.reelbench.ui.ServiceSlot;

/** The exports in the window: those that wait, the one under way and those that have ended, with buttons for what can be done. */
public final class ExportsView extends ViewPart {

    /** The view's id. */
    public static final String ID = "org.reelbench.ui.export";

    /** How often progress is shown. */
    private static final int LOOK_MS = 250;

    private final ServiceSlot<Editor> editor = ServiceSlot.open(Editor.class, ExportsView.class);
    private final ServiceSlot<Exports> exports = ServiceSlot.open(Exports.class, ExportsView.class);
    private final QueueFeed feed = new QueueFeed(this::refresh);
    private final Action pause = action("Pause", "pause", "Let the export under way rest, and begin no other", this::pause);
    private final Action resume = action("Go On", "play", "Go on with the exports",
            () -> feed.queue().ifPresent(ExportQueue::resume));
    private final Action cancel = action("Cancel", "stop", "Cancel the selected export", () -> selected().ifPresent(
            QueuedExport::cancel));
    private final Action retry = action("Try Again", "redo", "Export once more what failed or was cancelled", this::retry);
    private final Action open = action("Open Folder", "open", "Open the folder of the selected export", this::openFolder);
    private final Action clear = action("Clear", "clear", "Take exports off the list that have ended",
            () -> feed.queue().ifPresent(ExportQueue::forgetEnded));
    private @Nullable ExportTable table;
    private boolean looks;

    /** Creates the view; the workbench does. */
    public ExportsView() {
        // everything is made in createPartControl
    }

    private static Action action(String name, String icon, String tip, Runnable effect) {
        Action action = new Action(name, Icons.descriptor(icon)) {
            @Override
            public void run() {
                effect.run();
            }
        };
        action.setToolTipText(tip);
        return action;
    }

    @Override
    public void createPartControl(Composite parent) {
        ExportTable made = new ExportTable(parent);
        made.control().addListener(SWT.Selection, _ -> enable());
        made.control().addListener(SWT.DefaultSelection, _ -> openFolder());
        table = made;
        IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
        List.of(pause, resume, cancel, retry, open, clear).forEach(bar::add);
        getViewSite().getActionBars().updateActionBars();
        feed.open();
        refresh();
    }

    private void refresh() {
        ExportTable list = table;
        if (list == null || list.control().isDisposed()) {
            return;
        }
        list.show(feed.exports());
        enable();
        // Progress is no change of the queue that anybody tells of.
        if (!looks && feed.exports().stream().anyMatch(export -> export.state() == State.RUNNING)) {
            looks = true;
            list.control().getDisplay().timerExec(LOOK_MS, () -> {
                looks = false;
                refresh();
            });
        }
    }

    private void enable() {
        boolean rests = feed.queue().filter(ExportQueue::isPaused).isPresent();
        Optional<State> state = selected().map(QueuedExport::state);
        pause.setEnabled(!rests && feed.exports().stream().anyMatch(export -> !export.state().isEnd()));
        resume.setEnabled(rests);
        cancel.setEnabled(state.filter(now -> !now.isEnd()).isPresent());
        retry.setEnabled(state.filter(now -> now == State.FAILED || now == State.CANCELLED).isPresent());
        open.setEnabled(state.isPresent());
        clear.setEnabled(feed.exports().stream().anyMatch(export -> export.state().isEnd()));
    }

    private Optional<QueuedExport> selected() {
        ExportTable list = table;
        return list == null ? Optional.empty() : list.selected();
    }

    private void pause() {
        feed.queue().ifPresent(ExportQueue::pause);
    }

    private void retry() {
        editor.get().ifPresent(service -> exports.get()
                .ifPresent(exporting -> selected().ifPresent(export -> ExportFilm.again(exporting, export, service).schedule())));
    }

    private void openFolder() {
        selected().map(export -> export.request().target().toAbsolutePath().getParent()).map(Path::toString)
                .ifPresent(Program::launch);
    }

    @Override
    public void setFocus() {
        ExportTable list = table;
        if (list != null) {
            list.control().setFocus();
        }
    }

    @Override
    public void dispose() {
        table = null;
        feed.close();
        editor.close();
        exports.close();
        super.dispose();
    }
}
