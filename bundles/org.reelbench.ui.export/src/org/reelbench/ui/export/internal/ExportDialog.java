package org.reelbench.ui.export.internal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.dialogs.IDialogConstants;
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
import org.reelbench.encoding.ExportPreset;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.time.Timecode;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.OpenProject;

/** Asks how and where to export the main sequence. */
final class ExportDialog extends TitleAreaDialog {

    private final OpenProject project;
    private final Sequence sequence;
    private @Nullable Text target;
    private @Nullable Combo preset;
    private @Nullable ExportRequest request;

    ExportDialog(Shell parent, OpenProject project) {
        super(parent);
        this.project = project;
        this.sequence = project.sequence();
        setHelpAvailable(false);
    }

    /** Returns what was asked for, once the dialog was closed by its export button. */
    Optional<ExportRequest> request() {
        return Optional.ofNullable(request);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Export");
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        setTitle("Export '" + sequence.name() + "'");
        long end = sequence.durationFrames();
        setMessage(sequence.widthPx() + "×" + sequence.heightPx() + ", " + end + " frames, "
                + Timecode.of(end, sequence.rate()) + " long. Later edits do not touch the export.");
        Composite form = new Composite(area, SWT.NONE);
        form.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        GridLayout layout = new GridLayout(3, false);
        layout.marginWidth = 12;
        layout.marginHeight = 12;
        form.setLayout(layout);
        createPreset(form);
        createTarget(form);
        return area;
    }

    private void createPreset(Composite form) {
        new Label(form, SWT.NONE).setText("Format");
        Combo combo = new Combo(form, SWT.READ_ONLY);
        combo.setItems(ExportPreset.BUILT_IN.stream().map(ExportPreset::label).toArray(String[]::new));
        combo.select(0);
        combo.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        combo.addModifyListener(_ -> followPreset());
        preset = combo;
    }

    private void createTarget(Composite form) {
        new Label(form, SWT.NONE).setText("File");
        Text text = new Text(form, SWT.BORDER);
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        text.setText(suggested());
        text.addModifyListener(_ -> validate());
        target = text;
        Button browse = new Button(form, SWT.PUSH);
        browse.setText("Choose…");
        browse.addListener(SWT.Selection, _ -> choose());
    }

    /** The film beside its project, under the project's name. */
    private String suggested() {
        return project.session().file().map(file -> {
            String name = String.valueOf(file.getFileName());
            int dot = name.lastIndexOf('.');
            return file.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + "-export" + extension()).toString();
        }).orElse("");
    }

    private ExportPreset chosen() {
        Combo combo = preset;
        return ExportPreset.BUILT_IN.get(combo == null ? 0 : Math.max(0, combo.getSelectionIndex()));
    }

    private String extension() {
        return chosen().container().equals("matroska") ? ".mkv" : "." + chosen().container();
    }

    private void followPreset() {
        Text text = target;
        if (text != null && !text.getText().isEmpty()) {
            text.setText(text.getText().replaceFirst("\\.(mp4|mkv)$", "") + extension());
        }
    }

    private void choose() {
        FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
        dialog.setText("Export To");
        dialog.setOverwrite(true);
        Text text = target;
        project.session().file().map(Path::getParent).ifPresent(folder -> dialog.setFilterPath(folder.toString()));
        String file = dialog.open();
        if (file != null && text != null) {
            boolean isNamed = String.valueOf(Path.of(file).getFileName()).contains(".");
            text.setText(isNamed ? file : file + extension());
        }
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, "Export", true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        validate();
    }

    private void validate() {
        Optional<String> problem = problem();
        setErrorMessage(problem.orElse(null));
        Button ok = getButton(IDialogConstants.OK_ID);
        if (ok != null) {
            ok.setEnabled(problem.isEmpty());
        }
    }

    private Optional<String> problem() {
        Optional<Path> file = file();
        if (file.isEmpty()) {
            return Optional.of("Name a file with its whole path");
        }
        if (inputs().contains(file.get())) {
            return Optional.of("This file belongs to the project; choose another name for the film");
        }
        return Optional.empty();
    }

    private Optional<Path> file() {
        Text text = target;
        try {
            return Optional.ofNullable(text).map(Text::getText).filter(name -> !name.isBlank()).map(Path::of)
                    .filter(Path::isAbsolute)
                    .map(Path::normalize);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** What the film is made of must not be replaced by it. */
    private List<Path> inputs() {
        Optional<Path> projectFile = project.session().file();
        List<Path> media = project.session().project().media().stream()
                .filter(medium -> !medium.isRemote()).map(MediaReference::path).map(Path::of)
                .map(path -> projectFile.map(Path::getParent).map(folder -> folder.resolve(path)).orElse(path).normalize())
                .toList();
        return java.util.stream.Stream.concat(media.stream(), projectFile.stream()).toList();
    }

    @Override
    protected void okPressed() {
        file().ifPresent(file -> request = ExportRequest.whole(sequence, project.snapshot(), file, chosen()));
        super.okPressed();
    }
}
