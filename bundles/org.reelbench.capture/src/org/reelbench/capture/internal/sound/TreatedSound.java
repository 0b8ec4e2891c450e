package org.reelbench.capture.internal.sound;

import java.util.Arrays;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureException.Reason;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.SoundStream;
import org.reelbench.media.MediaException;
import org.reelbench.media.SoundProcessor;

/**
 * A device's sound after its treatment. A processor that looks ahead delivers late; that is made up for here: samples have the
 * times at which the device took them, and the last of them come after the device has ended. Closing leaves the device open, which
 * is lent.
 */
public final class TreatedSound implements SoundStream {

    private static final double NS_PER_SECOND = 1e9;

    private final SoundStream device;
    private final @Nullable SoundProcessor processor;
    private final @Nullable AutomaticGain gain;
    private final int lateSamples;
    /** How many samples still come out that nobody put in. */
    private int empty;
    /** How many samples were put in that have not come out. */
    private int owed;
    private long endNs;

    /**
     * Creates the stream; it takes the processor over.
     *
     * @param device the device
     * @param processor is prepared for the device's format; null for none
     * @param levelled whether quiet and loud sound is levelled out, after the processor
     */
    public TreatedSound(SoundStream device, @Nullable SoundProcessor processor, boolean levelled) {
        this.device = device;
        this.processor = processor;
        gain = levelled ? new AutomaticGain(device.format().sampleRateHz()) : null;
        lateSamples = processor == null ? 0 : Math.toIntExact(processor.reach().ahead());
        empty = lateSamples;
    }

    @Override
    public CaptureFormat.Sound format() {
        return device.format();
    }

    @Override
    public boolean isLive() {
        return device.isLive();
    }

    @Override
    public boolean isHealthy() {
        return device.isHealthy();
    }

    @Override
    public void start() throws CaptureException {
        SoundProcessor first = processor;
        if (first != null) {
            first.reset(0);
        }
        empty = lateSamples;
        owed = 0;
        device.start();
    }

    @Override
    public Samples read(float[][] into) throws CaptureException {
        Samples taken = device.read(into);
        while (taken.count() > 0) {
            endNs = taken.timeNs() + ns(taken.count());
            owed += taken.count();
            Samples treated = treated(into, taken.count());
            if (treated.count() > 0) {
                return treated;
            }
            taken = device.read(into);
        }
        return rest(into);
    }

    /** What the processor still has once the device is at its end. */
    private Samples rest(float[][] into) throws CaptureException {
        Samples treated = Samples.NONE;
        while (owed > 0 && treated.count() == 0) {
            int count = Math.min(into[0].length, empty + owed);
            for (float[] channel : into) {
                Arrays.fill(channel, 0, count, 0);
            }
            treated = treated(into, count);
        }
        return treated;
    }

    private Samples treated(float[][] channels, int count) throws CaptureException {
        SoundProcessor first = processor;
        if (first != null) {
            try {
                first.process(channels, 0, count);
            } catch (MediaException e) {
                throw new CaptureException(Reason.UNSUPPORTED,
                        "the noise reduction failed (" + e.getMessage() + "); record without it", e);
            }
        }
        int left = Math.min(empty, count);
        empty -= left;
        int kept = count - left;
        if (kept == 0) {
            return Samples.NONE;
        }
        for (float[] channel : channels) {
            System.arraycopy(channel, left, channel, 0, kept);
        }
        AutomaticGain level = gain;
        if (level != null) {
            level.apply(channels, kept);
        }
        long firstNs = endNs - ns(owed);
        owed -= kept;
        return new Samples(kept, firstNs);
    }

    private long ns(int samples) {
        return Math.round(samples * NS_PER_SECOND / format().sampleRateHz());
    }

    @Override
    public void stop() {
        device.stop();
    }

    @Override
    public void close() {
        SoundProcessor first = processor;
        if (first != null) {
            first.close();
        }
    }
}
