package org.reelbench.ui.preview.internal;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.reelbench.encoding.preview.PreviewCache;
import org.reelbench.encoding.preview.PreviewCache.Usage;
import org.reelbench.ui.ServiceSlot;
import org.reelbench.ui.SettingsPage;
import org.reelbench.ui.UiThread;

/** How much of the disk is used for what can be made again, and how to get that back. */
public final class CachePage extends SettingsPage {

    private static final double MIB = 1 << 20;
    private static final int GIB_IN_MIB = 1024;
    private static final List<String> OFFERED_MIB = List.of("1024", "2048", "4096", "8192", "16384", "20480", "32768", "65536",
            "131072");

    private final ServiceSlot<PreviewCache> cache = ServiceSlot.open(PreviewCache.class, CachePage.class);
    private @Nullable Label usage;

    /** Creates the page; the workbench does. */
    public CachePage() {
        // everything is made in createRows
    }

    @Override
    protected void createRows(Composite form) {
        choice(form, "Disk for previews", "preview.cache.mib", OFFERED_MIB, CachePage::size);
        createUsage(form);
        choice(form, "Disk for proxies", "proxies.quota.mib", OFFERED_MIB, CachePage::size);
        choice(form, "Disk for media of other machines", "remote.cache.mib", OFFERED_MIB, CachePage::size);
        note(form,
                "Counts at once. What was not used for the longest time goes first; nothing here is needed to open a project.");
    }

    private void createUsage(Composite form) {
        new Label(form, SWT.NONE).setText("Previews on the disk now");
        Composite both = new Composite(form, SWT.NONE);
        both.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        both.setLayout(layout);
        Label text = new Label(both, SWT.NONE);
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        text.setText("…");
        usage = text;
        Button clear = new Button(both, SWT.PUSH);
        clear.setText("Clear");
        clear.addListener(SWT.Selection, _ -> look(true));
        look(false);
    }

    /** Reads the disk in a job, after deleting what lies there if that is asked for. */
    private void look(boolean clears) {
        Optional<PreviewCache> known = cache.get();
        Job job = Job.createSystem("Looking at the previews on the disk", _ -> {
            String text = known.map(service -> text(service, clears)).orElse("The part that encodes previews is not there");
            UiThread.later(() -> {
                Label label = usage;
                if (label != null && !label.isDisposed()) {
                    label.setText(text);
                    label.getParent().layout();
                }
            });
        });
        job.schedule();
    }

    private static String text(PreviewCache known, boolean clears) {
        try {
            if (clears) {
                known.clear();
            }
            Usage used = known.usage();
            return size(used.usedBytes() / MIB) + " in " + used.segments() + " segments";
        } catch (IOException e) {
            ILog.of(CachePage.class).error("The previews on the disk cannot be looked after", e);
            return "It cannot be read: " + e.getMessage();
        }
    }

    private static String size(String mib) {
        return size(Double.parseDouble(mib));
    }

    private static String size(double mib) {
        return mib < GIB_IN_MIB ? Math.round(mib) + " MiB" : String.format(Locale.ROOT, "%.1f GiB", mib / GIB_IN_MIB);
    }

    @Override
    public void dispose() {
        cache.close();
        super.dispose();
    }
}
