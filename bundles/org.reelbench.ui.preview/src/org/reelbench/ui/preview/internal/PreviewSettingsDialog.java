package org.reelbench.ui.preview.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.reelbench.encoding.preview.PreviewCache;
import org.reelbench.encoding.preview.PreviewCache.Usage;
import org.reelbench.ui.UiThread;

/** Asks whether previews are encoded, how much disk they may take and how many processors they use. */
final class PreviewSettingsDialog extends TitleAreaDialog {

    private static final double MIB = 1 << 20;
    private static final int MOST_WORKERS = 16;

    private final Supplier<Optional<PreviewCache>> cache;
    private final List<Integer> offeredMib = new ArrayList<>(PreviewChoice.OFFERED_MIB);
    private @Nullable Button on;
    private @Nullable Button battery;
    private @Nullable Combo quota;
    private @Nullable Combo workers;
    private @Nullable Label usage;

    PreviewSettingsDialog(Shell parent, Supplier<Optional<PreviewCache>> cache) {
        super(parent);
        this.cache = cache;
        setHelpAvailable(false);
        if (!offeredMib.contains(PreviewChoice.cacheMib())) {
            offeredMib.add(PreviewChoice.cacheMib());
        }
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Preview Settings");
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        setTitle("Previews");
        setMessage("Each segment is encoded once and kept, also when it moves. The bar above the tracks shows how far they are.");
        Composite form = new Composite(area, SWT.NONE);
        form.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        GridLayout layout = new GridLayout(3, false);
        layout.marginWidth = 12;
        layout.marginHeight = 12;
        form.setLayout(layout);
        on = check(form, "Encode previews while nobody edits or plays", PreviewChoice.isOn());
        battery = check(form, "Do so on battery, too", PreviewChoice.isOnOnBattery());
        workers = combo(form, "Segments at once", workerNames(), Math.min(PreviewChoice.workers(), MOST_WORKERS));
        quota = combo(form, "Disk for previews", offeredMib.stream().map(mib -> size(mib * MIB)).toList(),
                offeredMib.indexOf(PreviewChoice.cacheMib()));
        createUsage(form);
        return area;
    }

    private static Button check(Composite form, String text, boolean isChosen) {
        Button check = new Button(form, SWT.CHECK);
        check.setText(text);
        check.setSelection(isChosen);
        check.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 3, 1));
        return check;
    }

    private static Combo combo(Composite form, String name, List<String> items, int chosen) {
        new Label(form, SWT.NONE).setText(name);
        Combo combo = new Combo(form, SWT.READ_ONLY);
        combo.setItems(items.toArray(String[]::new));
        combo.select(chosen);
        combo.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        return combo;
    }

    private static List<String> workerNames() {
        List<String> names = new ArrayList<>(List.of("One for each processor"));
        for (int count = 1; count <= MOST_WORKERS; count++) {
            names.add(Integer.toString(count));
        }
        return names;
    }

    private void createUsage(Composite form) {
        new Label(form, SWT.NONE).setText("On the disk now");
        Label text = new Label(form, SWT.NONE);
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        text.setText("…");
        usage = text;
        Button clear = new Button(form, SWT.PUSH);
        clear.setText("Clear");
        clear.addListener(SWT.Selection, _ -> look(true));
        look(false);
    }

    /** Reads the disk in a job, after deleting what lies there if that is asked for. */
    private void look(boolean clears) {
        Job job = Job.create("Looking at the previews on the disk", _ -> {
            String text = cache.get().map(known -> text(known, clears)).orElse("The part that encodes previews is not there");
            UiThread.later(() -> {
                Label label = usage;
                if (label != null && !label.isDisposed()) {
                    label.setText(text);
                    label.getParent().layout();
                }
            });
            return Status.OK_STATUS;
        });
        job.setSystem(true);
        job.schedule();
    }

    private static String text(PreviewCache known, boolean clears) {
        try {
            if (clears) {
                known.clear();
            }
            Usage used = known.usage();
            return size(used.usedBytes()) + " in " + used.segments() + " segments";
        } catch (IOException e) {
            ILog.of(PreviewSettingsDialog.class).error("The previews on the disk cannot be looked after", e);
            return "It cannot be read: " + e.getMessage();
        }
    }

    private static String size(double bytes) {
        double mib = bytes / MIB;
        return mib < 1024 ? Math.round(mib) + " MiB" : String.format(Locale.ROOT, "%.1f GiB", mib / 1024);
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.OK_LABEL, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    @Override
    protected void okPressed() {
        Button check = on;
        Button also = battery;
        Combo size = quota;
        Combo count = workers;
        if (check != null && also != null && size != null && count != null) {
            PreviewChoice.choose(check.getSelection(), also.getSelection(), offeredMib.get(size.getSelectionIndex()),
                    count.getSelectionIndex());
        }
        super.okPressed();
    }
}
