package org.reelbench.capture.ffmpeg.internal.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.capture.CaptureDevice;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureException.Reason;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.SoundStream;
import org.reelbench.capture.ffmpeg.internal.device.DeviceInput;

/** The sound is one that FFmpeg makes: no machine that tests run on has a sound card. */
class SoundSourceTest {

    private static final int RATE_HZ = 48_000;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void soundCardsThatRecordAreFoundByWhatTheKernelTells() throws Exception {
        Files.writeString(folder.resolve("pcm"), """
                00-00: ALC257 Analog : ALC257 Analog : playback 1 : capture 1
                00-03: HDMI 0 : HDMI 0 : playback 1
                02-00: USB Audio : USB Audio : capture 1
                """);
        List<CaptureDevice> devices = source(Map.of()).devices();
        assertEquals(List.of("sound:alsa/plughw:0,0", "sound:alsa/plughw:2,0"),
                devices.stream().map(CaptureDevice::address).toList());
        assertEquals("Sound card USB Audio", devices.getLast().label());
    }

    @Test
    void theSoundServerComesFirstWhereOneRuns() throws Exception {
        Files.createFile(Files.createDirectories(folder.resolve("pulse")).resolve("native"));
        List<CaptureDevice> devices = source(Map.of("XDG_RUNTIME_DIR", folder.toString())).devices();
        assertEquals("sound:pulse/@DEFAULT_SOURCE@", devices.getFirst().address());
        assertEquals(2, devices.size());
    }

    @Test
    void aMachineWithoutSoundHasNone() throws CaptureException {
        assertEquals(List.of(), source(Map.of()).devices());
    }

    @Test
    void aCardThatIsNotThereIsSaidToBeMissing() {
        CaptureDevice card = new CaptureDevice(SoundSource.ID, "alsa/plughw:17,0", "Card",
                List.of(new CaptureFormat.Sound(RATE_HZ, 2)));
        CaptureException e = assertThrows(CaptureException.class,
                () -> source(Map.of()).open(card, card.formats().getFirst()));
        assertEquals(Reason.NO_DEVICE, e.reason());
    }

    @Test
    void settingsThatSoundDoesNotHaveAreRefused() {
        CaptureDevice card = new CaptureDevice(SoundSource.ID, "alsa/plughw:17,0", "Card",
                List.of(new CaptureFormat.Sound(RATE_HZ, 2)));
        CaptureException e = assertThrows(CaptureException.class,
                () -> source(Map.of()).open(card, new CaptureFormat.Sound(RATE_HZ, 2, new TreeMap<>(Map.of("bass", "more")))));
        assertEquals(Reason.UNSUPPORTED, e.reason());
    }

    @Test
    void samplesComeWithoutHolesAndAtTheTimesTheyWereTaken() throws CaptureException {
        DeviceInput input = DeviceInput.open("lavfi", "sine=frequency=1000:sample_rate=48000,arealtime", Map.of(), false, "tone");
        try (DeviceSound sound = DeviceSound.of(input, new CaptureFormat.Sound(RATE_HZ, 1), "tone")) {
            sound.start();
            float[][] into = new float[1][480];
            int position = 0;
            long last = Long.MIN_VALUE;
            while (position < RATE_HZ / 5) {
                SoundStream.Samples taken = sound.read(into);
                assertTrue(taken.count() > 0 && taken.timeNs() > last);
                last = taken.timeNs();
                for (int i = 0; i < taken.count(); i++, position++) {
                    assertEquals(Math.sin(2 * Math.PI * 1000 * position / RATE_HZ) / 8, into[0][i], 0.002, "sample " + position);
                }
            }
            sound.stop();
            assertEquals(0, sound.read(into).count());
        }
    }

    private SoundSource source(Map<String, String> environment) {
        return new SoundSource(environment, folder.resolve("pcm"), folder.resolve("snd"));
    }
}
