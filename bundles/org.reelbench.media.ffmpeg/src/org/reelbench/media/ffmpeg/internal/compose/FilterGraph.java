package org.reelbench.media.ffmpeg.internal.compose;

import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_color_range;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_colorspace;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_format;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_h;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_w;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_add_frame_flags;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_get_by_name;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_alloc;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_config;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_get_filter;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_parse2;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_send_command;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_inout_free;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.bytedeco.ffmpeg.avfilter.AVFilter;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avfilter.AVFilterInOut;
import org.bytedeco.ffmpeg.avutil.AVClass;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVOption;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.ffmpeg.internal.Errors;
import org.reelbench.media.ffmpeg.internal.Natives;
import org.reelbench.media.ffmpeg.internal.PixelFormats;

/**
 * A running filter graph: a round of frames in, one for each source, one frame out. The only class that builds graphs, so
 * that viewer, preview and export cannot differ. A graph that failed in a round is built anew for the next one. One thread at
 * a time; closed by whoever opened it.
 */
final class FilterGraph implements AutoCloseable {

    private final String text;
    private final int inputs;
    private final Map<Setting, String> wanted = new LinkedHashMap<>();
    private final Map<Setting, String> applied = new HashMap<>();
    private @Nullable Built built;
    private long round;

    private FilterGraph(String text, int inputs) {
        this.text = text;
        this.inputs = inputs;
    }

    /**
     * Builds a graph.
     *
     * @param text the whole graph, with sources named as {@link GraphText#source} names them and the sink likewise
     * @param inputs how many sources the text has
     * @return the graph
     * @throws MediaException {@link Reason#UNSUPPORTED} with FFmpeg's words if it refuses the text
     */
    static FilterGraph open(String text, int inputs) throws MediaException {
        Natives.load();
        FilterGraph graph = new FilterGraph(text, inputs);
        graph.built = graph.build();
        return graph;
    }

    /**
     * Returns the graph's text.
     *
     * @return the text it was built from
     */
    String text() {
        return text;
    }

    /**
     * Returns what comes out.
     *
     * @return the shape of the frames at the sink
     * @throws MediaException if a graph that failed cannot be built again
     */
    PictureFormat output() throws MediaException {
        AVFilterContext sink = running().sink;
        return PixelFormats.describe(av_buffersink_get_w(sink), av_buffersink_get_h(sink), av_buffersink_get_format(sink),
                av_buffersink_get_colorspace(sink), av_buffersink_get_color_range(sink));
    }

    /**
     * Returns the names of all filters, with those the library put in by itself to convert formats.
     *
     * @return the names
     * @throws MediaException if a graph that failed cannot be built again
     */
    List<String> filters() throws MediaException {
        AVFilterGraph graph = running().graph;
        List<String> names = new ArrayList<>();
        for (int i = 0; i < graph.nb_filters(); i++) {
            names.add(graph.filters(i).name().getString());
        }
        return names;
    }

    /**
     * Sets a parameter of a filter from the next round on; setting what is set costs nothing.
     *
     * @param filter the filter's name in the text, with its {@code @} part
     * @param parameter the parameter
     * @param value its value
     */
    void set(String filter, String parameter, String value) {
        wanted.put(new Setting(filter, parameter), value);
    }

    /**
     * Runs one round.
     *
     * @param frames one frame for each source; their pixels go in by reference, they are empty afterwards and stay the caller's
     * @return the frame that comes out, to be freed by the caller
     * @throws MediaException {@link Reason#UNSUPPORTED} if a filter fails, {@link Reason#EFFECT} if the filters did not deliver
     *             exactly one frame; the next round starts afresh
     */
    AVFrame run(List<AVFrame> frames) throws MediaException {
        boolean done = false;
        try {
            Built now = running();
            apply(now.graph);
            for (int i = 0; i < inputs; i++) {
                AVFrame frame = frames.get(i);
                frame.pts(round);
                Errors.check(av_buffersrc_add_frame_flags(now.sources.get(i), frame, 0), Reason.UNSUPPORTED, "",
                        "a layer cannot be fed to its filters");
            }
            AVFrame result = pull(now.sink);
            done = true;
            return result;
        } finally {
            round++;
            if (!done) {
                close();
            }
        }
    }

    /** Gives the graph back. Closing twice is harmless; running it after that builds it anew. */
    @Override
    public void close() {
        Built last = built;
        built = null;
        applied.clear();
        if (last != null) {
            avfilter_graph_free(last.graph);
        }
    }

    private Built running() throws MediaException {
        Built now = built;
        if (now == null) {
            now = build();
            built = now;
        }
        return now;
    }

    private void apply(AVFilterGraph graph) throws MediaException {
        for (Map.Entry<Setting, String> entry : wanted.entrySet()) {
            Setting setting = entry.getKey();
            String value = entry.getValue();
            if (!value.equals(applied.put(setting, value))) {
                Errors.check(avfilter_graph_send_command(graph, setting.filter, setting.parameter, value, new byte[1], 0, 0),
                        Reason.UNSUPPORTED, "", setting.filter + " does not take " + setting.parameter + "=" + value);
            }
        }
    }

    private AVFrame pull(AVFilterContext sink) throws MediaException {
        AVFrame frame = Errors.allocated(avutil.av_frame_alloc());
        int result = av_buffersink_get_frame(sink, frame);
        if (result >= 0 && frame.pts() == round) {
            return frame;
        }
        avutil.av_frame_free(frame);
        if (result >= 0 || result == Errors.AGAIN) {
            throw new MediaException(Reason.EFFECT, "", "the filters '" + text
                    + "' did not deliver one frame for each frame; an effect that drops, adds or delays frames cannot be used");
        }
        throw Errors.of(result, Reason.UNSUPPORTED, "", "the layers cannot be composed");
    }

    private Built build() throws MediaException {
        AVFilterGraph graph = Errors.allocated(avfilter_graph_alloc());
        boolean done = false;
        try {
            // One thread a graph: compositions run side by side, and the result must not depend on the machine.
            graph.nb_threads(1);
            try (BytePointer options = new BytePointer("flags=" + Conversion.SCALER)) {
                graph.scale_sws_opts(avutil.av_strdup(options));
            }
            parse(graph);
            List<AVFilterContext> sources = new ArrayList<>();
            for (int i = 0; i < inputs; i++) {
                sources.add(filter(graph, GraphText.sourceFilter(i)));
            }
            AVFilterContext sink = filter(graph, GraphText.SINK_FILTER);
            Errors.check(avfilter_graph_config(graph, null), Reason.UNSUPPORTED, "", refused());
            done = true;
            return new Built(graph, sources, sink);
        } finally {
            if (!done) {
                avfilter_graph_free(graph);
            }
        }
    }

    private void parse(AVFilterGraph graph) throws MediaException {
        AVFilterInOut openInputs = new AVFilterInOut(null);
        AVFilterInOut openOutputs = new AVFilterInOut(null);
        int result = avfilter_graph_parse2(graph, text, openInputs, openOutputs);
        boolean loose = !openInputs.isNull() || !openOutputs.isNull();
        avfilter_inout_free(openInputs);
        avfilter_inout_free(openOutputs);
        Errors.check(result, Reason.UNSUPPORTED, "", refused());
        if (loose) {
            throw new MediaException(Reason.UNSUPPORTED, "", refused() + ": it leaves pads open");
        }
    }

    private AVFilterContext filter(AVFilterGraph graph, String name) throws MediaException {
        AVFilterContext filter = avfilter_graph_get_filter(graph, name);
        if (filter == null || filter.isNull()) {
            throw new MediaException(Reason.UNSUPPORTED, "", refused() + ": it has no " + name);
        }
        return filter;
    }

    /** Tells whether the library changes an option of a filter that runs. */
    static boolean canChange(String kind, String name) {
        AVFilter filter = avfilter_get_by_name(kind);
        AVClass options = filter == null ? null : filter.priv_class();
        if (options == null || options.option() == null) {
            return false;
        }
        for (AVOption option = options.option(); option.name() != null; option = option.getPointer(1)) {
            if (option.type() != avutil.AV_OPT_TYPE_CONST && option.name().getString().equals(name)) {
                return (option.flags() & avutil.AV_OPT_FLAG_RUNTIME_PARAM) != 0;
            }
        }
        return false;
    }

    private String refused() {
        return "the filter library refuses the graph '" + text + "'";
    }

    /** The library's side of a graph. */
    private record Built(AVFilterGraph graph, List<AVFilterContext> sources, AVFilterContext sink) {
    }

    /**
     * A parameter of a running filter.
     *
     * @param filter the filter's name in the text, with its {@code @} part
     * @param parameter the parameter
     */
    record Setting(String filter, String parameter) {
    }
}
