package org.reelbench.media.ffmpeg.internal.compose;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.EffectUse;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.ffmpeg.internal.FfmpegFrame;
import org.reelbench.media.ffmpeg.internal.paint.ColorCube;
import org.reelbench.time.RationalTime;

/** A part of a layer's chain that converts light: high dynamic range, and primaries that filters cannot convert. */
final class ColorStage implements LayerStage {

    private final PictureFormat input;
    private final PictureFormat output;
    private final ColorCube cube;

    /**
     * Creates a stage.
     *
     * @param input the shape of the frames that go in, planar luma and chroma
     * @param output the shape of those that come out: as many samples, of 8 bits
     */
    ColorStage(PictureFormat input, PictureFormat output) {
        this.input = input;
        this.output = output;
        this.cube = new ColorCube(input.color(), output.color());
    }

    @Override
    public String text() {
        return input.color() + " → " + output.color();
    }

    @Override
    public @Nullable FilterGraph filters() {
        return null;
    }

    @Override
    public AVFrame apply(AVFrame frame, RationalTime time, RationalTime sourceTime) {
        try (FfmpegFrame converted = FfmpegFrame.allocate(output, time)) {
            cube.convert(frame, converted.avFrame());
            AVFrame result = FfmpegFrame.share(converted);
            Frames.tag(result, output);
            return result;
        }
    }

    @Override
    public boolean adjust(InstalledEffect installed, EffectUse use) {
        return false;
    }

    @Override
    public void close() {
        // a table in memory of ours
    }
}
