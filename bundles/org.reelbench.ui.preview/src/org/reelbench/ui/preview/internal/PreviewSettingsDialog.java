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
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.reelbench.encoding.preview.PreviewCache;
import org.reelbench.encoding.preview.PreviewCache.Usage;
import org.reelbench.ui.QuestionDialog;
import org.reelbench.ui.UiThread;

/** Asks whether previews are encoded, how much disk they may take and how many processors they use. */
final class PreviewSettingsDialog extends QuestionDialog {

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
        super(parent, "Preview Settings", IDialogConstants.OK_LABEL);
        this.cache = cache;
        if (!offeredMib.contains(PreviewChoice.cacheMib())) {
            offeredMib.add(PreviewChoice.cacheMib());
        }
    }

    @Override
    protected void createRows(Composite form) {
        setTitle("Previews");
        setMessage("Each segment is encoded once and kept, also when it moves. The bar above the tracks shows how far they are.");
        on = check(form, "Encode previews while nobody edits or plays", PreviewChoice.isOn());
        battery = check(form, "Do so on battery, too", PreviewChoice.isOnOnBattery());
        Combo count = combo(form, "Segments at once", SWT.READ_ONLY, workerNames());
        count.select(Math.min(PreviewChoice.workers(), MOST_WORKERS));
        workers = count;
        Combo disk = combo(form, "Disk for previews", SWT.READ_ONLY, offeredMib.stream().map(mib -> size(mib * MIB)).toList());
        disk.select(offeredMib.indexOf(PreviewChoice.cacheMib()));
        quota = disk;
        createUsage(form);
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
        text.setLayoutData(wide(1));
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
