package org.reelbench.media.ffmpeg.internal.write;

import org.bytedeco.ffmpeg.global.avutil;
import org.reelbench.media.ColorDescription.Matrix;

/**
 * The colour tags of a stream, after its matrix: primaries and transfer of the standard the matrix comes from.
 *
 * @param primaries the {@code AVCOL_PRI_} number
 * @param transfer the {@code AVCOL_TRC_} number
 */
record CodecColors(int primaries, int transfer) {

    static CodecColors of(Matrix matrix) {
        return switch (matrix) {
        case BT601 -> new CodecColors(avutil.AVCOL_PRI_SMPTE170M, avutil.AVCOL_TRC_SMPTE170M);
        case BT709 -> new CodecColors(avutil.AVCOL_PRI_BT709, avutil.AVCOL_TRC_BT709);
        case BT2020 -> new CodecColors(avutil.AVCOL_PRI_BT2020, avutil.AVCOL_TRC_BT2020_10);
        case RGB -> new CodecColors(avutil.AVCOL_PRI_BT709, avutil.AVCOL_TRC_IEC61966_2_1);
        };
    }
}
