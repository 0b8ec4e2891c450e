package org.reelbench.capture.ffmpeg.internal.camera;

import java.util.concurrent.TimeUnit;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.PictureStream;
import org.reelbench.capture.ffmpeg.internal.device.DeviceInput;
import org.reelbench.capture.ffmpeg.internal.device.DeviceStream;
import org.reelbench.capture.ffmpeg.internal.device.PacketDecoder;
import org.reelbench.capture.ffmpeg.internal.device.PacketWait;
import org.reelbench.capture.ffmpeg.internal.device.PictureScaler;
import org.reelbench.capture.ffmpeg.internal.device.StampClock;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.Rational;

/** A device that delivers pictures at a pace of its own; those that come sooner than asked for are left out. */
final class CameraStream extends DeviceStream implements PictureStream {

    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(5);

    private final CaptureFormat.Picture format;
    private final DeviceInput input;
    private final PacketDecoder decoder;
    private final PacketWait packets;
    private final StampClock clock = new StampClock();
    private final long leastNs;
    private @Nullable PictureScaler scaler;
    private int scaledPixels;
    private long startedNs;
    private long lastNs = Long.MIN_VALUE;

    private CameraStream(CaptureFormat.Picture format, DeviceInput input, PacketDecoder decoder, String label) {
        this.format = format;
        this.input = input;
        this.decoder = decoder;
        this.packets = new PacketWait(input, gate(), label, PATIENCE_NS);
        // A camera's clock is not ours: three quarters of the distance tell one picture too many from one that is early.
        this.leastNs = Rational.of(TimeUnit.SECONDS.toNanos(3)).dividedBy(format.rate().framesPerSecond().times(Rational.of(4)))
                .floor();
    }

    /** Takes over an opened device; it is closed with the stream, and also if this fails. */
    static CameraStream of(DeviceInput input, CaptureFormat.Picture wanted, String label) throws CaptureException {
        boolean opened = false;
        try {
            AVCodecParameters parameters = input.parameters();
            int width = Math.min(parameters.width(), wanted.widthPx()) & ~1;
            int height = Math.min(parameters.height(), wanted.heightPx()) & ~1;
            CaptureFormat.Picture format = new CaptureFormat.Picture(width, height, wanted.rate(), wanted.options());
            CameraStream stream = new CameraStream(format, input, PacketDecoder.open(parameters, label), label);
            opened = true;
            return stream;
        } finally {
            if (!opened) {
                input.close();
            }
        }
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
    protected void begin(long nowNs) {
        startedNs = nowNs;
    }

    @Override
    public long read(@Nullable VideoFrame into) throws CaptureException {
        return reading(NOTHING, () -> {
            for (AVPacket packet = packets.next(); packet != null; packet = packets.next()) {
                long takenNs = clock.timeNs((long) (packet.pts() * input.tickNs()));
                // What lay ready from before the start, and what comes sooner than asked for, is left out.
                boolean early = takenNs < startedNs || lastNs != Long.MIN_VALUE && takenNs - lastNs < leastNs;
                AVFrame picture = early ? null : decoder.decode(packet);
                if (picture != null) {
                    lastNs = takenNs;
                    if (into != null) {
                        scalerFor(picture).scale(picture, into);
                    }
                    return takenNs;
                }
            }
            return NOTHING;
        });
    }

    /** What the pictures are, some cameras tell with the first one only. */
    private PictureScaler scalerFor(AVFrame picture) throws CaptureException {
        PictureScaler ready = scaler;
        if (ready == null || scaledPixels != picture.format()) {
            if (ready != null) {
                ready.close();
            }
            ready = PictureScaler.open(picture.width(), picture.height(), picture.format(), format.widthPx(), format.heightPx());
            scaler = ready;
            scaledPixels = picture.format();
        }
        return ready;
    }

    @Override
    protected void release() {
        if (scaler != null) {
            scaler.close();
        }
        decoder.close();
        input.close();
    }
}
