package org.reelbench.workbench.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.reelbench.project.ProjectFile;

/** Asks for what a new project is to be. */
final class NewProjectDialog extends TitleAreaDialog {

    private static final int MARGIN_PX = 12;

    private final Path suggested;
    private @Nullable Text file;
    private @Nullable Combo size;
    private @Nullable Combo rate;
    private @Nullable NewFilm film;

    /**
     * Creates the dialog.
     *
     * @param suggested the file that is suggested
     */
    NewProjectDialog(Shell parent, Path suggested) {
        super(parent);
        this.suggested = suggested;
        setHelpAvailable(false);
    }

    /** Returns what was said, once the dialog was closed by its button. */
    Optional<NewFilm> film() {
        return Optional.ofNullable(film);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("New Project");
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        setTitle("New Project");
        setMessage("Media of any size and rate can be put on the tracks; this is what the film will be.");
        Composite form = new Composite(area, SWT.NONE);
        form.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        GridLayout layout = new GridLayout(3, false);
        layout.marginWidth = MARGIN_PX;
        layout.marginHeight = MARGIN_PX;
        form.setLayout(layout);
        size = combo(form, "Size", NewFilm.SIZES);
        rate = combo(form, "Frames a second", NewFilm.RATES);
        new Label(form, SWT.NONE).setText("File");
        Text text = new Text(form, SWT.BORDER);
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        text.setText(suggested.toString());
        text.addModifyListener(_ -> validate());
        file = text;
        Button choose = new Button(form, SWT.PUSH);
        choose.setText("Choose…");
        choose.addListener(SWT.Selection, _ -> choose(text));
        return area;
    }

    private Combo combo(Composite form, String label, List<String> offered) {
        new Label(form, SWT.NONE).setText(label);
        Combo combo = new Combo(form, SWT.DROP_DOWN);
        combo.setItems(offered.toArray(String[]::new));
        combo.select(0);
        combo.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        combo.addModifyListener(_ -> validate());
        return combo;
    }

    private void choose(Text text) {
        FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
        dialog.setText("New Project");
        dialog.setFilterExtensions(new String[] { "*" + ProjectFile.EXTENSION, "*" });
        said().path().ifPresent(path -> {
            dialog.setFilterPath(String.valueOf(path.getParent()));
            dialog.setFileName(String.valueOf(path.getFileName()));
        });
        String chosen = dialog.open();
        if (chosen != null) {
            text.setText(NewFilm.withExtension(Path.of(chosen)).toString());
        }
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, "Make", true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        validate();
    }

    private NewFilm said() {
        Text fileNow = file;
        Combo sizeNow = size;
        Combo rateNow = rate;
        return new NewFilm(fileNow == null ? "" : fileNow.getText(), sizeNow == null ? "" : sizeNow.getText(),
                rateNow == null ? "" : rateNow.getText());
    }

    private void validate() {
        Optional<String> problem = said().problem();
        setErrorMessage(problem.orElse(null));
        Button ok = getButton(IDialogConstants.OK_ID);
        if (ok != null) {
            ok.setEnabled(problem.isEmpty());
        }
    }

    @Override
    protected void okPressed() {
        film = said();
        super.okPressed();
    }
}
