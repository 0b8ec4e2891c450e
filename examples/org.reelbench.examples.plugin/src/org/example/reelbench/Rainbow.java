package org.example.reelbench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Component;
import org.reelbench.capture.CaptureDevice;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.CaptureSource;
import org.reelbench.capture.CaptureStream;
import org.reelbench.capture.PictureStream;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.FrameRate;

/** A capture source with one device, whose pictures change their colour: {@code reelbench record --source rainbow:sky}. */
@Component
public final class Rainbow implements CaptureSource {

    private static final CaptureDevice SKY = new CaptureDevice("rainbow", "sky", "Rainbow",
            List.of(new CaptureFormat.Picture(1280, 720, FrameRate.of(30, 1)),
                    new CaptureFormat.Picture(640, 360, FrameRate.of(30, 1))));

    @Override
    public String id() {
        return "rainbow";
    }

    @Override
    public List<CaptureDevice> devices() {
        return List.of(SKY);
    }

    @Override
    public CaptureStream open(CaptureDevice device, CaptureFormat format) throws CaptureException {
        if (!device.equals(SKY) || !(format instanceof CaptureFormat.Picture picture)) {
            throw new CaptureException(CaptureException.Reason.NO_DEVICE,
                    "there is no rainbow '" + device.id() + "'; list the devices");
        }
        if (!picture.options().isEmpty()) {
            throw new CaptureException(CaptureException.Reason.UNSUPPORTED,
                    "the rainbow has no settings: leave out " + picture.options().keySet());
        }
        return new Colors(picture);
    }

    private static final class Colors implements PictureStream {

        private final CaptureFormat.Picture format;
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition stopped = lock.newCondition();
        private boolean running;
        private long startNs;
        private long next;

        Colors(CaptureFormat.Picture format) {
            this.format = format;
        }

        @Override
        public CaptureFormat.Picture format() {
            return format;
        }

        @Override
        public PictureFormat pictures() {
            return PictureFormat.of(format.widthPx(), format.heightPx(), PixelFormat.YUV420P, ColorDescription.BT709_LIMITED);
        }

        @Override
        public boolean isLive() {
            return true;
        }

        @Override
        public boolean isHealthy() {
            return true;
        }

        @Override
        public void start() {
            lock.lock();
            try {
                running = true;
                startNs = System.nanoTime();
                next = 0;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void stop() {
            lock.lock();
            try {
                running = false;
                stopped.signalAll();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            stop();
        }

        @Override
        public long read(@Nullable VideoFrame into) {
            lock.lock();
            try {
                long dueNs = startNs + Math.round(++next * 1e9 / format.rate().framesPerSecond().toDouble());
                while (running && System.nanoTime() < dueNs) {
                    stopped.await(dueNs - System.nanoTime(), TimeUnit.NANOSECONDS);
                }
                if (!running) {
                    return NOTHING;
                }
                if (into != null) {
                    paint(into, next);
                }
                return dueNs;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return NOTHING;
            } finally {
                lock.unlock();
            }
        }

        private static void paint(VideoFrame frame, long number) {
            double turn = number / 60.0;
            frame.plane(0).fill((byte) 128);
            frame.plane(1).fill((byte) (128 + 90 * Math.cos(turn)));
            frame.plane(2).fill((byte) (128 + 90 * Math.sin(turn)));
        }
    }
}
