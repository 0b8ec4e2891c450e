package org.reelbench.capture.ffmpeg.internal.sound;

import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.concurrent.TimeUnit;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureException.Reason;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.SoundStream;
import org.reelbench.capture.ffmpeg.internal.device.DeviceInput;
import org.reelbench.capture.ffmpeg.internal.device.DeviceStream;
import org.reelbench.capture.ffmpeg.internal.device.PacketWait;
import org.reelbench.capture.ffmpeg.internal.device.StampClock;

/** A device of sound with 16 bits a sample, which all of them can deliver. */
final class DeviceSound extends DeviceStream implements SoundStream {

    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(5);
    private static final float FULL_SCALE = 1 << 15;

    private final CaptureFormat.Sound format;
    private final DeviceInput input;
    private final PacketWait packets;
    private final StampClock clock = new StampClock();
    private long startedNs;
    /** What is left of the last packet, and when its next sample was taken. */
    private ShortBuffer left = ShortBuffer.allocate(0);
    private long leftNs;

    private DeviceSound(CaptureFormat.Sound format, DeviceInput input, String label) {
        this.format = format;
        this.input = input;
        this.packets = new PacketWait(input, gate(), label, PATIENCE_NS);
    }

    /** Takes over an opened device; it is closed with the stream, and also if this fails. */
    static DeviceSound of(DeviceInput input, CaptureFormat.Sound wanted, String label) throws CaptureException {
        int rate = input.parameters().sample_rate();
        int channels = input.parameters().ch_layout().nb_channels();
        boolean usable = input.parameters().codec_id() == avcodec.AV_CODEC_ID_PCM_S16LE && (channels == 1 || channels == 2)
                && rate > 0;
        if (!usable) {
            input.close();
            throw new CaptureException(Reason.UNSUPPORTED,
                    "what '" + label + "' delivers is not understood; choose another format");
        }
        return new DeviceSound(new CaptureFormat.Sound(rate, channels, wanted.options()), input, label);
    }

    @Override
    public CaptureFormat.Sound format() {
        return format;
    }

    @Override
    protected void begin(long nowNs) {
        startedNs = nowNs;
    }

    @Override
    public Samples read(float[][] into) throws CaptureException {
        return reading(Samples.NONE, () -> {
            while (gate().isOpen()) {
                if (left.hasRemaining() && leftNs >= startedNs) {
                    return taken(into);
                }
                AVPacket packet = packets.next();
                if (packet != null) {
                    left = packet.data().capacity(packet.size()).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
                    // Devices deliver in bursts now and then; time goes on all the same.
                    leftNs = Math.max(clock.timeNs((long) (packet.pts() * input.tickNs())), leftNs);
                }
            }
            left = ShortBuffer.allocate(0);
            return Samples.NONE;
        });
    }

    private Samples taken(float[][] into) {
        int count = Math.min(into[0].length, left.remaining() / format.channels());
        for (int i = 0; i < count; i++) {
            for (int channel = 0; channel < format.channels(); channel++) {
                into[channel][i] = left.get() / FULL_SCALE;
            }
        }
        if (count == 0) {
            left = ShortBuffer.allocate(0);
        }
        long firstNs = leftNs;
        leftNs += TimeUnit.SECONDS.toNanos(count) / format.sampleRateHz();
        return new Samples(count, firstNs);
    }

    @Override
    protected void release() {
        input.close();
    }
}
