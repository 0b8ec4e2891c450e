package org.reelbench.ui.preview.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.osgi.service.cm.ConfigurationAdmin;
import org.reelbench.encoding.preview.PreviewCache;
import org.reelbench.ui.ServiceSlot;

import java.io.IOException;

/** Opens the settings of previews. */
public final class SettingsHandler extends AbstractHandler {

    private final ServiceSlot<PreviewCache> cache = ServiceSlot.open(PreviewCache.class, SettingsHandler.class);
    private final ServiceSlot<WindowPreviews> previews = ServiceSlot.open(WindowPreviews.class, SettingsHandler.class);
    private final ServiceSlot<ConfigurationAdmin> configurations = ServiceSlot.open(ConfigurationAdmin.class,
            SettingsHandler.class);

    @Override
    public @Nullable Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        Shell shell = window == null ? PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell() : window.getShell();
        if (new PreviewSettingsDialog(shell, cache::get).open() == Window.OK) {
            previews.get().ifPresent(WindowPreviews::chosenAnew);
            apply();
        }
        return null;
    }

    private void apply() {
        Job job = Job.create("Keeping the settings of previews", _ -> {
            PreviewChoice.keep();
            ConfigurationAdmin admin = configurations.get().orElse(null);
            if (admin != null) {
                try {
                    PreviewChoice.apply(admin);
                } catch (IOException e) {
                    ILog.of(SettingsHandler.class).error("The settings of previews could not be kept", e);
                }
            }
            return Status.OK_STATUS;
        });
        job.setSystem(true);
        job.schedule();
    }

    @Override
    public void dispose() {
        cache.close();
        previews.close();
        configurations.close();
        super.dispose();
    }
}
