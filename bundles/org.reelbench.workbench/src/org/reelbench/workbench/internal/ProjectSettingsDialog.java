package org.reelbench.workbench.internal;

import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.QuestionDialog;

/** Shows what the project and the sequence in the window are set to, and asks for what they are to be. */
final class ProjectSettingsDialog extends QuestionDialog {

    private final ProjectForm before;
    private final Optional<String> rateIsKept;
    private @Nullable Text project;
    private @Nullable Text sequence;
    private @Nullable Combo size;
    private @Nullable Combo rate;
    private @Nullable Combo sampleRate;
    private @Nullable Button limiter;
    private @Nullable ProjectForm said;

    ProjectSettingsDialog(Shell parent, ProjectForm before, Sequence shown) {
        super(parent, "Project Settings", "Apply");
        this.before = before;
        this.rateIsKept = ProjectForm.rateIsKept(shown);
    }

    /** Returns what was said, once the dialog was closed by its button. */
    Optional<ProjectForm> said() {
        return Optional.ofNullable(said);
    }

    @Override
    protected void createRows(Composite form) {
        setTitle("Project Settings");
        setMessage("What the film will be. " + rateIsKept.orElse("Each change is one step that can be undone."));
        project = text(form, "Project", before.project());
        sequence = text(form, "Sequence", before.sequence());
        size = choice(form, "Size", NewFilm.SIZES, before.size());
        Combo frames = choice(form, "Frames a second", NewFilm.RATES, before.rate());
        frames.setEnabled(rateIsKept.isEmpty());
        rateIsKept.ifPresent(frames::setToolTipText);
        rate = frames;
        sampleRate = choice(form, "Samples a second", ProjectForm.SAMPLE_RATES, before.sampleRate());
        limiter = check(form, "Keep loud places below full scale", before.limiter());
    }

    private Combo choice(Composite form, String label, List<String> offered, String now) {
        Combo combo = combo(form, label, SWT.DROP_DOWN, offered);
        combo.setText(now);
        return combo;
    }

    private Text text(Composite form, String label, String now) {
        new Label(form, SWT.NONE).setText(label);
        Text text = new Text(form, SWT.BORDER);
        text.setText(now);
        text.setLayoutData(wide(2));
        text.addModifyListener(_ -> validate());
        return text;
    }

    private ProjectForm now() {
        Text projectNow = project;
        Text sequenceNow = sequence;
        Combo sizeNow = size;
        Combo rateNow = rate;
        Combo soundNow = sampleRate;
        Button limiterNow = limiter;
        if (projectNow == null || sequenceNow == null || sizeNow == null || rateNow == null || soundNow == null
                || limiterNow == null) {
            // The rows are still being made.
            return before;
        }
        return new ProjectForm(projectNow.getText(), sequenceNow.getText(), sizeNow.getText(), rateNow.getText(),
                soundNow.getText(), limiterNow.getSelection());
    }

    @Override
    protected Optional<String> problem() {
        return now().problem();
    }

    @Override
    protected void okPressed() {
        said = now();
        super.okPressed();
    }
}
