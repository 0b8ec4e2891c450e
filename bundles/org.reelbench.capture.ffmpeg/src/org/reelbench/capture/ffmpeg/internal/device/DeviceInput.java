package org.reelbench.capture.ffmpeg.internal.device;

import java.util.Map;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureException.Reason;

/**
 * An opened device of FFmpeg's library.
 * <p>
 * One thread at a time. Whoever opened it closes it.
 */
public final class DeviceInput implements AutoCloseable {

    private final String label;
    private final AVFormatContext context;
    private final AVPacket packet;
    private boolean closed;

    private DeviceInput(String label, AVFormatContext context) {
        this.label = label;
        this.context = context;
        this.packet = avcodec.av_packet_alloc();
    }

    /**
     * Opens a device.
     *
     * @param kind FFmpeg's name of its kind, such as {@code x11grab}
     * @param address where it is, as the kind wants it
     * @param options the kind's options
     * @param waits true if reading may wait in the library; false lets {@link #next} return at once
     * @param label its name for people
     * @return the device, delivering
     * @throws CaptureException if it cannot be opened
     */
    public static DeviceInput open(String kind, String address, Map<String, String> options, boolean waits, String label)
            throws CaptureException {
        DeviceLibrary.load();
        AVInputFormat format = avformat.av_find_input_format(kind);
        if (format == null || format.isNull()) {
            throw new CaptureException(Reason.NOT_AVAILABLE, "this build cannot read devices like '" + label + "'");
        }
        AVFormatContext context = avformat.avformat_alloc_context();
        if (!waits) {
            context.flags(context.flags() | AVFormatContext.AVFMT_FLAG_NONBLOCK);
        }
        AVDictionary dictionary = new AVDictionary(null);
        int result;
        try {
            options.forEach((name, value) -> avutil.av_dict_set(dictionary, name, value, 0));
            // What fails frees the context.
            result = avformat.avformat_open_input(context, address, format, dictionary);
        } finally {
            avutil.av_dict_free(dictionary);
        }
        if (result < 0) {
            throw DeviceErrors.atOpening(result, label);
        }
        return new DeviceInput(label, context);
    }

    /**
     * Returns what it delivers.
     *
     * @return the parameters of its only stream, valid until it is closed
     */
    public AVCodecParameters parameters() {
        return context.streams(0).codecpar();
    }

    /**
     * Returns the unit of its time stamps.
     *
     * @return nanoseconds
     */
    public double tickNs() {
        return avutil.av_q2d(context.streams(0).time_base()) * 1e9;
    }

    /**
     * Takes what comes next.
     *
     * @return the bytes with their time stamp, valid until the next call; of no bytes if nothing is there yet
     * @throws CaptureException {@link Reason#LOST} if the device failed
     */
    public AVPacket next() throws CaptureException {
        if (closed) {
            throw new IllegalStateException("the device '" + label + "' is closed");
        }
        avcodec.av_packet_unref(packet);
        int result = avformat.av_read_frame(context, packet);
        if (result < 0 && result != org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN()) {
            throw DeviceErrors.whileReading(result, label);
        }
        return packet;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            avcodec.av_packet_free(packet);
            avformat.avformat_close_input(context);
        }
    }
}
