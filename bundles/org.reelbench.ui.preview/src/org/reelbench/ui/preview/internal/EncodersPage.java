package org.reelbench.ui.preview.internal;

import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.reelbench.ui.ServiceSlot;
import org.reelbench.ui.SettingsPage;

/** When previews are encoded, and how much of the machine that takes. */
public final class EncodersPage extends SettingsPage {

    private static final int MOST_WORKERS = 16;

    private final ServiceSlot<WindowPreviews> previews = ServiceSlot.open(WindowPreviews.class, EncodersPage.class);
    private @Nullable Button on;
    private @Nullable Button battery;

    /** Creates the page; the workbench does. */
    public EncodersPage() {
        // everything is made in createRows
    }

    @Override
    protected void createRows(Composite form) {
        on = box(form, "Encode previews while nobody edits or plays", PreviewChoice.isOn());
        battery = box(form, "Do so on battery, too", PreviewChoice.isOnOnBattery());
        List<String> workers = IntStream.rangeClosed(0, MOST_WORKERS).mapToObj(Integer::toString).toList();
        choice(form, "Segments at once", "preview.workers", workers,
                count -> count.equals("0") ? "One for each processor" : count);
        note(form,
                "Counts at once; segments under way are begun anew. Each is encoded once and kept, also when it moves: the bar "
                        + "above the tracks shows how far they are.");
    }

    private static Button box(Composite form, String text, boolean isChosen) {
        Button box = new Button(form, SWT.CHECK);
        box.setText(text);
        box.setSelection(isChosen);
        box.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        return box;
    }

    @Override
    public boolean performOk() {
        Button check = on;
        Button also = battery;
        boolean isOther = check != null && also != null
                && (check.getSelection() != PreviewChoice.isOn() || also.getSelection() != PreviewChoice.isOnOnBattery());
        if (check != null && also != null && isOther) {
            PreviewChoice.choose(check.getSelection(), also.getSelection());
            previews.get().ifPresent(WindowPreviews::chosenAnew);
            Job job = Job.createSystem("Keeping the settings of previews", _ -> {
                PreviewChoice.keep();
            });
            job.schedule();
        }
        return super.performOk();
    }

    @Override
    public void dispose() {
        previews.close();
        super.dispose();
    }
}
