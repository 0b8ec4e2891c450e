package org.reelbench.ui.preview.internal;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.progress.IProgressConstants;
import org.eclipse.ui.progress.IProgressConstants2;
import org.reelbench.encoding.preview.Preview;
import org.reelbench.encoding.preview.PreviewListener;
import org.reelbench.encoding.preview.PreviewRevision;
import org.reelbench.encoding.preview.PreviewSegment;
import org.reelbench.encoding.preview.SegmentState;
import org.reelbench.encoding.preview.SegmentStatus;
import org.reelbench.encoding.preview.Viewer;
import org.reelbench.timeline.FrameRange;
import org.reelbench.ui.Editor;
import org.reelbench.ui.UiThread;

/** Has all of a range encoded, as a job: the Progress view shows how far it is and cancels it. Edits meanwhile are followed. */
final class RangeRendering extends Job {

    private static final long LOOK_MS = 500;
    private static final int TICKS = 1000;

    private final Preview preview;
    private final FrameRange range;
    private final Editor editor;
    private final BooleanSupplier isOpen;
    private final Semaphore changes = new Semaphore(0);

    /**
     * What there is of the range.
     *
     * @param all how many segments it has
     * @param ready how many are ready
     * @param failed how many cannot be made
     * @param message why not, of the first of them
     */
    private record Count(int all, int ready, int failed, String message) {

        boolean isOver() {
            return ready + failed == all;
        }
    }

    /**
     * Creates the job.
     *
     * @param isOpen whether the window still shows the sequence; when it shows another one, nobody waits for this one
     */
    RangeRendering(Preview preview, FrameRange range, Editor editor, BooleanSupplier isOpen) {
        super("Rendering previews");
        this.preview = preview;
        this.range = range;
        this.editor = editor;
        this.isOpen = isOpen;
        setPriority(LONG);
        setProperty(IProgressConstants.KEEPONE_PROPERTY, Boolean.TRUE);
        setProperty(IProgressConstants2.SHOW_IN_TASKBAR_ICON_PROPERTY, Boolean.TRUE);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        UiThread.forbid("rendering previews");
        monitor.beginTask(getName(), TICKS);
        try (Preview.Registration _ = preview.listen(new Changes()); Viewer viewer = preview.viewer()) {
            viewer.at(range.inFrame(), false);
            viewer.visible(range.inFrame(), range.outFrame());
            return follow(monitor);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Status.CANCEL_STATUS;
        }
    }

    private IStatus follow(IProgressMonitor monitor) throws InterruptedException {
        int worked = 0;
        Count count = count();
        while (!count.isOver()) {
            if (monitor.isCanceled() || !isOpen.getAsBoolean()) {
                editor.tell("Stopped rendering previews; " + count.ready() + " of " + count.all() + " segments are ready", false);
                return Status.CANCEL_STATUS;
            }
            int now = TICKS * (count.ready() + count.failed()) / count.all();
            monitor.worked(now - worked);
            worked = Math.max(worked, now);
            monitor.subTask(count.ready() + " of " + count.all() + " segments");
            // That a segment is ready is told; that the window closed the preview, or that an edit left none, is not.
            changes.tryAcquire(LOOK_MS, TimeUnit.MILLISECONDS);
            changes.drainPermits();
            count = count();
        }
        String sentence = count.failed() == 0
                ? "Previews are rendered: " + count.ready() + " segments"
                : count.failed() + " of " + count.all() + " segments cannot be rendered: " + count.message();
        editor.tell(sentence, count.failed() > 0);
        return new Status(IStatus.OK, RangeRendering.class, sentence);
    }

    private Count count() {
        PreviewRevision revision = preview.revision();
        List<PreviewSegment> segments = revision.pictures(range.inFrame(), range.outFrame());
        int ready = 0;
        int failed = 0;
        String message = "";
        for (PreviewSegment segment : segments) {
            SegmentStatus status = revision.status(segment);
            if (status.state() == SegmentState.READY) {
                ready++;
            } else if (status.state() == SegmentState.FAILED) {
                failed++;
                message = message.isEmpty() ? status.message() : message;
            }
        }
        return new Count(segments.size(), ready, failed, message);
    }

    /** Wakes the job; called on threads that encode. */
    private final class Changes implements PreviewListener {

        @Override
        public void changed(Preview from, String id, SegmentStatus status) {
            if (status.state() != SegmentState.ENCODING) {
                changes.release();
            }
        }
    }
}
