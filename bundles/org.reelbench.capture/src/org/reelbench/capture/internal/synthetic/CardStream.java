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
final class CardStream implements PictureStream {

    private final CaptureFormat.Picture format;
    private final PictureFormat pictures;
    private final Metronome metronome;
    private final int source;
    private long next;
    private volatile boolean closed;

    CardStream(CaptureFormat.Picture format, boolean live, double seconds, int source) {
        this.format = format;
        this.source = source;
        pictures = PictureFormat.of(format.widthPx(), format.heightPx(), PixelFormat.YUV420P, ColorDescription.BT709_LIMITED);
        metronome = new Metronome(live, seconds);
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
    public boolean isLive() {
        return metronome.isLive();
    }

    @Override
    public boolean isHealthy() {
        return !closed;
    }

    @Override
    public void start() {
        next = 0;
        metronome.start();
    }

    @Override
    public long read(@Nullable VideoFrame into) {
        long number = next;
        long timeNs = metronome.await(Math.round(number * 1e9 / format.rate().framesPerSecond().toDouble()));
        if (timeNs != NOTHING) {
            next = number + 1;
            if (into != null) {
                TestCard.draw(into, source, number % (TestCard.LAST_FRAME + 1));
            }
        }
        return timeNs;
    }

    @Override
    public void stop() {
        metronome.stop();
    }

    @Override
    public void close() {
        closed = true;
        stop();
    }
}
