package org.reelbench.capture.ffmpeg.internal.screen;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.PictureStream;
import org.reelbench.capture.ffmpeg.internal.device.DeviceStream;
import org.reelbench.capture.ffmpeg.internal.x11.X11Display;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.Rational;

/** A screen that is looked at as often as the format says, at even distances; what was missed is not made up for. */
final class ScreenStream extends DeviceStream implements PictureStream {

    private static final long SECOND_NS = 1_000_000_000L;

    private final CaptureFormat.Picture format;
    private final X11Display display;
    private final ScreenGrabber grabber;
    private final long intervalNs;
    private long nextNs;

    ScreenStream(CaptureFormat.Picture format, X11Display display, ScreenGrabber grabber) {
        this.format = format;
        this.display = display;
        this.grabber = grabber;
        this.intervalNs = Rational.of(SECOND_NS).dividedBy(format.rate().framesPerSecond()).floor();
    }

    @Override
    public CaptureFormat.Picture format() {
        return format;
    }

    @Override
    public PictureFormat pictures() {
        return grabber.pictures();
    }

    @Override
    protected void begin(long nowNs) throws CaptureException {
        Session.requireAwake(display);
        nextNs = nowNs;
    }

    @Override
    public long read(@Nullable VideoFrame into) throws CaptureException {
        return reading(NOTHING, () -> {
            if (!gate().waitUntil(nextNs)) {
                return NOTHING;
            }
            long takenNs = System.nanoTime();
            nextNs += Math.max(1, Math.ceilDiv(takenNs - nextNs - intervalNs / 2, intervalNs)) * intervalNs;
            if (into != null) {
                grabber.grab(into);
            }
            return takenNs;
        });
    }

    @Override
    protected void release() {
        grabber.close();
        display.close();
    }
}
