package org.reelbench.media.ffmpeg.internal.write;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecHWConfig;
import org.bytedeco.ffmpeg.avutil.AVBufferRef;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVHWFramesContext;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.ffmpeg.internal.Errors;

/** Brings pictures into the memory of the device whose encoder takes none from elsewhere. */
final class DeviceFrames implements AutoCloseable {

    /** What every such device takes. */
    static final int UPLOADED_FORMAT = avutil.AV_PIX_FMT_NV12;

    /** What encoders hold back, and some more. */
    private static final int POOL_FRAMES = 20;

    private final AVBufferRef device;
    private final AVBufferRef frames;
    private final int pixelFormat;

    private DeviceFrames(AVBufferRef device, AVBufferRef frames, int pixelFormat) {
        this.device = device;
        this.frames = frames;
        this.pixelFormat = pixelFormat;
    }

    /**
     * Opens the machine's first device of the kind that an encoder needs.
     *
     * @throws MediaException {@link Reason#NO_ENCODER} if there is none
     */
    static DeviceFrames open(AVCodec codec, int widthPx, int heightPx) throws MediaException {
        String name = codec.name().getString();
        AVCodecHWConfig config = config(codec, name);
        AVBufferRef device = new AVBufferRef(null);
        Errors.check(avutil.av_hwdevice_ctx_create(device, config.device_type(), (String) null, (AVDictionary) null, 0),
                Reason.NO_ENCODER, "", "the encoder '" + name + "' finds no device on this machine");
        AVBufferRef frames = avutil.av_hwframe_ctx_alloc(device);
        boolean opened = false;
        try {
            try (AVHWFramesContext context = new AVHWFramesContext(Errors.allocated(frames).data())) {
                context.format(config.pix_fmt());
                context.sw_format(UPLOADED_FORMAT);
                context.width(widthPx);
                context.height(heightPx);
                context.initial_pool_size(POOL_FRAMES);
            }
            Errors.check(avutil.av_hwframe_ctx_init(frames), Reason.NO_ENCODER, "",
                    "the device of the encoder '" + name + "' has no room for frames of " + widthPx + "x" + heightPx);
            opened = true;
            return new DeviceFrames(device, frames, config.pix_fmt());
        } finally {
            if (!opened) {
                avutil.av_buffer_unref(frames);
                avutil.av_buffer_unref(device);
            }
        }
    }

    private static AVCodecHWConfig config(AVCodec codec, String name) throws MediaException {
        int number = 0;
        for (AVCodecHWConfig config = avcodec.avcodec_get_hw_config(codec, number); config != null
                && !config.isNull(); config = avcodec.avcodec_get_hw_config(codec, number)) {
            if ((config.methods() & avcodec.AV_CODEC_HW_CONFIG_METHOD_HW_FRAMES_CTX) != 0) {
                return config;
            }
            number++;
        }
        throw new MediaException(Reason.NO_ENCODER, "", "the encoder '" + name + "' says of no device that it works with it");
    }

    /** Lets an encoder that is about to be opened take these frames. */
    void into(AVCodecContext context) {
        context.pix_fmt(pixelFormat);
        context.hw_frames_ctx(Errors.allocated(avutil.av_buffer_ref(frames)));
    }

    /** Brings a picture over; its time and kind come along. The caller frees what it gets. */
    AVFrame upload(AVFrame picture) throws MediaException {
        AVFrame uploaded = Errors.allocated(avutil.av_frame_alloc());
        boolean done = false;
        try {
            Errors.check(avutil.av_hwframe_get_buffer(frames, uploaded, 0), Reason.NO_ENCODER, "",
                    "the device has no room for a picture");
            Errors.check(avutil.av_hwframe_transfer_data(uploaded, picture, 0), Reason.NO_ENCODER, "",
                    "the device does not take a picture");
            avutil.av_frame_copy_props(uploaded, picture);
            done = true;
            return uploaded;
        } finally {
            if (!done) {
                avutil.av_frame_free(uploaded);
            }
        }
    }

    @Override
    public void close() {
        avutil.av_buffer_unref(frames);
        avutil.av_buffer_unref(device);
    }
}
