package org.reelbench.workbench.internal.errors;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Tells all that is known of one entry of the error log. */
final class ErrorDetails extends Dialog {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
            .withZone(ZoneId.systemDefault());
    private static final int WIDTH_CHARACTERS = 90;
    private static final int HEIGHT_LINES = 16;
    private static final int COPY_ID = IDialogConstants.CLIENT_ID;

    private final LoggedError entry;

    ErrorDetails(Shell parent, LoggedError entry) {
        super(parent);
        this.entry = entry;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(entry.severity().label() + " Details");
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        ((GridLayout) area.getLayout()).numColumns = 1;
        Label message = new Label(area, SWT.WRAP);
        message.setText(entry.message());
        GridData wide = new GridData(SWT.FILL, SWT.TOP, true, false);
        wide.widthHint = convertWidthInCharsToPixels(WIDTH_CHARACTERS);
        message.setLayoutData(wide);
        new Label(area, SWT.NONE).setText(TIME.format(entry.time()));
        Text details = new Text(area, SWT.READ_ONLY | SWT.MULTI | SWT.BORDER | SWT.H_SCROLL | SWT.V_SCROLL);
        details.setText(entry.details());
        GridData room = new GridData(SWT.FILL, SWT.FILL, true, true);
        room.widthHint = wide.widthHint;
        room.heightHint = convertHeightInCharsToPixels(HEIGHT_LINES);
        details.setLayoutData(room);
        Label file = new Label(area, SWT.WRAP);
        file.setText("Everything is kept in " + Platform.getLogFileLocation());
        file.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, COPY_ID, "Copy", false);
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
    }

    @Override
    protected void buttonPressed(int button) {
        if (button == COPY_ID) {
            Clipboard clipboard = new Clipboard(getShell().getDisplay());
            clipboard.setContents(new Object[] { entry.message() + "\n\n" + entry.details() },
                    new Transfer[] { TextTransfer.getInstance() });
            clipboard.dispose();
        } else {
            super.buttonPressed(button);
        }
    }
}
