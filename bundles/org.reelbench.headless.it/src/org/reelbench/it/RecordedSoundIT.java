package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.ServiceRegistration;
import org.reelbench.capture.CaptureDevice;
import org.reelbench.capture.CaptureSource;
import org.reelbench.capture.Recorder;
import org.reelbench.capture.RecordingRequest;
import org.reelbench.capture.RecordingResult;
import org.reelbench.capture.SoundTreatment;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.PcmReader;
import org.reelbench.testcard.ClickTrack;

/** Sound in files as it was recorded with and without treatment: how loud its noise is, and where its clicks are. */
@Timeout(120)
class RecordedSoundIT {

    private static final int SECONDS = 12;
    private static final double NOISE_DB = -45;
    private static final double LEAST_REDUCTION_DB = 8;
    /** The encoder leaves out the highest frequencies, which count most in second differences. */
    private static final double ENCODER_DB = 4;
    /** What the noise reduction needs to know the noise. */
    private static final int LEARNED_SECONDS = 4;
    /** Clicks are over by then. */
    private static final double QUIET_FROM = 0.5;
    /** What they make of the power of noise. */
    private static final double SECOND_DIFFERENCES = 6;
    private static final double LOUD_FACTOR = 2;

    private final Cancellation never = new Cancellation();

    private float[] recorded(Path file, SoundTreatment treatment) throws Exception {
        NoisySource source = new NoisySource(SECONDS, NOISE_DB);
        ServiceRegistration<CaptureSource> registered = Services.context().registerService(CaptureSource.class, source, null);
        try {
            Recorder recorder = Services.get(Recorder.class);
            CaptureDevice room = recorder.devices().named("noisy").orElseThrow();
            RecordingResult result = recorder.start(RecordingRequest.to(file).sound(room, room.formats().getFirst())
                    .withSoundTreatment(treatment)).ended().toCompletableFuture().get();
            assertNull(result.early());
            assertEquals((long) SECONDS * NoisySource.RATE_HZ, result.statistics().samples(), "nothing is lost");
        } finally {
            registered.unregister();
        }
        float[][] sound = new float[1][SECONDS * NoisySource.RATE_HZ];
        try (ByteSource bytes = FileByteSource.open(file)) {
            MediaInfo info = Services.get(MediaProbe.class).probe(bytes, never);
            try (PcmReader reader = Services.get(MediaReaders.class).openPcm(bytes, info, info.audio().orElseThrow().index(),
                    NoisySource.RATE_HZ, 1, never)) {
                reader.read(0, sound, 0, sound[0].length, never);
            }
        }
        return sound[0];
    }

    /** How loud the hiss is in the later halves of the seconds, in dB of full scale: second differences hardly have the tone. */
    private static double hissDb(float[] sound) {
        double power = 0;
        int count = 0;
        for (int i = LEARNED_SECONDS * NoisySource.RATE_HZ; i < sound.length; i++) {
            if (i % NoisySource.RATE_HZ > QUIET_FROM * NoisySource.RATE_HZ) {
                double second = sound[i] - 2 * sound[i - 1] + sound[i - 2];
                power += second * second / SECOND_DIFFERENCES;
                count++;
            }
        }
        return 10 * Math.log10(power / count);
    }

    private static void assertClicksInPlace(float[] sound) {
        List<Long> clicks = ClickTrack.clicksOf(NoisySource.SOURCE, sound, 0, NoisySource.RATE_HZ);
        assertTrue(clicks.size() >= SECONDS - 1, clicks + " in " + SECONDS + " seconds");
        for (long click : clicks) {
            long off = Math.floorMod(click + NoisySource.RATE_HZ / 2, (long) NoisySource.RATE_HZ) - NoisySource.RATE_HZ / 2;
            assertTrue(Math.abs(off) <= 2, "a click at " + click + " is " + off + " samples off");
        }
    }

    @Test
    void noiseIsTakenAwayAndNeitherClicksNorTheEndMove(@TempDir Path folder) throws Exception {
        float[] plain = recorded(folder.resolve("plain.mp4"), SoundTreatment.NONE);
        float[] quiet = recorded(folder.resolve("quiet.mp4"), new SoundTreatment(true, false));
        System.out.printf("hiss of %.1f dB, %.1f dB after its reduction%n", hissDb(plain), hissDb(quiet));
        assertEquals(NOISE_DB, hissDb(plain), ENCODER_DB, "without being asked for nothing is changed");
        assertTrue(hissDb(quiet) <= hissDb(plain) - LEAST_REDUCTION_DB,
                hissDb(quiet) + " dB are left of " + hissDb(plain) + " dB");
        assertClicksInPlace(plain);
        assertClicksInPlace(quiet);
    }

    @Test
    void automaticGainLiftsWhatIsQuietAndMovesNothing(@TempDir Path folder) throws Exception {
        float[] plain = recorded(folder.resolve("plain.mp4"), SoundTreatment.NONE);
        float[] level = recorded(folder.resolve("level.mp4"), new SoundTreatment(true, true));
        assertTrue(loudness(level) > LOUD_FACTOR * loudness(plain), loudness(level) + " after " + loudness(plain));
        assertClicksInPlace(level);
    }

    private static double loudness(float[] sound) {
        double power = 0;
        for (int i = LEARNED_SECONDS * NoisySource.RATE_HZ; i < sound.length; i++) {
            power += sound[i] * sound[i];
        }
        return Math.sqrt(power / sound.length);
    }
}
