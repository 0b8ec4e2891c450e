package org.reelbench.capture.internal.synthetic;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.PictureStream;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.testcard.TestCard;

/** Test cards that count from the last start. */
final class CardStream extends SyntheticStream implements PictureStream {

    private final CaptureFormat.Picture format;
    private final PictureFormat pictures;

    CardStream(CaptureFormat.Picture format, boolean live, double seconds, int source) {
        super(live, seconds, source);
        this.format = format;
        pictures = PictureFormat.of(format.widthPx(), format.heightPx(), PixelFormat.YUV420P, ColorDescription.BT709_LIMITED);
    }

    @Override
    public CaptureFormat.Picture format() {
        return format;
    }

    @Override
    public PictureFormat pictures() {
        return pictures;
    }

    @Override
    public long read(@Nullable VideoFrame into) {
        long number = next();
        long timeNs = metronome().await(Math.round(number * 1e9 / format.rate().framesPerSecond().toDouble()));
        if (timeNs != NOTHING) {
            goOnAt(number + 1);
            if (into != null) {
                TestCard.draw(into, source(), number % (TestCard.LAST_FRAME + 1));
            }
        }
        return timeNs;
    }
}
