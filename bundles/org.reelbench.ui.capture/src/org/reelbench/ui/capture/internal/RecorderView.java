package org.reelbench.ui.capture.internal;

import java.nio.file.Path;
import java.time.LocalDateTime;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureSource;
import org.reelbench.capture.DeviceList;
import org.reelbench.capture.Recorder;
import org.reelbench.capture.Recording;
import org.reelbench.capture.RecordingRequest;
import org.reelbench.capture.RecordingResult;
import org.reelbench.media.ScreenConverters;
import org.reelbench.ui.Editor;
import org.reelbench.ui.OpenProject;
import org.reelbench.ui.ServiceSlot;
import org.reelbench.ui.Theme;
import org.reelbench.ui.UiThread;

/** Records the screen, cameras and sound, shows how it goes, and puts what was recorded on the timeline. */
public final class RecorderView extends ViewPart {

    /** The view's id. */
    public static final String ID = "org.reelbench.ui.capture";

    private static final int LOOK_MS = 150;

    private final ServiceSlot<Recorder> recorder = ServiceSlot.open(Recorder.class, RecorderView.class);
    private final ServiceSlot<Editor> editor = ServiceSlot.open(Editor.class, RecorderView.class);
    private final ServiceSlot<ScreenConverters> converters = ServiceSlot.open(ScreenConverters.class, RecorderView.class);
    private CaptureSource.@Nullable Watching watching;
    private @Nullable Parts parts;
    private @Nullable Recording recording;

    private record Parts(RecorderForm form, Button place, Button record, LevelMeter level, Label numbers, Label said,
            LivePreview preview) {
    }

    /** Creates the view; the workbench does. */
    public RecorderView() {
        // everything is made in createPartControl
    }

    @Override
    public void createPartControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(6, 6).applyTo(area);
        RecorderForm form = wide(new RecorderForm(area));
        Button place = new Button(area, SWT.CHECK);
        place.setText("Put on the timeline at the playhead");
        place.setSelection(true);
        Button record = new Button(area, SWT.PUSH);
        record.setText("Record");
        record.addListener(SWT.Selection, _ -> startOrStop());
        LevelMeter level = wide(new LevelMeter(area));
        Label numbers = wide(new Label(area, SWT.NONE));
        Label said = wide(new Label(area, SWT.WRAP));
        said.setForeground(Theme.TEXT_DIM);
        LivePreview preview = new LivePreview(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(preview);
        Parts made = new Parts(form, place, record, level, numbers, said, preview);
        parts = made;
        recorder.get().ifPresentOrElse(service -> {
            watching = service.watch(() -> look(service));
            look(service);
            // The view may have been closed while this went on.
            service.recordings().stream().findFirst().ifPresent(running -> attach(running, made));
        }, () -> {
            record.setEnabled(false);
            said.setText("Recording is not part of this installation");
        });
    }

    private static <C extends org.eclipse.swt.widgets.Control> C wide(C control) {
        GridDataFactory.fillDefaults().grab(true, false).applyTo(control);
        return control;
    }

    /** Looks for devices in a job, as asking sources may take a while. */
    private void look(Recorder service) {
        ICoreRunnable work = _ -> {
            DeviceList found = service.devices();
            UiThread.later(() -> offer(found));
        };
        Job job = Job.create("Looking for cameras and screens", work);
        job.setSystem(true);
        job.schedule();
    }

    private void offer(DeviceList found) {
        Parts shown = shown();
        if (shown != null && recording == null) {
            shown.form().offer(found);
            say(DeviceChoice.problems(found), false);
        }
    }

    private @Nullable Parts shown() {
        Parts made = parts;
        return made == null || made.form().isDisposed() ? null : made;
    }

    private void startOrStop() {
        Recording running = recording;
        if (running != null) {
            running.stop();
            return;
        }
        Parts shown = shown();
        Recorder service = recorder.get().orElse(null);
        if (shown == null || service == null || !shown.form().isComplete()) {
            say("Choose what is recorded", true);
            return;
        }
        Path file = RecordingFile.next(editor.get().flatMap(Editor::project).map(OpenProject::session).flatMap(one -> one.file()),
                Path.of(System.getProperty("user.home", ".")), LocalDateTime.now());
        RecordingRequest request = shown.form().into(RecordingRequest.to(file), service);
        attach(service.start(request), shown);
    }

    private void attach(Recording running, Parts shown) {
        recording = running;
        converters.get().ifPresent(service -> shown.preview().use(service.open()));
        shown.record().setText("Stop");
        shown.form().setEnabled(false);
        say("", false);
        running.ended().whenComplete((result, problem) -> UiThread.later(() -> ended(result, problem)));
        follow(running);
    }

    /** Shows how it goes until it ends; the picture is looked at, never waited for. */
    private void follow(Recording running) {
        Parts shown = shown();
        if (shown == null || recording != running) {
            return;
        }
        shown.numbers().setText(RecorderNumbers.line(running.statistics()));
        shown.level().show(running.statistics().peakDb());
        running.showNewest(shown.preview()::show);
        shown.form().getDisplay().timerExec(LOOK_MS, () -> follow(running));
    }

    private void ended(@Nullable RecordingResult result, @Nullable Throwable problem) {
        recording = null;
        Parts shown = shown();
        if (shown != null) {
            shown.record().setText("Record");
            shown.form().setEnabled(true);
            shown.preview().clear();
            shown.preview().use(null);
        }
        if (result == null) {
            say(String.valueOf(problem instanceof CaptureException || problem == null || problem.getCause() == null
                    ? problem == null ? "The recording was given up" : problem.getMessage()
                    : problem.getCause().getMessage()), true);
            return;
        }
        CaptureException early = result.early();
        say(result.file() + (early == null ? "" : "\nIt ended early: " + early.getMessage()), early != null);
        if (shown != null) {
            shown.numbers().setText(RecorderNumbers.line(result.statistics()));
            if (shown.place().getSelection()) {
                editor.get().ifPresent(service -> RecordingPlacement.put(service, result.file()));
            }
        }
    }

    private void say(String text, boolean isProblem) {
        Parts shown = shown();
        if (shown != null) {
            shown.said().setForeground(isProblem ? Theme.PROBLEM : Theme.TEXT_DIM);
            shown.said().setText(text);
            shown.said().getParent().layout();
        }
    }

    @Override
    public void setFocus() {
        Parts shown = shown();
        if (shown != null) {
            shown.record().setFocus();
        }
    }

    /** A recording goes on without the view, and ends with the program. */
    @Override
    public void dispose() {
        CaptureSource.Watching open = watching;
        if (open != null) {
            watching = null;
            open.close();
        }
        parts = null;
        recorder.close();
        editor.close();
        converters.close();
        super.dispose();
    }
}
