package org.reelbench.capture.ffmpeg.internal.device;

import java.util.concurrent.TimeUnit;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureException.Reason;

/**
 * Waits for what a device delivers next without ever waiting in the library, so that a device that hangs is told from one that is
 * shut.
 * <p>
 * One thread at a time.
 */
public final class PacketWait {

    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(2);

    private final DeviceInput input;
    private final Gate gate;
    private final String label;
    private final long patienceNs;

    /**
     * Creates it.
     *
     * @param input the device, opened not to wait
     * @param gate says when to wait no longer
     * @param label the device's name for people
     * @param patienceNs after how long a silent device counts as lost
     */
    public PacketWait(DeviceInput input, Gate gate, String label, long patienceNs) {
        this.input = input;
        this.gate = gate;
        this.label = label;
        this.patienceNs = patienceNs;
    }

    /**
     * Waits.
     *
     * @return what came, valid until the next call, or null if the gate was shut
     * @throws CaptureException {@link Reason#LOST} if the device failed or stays silent
     */
    public @Nullable AVPacket next() throws CaptureException {
        long sinceNs = System.nanoTime();
        while (gate.isOpen()) {
            AVPacket packet = input.next();
            if (packet.size() > 0) {
                return packet;
            }
            long nowNs = System.nanoTime();
            if (nowNs - sinceNs > patienceNs) {
                throw new CaptureException(Reason.LOST, "'" + label + "' has been silent for "
                        + TimeUnit.NANOSECONDS.toSeconds(patienceNs) + " s; plug it in again");
            }
            gate.waitUntil(nowNs + LOOK_NS);
        }
        return null;
    }
}
