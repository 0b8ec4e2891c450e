package org.reelbench.encoding.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.reelbench.encoding.ExportEstimate;
import org.reelbench.encoding.ExportException;
import org.reelbench.encoding.ExportJob;
import org.reelbench.encoding.ExportPreset;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.encoding.Exports;
import org.reelbench.encoding.internal.estimate.Experience;
import org.reelbench.encoding.internal.preview.PrivatePreviews;
import org.reelbench.media.Cancellation;
import org.reelbench.media.Composers;
import org.reelbench.media.Encoders;
import org.reelbench.media.FilmTags;
import org.reelbench.media.ForegroundWork;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.Muxers;
import org.reelbench.render.RenderException;
import org.reelbench.render.Renderers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts exports, and cancels those still running when the bundle stops. */
@Component(service = { Exports.class, ForegroundWork.class })
public final class ExportsComponent implements Exports, ForegroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(ExportsComponent.class);

    /** Far longer than a cancelled export takes, short enough that stopping does not look like hanging. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(2);

    private final Workshop workshop;
    private final Trials trials;
    private final Experience experience = new Experience();
    private final Map<Path, RunningExport> running = new ConcurrentHashMap<>();
    private volatile @Nullable PrivatePreviews previews;

    /**
     * Creates the service.
     *
     * @param renderers renders the sequence
     * @param encoders encodes frames and samples
     * @param muxers writes the file
     * @param probe finds out what was written
     * @param readers reads it back
     * @param composers bring what was read into the shape of what was composed
     */
    @Activate
    public ExportsComponent(@Reference Renderers renderers, @Reference Encoders encoders, @Reference Muxers muxers,
            @Reference MediaProbe probe, @Reference MediaReaders readers, @Reference Composers composers) {
        this.workshop = new Workshop(renderers, encoders, muxers, probe, readers, composers);
        this.trials = new Trials(encoders);
    }

    /**
     * Takes the previews, whose pictures films may copy.
     *
     * @param found the previews
     */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setPreviews(PrivatePreviews found) {
        previews = found;
    }

    /**
     * Lets the previews go.
     *
     * @param lost the previews
     */
    public void unsetPreviews(PrivatePreviews lost) {
        if (previews == lost) {
            previews = null;
        }
    }

    /** Cancels what still runs and waits for its end, as the services it encodes with may go next. */
    @Deactivate
    public void stop() {
        List<RunningExport> cancelled = List.copyOf(running.values());
        cancelled.forEach(RunningExport::cancel);
        try {
            for (RunningExport export : cancelled) {
                if (!export.awaitEnd(STOP_LIMIT)) {
                    LOG.warn("an export has not ended {} after it was cancelled", STOP_LIMIT);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public ExportJob start(ExportRequest request) throws ExportException {
        Path target = request.target().toAbsolutePath();
        Path file = realFile(target);
        EncodingPlan plan = EncodingPlan.of(request, workshop.encoders(), trials);
        PrivatePreviews found = previews;
        if (plan.copies() && found == null) {
            throw new ExportException(ExportException.Reason.ENCODER,
                    "preset '" + request.preset().name() + "' needs the previews, which are not running; choose another preset",
                    null);
        }
        Destination destination = destination(request, target);
        refuseExisting(request, destination);
        RunningExport export = new RunningExport(request, plan, destination, workshop, found, experience);
        if (running.putIfAbsent(file, export) != null) {
            throw new ExportException(ExportException.Reason.TARGET,
                    target + ": another export is making this file; wait for its end or name another file", null);
        }
        export.start(() -> running.remove(file));
        return export;
    }

    @Override
    public boolean isUnderWay() {
        return running.values().stream().anyMatch(export -> !export.isPaused());
    }

    @Override
    public List<RenderException> missing(ExportRequest request, Cancellation cancellation) {
        return Footage.missing(request, cancellation);
    }

    @Override
    public ExportEstimate estimate(ExportRequest request) throws ExportException {
        EncodingPlan plan = EncodingPlan.of(request, workshop.encoders(), trials);
        PrivatePreviews found = previews;
        if (!plan.copies() || found == null) {
            return experience.guess(request, plan.video(), plan.passes(), plan.audio());
        }
        try (PreviewCopy copy = PreviewCopy.open(found, request, request.catalog())) {
            return experience.copying(request, copy.expectedBytes(),
                    (double) copy.missingFrames() * copy.encoding().widthPx() * copy.encoding().heightPx(), plan.audio());
        } catch (MediaException e) {
            throw new ExportException(ExportException.Reason.ENCODER, e.explanation(), e);
        }
    }

    @Override
    public boolean wouldReplace(ExportRequest request) throws ExportException {
        Path target = request.target().toAbsolutePath();
        realFile(target);
        return exists(destination(request, target));
    }

    private static void refuseExisting(ExportRequest request, Destination destination) throws ExportException {
        if (!request.options().overwrite() && exists(destination)) {
            throw new ExportException(ExportException.Reason.TARGET, destination.target()
                    + ": it is there already; name another file or let it be replaced", null);
        }
    }

    private static boolean exists(Destination destination) throws ExportException {
        try {
            return destination.exists();
        } catch (IOException e) {
            throw new ExportException(ExportException.Reason.TARGET,
                    destination.target() + ": the folder cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private Destination destination(ExportRequest request, Path target) throws ExportException {
        ExportPreset preset = request.preset();
        return switch (preset.kind()) {
        case FILM, SOUND -> new FileDestination(target, (file, streams) -> workshop.muxers().open(file, preset.container(),
                streams, preset.containerOptions(), tags(request)));
        case STILL -> FileDestination.still(target);
        case PICTURES -> new PicturesDestination(target, NumberPattern.of(target), request.fromFrame(),
                request.toFrame() - request.fromFrame());
        };
    }

    private static FilmTags tags(ExportRequest request) {
        return new FilmTags(request.options().texts(), request.options().chapters()
                ? Chapters.of(request.sequence(), request.fromFrame(), request.toFrame())
                : List.of());
    }

    /** The one name of the target by which exports to the same file are told, whatever links lead to its folder. */
    private static Path realFile(Path target) throws ExportException {
        Path folder = target.getParent();
        Path name = target.getFileName();
        if (name == null || Files.isDirectory(target)) {
            throw new ExportException(ExportException.Reason.TARGET, target + ": it is a folder; name a file", null);
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ExportException(ExportException.Reason.TARGET,
                    target + ": there is no folder " + folder + "; create it first", null);
        }
        try {
            return folder.toRealPath().resolve(name);
        } catch (IOException e) {
            throw new ExportException(ExportException.Reason.TARGET,
                    target + ": the folder cannot be read (" + e.getMessage() + ")", e);
        }
    }
}
