package org.reelbench.media.ffmpeg.internal.read;

import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.ffmpeg.internal.Errors;

/** Changes the rate of float samples, by FFmpeg's polyphase filter with exact phases. */
final class Resampler implements AutoCloseable {

    private final SwrContext context;
    private final FloatPointer[] in;
    private final FloatPointer[] out;
    private final PointerPointer<Pointer> inPlanes;
    private final PointerPointer<Pointer> outPlanes;
    private final int capacityOut;
    private boolean closed;

    /**
     * Opens a resampler.
     *
     * @param fromHz the rate of the samples fed
     * @param toHz the rate of the samples delivered
     * @param channels how many channels
     * @param capacityIn the most samples fed at once
     * @param medium the name of the medium
     * @throws MediaException {@link Reason#UNSUPPORTED} if FFmpeg refuses the rates
     */
    Resampler(int fromHz, int toHz, int channels, int capacityIn, String medium) throws MediaException {
        capacityOut = Math.toIntExact((long) capacityIn * toHz / fromHz + 64);
        in = new FloatPointer[channels];
        out = new FloatPointer[channels];
        inPlanes = new PointerPointer<>(channels);
        outPlanes = new PointerPointer<>(channels);
        for (int i = 0; i < channels; i++) {
            in[i] = new FloatPointer(capacityIn);
            out[i] = new FloatPointer(capacityOut);
            inPlanes.put(i, in[i]);
            outPlanes.put(i, out[i]);
        }
        context = Errors.allocated(swresample.swr_alloc());
        try (AVChannelLayout layout = new AVChannelLayout()) {
            avutil.av_channel_layout_default(layout, channels);
            int floats = avutil.AV_SAMPLE_FMT_FLTP;
            swresample.swr_alloc_set_opts2(context, layout, floats, toHz, layout, floats, fromHz, 0, null);
            avutil.av_channel_layout_uninit(layout);
        }
        try {
            restart();
        } catch (IllegalStateException e) {
            close();
            throw new MediaException(Reason.UNSUPPORTED, medium,
                    "its sound cannot be brought from " + fromHz + " to " + toHz + " Hz; convert the file", e);
        }
    }

    /** Forgets all samples: the next one fed and the next one delivered are at one time. */
    void restart() {
        swresample.swr_close(context);
        int result = swresample.swr_init(context);
        if (result < 0) {
            throw new IllegalStateException(Errors.text(result));
        }
    }

    /** The most samples that one call delivers. */
    int capacityOut() {
        return capacityOut;
    }

    /**
     * Feeds samples and takes what is ready.
     *
     * @param samples an array for each channel
     * @param count how many of each
     * @param target an array for each channel
     * @param offset where in them to begin; {@link #capacityOut} samples must fit
     * @return how many samples are ready
     */
    int resample(float[][] samples, int count, float[][] target, int offset) {
        for (int i = 0; i < in.length; i++) {
            in[i].position(0).put(samples[i], 0, count);
        }
        int ready = swresample.swr_convert(context, outPlanes, capacityOut, inPlanes, count);
        if (ready < 0) {
            throw new IllegalStateException(Errors.text(ready));
        }
        for (int i = 0; i < out.length; i++) {
            out[i].position(0).get(target[i], offset, ready);
        }
        return ready;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            swresample.swr_free(context);
            inPlanes.close();
            outPlanes.close();
            for (int i = 0; i < in.length; i++) {
                in[i].close();
                out[i].close();
            }
        }
    }
}
