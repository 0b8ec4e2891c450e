package org.reelbench.encoding.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.encoding.ExportException;
import org.reelbench.encoding.ExportJob;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.encoding.Exports;
import org.reelbench.media.Encoders;
import org.reelbench.media.Muxers;
import org.reelbench.render.Renderers;

/** Starts exports, and cancels those still running when the bundle stops. */
@Component
public final class ExportsComponent implements Exports {

    private final Renderers renderers;
    private final Encoders encoders;
    private final Muxers muxers;
    private final Set<RunningExport> running = ConcurrentHashMap.newKeySet();

    /**
     * Creates the service.
     *
     * @param renderers renders the sequence
     * @param encoders encodes frames and samples
     * @param muxers writes the file
     */
    @Activate
    public ExportsComponent(@Reference Renderers renderers, @Reference Encoders encoders, @Reference Muxers muxers) {
        this.renderers = renderers;
        this.encoders = encoders;
        this.muxers = muxers;
    }

    /** Cancels what still runs. */
    @Deactivate
    public void stop() {
        running.forEach(RunningExport::cancel);
    }

    @Override
    public ExportJob start(ExportRequest request) throws ExportException {
        Path target = request.target().toAbsolutePath();
        Path folder = target.getParent();
        if (Files.isDirectory(target)) {
            throw new ExportException(ExportException.Reason.TARGET, target + ": it is a folder; name a file", null);
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ExportException(ExportException.Reason.TARGET, target + ": there is no folder " + folder + "; create it first", null);
        }
        EncodingPlan plan = EncodingPlan.of(request, encoders);
        RunningExport export = new RunningExport(request, plan, renderers, encoders, muxers);
        running.add(export);
        export.start(() -> running.remove(export));
        return export;
    }
}
