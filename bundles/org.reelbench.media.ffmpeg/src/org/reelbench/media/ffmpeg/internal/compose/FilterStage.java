package org.reelbench.media.ffmpeg.internal.compose;

import java.util.List;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.EffectUse;
import org.reelbench.media.MediaException;
import org.reelbench.media.PictureFormat;
import org.reelbench.time.RationalTime;

/** A part of a layer's chain that is filters alone: what comes out is painted, or kept for the next frame. */
final class FilterStage implements LayerStage {

    private final PictureFormat input;
    private final PictureFormat output;
    private final FilterGraph graph;

    /**
     * Opens a stage.
     *
     * @param input the shape of the frames that go in
     * @param output the shape of those that come out
     * @param text the graph
     * @throws MediaException if the graph is refused
     */
    FilterStage(PictureFormat input, PictureFormat output, String text) throws MediaException {
        this.input = input;
        this.output = output;
        this.graph = FilterGraph.open(text, 1);
    }

    @Override
    public String text() {
        return graph.text();
    }

    @Override
    public @Nullable FilterGraph filters() {
        return graph;
    }

    @Override
    public AVFrame apply(AVFrame frame, RationalTime time, RationalTime sourceTime) throws MediaException {
        Frames.tag(frame, input);
        AVFrame filtered = graph.run(List.of(frame));
        Frames.tag(filtered, output);
        Frames.standUpright(filtered);
        return filtered;
    }

    @Override
    public boolean adjust(InstalledEffect installed, EffectUse use) {
        return false;
    }

    @Override
    public void close() {
        graph.close();
    }
}
