package org.reelbench.media.ffmpeg.internal.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;
import org.reelbench.media.Canvas;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.ColorDescription.Matrix;
import org.reelbench.media.ColorDescription.Range;
import org.reelbench.media.EffectReach;
import org.reelbench.media.FilterText;
import org.reelbench.media.FrameProcessor;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.ffmpeg.internal.PixelFormats;
import org.reelbench.media.ffmpeg.internal.paint.Painter;

/**
 * The filters of one layer while they are written down: what was said so far, and the shape of the frames that come out of it.
 * A processor of frames cuts the chain; what follows it begins anew.
 */
final class LayerChain {

    private final int number;
    private final Canvas canvas;
    private final List<LayerEffect> effects = new ArrayList<>();
    private final List<LayerStage> stages = new ArrayList<>();
    private final List<String> filters = new ArrayList<>();
    private PictureFormat source;
    private PictureFormat current;

    /**
     * Begins a chain.
     *
     * @param number the layer's number, which names its filters
     * @param input the shape of the layer's frames
     * @param canvas the canvas
     * @throws MediaException {@link Reason#UNSUPPORTED} if the frames lie in a device
     */
    LayerChain(int number, PictureFormat input, Canvas canvas) throws MediaException {
        this.number = number;
        this.canvas = canvas;
        this.source = described(input.widthPx(), input.heightPx(), GraphText.plain(PixelFormats.number(input)), input.color());
        this.current = source;
        AVPixFmtDescriptor descriptor = avutil.av_pix_fmt_desc_get(source.nativeFormat());
        if (descriptor == null || (descriptor.flags() & avutil.AV_PIX_FMT_FLAG_HWACCEL) != 0) {
            throw new MediaException(Reason.UNSUPPORTED, "", "frames of the pixel format number " + source.nativeFormat()
                    + " are not in this machine's memory; decode them without a device");
        }
    }

    /** Returns the shape of the frames that come out. */
    PictureFormat current() {
        return current;
    }

    /** Tells whether what comes out is transparent somewhere. */
    boolean hasAlpha() {
        return GraphText.hasAlpha(current.nativeFormat());
    }

    /** Returns the shape of the frames that go into the last part of the chain, the one behind all processors. */
    PictureFormat source() {
        return source;
    }

    /** Returns the filters of the last part, separated by commas; empty where frames go through untouched. */
    String filters() {
        return String.join(",", filters);
    }

    /** Returns the parts before; they belong to the caller. */
    List<LayerStage> stages() {
        return stages;
    }

    /** Returns the effects, in order, as far as they are written down. */
    List<LayerEffect> effects() {
        return effects;
    }

    /** Adds a filter that keeps the pixel format and the colour. */
    void filter(String text, int widthPx, int heightPx) {
        filters.add(text);
        current = described(widthPx, heightPx, current.nativeFormat(), current.color());
    }

    /** Takes a part of the picture. */
    void crop(int x, int y, int widthPx, int heightPx) throws MediaException {
        if (widthPx == current.widthPx() && heightPx == current.heightPx()) {
            return;
        }
        AVPixFmtDescriptor descriptor = avutil.av_pix_fmt_desc_get(current.nativeFormat());
        if (x % (1 << descriptor.log2_chroma_w()) != 0 || y % (1 << descriptor.log2_chroma_h()) != 0) {
            convert(current.widthPx(), current.heightPx(), hasAlpha() ? avutil.AV_PIX_FMT_YUVA444P : avutil.AV_PIX_FMT_YUV444P,
                    current.color());
        }
        filter("crop=w=" + widthPx + ":h=" + heightPx + ":x=" + x + ":y=" + y + ":exact=1", widthPx, heightPx);
    }

    /** Brings the picture to a size, pixel format and colour; does nothing where it is there already. */
    void convert(int widthPx, int heightPx, int pixelFormat, ColorDescription color) throws MediaException {
        if (!Conversion.convertsLight(current, color)) {
            convertLight(widthPx, heightPx, color);
        }
        PictureFormat target = described(widthPx, heightPx, pixelFormat, color);
        if (!target.equals(current)) {
            filters.addAll(Conversion.filters(current, target));
            current = target;
        }
    }

    /** Converts light by a table of colours, on the smaller one of two sizes. */
    private void convertLight(int widthPx, int heightPx, ColorDescription color) throws MediaException {
        boolean shrinks = (long) widthPx * heightPx < (long) current.widthPx() * current.heightPx();
        int width = shrinks ? widthPx : current.widthPx();
        int height = shrinks ? heightPx : current.heightPx();
        AVPixFmtDescriptor descriptor = avutil.av_pix_fmt_desc_get(current.nativeFormat());
        boolean sharesRows = descriptor.log2_chroma_h() > 0;
        boolean sharesColumns = descriptor.log2_chroma_w() > 0;
        boolean plain = Painter.paints(current.nativeFormat()) && (sharesColumns || !sharesRows);
        int converted = plain && sharesRows
                ? alphaOr(avutil.AV_PIX_FMT_YUVA420P, avutil.AV_PIX_FMT_YUV420P)
                : plain && sharesColumns
                        ? alphaOr(avutil.AV_PIX_FMT_YUVA422P, avutil.AV_PIX_FMT_YUV422P)
                        : alphaOr(avutil.AV_PIX_FMT_YUVA444P, avutil.AV_PIX_FMT_YUV444P);
        ColorDescription coded = current.color().matrix() == Matrix.RGB
                ? new ColorDescription(Matrix.BT709, Range.FULL, current.color().primaries(), current.color().transfer())
                : current.color();
        int planes = plain ? current.nativeFormat() : alphaOr(avutil.AV_PIX_FMT_YUVA444P16LE, avutil.AV_PIX_FMT_YUV444P16LE);
        PictureFormat before = described(width, height, planes, coded);
        if (!before.equals(current)) {
            filters.addAll(Conversion.filters(current, before));
            current = before;
        }
        endStage();
        current = described(width, height, converted, color);
        stages.add(new ColorStage(source, current));
        source = current;
    }

    private int alphaOr(int withAlpha, int without) {
        return hasAlpha() ? withAlpha : without;
    }

    /** Tells whether frames have a shape. */
    boolean is(int widthPx, int heightPx, int pixelFormat, ColorDescription color) {
        return current.equals(described(widthPx, heightPx, pixelFormat, color));
    }

    /** Tells whether frames still are as they came. */
    boolean isUntouched() {
        return filters.isEmpty() && stages.isEmpty();
    }

    /** Counts on frames that come with an alpha plane of ours, in the sibling of their pixel format. */
    void attachAlpha(int pixelFormat) {
        current = described(current.widthPx(), current.heightPx(), pixelFormat, current.color());
        source = current;
    }

    /**
     * Makes the picture translucent by a grey picture of the same size.
     *
     * @param name names the labels
     * @param mask the label of the grey picture
     * @param ownAlpha whether the picture's own alpha counts
     */
    void merge(String name, String mask, boolean ownAlpha) {
        if (ownAlpha) {
            filters.add("split[" + name + "c][" + name + "d];\n[" + name + "d]alphaextract[" + name + "e];\n[" + name + "e]["
                    + mask + "]blend=all_mode=multiply[" + name + "f];\n[" + name + "c][" + name + "f]alphamerge");
        } else {
            String last = filters.isEmpty() ? "null" : filters.removeLast();
            filters.add(last + "[" + name + "c];\n[" + name + "c][" + mask + "]alphamerge");
        }
    }

    /**
     * Adds an effect that is text.
     *
     * @param installed the effect
     * @param body the text
     * @throws MediaException {@link Reason#EFFECT} if the library refuses it, or it changes the picture's size
     */
    void effect(InstalledEffect installed, FilterText body) throws MediaException {
        String effect = installed.descriptor().id();
        if (installed.descriptor().reach().isBeyondItself()) {
            throw new MediaException(Reason.EFFECT, "", "the effect '" + effect
                    + "' says it looks at frames around one, which filters cannot; ask for a newer version of its plug-in");
        }
        String alone = GraphText.source(0, current, canvas.rate(), "effect_in") + ";[effect_in]" + body.chain()
                + "[effect_out];[effect_out]" + GraphText.SINK_FILTER;
        PictureFormat after;
        try (FilterGraph graph = FilterGraph.open(alone, 1)) {
            after = graph.output();
        } catch (MediaException e) {
            throw new MediaException(Reason.EFFECT, "", "the effect '" + effect + "' does not work: the filter library refuses '"
                    + body.chain() + "'; choose other values, or ask for a newer version of its plug-in", e);
        }
        if (after.widthPx() != current.widthPx() || after.heightPx() != current.heightPx()) {
            throw new MediaException(Reason.EFFECT, "",
                    "the effect '" + effect + "' changes the picture's size from " + current.widthPx() + "x" + current.heightPx()
                            + " to " + after.widthPx() + "x" + after.heightPx()
                            + ", which effects must not; ask for a newer version of its plug-in");
        }
        LayerEffect.Text text = new LayerEffect.Text(installed, stages.size(), body, "l" + number + "e" + effects.size());
        effects.add(text);
        filters.add(text.text());
        current = after;
    }

    /**
     * Adds an effect that is code.
     *
     * @param installed the effect
     * @param processor the code, which goes to the chain's stages
     * @throws MediaException {@link Reason#EFFECT} if it names no format that planes can be read of
     */
    void process(InstalledEffect installed, FrameProcessor processor) throws MediaException {
        String effect = installed.descriptor().id();
        if (installed.descriptor().reach().ahead() > EffectReach.MOST_FRAMES) {
            throw new MediaException(Reason.EFFECT, "",
                    "the effect '" + effect + "' looks more than " + EffectReach.MOST_FRAMES
                            + " frames ahead, which cannot be rendered; ask for a newer version of its plug-in");
        }
        Set<PixelFormat> formats = processor.formats();
        PixelFormat chosen = formats.contains(current.pixelFormat()) && current.pixelFormat() != PixelFormat.NATIVE
                ? current.pixelFormat()
                : formats.stream().filter(f -> f != PixelFormat.NATIVE).findFirst().orElseThrow(() -> new MediaException(
                        Reason.EFFECT, "",
                        "the effect '" + effect + "' names no pixel format it works on; ask for a newer version of its plug-in"));
        int number = PixelFormats.number(chosen);
        convert(current.widthPx(), current.heightPx(), number, color(number));
        String before = filters.isEmpty() ? "" : alone();
        effects.add(new LayerEffect.Code(installed, stages.size()));
        stages.add(ProcessorStage.open(installed.descriptor(), processor, source, current, before));
        filters.clear();
        source = current;
    }

    /**
     * Ends the part that is being written: it runs by itself, and what follows begins anew.
     *
     * @throws MediaException {@link Reason#UNSUPPORTED} if the library refuses it
     */
    void endStage() throws MediaException {
        if (!filters.isEmpty()) {
            stages.add(new FilterStage(source, current, alone()));
            filters.clear();
        }
        source = current;
    }

    private String alone() {
        return GraphText.source(0, source, canvas.rate(), "stage_in") + ";[stage_in]" + filters() + "[stage_out];[stage_out]"
                + GraphText.SINK_FILTER;
    }

    private ColorDescription color(int pixelFormat) {
        if ((avutil.av_pix_fmt_desc_get(pixelFormat).flags() & avutil.AV_PIX_FMT_FLAG_RGB) != 0) {
            return new ColorDescription(Matrix.RGB, Range.FULL);
        }
        // The library knows grey in full range only.
        return pixelFormat == avutil.AV_PIX_FMT_GRAY8
                ? new ColorDescription(canvas.color().matrix(), Range.FULL)
                : canvas.color();
    }

    /** Describes a picture by the library's number of its pixel format. */
    static PictureFormat described(int widthPx, int heightPx, int pixelFormat, ColorDescription color) {
        return new PictureFormat(widthPx, heightPx, PixelFormats.of(pixelFormat), pixelFormat, color);
    }
}
