package org.reelbench.capture;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.VideoFrame;

/**
 * An opened device of pictures.
 * <p>
 * Threads, lifecycle: see {@link CaptureStream}.
 */
@ConsumerType
public non-sealed interface PictureStream extends CaptureStream {

    @Override
    CaptureFormat.Picture format();

    /**
     * Returns the shape of the frames that {@link #read} fills.
     *
     * @return the size of {@link #format}, in a pixel format with readable planes; {@code YUV420P} is encoded without conversion
     */
    PictureFormat pictures();

    /**
     * Waits for the next picture. A device that stays silent for seconds is an error, unless its nature is to be silent.
     *
     * @param into a frame of {@link #pictures} to be filled, or null to take the picture off the device and leave it out
     * @return when the picture was taken, in the nanoseconds of {@link System#nanoTime}, always more than before; {@link #NOTHING}
     *         if the stream was stopped or has ended. Streams that are not live count from any zero that is theirs, the same for
     *         all of one source
     * @throws CaptureException if the device failed: {@link CaptureException.Reason#LOST} if it was unplugged
     */
    long read(@Nullable VideoFrame into) throws CaptureException;
}
