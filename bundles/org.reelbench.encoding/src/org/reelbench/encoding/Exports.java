package org.reelbench.encoding;

import java.util.List;

import org.osgi.annotation.versioning.ProviderType;
import org.reelbench.media.Cancellation;
import org.reelbench.render.RenderException;

/**
 * A service that exports sequences.
 * <p>
 * For every thread.
 *
 * <pre>{@code
 * ExportJob job = exports.start(ExportRequest.whole(sequence, catalog, Path.of("film.mp4"), ExportPreset.H264));
 * while (!job.awaitEnd(Duration.ofMillis(100))) {
 *     show(job.progress());
 * }
 * show(job.result());
 * }</pre>
 */
@ProviderType
public interface Exports {

    /**
     * Starts an export.
     *
     * @param request what to export
     * @return the job, already running
     * @throws ExportException {@link ExportException.Reason#ENCODER} or {@link ExportException.Reason#TARGET} if it is clear at
     *             once that it cannot work: no encoder of the preset is installed, the target is no file in a folder that is
     *             there, it is there already and is not to be replaced, or another export is making the same file. Encoders that
     *             need a device are tried here, which may take a second; never call this on a thread that draws
     */
    ExportJob start(ExportRequest request) throws ExportException;

    /**
     * Finds the media that the export would not be able to read, all at once.
     * <p>
     * Each medium is looked at, which may mean probing it; never call this on a thread that draws.
     *
     * @param request what is to be exported
     * @param cancellation asks to stop
     * @return what is wrong with each, naming it and where it is used first; empty if all are there
     */
    List<RenderException> missing(ExportRequest request, Cancellation cancellation);

    /**
     * Guesses how large the file will be and how long it will take to make; {@link ExportJob#progress} knows better once it runs.
     * <p>
     * Encoders that need a device are tried here, and a preset that copies from the preview asks what of it is there; never call this
     * on a thread that draws.
     *
     * @param request what is to be exported
     * @return about what it comes to
     * @throws ExportException {@link ExportException.Reason#ENCODER} or {@link ExportException.Reason#SOURCE} if the preset cannot
     *             make a film of the sequence here
     */
    ExportEstimate estimate(ExportRequest request) throws ExportException;

    /**
     * Tells whether the export would replace a file.
     *
     * @param request what is to be exported
     * @return true if there is something of the target's name
     * @throws ExportException {@link ExportException.Reason#TARGET} if the target is no file in a folder that is there
     */
    boolean wouldReplace(ExportRequest request) throws ExportException;
}
