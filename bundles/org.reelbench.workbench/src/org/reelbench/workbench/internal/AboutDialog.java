package org.reelbench.workbench.internal;

import java.net.URL;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Path;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.Version;
import org.reelbench.media.MediaEngine;
import org.reelbench.media.MediaException;
import org.reelbench.ui.ServiceSlot;
import org.reelbench.ui.UiThread;

/** Says what this program is, of which version, and on which media library it stands. */
final class AboutDialog extends Dialog {

    AboutDialog(Shell parent) {
        super(parent);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("About Reelbench");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        area.setLayout(new GridLayout(2, false));
        Bundle bundle = FrameworkUtil.getBundle(AboutDialog.class);
        URL file = FileLocator.find(bundle, new Path("icons/reelbench128.png"));
        Image picture = ImageDescriptor.createFromURL(file).createImage();
        Label logo = new Label(area, SWT.NONE);
        logo.setImage(picture);
        logo.addDisposeListener(_ -> picture.dispose());
        logo.setLayoutData(new GridData(SWT.CENTER, SWT.TOP, false, false, 1, 4));
        Label name = new Label(area, SWT.NONE);
        name.setFont(JFaceResources.getHeaderFont());
        name.setText(WindowTitle.NAME);
        Version version = bundle.getVersion();
        new Label(area, SWT.NONE).setText("Version " + version.getMajor() + "." + version.getMinor() + "." + version.getMicro());
        new Label(area, SWT.WRAP).setText("Free software under the Eclipse Public License 2.0");
        Label engine = new Label(area, SWT.WRAP);
        GridData wide = new GridData(SWT.FILL, SWT.TOP, true, false);
        wide.widthHint = convertWidthInCharsToPixels(52);
        engine.setLayoutData(wide);
        engine.setText("Looking for the media library …\n\n");
        describeEngine(engine);
        return area;
    }

    /** The first question loads the native library: not on the UI thread. */
    private static void describeEngine(Label label) {
        ICoreRunnable work = _ -> {
            String text = engineText();
            UiThread.later(() -> {
                if (!label.isDisposed()) {
                    label.setText(text);
                }
            });
        };
        Job job = Job.create("Looking for the media library", work);
        job.setSystem(true);
        job.schedule();
    }

    private static String engineText() {
        UiThread.forbid("loading the media library");
        try (ServiceSlot<MediaEngine> engine = ServiceSlot.open(MediaEngine.class, AboutDialog.class)) {
            if (engine.get().isEmpty()) {
                return "No media library is installed";
            }
            return engine.get().get().version() + "\n" + engine.get().get().licence();
        } catch (MediaException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
    }
}
