package org.reelbench.capture.internal;

import java.util.Comparator;
import java.util.List;

import org.reelbench.capture.CaptureDevice;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;

/** Which of a device's formats a machine can record without effort. */
final class UsualFormats {

    private static final int USUAL_RATE_HZ = 48_000;
    private static final Limit STRONG = new Limit(1920, 1080, 60);
    private static final Limit MODEST = new Limit(1280, 720, 30);
    private static final Limit ON_BATTERY = new Limit(1280, 720, 15);

    /** The most that is recorded unless more is asked for. */
    private record Limit(int widthPx, int heightPx, int framesPerSecond) {

        boolean allowsSize(CaptureFormat.Picture format) {
            return format.widthPx() <= widthPx && format.heightPx() <= heightPx;
        }

        CaptureFormat.Picture slowed(CaptureFormat.Picture format) {
            Rational most = Rational.of(framesPerSecond);
            return format.rate().framesPerSecond().compareTo(most) <= 0
                    ? format
                    : new CaptureFormat.Picture(format.widthPx(), format.heightPx(), new FrameRate(most), format.options());
        }
    }

    private UsualFormats() {
    }

    static CaptureFormat of(CaptureDevice device, Machine machine) {
        List<CaptureFormat> formats = device.formats();
        if (formats.getFirst() instanceof CaptureFormat.Sound) {
            return formats.stream().map(CaptureFormat.Sound.class::cast)
                    .min(Comparator.comparingInt(format -> Math.abs(format.sampleRateHz() - USUAL_RATE_HZ))).orElseThrow();
        }
        Limit limit = machine.onBattery() ? ON_BATTERY : machine.isStrong() ? STRONG : MODEST;
        return formats.stream().map(CaptureFormat.Picture.class::cast).filter(limit::allowsSize).map(limit::slowed)
                .max(Comparator.comparingLong((CaptureFormat.Picture format) -> (long) format.widthPx() * format.heightPx())
                        .thenComparing(format -> format.rate().framesPerSecond()))
                .orElseGet(() -> limit.slowed((CaptureFormat.Picture) formats.getFirst()));
    }
}
