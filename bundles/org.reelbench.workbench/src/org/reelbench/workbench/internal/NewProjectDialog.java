package org.reelbench.workbench.internal;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.reelbench.project.ProjectFile;
import org.reelbench.ui.QuestionDialog;

/** Asks for what a new project is to be. */
final class NewProjectDialog extends QuestionDialog {

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
        super(parent, "New Project", "Make");
        this.suggested = suggested;
    }

    /** Returns what was said, once the dialog was closed by its button. */
    Optional<NewFilm> film() {
        return Optional.ofNullable(film);
    }

    @Override
    protected void createRows(Composite form) {
        setTitle("New Project");
        setMessage("Media of any size and rate can be put on the tracks; this is what the film will be.");
        size = combo(form, "Size", SWT.DROP_DOWN, NewFilm.SIZES);
        rate = combo(form, "Frames a second", SWT.DROP_DOWN, NewFilm.RATES);
        file = file(form, "File", suggested.toString(), this::choose);
    }

    private void choose() {
        FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
        dialog.setText("New Project");
        dialog.setFilterExtensions(new String[] { "*" + ProjectFile.EXTENSION, "*" });
        said().path().ifPresent(path -> {
            dialog.setFilterPath(String.valueOf(path.getParent()));
            dialog.setFileName(String.valueOf(path.getFileName()));
        });
        String chosen = dialog.open();
        Text text = file;
        if (chosen != null && text != null) {
            text.setText(NewFilm.withExtension(Path.of(chosen)).toString());
        }
    }

    private NewFilm said() {
        Text fileNow = file;
        Combo sizeNow = size;
        Combo rateNow = rate;
        return new NewFilm(fileNow == null ? "" : fileNow.getText(), sizeNow == null ? "" : sizeNow.getText(),
                rateNow == null ? "" : rateNow.getText());
    }

    @Override
    protected Optional<String> problem() {
        return said().problem();
    }

    @Override
    protected void okPressed() {
        film = said();
        super.okPressed();
    }
}
