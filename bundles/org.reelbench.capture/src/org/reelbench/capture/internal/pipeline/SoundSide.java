package org.reelbench.capture.internal.pipeline;

import java.util.TreeMap;
import java.util.function.BooleanSupplier;

import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.SoundStream;
import org.reelbench.capture.SoundTreatment;
import org.reelbench.capture.internal.mp4.FragmentBuilder;
import org.reelbench.capture.internal.mp4.Track;
import org.reelbench.capture.internal.pool.DevicePool.Lease;
import org.reelbench.capture.internal.sound.TreatedSound;
import org.reelbench.media.AudioEncoder;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.MediaException;

/** The sound of one recording: device and encoder. */
final class SoundSide implements AutoCloseable {

    private static final String ENCODER = "aac";
    private static final long BITS_PER_CHANNEL = 96_000;

    private final Lease lease;
    private final SoundStream stream;
    private final AudioEncoder encoder;

    private SoundSide(Lease lease, SoundStream stream, AudioEncoder encoder) {
        this.lease = lease;
        this.stream = stream;
        this.encoder = encoder;
    }

    /** Makes ready to record a device that was lent; the loan is this side's from now on, also where it fails. */
    static SoundSide open(Studio studio, Lease lease, SoundStream device, SoundTreatment treatment)
            throws CaptureException, MediaException {
        SoundStream stream = device;
        boolean opened = false;
        try {
            CaptureFormat.Sound format = device.format();
            if (!treatment.equals(SoundTreatment.NONE)) {
                stream = new TreatedSound(device, treatment.noiseReduction() ? studio.noise().open(format) : null,
                        treatment.automaticGain());
            }
            AudioEncoder encoder = studio.encoders().openAudio(new AudioEncoding(ENCODER, format.sampleRateHz(),
                    format.channels(), BITS_PER_CHANNEL * format.channels(), new TreeMap<>()));
            opened = true;
            return new SoundSide(lease, stream, encoder);
        } finally {
            if (!opened) {
                close(lease, stream);
            }
        }
    }

    private static void close(Lease lease, SoundStream stream) {
        if (stream instanceof TreatedSound treated) {
            treated.close();
        }
        lease.close();
    }

    Track track(int id) {
        return Track.sound(id, encoder.parameters());
    }

    SoundStream stream() {
        return stream;
    }

    boolean isReused() {
        return lease.isReused();
    }

    SoundWorker worker(FragmentBuilder fragments, int track, RecordingClock clock, Pace pace, Tally tally,
            BooleanSupplier stopped) {
        return new SoundWorker(stream, encoder, fragments, track, clock, pace, tally, stopped);
    }

    /** Frees everything; the worker has ended. */
    @Override
    public void close() {
        close(lease, stream);
        encoder.close();
    }
}
