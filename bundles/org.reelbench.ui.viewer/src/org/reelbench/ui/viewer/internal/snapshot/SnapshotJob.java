package org.reelbench.ui.viewer.internal.snapshot;

import java.io.IOException;
import java.util.function.BiConsumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.MediaException;
import org.reelbench.media.ScreenConverters;
import org.reelbench.render.RenderException;
import org.reelbench.render.Renderers;
import org.reelbench.ui.ServiceSlot;

/** Saves a frame as a picture, where the Progress view shows it and can cancel it. */
public final class SnapshotJob extends Job {

    private final FrameSnapshot snapshot;
    private final BiConsumer<String, Boolean> told;
    private final Cancellation stop = new Cancellation();

    /**
     * Creates the job.
     *
     * @param snapshot what is saved
     * @param told takes what came of it for people, and whether that is a problem; on any thread
     */
    public SnapshotJob(FrameSnapshot snapshot, BiConsumer<String, Boolean> told) {
        super("Saving " + snapshot.file().getFileName());
        this.snapshot = snapshot;
        this.told = told;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try (ServiceSlot<Renderers> renderers = ServiceSlot.open(Renderers.class, SnapshotJob.class);
                ServiceSlot<ScreenConverters> converters = ServiceSlot.open(ScreenConverters.class, SnapshotJob.class)) {
            Renderers renders = renderers.get().orElse(null);
            ScreenConverters converts = converters.get().orElse(null);
            if (renders == null || converts == null) {
                told.accept("The picture is not saved: no bundle is installed that renders pictures", true);
                return Status.OK_STATUS;
            }
            snapshot.save(renders, converts, stop);
            told.accept("Saved " + snapshot.file().getFileName(), false);
        } catch (CancelledException e) {
            return Status.CANCEL_STATUS;
        } catch (RenderException | MediaException | IOException e) {
            told.accept("The picture is not saved: " + e.getMessage(), true);
        }
        return Status.OK_STATUS;
    }

    @Override
    protected void canceling() {
        stop.cancel();
    }
}
