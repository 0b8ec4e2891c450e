package org.reelbench.ui.capture.internal;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureSource;
import org.reelbench.capture.DeviceList;
import org.reelbench.capture.Recorder;
import org.reelbench.capture.Recording;
import org.reelbench.capture.RecordingRequest;
import org.reelbench.capture.RecordingResult;
import org.reelbench.capture.RecordingStatistics;
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

    private final ServiceSlot<Recorder> recorder = ServiceSlot.open(Recorder.class, RecorderView.class);
    private final ServiceSlot<Editor> editor = ServiceSlot.open(Editor.class, RecorderView.class);
    private final ServiceSlot<TimelineRecordings> timeline = ServiceSlot.open(TimelineRecordings.class, RecorderView.class);
    private final ServiceSlot<ScreenConverters> converters = ServiceSlot.open(ScreenConverters.class, RecorderView.class);
    private CaptureSource.@Nullable Watching watching;
    private @Nullable Parts parts;
    private @Nullable Recording recording;
    private @Nullable RecordingLook look;

    private record Parts(RecorderForm form, Button place, Button record, Button put, LevelMeter level, RatePlot plot,
            Label numbers, Label said, LivePreview preview) {
    }

    /** Creates the view; the workbench does. */
    public RecorderView() {
        // everything is made in createPartControl
    }

    @Override
    public void createPartControl(Composite parent) {
        ScrolledComposite scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.setShowFocusedControl(true);
        Composite area = new Composite(scroll, SWT.NONE);
        scroll.setContent(area);
        GridLayoutFactory.fillDefaults().margins(8, 8).spacing(8, 4).applyTo(area);
        Composite head = wide(new Composite(area, SWT.NONE));
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 4).applyTo(head);
        Button record = new Button(head, SWT.PUSH);
        record.setText("Record");
        record.addListener(SWT.Selection, _ -> startOrStop());
        Label numbers = wide(new Label(head, SWT.NONE));
        Button put = new Button(area, SWT.PUSH);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(put);
        put.setText("Put on Timeline at Playhead");
        put.addListener(SWT.Selection, _ -> putOnTimeline());
        LevelMeter level = wide(new LevelMeter(area));
        RatePlot plot = wide(new RatePlot(area));
        Label said = wide(new Label(area, SWT.WRAP));
        said.setForeground(Theme.TEXT_DIM);
        RecorderForm form = wide(new RecorderForm(area));
        Button place = wide(new Button(area, SWT.CHECK));
        place.setText("Put on the timeline at the playhead");
        place.setSelection(true);
        LivePreview preview = new LivePreview(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(preview);
        parts = new Parts(form, place, record, put, level, plot, numbers, said, preview);
        showIf(false, put, level, plot, said, preview);
        recorder.get().ifPresentOrElse(service -> {
            watching = service.watch(() -> look(service));
            look(service);
            // The view may have been closed while this went on.
            service.recordings().stream().findFirst().ifPresent(this::attach);
        }, () -> {
            record.setEnabled(false);
            said.setText("Recording is not part of this installation");
        });
    }

    /** What is of no use now leaves its room to the others: the view is small in most windows. */
    private static void showIf(boolean useful, Control... controls) {
        for (Control control : controls) {
            ((GridData) control.getLayoutData()).exclude = !useful;
            control.setVisible(useful);
        }
        Composite area = controls[0].getParent();
        area.layout();
        if (area.getParent() instanceof ScrolledComposite scroll) {
            scroll.setMinHeight(area.computeSize(SWT.DEFAULT, SWT.DEFAULT).y);
        }
    }

    private static <C extends Control> C wide(C control) {
        GridDataFactory.fillDefaults().grab(true, false).applyTo(control);
        return control;
    }

    /** Looks for devices in a job, as asking sources may take a while. */
    private void look(Recorder service) {
        inBackground("Looking for cameras and screens", () -> {
            DeviceList found = service.devices();
            UiThread.later(() -> offer(found));
        });
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
            inBackground("Ending a recording", running::stop);
            return;
        }
        Parts shown = shown();
        Recorder service = recorder.get().orElse(null);
        if (shown == null || service == null || !shown.form().isComplete()) {
            say("Choose what is recorded", true);
            return;
        }
        Wish wish = shown.form().wish();
        Optional<Path> project = editor.get().flatMap(Editor::project).map(OpenProject::session).flatMap(one -> one.file());
        shown.record().setEnabled(false);
        shown.form().setEnabled(false);
        inBackground("Starting to record", () -> {
            Path file = RecordingFile.next(project, Path.of(System.getProperty("user.home", ".")), LocalDateTime.now());
            Recording started = service.start(wish.into(RecordingRequest.to(file), service));
            UiThread.later(() -> attach(started));
        });
    }

    static void inBackground(String what, Runnable work) {
        ICoreRunnable runnable = _ -> work.run();
        Job job = Job.create(what, runnable);
        job.setSystem(true);
        job.schedule();
    }

    private void attach(Recording running) {
        recording = running;
        Parts shown = shown();
        if (shown == null) {
            return;
        }
        shown.record().setText("Stop");
        shown.record().setEnabled(true);
        showIf(false, shown.form(), shown.place());
        shown.plot().clear();
        shown.put().setEnabled(timeline.get().filter(one -> !one.isPut(running)).isPresent());
        showIf(true, shown.put(), shown.level(), shown.plot(), shown.preview());
        say("", false);
        running.ended().whenComplete((result, problem) -> UiThread.later(() -> ended(running, result, problem)));
        RecordingLook begun = new RecordingLook(running, converters.get().orElseGet(() -> null), shown.preview()::place,
                (now, picture) -> show(running, now, picture));
        look = begun;
        begun.schedule();
    }

    /** From now on it grows there; once is enough, as its clip can be copied. */
    private void putOnTimeline() {
        Recording running = recording;
        Parts shown = shown();
        if (running != null && shown != null && editor.get().flatMap(Editor::project).isPresent()) {
            shown.put().setEnabled(false);
        }
        if (running != null) {
            timeline.get().ifPresent(one -> one.put(running));
        }
    }

    private void show(Recording running, RecordingStatistics now, @Nullable ImageData picture) {
        Parts shown = shown();
        if (shown == null || recording != running) {
            return;
        }
        tell(shown.numbers(), now);
        shown.level().show(now.peakDb());
        shown.plot().show(System.nanoTime(), now);
        if (picture != null) {
            shown.preview().show(picture);
        }
    }

    /** The view is narrow in most windows: what does not fit is told on hovering. */
    private static void tell(Label numbers, RecordingStatistics now) {
        String line = RecorderNumbers.line(now);
        numbers.setText(line);
        numbers.setToolTipText(line);
    }

    private void ended(Recording over, @Nullable RecordingResult result, @Nullable Throwable problem) {
        recording = null;
        Parts shown = shown();
        if (shown != null) {
            shown.record().setText("Record");
            shown.form().setEnabled(true);
            shown.preview().clear();
            showIf(false, shown.put(), shown.level(), shown.plot(), shown.preview());
            showIf(true, shown.form(), shown.place());
        }
        if (result == null) {
            say(String.valueOf(problem instanceof CaptureException || problem == null || problem.getCause() == null
                    ? problem == null ? "The recording was given up" : problem.getMessage()
                    : problem.getCause().getMessage()), true);
            return;
        }
        CaptureException early = result.early();
        say(result.file().getFileName() + (early == null ? "" : "\nIt ended early: " + early.getMessage()), early != null);
        if (shown != null) {
            tell(shown.numbers(), result.statistics());
            if (shown.place().getSelection()) {
                timeline.get().filter(one -> !one.isPut(over)).ifPresent(one -> one.put(over));
            }
        }
    }

    private void say(String text, boolean isProblem) {
        Parts shown = shown();
        if (shown != null) {
            shown.said().setForeground(isProblem ? Theme.PROBLEM : Theme.TEXT_DIM);
            shown.said().setText(text);
            showIf(!text.isEmpty(), shown.said());
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
        RecordingLook looking = look;
        if (looking != null) {
            look = null;
            looking.cancel();
        }
        parts = null;
        recorder.close();
        editor.close();
        timeline.close();
        converters.close();
        super.dispose();
    }
}
