package org.reelbench.ui.export.internal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.reelbench.encoding.ExportOptions;
import org.reelbench.encoding.ExportPreset;
import org.reelbench.encoding.ExportPresets.Listed;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.encoding.Exports;
import org.reelbench.time.Timecode;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.OpenProject;
import org.reelbench.ui.QuestionDialog;
import org.reelbench.ui.Theme;

/** Asks how and where to export the main sequence. */
final class ExportDialog extends QuestionDialog {

    private final OpenProject project;
    private final Sequence sequence;
    private final List<Listed> presets;
    private final Exports exports;
    private final long playheadFrame;
    private final List<ExportRange> ranges;
    private @Nullable Text target;
    private @Nullable Combo preset;
    private @Nullable Combo range;
    private @Nullable Label description;
    private @Nullable EstimateText estimate;
    private @Nullable Button verify;
    private @Nullable ExportRequest request;

    /**
     * Creates the dialog.
     *
     * @param exports guesses what the export comes to
     * @param playheadFrame which picture a still shows
     * @param selection the selected clips
     */
    ExportDialog(Shell parent, OpenProject project, List<Listed> presets, Exports exports, long playheadFrame,
            Set<Id> selection) {
        super(parent, "Export", "Export");
        this.exports = exports;
        this.presets = presets;
        this.playheadFrame = playheadFrame;
        this.project = project;
        this.sequence = project.sequence();
        this.ranges = ExportRange.of(sequence, selection);
    }

    /** Returns what was asked for, once the dialog was closed by its export button. */
    Optional<ExportRequest> request() {
        return Optional.ofNullable(request);
    }

    @Override
    protected void createRows(Composite form) {
        setTitle("Export '" + sequence.name() + "'");
        long end = sequence.durationFrames();
        setMessage(sequence.widthPx() + "×" + sequence.heightPx() + ", " + end + " frames, "
                + Timecode.of(end, sequence.rate()) + " long. Later edits do not touch the export.");
        createPreset(form);
        createRange(form);
        target = file(form, "File", suggested(), this::choose);
        createVerify(form);
        createEstimate(form);
    }

    private void createRange(Composite form) {
        range = combo(form, "Range", SWT.READ_ONLY, ranges.stream().map(each -> each.label(sequence)).toList());
    }

    private void createEstimate(Composite form) {
        new Label(form, SWT.NONE);
        Label text = new Label(form, SWT.WRAP);
        text.setLayoutData(wide(2));
        text.setForeground(Theme.TEXT_DIM);
        estimate = new EstimateText(exports, text);
    }

    private void createPreset(Composite form) {
        Combo combo = combo(form, "Format", SWT.READ_ONLY, presets.stream().map(ExportDialog::title).toList());
        combo.setVisibleItemCount(presets.size());
        combo.addModifyListener(_ -> followPreset());
        preset = combo;
        new Label(form, SWT.NONE);
        Label text = new Label(form, SWT.WRAP);
        text.setLayoutData(wide(2));
        text.setText(describe(chosen()));
        description = text;
    }

    private static String title(Listed listed) {
        return listed.preset().label() + (listed.isAvailable() ? "" : " (not available)");
    }

    private static String describe(Listed listed) {
        String text = listed.preset().description();
        return text.isEmpty() ? " " : text;
    }

    private void createVerify(Composite form) {
        new Label(form, SWT.NONE);
        Button check = new Button(form, SWT.CHECK);
        check.setText("Read the film afterwards and compare it");
        check.setLayoutData(wide(2));
        check.addListener(SWT.Selection, _ -> validate());
        verify = check;
    }

    /** The film beside its project, under the project's name. */
    private String suggested() {
        return project.session().file().map(file -> {
            String name = String.valueOf(file.getFileName());
            int dot = name.lastIndexOf('.');
            return file.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + "-export" + extension()).toString();
        }).orElse("");
    }

    private Listed chosen() {
        Combo combo = preset;
        return presets.get(combo == null ? 0 : Math.max(0, combo.getSelectionIndex()));
    }

    private String extension() {
        return "." + chosen().preset().extension();
    }

    private void followPreset() {
        Text text = target;
        if (text != null && !text.getText().isEmpty()) {
            text.setText(withoutExtension(text.getText()) + extension());
        }
        Label words = description;
        if (words != null) {
            words.setText(describe(chosen()));
        }
        validate();
    }

    /** The name without an end that one of the presets gives; others may belong to the name. */
    private String withoutExtension(String name) {
        return presets.stream().map(listed -> "." + listed.preset().extension()).filter(name::endsWith).findFirst()
                .map(end -> name.substring(0, name.length() - end.length())).orElse(name);
    }

    private void choose() {
        FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
        dialog.setText("Export To");
        Text text = target;
        project.session().file().map(Path::getParent).ifPresent(folder -> dialog.setFilterPath(folder.toString()));
        String file = dialog.open();
        if (file != null && text != null) {
            boolean isNamed = String.valueOf(Path.of(file).getFileName()).contains(".");
            text.setText(isNamed ? file : file + extension());
        }
    }

    /** Whatever was said, it may come to something else now. */
    @Override
    protected Optional<String> problem() {
        Optional<String> problem = wrong();
        EstimateText text = estimate;
        if (text != null) {
            text.show(problem.isEmpty() ? file().map(this::request) : Optional.empty());
        }
        return problem;
    }

    private Optional<String> wrong() {
        if (!chosen().isAvailable()) {
            return Optional.of("This format " + chosen().whyNot());
        }
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
        file().ifPresent(file -> request = request(file));
        super.okPressed();
    }

    /** A still is what the window shows; everything else is what was chosen of the film. */
    private ExportRequest request(Path file) {
        ExportPreset how = chosen().preset();
        long frame = Math.clamp(playheadFrame, 0, sequence.durationFrames() - 1);
        Combo chosen = range;
        FrameRange part = ranges.get(chosen == null ? 0 : Math.max(0, chosen.getSelectionIndex())).frames();
        Button check = verify;
        ExportOptions options = ExportOptions.DEFAULT.withOverwrite(false).withVerify(check != null && check.getSelection());
        boolean isStill = how.kind() == ExportPreset.Kind.STILL;
        return new ExportRequest(sequence, project.snapshot(), file, how, isStill ? frame : part.inFrame(),
                isStill ? frame + 1 : part.outFrame(), options);
    }
}
