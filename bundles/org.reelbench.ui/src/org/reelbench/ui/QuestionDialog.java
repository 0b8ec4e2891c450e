package org.reelbench.ui;

import java.util.List;
import java.util.Optional;

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
import org.eclipse.swt.widgets.Text;

/**
 * A dialog that asks for several things at once: a title, rows of a name, a field and perhaps a button, and what is wrong with what
 * was said so far.
 *
 * <p>
 * Threading: the UI thread only. Lifecycle: that of its window. Subclasses fill in the rows and say what is wrong; they keep what was
 * said before the fields are disposed of.
 * </p>
 */
public abstract class QuestionDialog extends TitleAreaDialog {

    private static final int MARGIN_PX = 12;
    private static final int COLUMNS = 3;

    private final String name;
    private final String done;

    /**
     * Creates the dialog, which is opened by {@link #open()}.
     *
     * @param parent the window it belongs to
     * @param name its title
     * @param done what the button says that ends it
     */
    protected QuestionDialog(Shell parent, String name, String done) {
        super(parent);
        this.name = name;
        this.done = done;
        setHelpAvailable(false);
    }

    /**
     * Makes the rows, and says what it is about by {@link #setTitle} and {@link #setMessage}.
     *
     * @param form three columns: a name, a field, a button
     */
    protected abstract void createRows(Composite form);

    /**
     * Returns what must be said otherwise before the dialog can be ended.
     *
     * @return a line, or empty if all is well
     */
    protected Optional<String> problem() {
        return Optional.empty();
    }

    /** Shows what is wrong now: rows call it whenever something was said. */
    protected final void validate() {
        Optional<String> problem = problem();
        setErrorMessage(problem.orElse(null));
        Button ok = getButton(IDialogConstants.OK_ID);
        if (ok != null) {
            ok.setEnabled(problem.isEmpty());
        }
    }

    @Override
    protected final void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(name);
    }

    @Override
    protected final boolean isResizable() {
        return true;
    }

    @Override
    protected final Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Composite form = new Composite(area, SWT.NONE);
        form.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        GridLayout layout = new GridLayout(COLUMNS, false);
        layout.marginWidth = MARGIN_PX;
        layout.marginHeight = MARGIN_PX;
        form.setLayout(layout);
        createRows(form);
        return area;
    }

    @Override
    protected final void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, done, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        validate();
    }

    /**
     * Makes a row of a name and a list.
     *
     * @param form the rows
     * @param label its name
     * @param style {@link SWT#READ_ONLY}, or {@link SWT#DROP_DOWN} if others may be typed
     * @param offered what the list offers
     * @return the list, its first entry chosen
     */
    protected final Combo combo(Composite form, String label, int style, List<String> offered) {
        new Label(form, SWT.NONE).setText(label);
        Combo combo = new Combo(form, style);
        combo.setItems(offered.toArray(String[]::new));
        combo.select(0);
        combo.setLayoutData(wide(2));
        combo.addModifyListener(_ -> validate());
        return combo;
    }

    /**
     * Makes a row of a box to tick.
     *
     * @param form the rows
     * @param text what ticking it means
     * @param isChosen whether it is ticked
     * @return the box
     */
    protected final Button check(Composite form, String text, boolean isChosen) {
        Button check = new Button(form, SWT.CHECK);
        check.setText(text);
        check.setSelection(isChosen);
        check.setLayoutData(wide(COLUMNS));
        return check;
    }

    /**
     * Makes a row of a name, a file and a button that chooses another.
     *
     * @param form the rows
     * @param label its name
     * @param file what the field says
     * @param choose chooses
     * @return the field
     */
    protected final Text file(Composite form, String label, String file, Runnable choose) {
        new Label(form, SWT.NONE).setText(label);
        Text text = new Text(form, SWT.BORDER);
        text.setLayoutData(wide(1));
        text.setText(file);
        text.addModifyListener(_ -> validate());
        Button button = new Button(form, SWT.PUSH);
        button.setText("Choose…");
        button.addListener(SWT.Selection, _ -> choose.run());
        return text;
    }

    /**
     * Returns what a field in a row takes of its width.
     *
     * @param columns how many columns
     * @return its layout
     */
    protected static GridData wide(int columns) {
        return new GridData(SWT.FILL, SWT.CENTER, true, false, columns, 1);
    }
}
