package org.reelbench.media.ffmpeg.internal.read;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;

/** How much a medium may ask for; an honest one stays far below. */
final class Limits {

    /** The longest side of a picture. */
    static final int SIDE_PX = 16_384;
    /** A picture's area: four times 8K. */
    static final long PIXELS = 1L << 27;
    /** Samples in the index of an MP4 or MOV file: a day and a half of pictures at 60 a second with sound; 24 bytes each. */
    static final long INDEX_SAMPLES = 1L << 24;
    /** Streams of an MP4 or MOV file, each with an index of its own. */
    static final int INDEXED_STREAMS = 64;
    /** Streams of other containers: broadcasts carry many programmes at once. */
    static final int STREAMS = 256;

    private Limits() {
    }

    /**
     * Refuses pictures that are too large.
     *
     * @param parameters a stream of pictures
     * @param medium the name of the medium
     * @throws MediaException {@link Reason#UNSUPPORTED} if they are
     */
    static void check(AVCodecParameters parameters, String medium) throws MediaException {
        long area = (long) parameters.width() * parameters.height();
        if (parameters.width() > SIDE_PX || parameters.height() > SIDE_PX || area > PIXELS) {
            throw new MediaException(Reason.UNSUPPORTED, medium,
                    "its pictures of " + parameters.width() + " × " + parameters.height() + " pixels are larger than "
                            + SIDE_PX + " on a side or " + (PIXELS >> 20) + " megapixels; scale it down first");
        }
    }
}
