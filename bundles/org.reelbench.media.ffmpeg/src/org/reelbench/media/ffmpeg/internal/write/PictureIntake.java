package org.reelbench.media.ffmpeg.internal.write;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.MediaException;
import org.reelbench.media.VideoEncoding;
import org.reelbench.media.ffmpeg.internal.PixelFormats;

/** The way of a picture into an encoder: as it is, converted to other pixels, or brought into a device's memory. */
final class PictureIntake implements AutoCloseable {

    private final EncoderPixels encoded;
    private final @Nullable PixelConversion conversion;
    private final @Nullable DeviceFrames device;

    private PictureIntake(EncoderPixels encoded, @Nullable PixelConversion conversion, @Nullable DeviceFrames device) {
        this.encoded = encoded;
        this.conversion = conversion;
        this.device = device;
    }

    static PictureIntake open(AVCodec codec, VideoEncoding encoding) throws MediaException {
        EncoderPixels given = new EncoderPixels(PixelFormats.number(encoding.pixelFormat()), encoding.color());
        boolean onDevice = EncoderPixels.onDeviceOnly(codec);
        EncoderPixels encoded = onDevice
                ? new EncoderPixels(DeviceFrames.UPLOADED_FORMAT, encoding.color())
                : EncoderPixels.of(codec, encoding.pixelFormat(), encoding.color());
        DeviceFrames device = onDevice ? DeviceFrames.open(codec, encoding.widthPx(), encoding.heightPx()) : null;
        boolean opened = false;
        try {
            PixelConversion conversion = encoded.equals(given)
                    ? null
                    : PixelConversion.open(encoding.widthPx(), encoding.heightPx(), given, encoded);
            opened = true;
            return new PictureIntake(encoded, conversion, device);
        } finally {
            if (!opened && device != null) {
                device.close();
            }
        }
    }

    /** What is encoded of the frames. */
    EncoderPixels encoded() {
        return encoded;
    }

    void into(AVCodecContext context) {
        context.pix_fmt(encoded.pixelFormat());
        DeviceFrames frames = device;
        if (frames != null) {
            frames.into(context);
        }
    }

    /** Makes a picture into what the encoder takes. The picture is used up; the caller frees what it gets. */
    AVFrame take(AVFrame picture) throws MediaException {
        AVFrame taken = picture;
        PixelConversion toPixels = conversion;
        if (toPixels != null) {
            taken = next(taken, toPixels::convert);
        }
        DeviceFrames frames = device;
        if (frames != null) {
            taken = next(taken, frames::upload);
        }
        return taken;
    }

    /** One step on the way, which makes another frame of one. */
    @FunctionalInterface
    private interface Step {
        AVFrame apply(AVFrame from) throws MediaException;
    }

    private static AVFrame next(AVFrame from, Step step) throws MediaException {
        try {
            return step.apply(from);
        } finally {
            avutil.av_frame_free(from);
        }
    }

    @Override
    public void close() {
        if (conversion != null) {
            conversion.close();
        }
        if (device != null) {
            device.close();
        }
    }
}
