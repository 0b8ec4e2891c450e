package org.reelbench.workbench.internal.preferences;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.reelbench.settings.ProgramSettings;
import org.reelbench.settings.SettingsException;
import org.reelbench.ui.Editor;
import org.reelbench.ui.ServiceSlot;
import org.reelbench.ui.UiThread;

/** Tells the parts of the program what is set, when the window is there: a mistake in the file is told there, and ends nothing. */
public final class ProgramSettingsAtStart {

    private ProgramSettingsAtStart() {
    }

    /** Reads and tells the settings in a job. */
    public static void apply(Editor editor) {
        Job job = Job.create("Reading the settings", _ -> {
            UiThread.forbid("reading settings");
            try (ServiceSlot<ProgramSettings> settings = ServiceSlot.open(ProgramSettings.class, ProgramSettingsAtStart.class)) {
                if (settings.get().isPresent()) {
                    settings.get().get().apply();
                }
            } catch (SettingsException e) {
                ILog.of(ProgramSettingsAtStart.class).error("The settings do not hold: " + e.getMessage(), e);
                editor.tell("The settings do not hold: " + e.getMessage(), true);
            }
            return Status.OK_STATUS;
        });
        job.setSystem(true);
        job.schedule();
    }
}
