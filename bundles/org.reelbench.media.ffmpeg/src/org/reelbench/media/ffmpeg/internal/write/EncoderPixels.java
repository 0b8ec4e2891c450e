package org.reelbench.media.ffmpeg.internal.write;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.ColorDescription.Matrix;
import org.reelbench.media.ColorDescription.Range;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.ffmpeg.internal.PixelFormats;

/**
 * What an encoder encodes of the frames that it is given.
 *
 * @param pixelFormat FFmpeg's number of the pixel format
 * @param color what its numbers mean
 */
record EncoderPixels(int pixelFormat, ColorDescription color) {

    /** JPEG files know one meaning of their numbers (ITU-T T.871). */
    private static final ColorDescription JFIF = new ColorDescription(Matrix.BT601, Range.FULL);

    /**
     * Finds what loses least of the frames.
     *
     * @param codec the encoder
     * @param given the format of the frames
     * @param color what their numbers mean
     * @return the frames' own format wherever the encoder takes it
     * @throws MediaException {@link Reason#NO_ENCODER} if the encoder takes nothing that frames can be converted to
     */
    static EncoderPixels of(AVCodec codec, PixelFormat given, ColorDescription color) throws MediaException {
        int wanted = PixelFormats.number(given);
        List<Integer> taken = inMemory(codec);
        int nearest = taken.isEmpty() || taken.contains(wanted) ? wanted : nearest(codec, taken, wanted, given.hasAlpha());
        AVPixFmtDescriptor descriptor = avutil.av_pix_fmt_desc_get(nearest);
        boolean rgb = (descriptor.flags() & avutil.AV_PIX_FMT_FLAG_RGB) != 0;
        if (codec.id() == avcodec.AV_CODEC_ID_MJPEG) {
            return new EncoderPixels(nearest, JFIF);
        }
        return new EncoderPixels(nearest, rgb ? new ColorDescription(Matrix.RGB, Range.FULL) : color);
    }

    /** Tells whether a codec takes frames of a device's memory alone. */
    static boolean onDeviceOnly(AVCodec codec) {
        return !formats(codec).isEmpty() && inMemory(codec).isEmpty();
    }

    private static int nearest(AVCodec codec, List<Integer> taken, int wanted, boolean alpha) throws MediaException {
        try (IntPointer list = new IntPointer(taken.size() + 1L)) {
            for (int i = 0; i < taken.size(); i++) {
                list.put(i, taken.get(i));
            }
            list.put(taken.size(), avutil.AV_PIX_FMT_NONE);
            int found = avcodec.avcodec_find_best_pix_fmt_of_list(list, wanted, alpha ? 1 : 0, (IntPointer) null);
            if (found == avutil.AV_PIX_FMT_NONE) {
                throw new MediaException(Reason.NO_ENCODER, "", "the encoder '" + codec.name().getString()
                        + "' takes no pictures of a kind that frames can be converted to");
            }
            return found;
        }
    }

    /** Lists the formats in the processor's memory; none where the encoder does not say what it takes. */
    private static List<Integer> inMemory(AVCodec codec) {
        return formats(codec).stream()
                .filter(format -> (avutil.av_pix_fmt_desc_get(format).flags() & avutil.AV_PIX_FMT_FLAG_HWACCEL) == 0).toList();
    }

    private static List<Integer> formats(AVCodec codec) {
        List<Integer> formats = new ArrayList<>();
        try (PointerPointer<IntPointer> list = new PointerPointer<>(1); IntPointer count = new IntPointer(1)) {
            avcodec.avcodec_get_supported_config(null, codec, avcodec.AV_CODEC_CONFIG_PIX_FORMAT, 0, list, count);
            IntPointer known = list.get(IntPointer.class, 0);
            for (int i = 0; known != null && !known.isNull() && i < count.get(); i++) {
                formats.add(known.get(i));
            }
        }
        return formats;
    }
}
