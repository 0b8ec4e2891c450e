package org.reelbench.media.ffmpeg.internal.compose;

import java.util.List;
import java.util.Set;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.EffectUse;
import org.reelbench.media.FrameProcessor;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.ffmpeg.internal.Errors;
import org.reelbench.media.ffmpeg.internal.FfmpegFrame;
import org.reelbench.time.RationalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A part of a layer's chain that ends in a processor of frames: the filters before it, then its code. */
final class ProcessorStage implements LayerStage {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessorStage.class);

    private final String effect;
    private final Set<PixelFormat> formats;
    private final PictureFormat input;
    private final PictureFormat format;
    private final @Nullable FilterGraph before;
    private FrameProcessor processor;

    private ProcessorStage(String effect, FrameProcessor processor, PictureFormat input, PictureFormat format,
            @Nullable FilterGraph before) {
        this.effect = effect;
        this.processor = processor;
        this.formats = processor.formats();
        this.input = input;
        this.format = format;
        this.before = before;
    }

    /**
     * Opens a stage.
     *
     * @param effect the effect's id
     * @param processor its code, which the stage closes
     * @param input the shape of the frames that go in
     * @param format the shape the processor gets
     * @param before the graph before the processor, or an empty text
     * @return the stage
     * @throws MediaException if the graph is refused; the processor stays the caller's then
     */
    static ProcessorStage open(String effect, FrameProcessor processor, PictureFormat input, PictureFormat format, String before)
            throws MediaException {
        return new ProcessorStage(effect, processor, input, format, before.isEmpty() ? null : FilterGraph.open(before, 1));
    }

    @Override
    public @Nullable FilterGraph filters() {
        return before;
    }

    @Override
    public boolean adjust(InstalledEffect installed, EffectUse use) throws MediaException {
        if (installed.adjust(processor, use)) {
            return true;
        }
        if (!(installed.create(use) instanceof FrameProcessor other)) {
            return false;
        }
        boolean fits = formats.equals(other.formats());
        close(fits ? processor : other);
        processor = fits ? other : processor;
        return fits;
    }

    @Override
    public String text() {
        FilterGraph graph = before;
        return (graph == null ? "" : graph.text() + " → ") + "{" + effect + "}";
    }

    @Override
    public AVFrame apply(AVFrame frame, RationalTime time, RationalTime sourceTime) throws MediaException {
        Frames.tag(frame, input);
        FilterGraph graph = before;
        if (graph == null) {
            return process(frame, time, sourceTime);
        }
        AVFrame filtered = graph.run(List.of(frame));
        try {
            return process(filtered, time, sourceTime);
        } finally {
            avutil.av_frame_free(filtered);
        }
    }

    private AVFrame process(AVFrame frame, RationalTime time, RationalTime sourceTime) throws MediaException {
        Frames.tag(frame, format);
        Frames.standUpright(frame);
        Errors.check(avutil.av_frame_make_writable(frame), Reason.UNSUPPORTED, "", "a frame cannot be copied");
        try (FfmpegFrame lease = FfmpegFrame.take(frame, time)) {
            processor.process(lease, sourceTime);
            return FfmpegFrame.view(lease);
        } catch (MediaException e) {
            throw failed(e, e.explanation());
        } catch (RuntimeException | LinkageError e) {
            // Code of a third party: whatever it throws, the composer goes on.
            throw failed(e, e.toString());
        }
    }

    private MediaException failed(Throwable cause, String why) {
        return new MediaException(Reason.EFFECT, "",
                "the effect '" + effect + "' failed: " + why + "; choose other values or remove it from the clip", cause);
    }

    /** Closes the stage and its processor. */
    @Override
    public void close() {
        FilterGraph graph = before;
        if (graph != null) {
            graph.close();
        }
        close(processor);
    }

    private void close(FrameProcessor old) {
        try {
            old.close();
        } catch (Exception e) {
            LOG.warn("the effect '{}' failed while it was closed", effect, e);
        }
    }
}
