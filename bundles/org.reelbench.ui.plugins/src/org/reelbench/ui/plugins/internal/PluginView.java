package org.reelbench.ui.plugins.internal;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.plugins.Plugin;
import org.reelbench.plugins.Plugins;
import org.reelbench.ui.ServiceSlot;
import org.reelbench.ui.Theme;
import org.reelbench.ui.UiThread;
import org.reelbench.ui.plugins.internal.PluginWork.Said;

/** Lists plug-ins with why they do not run, and installs, replaces and removes them. */
public final class PluginView extends ViewPart {

    /** The view's id. */
    public static final String ID = "org.reelbench.ui.plugins";

    private static final String[] NAMES = { "Plug-ins", "All files" };
    private static final String[] PATTERNS = { "*.jar", "*" };

    private final ServiceSlot<MemoryLedger> ledger = ServiceSlot.open(MemoryLedger.class, PluginView.class);
    private @Nullable Parts parts;
    private @Nullable PluginFeed feed;
    /** What the last thing done came to, until something else is chosen. */
    private @Nullable Said said;
    private boolean isBusy;

    private record Parts(PluginTable table, Map<PluginAction, Button> buttons, Label said) {
    }

    /** Something to be done that says how it went. */
    @FunctionalInterface
    private interface Work {
        Said run(PluginWork plugins) throws InterruptedException;
    }

    /** Creates the view; the workbench does. */
    public PluginView() {
        // everything is made in createPartControl
    }

    @Override
    public void createPartControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 8).spacing(8, 4).applyTo(area);
        Composite row = new Composite(area, SWT.NONE);
        RowLayoutFactory.fillDefaults().wrap(true).spacing(8).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        Map<PluginAction, Button> buttons = new EnumMap<>(PluginAction.class);
        for (PluginAction action : PluginAction.values()) {
            Button button = new Button(row, SWT.PUSH);
            button.setText(action.label());
            button.addListener(SWT.Selection, _ -> begin(action));
            buttons.put(action, button);
        }
        Label label = new Label(area, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(label);
        PluginTable table = new PluginTable(area, () -> {
            said = null;
            show();
        });
        parts = new Parts(table, buttons, label);
        feed = new PluginFeed(this::show);
        show();
    }

    private Optional<Plugins> service() {
        PluginFeed open = feed;
        return open == null ? Optional.empty() : open.service();
    }

    private void show() {
        Parts shown = parts;
        if (shown == null || shown.said().isDisposed()) {
            return;
        }
        Plugins service = service().orElseGet(() -> null);
        shown.table().show(service == null ? List.of() : service.plugins(),
                service == null ? Map.of() : Held.now(service, ledger.get().orElseGet(() -> null)));
        Plugin chosen = shown.table().chosen();
        shown.buttons()
                .forEach((action, button) -> button.setEnabled(service != null && !isBusy && action.fits(chosen)));
        Said last = said;
        shown.said().setForeground(last != null && last.isProblem() ? Theme.PROBLEM : Theme.TEXT_DIM);
        String text = last == null ? PluginWords.summary(service, chosen) : last.text();
        if (!shown.said().getText().equals(text)) {
            shown.said().setText(text);
            shown.said().getParent().layout();
        }
    }

    private void begin(PluginAction action) {
        Parts shown = parts;
        Plugin chosen = shown == null ? null : shown.table().chosen();
        if (action.isOfFiles()) {
            List<Path> files = ask(action);
            if (!files.isEmpty()) {
                inBackground(action, work -> work.onFiles(action, files));
            }
        } else if (chosen != null && (action != PluginAction.REMOVE || mayRemove(chosen))) {
            inBackground(action, work -> work.onPlugin(action, chosen.id()));
        }
    }

    private List<Path> ask(PluginAction action) {
        FileDialog dialog = new FileDialog(getSite().getShell(), SWT.OPEN | SWT.MULTI);
        dialog.setText(action == PluginAction.INSTALL ? "Install Plug-ins" : "Update Plug-ins");
        dialog.setFilterNames(NAMES);
        dialog.setFilterExtensions(PATTERNS);
        if (dialog.open() == null) {
            return List.of();
        }
        Path folder = Path.of(dialog.getFilterPath());
        return Stream.of(dialog.getFileNames()).map(folder::resolve).toList();
    }

    private boolean mayRemove(Plugin plugin) {
        return MessageDialog.open(MessageDialog.QUESTION, getSite().getShell(), "Remove Plug-in", "Remove " + plugin.id() + " "
                + plugin.version() + "?\n\nIts file is deleted. Projects keep what they use of it, and show it again when it is"
                + " installed again.", SWT.SHEET, "Remove", "Cancel") == 0;
    }

    /** One thing at a time: what can be done next depends on what came of it. */
    private void inBackground(PluginAction action, Work work) {
        Plugins service = service().orElseGet(() -> null);
        if (service == null || isBusy) {
            return;
        }
        isBusy = true;
        said = new Said(action.progress() + "…", false);
        show();
        ICoreRunnable runnable = _ -> {
            Said outcome = new Said(action.progress() + " failed; the Error Log says why", true);
            try {
                outcome = work.run(new PluginWork(service));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                outcome = new Said(action.progress() + " was given up", true);
            } finally {
                Said last = outcome;
                UiThread.later(() -> end(last));
            }
        };
        Job.create(action.progress(), runnable).schedule();
    }

    private void end(Said outcome) {
        isBusy = false;
        said = outcome;
        show();
    }

    @Override
    public void setFocus() {
        Parts shown = parts;
        if (shown != null) {
            shown.table().setFocus();
        }
    }

    /** What is under way goes on without the view. */
    @Override
    public void dispose() {
        PluginFeed open = feed;
        if (open != null) {
            feed = null;
            open.close();
        }
        ledger.close();
        parts = null;
        super.dispose();
    }
}
