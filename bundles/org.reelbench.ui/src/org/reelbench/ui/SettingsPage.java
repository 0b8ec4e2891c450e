package org.reelbench.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.reelbench.settings.ProgramSettings;
import org.reelbench.settings.Settings;
import org.reelbench.settings.SettingsException;
import org.reelbench.ui.internal.SettingRow;

/**
 * A page of preferences that shows settings of the program and changes them in their file. What a flag or the environment sets is
 * shown, and cannot be changed. A value that cannot be is refused in words before the page can be left.
 *
 * <p>
 * Threading: the UI thread only; the file is read and written in jobs. Lifecycle: that of its dialog. The bundle whose settings it
 * shows contributes it, so that it comes and goes with them.
 * </p>
 *
 * <pre>{@code
 * public final class MemoryPage extends SettingsPage {
 *     @Override
 *     protected void createRows(Composite form) {
 *         field(form, "Memory for everything, in MiB", "memory.budget.mib");
 *     }
 * }
 * }</pre>
 */
public abstract class SettingsPage extends PreferencePage implements IWorkbenchPreferencePage {

    private static final int GAP_PX = 8;

    private final List<SettingRow> rows = new ArrayList<>();
    private final ServiceSlot<ProgramSettings> settings = ServiceSlot.open(ProgramSettings.class, SettingsPage.class);
    private final ServiceSlot<Editor> editor = ServiceSlot.open(Editor.class, SettingsPage.class);

    /** Creates the page; the workbench does. */
    protected SettingsPage() {
        noDefaultAndApplyButton();
    }

    @Override
    public void init(IWorkbench workbench) {
        // Nothing is taken from there.
    }

    /**
     * Makes the rows.
     *
     * @param form two columns: a name and a field
     */
    protected abstract void createRows(Composite form);

    @Override
    protected final Control createContents(Composite parent) {
        Composite form = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = GAP_PX;
        layout.verticalSpacing = GAP_PX;
        form.setLayout(layout);
        createRows(form);
        read(form);
        return form;
    }

    /**
     * Makes a row of a name and a field to type into.
     *
     * @param form the rows
     * @param label its name, with the unit
     * @param setting the setting's name
     */
    protected final void field(Composite form, String label, String setting) {
        rows.add(SettingRow.field(form, label, setting, this::validate));
    }

    /**
     * Makes a row of a box to tick.
     *
     * @param form the rows
     * @param text what ticking it means
     * @param setting the setting's name
     */
    protected final void check(Composite form, String text, String setting) {
        rows.add(SettingRow.check(form, text, setting, this::validate));
    }

    /**
     * Makes a row of a name and a list. A value that is set and not offered is offered, too.
     *
     * @param form the rows
     * @param label its name
     * @param setting the setting's name
     * @param values what is offered, as it is written in the file
     * @param names gives the name of a value for people
     */
    protected final void choice(Composite form, String label, String setting, List<String> values, UnaryOperator<String> names) {
        rows.add(SettingRow.choice(form, label, setting, values, names, this::validate));
    }

    /**
     * Makes a row of a sentence.
     *
     * @param form the rows
     * @param text what is to be known
     * @return the label
     */
    protected static Label note(Composite form, String text) {
        Label note = new Label(form, SWT.WRAP);
        note.setText(text);
        note.setForeground(Theme.TEXT_DIM);
        GridData wide = new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1);
        wide.widthHint = 1;
        note.setLayoutData(wide);
        return note;
    }

    private void read(Composite form) {
        Optional<ProgramSettings> service = settings.get();
        if (service.isEmpty()) {
            setErrorMessage("The part that keeps settings is not installed");
            return;
        }
        system("Reading the settings", () -> {
            try {
                Settings now = service.get().get();
                UiThread.later(() -> show(form, now));
            } catch (SettingsException e) {
                String message = e.getMessage();
                UiThread.later(() -> refuse(form, message));
            }
        });
    }

    private void show(Composite form, Settings now) {
        if (!form.isDisposed()) {
            rows.forEach(row -> row.show(now));
            form.layout(true, true);
        }
    }

    private void refuse(Composite form, String message) {
        if (!form.isDisposed()) {
            setErrorMessage(message);
        }
    }

    private void validate() {
        Optional<String> problem = rows.stream().flatMap(row -> row.problem().stream()).findFirst();
        setErrorMessage(problem.orElse(null));
        setValid(problem.isEmpty());
    }

    @Override
    public boolean performOk() {
        Map<String, String> changes = new LinkedHashMap<>();
        rows.forEach(row -> row.change().ifPresent(text -> changes.put(row.name(), text)));
        settings.get().filter(_ -> !changes.isEmpty()).ifPresent(service -> keep(service, changes));
        return true;
    }

    private void keep(ProgramSettings service, Map<String, String> changes) {
        Optional<Editor> window = editor.get();
        system("Keeping the settings", () -> {
            UiThread.forbid("writing settings");
            try {
                service.keep(changes);
            } catch (SettingsException e) {
                ILog.of(SettingsPage.class).error("The settings could not be kept: " + e.getMessage(), e);
                window.ifPresent(shown -> shown.tell("Not kept: " + e.getMessage(), true));
            }
        });
    }

    private static void system(String name, Runnable work) {
        Job job = Job.create(name, _ -> {
            work.run();
            return Status.OK_STATUS;
        });
        job.setSystem(true);
        job.schedule();
    }

    @Override
    public void dispose() {
        settings.close();
        editor.close();
        super.dispose();
    }
}
