package org.reelbench.media.ffmpeg.internal.compose;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectReach;
import org.reelbench.media.EffectUse;
import org.reelbench.media.FrameProcessor;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.ffmpeg.internal.Errors;
import org.reelbench.media.ffmpeg.internal.FfmpegFrame;
import org.reelbench.time.RationalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A part of a layer's chain that ends in a processor of frames: the filters before it, then its code. */
final class ProcessorStage implements LayerStage {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessorStage.class);

    private final String effect;
    private final EffectReach reach;
    private final boolean fed;
    private final Set<PixelFormat> formats;
    private final PictureFormat input;
    private final PictureFormat format;
    private final @Nullable FilterGraph before;
    private FrameProcessor processor;

    private ProcessorStage(EffectDescriptor effect, FrameProcessor processor, PictureFormat input, PictureFormat format,
            @Nullable FilterGraph before) {
        this.effect = effect.id();
        this.reach = effect.reach().around();
        this.fed = effect.reach().isFed();
        this.processor = processor;
        this.formats = processor.formats();
        this.input = input;
        this.format = format;
        this.before = before;
    }

    /**
     * Opens a stage.
     *
     * @param effect the effect
     * @param processor its code, which the stage closes
     * @param input the shape of the frames that go in
     * @param format the shape the processor gets
     * @param before the graph before the processor, or an empty text
     * @return the stage
     * @throws MediaException if the graph is refused; the processor stays the caller's then
     */
    static ProcessorStage open(EffectDescriptor effect, FrameProcessor processor, PictureFormat input, PictureFormat format,
            String before) throws MediaException {
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
        if (fed) {
            // A new processor would have forgotten what this one knows.
            throw new MediaException(Reason.EFFECT, "", "the effect '" + effect
                    + "' remembers frames and cannot take on other values meanwhile; do not animate it, or ask for a newer version "
                    + "of its plug-in");
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
    public EffectReach reach() {
        return reach;
    }

    @Override
    public AVFrame apply(AVFrame frame, RationalTime time, RationalTime sourceTime) throws MediaException {
        AVFrame filtered = filtered(frame);
        try (FfmpegFrame lease = writable(filtered, time)) {
            return process(lease, () -> processor.process(lease, sourceTime));
        } finally {
            avutil.av_frame_free(filtered);
        }
    }

    @Override
    public List<Shot> apply(List<Shot> shots) throws MediaException {
        if (!reach.isBeyondItself()) {
            return LayerStage.super.apply(shots);
        }
        List<Shot> ready = Shot.each(shots, shot -> filtered(shot.frame()));
        List<VideoFrame> leases = new ArrayList<>(ready.size());
        try {
            for (Shot shot : ready) {
                leases.add(FfmpegFrame.take(shot.frame(), shot.time()));
            }
            int behind = Math.toIntExact(reach.behind());
            int ahead = Math.toIntExact(reach.ahead());
            return Shot.each(shots.subList(behind, shots.size() - ahead), shot -> {
                int at = shots.indexOf(shot);
                return lookingAround(shot, leases.get(at), leases.subList(at - behind, at + ahead + 1));
            });
        } finally {
            leases.forEach(VideoFrame::close);
            Shot.free(ready);
        }
    }

    private AVFrame lookingAround(Shot shot, VideoFrame itself, List<VideoFrame> around) throws MediaException {
        AVFrame copy = FfmpegFrame.view(itself);
        try (FfmpegFrame lease = writable(copy, shot.time())) {
            return process(lease, () -> processor.process(lease, shot.sourceTime(), Collections.unmodifiableList(around)));
        } finally {
            avutil.av_frame_free(copy);
        }
    }

    /** Runs the filters before the processor; the frame is empty afterwards and stays the caller's, as does what comes out. */
    private AVFrame filtered(AVFrame frame) throws MediaException {
        Frames.tag(frame, input);
        FilterGraph graph = before;
        AVFrame filtered = graph == null ? moved(frame) : graph.run(List.of(frame));
        Frames.tag(filtered, format);
        Frames.standUpright(filtered);
        return filtered;
    }

    private static AVFrame moved(AVFrame frame) {
        AVFrame own = Errors.allocated(avutil.av_frame_alloc());
        avutil.av_frame_move_ref(own, frame);
        return own;
    }

    private static FfmpegFrame writable(AVFrame frame, RationalTime time) throws MediaException {
        Errors.check(avutil.av_frame_make_writable(frame), Reason.UNSUPPORTED, "", "a frame cannot be copied");
        return FfmpegFrame.take(frame, time);
    }

    /** Runs code of a third party: whatever it throws, the composer goes on. */
    private AVFrame process(FfmpegFrame lease, Work work) throws MediaException {
        try {
            work.run();
            return FfmpegFrame.view(lease);
        } catch (MediaException e) {
            throw failed(e, e.explanation());
        } catch (RuntimeException | LinkageError e) {
            throw failed(e, e.toString());
        }
    }

    /** What a processor does to one frame. */
    @FunctionalInterface
    private interface Work {
        void run() throws MediaException;
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
