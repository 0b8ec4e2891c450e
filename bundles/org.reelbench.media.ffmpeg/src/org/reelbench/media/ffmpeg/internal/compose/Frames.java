package org.reelbench.media.ffmpeg.internal.compose;

import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;
import org.reelbench.media.Alpha;
import org.reelbench.media.Fields;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.ffmpeg.internal.Errors;
import org.reelbench.media.ffmpeg.internal.PixelFormats;
import org.reelbench.media.ffmpeg.internal.paint.Deinterlacer;
import org.reelbench.media.ffmpeg.internal.paint.Straight;

/** What frames carry besides pixels, brought in line before they enter a graph or leave the composer. */
final class Frames {

    private Frames() {
    }

    /** Makes a frame say of itself what its layer says of it, and drops what only its decoder knew. */
    static void tag(AVFrame frame, PictureFormat format) {
        frame.format(GraphText.plain(frame.format()));
        frame.colorspace(GraphText.colorSpace(format.color().matrix()));
        frame.color_range(PixelFormats.colorRange(format.color().range()));
        frame.color_primaries(avutil.AVCOL_PRI_UNSPECIFIED);
        frame.color_trc(avutil.AVCOL_TRC_UNSPECIFIED);
        strip(frame);
    }

    /** Makes a composed frame say what a canvas's picture is. */
    static void tagComposed(AVFrame frame, PictureFormat picture) {
        frame.colorspace(PixelFormats.colorSpace(picture.color().matrix()));
        frame.color_range(PixelFormats.colorRange(picture.color().range()));
        frame.color_primaries(avutil.AVCOL_PRI_BT709);
        frame.color_trc(avutil.AVCOL_TRC_BT709);
        strip(frame);
    }

    /**
     * Makes a frame's rows run downwards: flipping filters only turn the direction round, and nobody else reads such planes.
     *
     * @param frame the frame; its pixels are replaced by a copy if need be
     */
    static void standUpright(AVFrame frame) throws MediaException {
        if (frame.linesize(0) >= 0) {
            return;
        }
        AVFrame copy = Errors.allocated(avutil.av_frame_alloc());
        try {
            copy.format(frame.format());
            copy.width(frame.width());
            copy.height(frame.height());
            Errors.check(avutil.av_frame_get_buffer(copy, 0), Reason.UNSUPPORTED, "", "a frame cannot be copied");
            Errors.check(avutil.av_frame_copy(copy, frame), Reason.UNSUPPORTED, "", "a frame cannot be copied");
            Errors.check(avutil.av_frame_copy_props(copy, frame), Reason.UNSUPPORTED, "", "a frame cannot be copied");
            avutil.av_frame_unref(frame);
            avutil.av_frame_move_ref(frame, copy);
        } finally {
            avutil.av_frame_free(copy);
        }
    }

    /**
     * Makes one picture of a frame that is two fields.
     *
     * @param frame the frame, as its decoder delivered it; its pixels are replaced by a copy if need be
     * @param fields which frames are two fields
     * @throws MediaException {@link Reason#UNSUPPORTED} if the frame cannot be copied
     */
    static void deinterlace(AVFrame frame, Fields fields) throws MediaException {
        boolean woven = switch (fields) {
        case AS_FLAGGED -> (frame.flags() & AVFrame.AV_FRAME_FLAG_INTERLACED) != 0;
        case NONE -> false;
        case TOP_FIRST, BOTTOM_FIRST -> true;
        };
        if (woven && Deinterlacer.takes(frame.format())) {
            boolean topFirst = fields == Fields.TOP_FIRST
                    || fields == Fields.AS_FLAGGED && (frame.flags() & AVFrame.AV_FRAME_FLAG_TOP_FIELD_FIRST) != 0;
            standUpright(frame);
            Errors.check(avutil.av_frame_make_writable(frame), Reason.UNSUPPORTED, "", "a frame cannot be copied");
            Deinterlacer.apply(frame, topFirst);
        }
    }

    /**
     * Makes the colours of a frame straight that were multiplied by alpha.
     *
     * @param frame the frame, as its decoder delivered it; its pixels are replaced by a copy if need be
     * @param format what its numbers mean
     * @param alpha whether they were multiplied
     * @throws MediaException {@link Reason#UNSUPPORTED} if the frame cannot be copied
     */
    static void straighten(AVFrame frame, PictureFormat format, Alpha alpha) throws MediaException {
        boolean multiplied = switch (alpha) {
        case AS_FLAGGED -> frame.alpha_mode() == avutil.AVALPHA_MODE_PREMULTIPLIED;
        case STRAIGHT -> false;
        case PREMULTIPLIED -> true;
        };
        if (multiplied && Straight.takes(frame.format())) {
            standUpright(frame);
            Errors.check(avutil.av_frame_make_writable(frame), Reason.UNSUPPORTED, "", "a frame cannot be copied");
            Straight.apply(frame, format.color().range());
        }
    }

    /** Tells whether a frame has the shape its layer names; the layer may know better what its colours are. */
    static boolean sameShape(PictureFormat a, PictureFormat b) {
        return a.widthPx() == b.widthPx() && a.heightPx() == b.heightPx() && a.pixelFormat() == b.pixelFormat()
                && (a.pixelFormat() != PixelFormat.NATIVE || a.nativeFormat() == b.nativeFormat());
    }

    private static void strip(AVFrame frame) {
        // Captions, film grain, a turned display and the like belong to the source; encoders would write them into the result.
        while (frame.nb_side_data() > 0) {
            avutil.av_frame_remove_side_data(frame, frame.side_data(0).type());
        }
        AVDictionary metadata = frame.metadata();
        if (metadata != null && !metadata.isNull()) {
            avutil.av_dict_free(metadata);
            frame.metadata(new AVDictionary(null));
        }
        AVRational square = frame.sample_aspect_ratio();
        square.num(1);
        square.den(1);
        frame.alpha_mode(avutil.AVALPHA_MODE_UNSPECIFIED);
        frame.pict_type(avutil.AV_PICTURE_TYPE_NONE);
        frame.flags(0);
        frame.repeat_pict(0);
        frame.duration(1);
    }
}
