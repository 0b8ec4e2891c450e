package org.reelbench.cli.internal.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.reelbench.capture.CaptureDevice;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.CaptureSource;
import org.reelbench.capture.DeviceList;
import org.reelbench.capture.Recorder;
import org.reelbench.capture.Recording;
import org.reelbench.capture.RecordingRequest;
import org.reelbench.capture.SoundTreatment;
import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Subcommand;
import org.reelbench.time.FrameRate;

class RecordOptionsTest {

    private static final Path FILE = Path.of("take.mp4");
    private static final CaptureDevice SCREEN = new CaptureDevice("x11", ":0.0", "Screen",
            List.of(new CaptureFormat.Picture(1280, 720, FrameRate.of(30, 1))));
    private static final CaptureDevice SOUND = new CaptureDevice("sound", "mic", "Microphone",
            List.of(new CaptureFormat.Sound(48_000, 2)));
    private static final DeviceList FOUND = new DeviceList(List.of(SOUND, SCREEN), List.of());

    @Test
    void withoutDeviceTheFirstOfPicturesIsRecordedInItsUsualFormat() throws CommandException {
        RecordingRequest request = request(FOUND);
        assertEquals(SCREEN, request.pictures());
        assertEquals(SCREEN.formats().getFirst(), request.pictureFormat());
        assertNull(request.sound());
        assertTrue(request.adaptive());
    }

    @Test
    void devicesAndTheirSettingsAreWhatWasNamed() throws CommandException {
        RecordingRequest request = request(FOUND, "-s", "sound:mic", "--source", "x11", "--size", "641x361", "--rate",
                "30000/1001",
                "--region", "640x360+1+2", "--no-pointer", "--gain", "auto", "--bit-rate", "2000000", "--no-adapt");
        assertEquals(new CaptureFormat.Picture(640, 360, FrameRate.of(30_000, 1001),
                new TreeMap<>(Map.of("region", "640x360+1+2", "pointer", "off"))), request.pictureFormat());
        assertEquals(new CaptureFormat.Sound(48_000, 2), request.soundFormat());
        assertEquals(new SoundTreatment(false, true), request.soundTreatment());
        assertEquals(2_000_000, request.bitRate());
        assertEquals(false, request.adaptive());
    }

    @Test
    void aDeviceIsToldItsOwnSettings() throws CommandException {
        RecordingRequest request = request(FOUND, "-s", "sound:mic", "-s", "x11", "--picture-setting", "a=1", "--picture-setting",
                "b=c=2", "--no-pointer", "--sound-setting", "mode=");
        assertEquals(Map.of("a", "1", "b", "c=2", "pointer", "off"), Objects.requireNonNull(request.pictureFormat()).options());
        assertEquals(Map.of("mode", ""), Objects.requireNonNull(request.soundFormat()).options());
        assertEquals(ExitCode.USAGE, refused(FOUND, "--picture-setting", "=1"));
        assertEquals(ExitCode.USAGE, refused(FOUND, "--sound-setting", "loud"));
    }

    @Test
    void soundIsLeftAsItIsUnlessOneSaysOtherwise() throws CommandException {
        assertEquals(SoundTreatment.NONE, request(FOUND, "-s", "sound:mic").soundTreatment());
        assertEquals(new SoundTreatment(true, false), request(FOUND, "-s", "sound:mic", "--reduce-noise").soundTreatment());
    }

    @Test
    void twoDevicesOfOneKindAreRefused() {
        assertEquals(ExitCode.USAGE, refused(FOUND, "-s", "x11", "-s", "x11::0.0"));
    }

    @Test
    void aDeviceThatIsMissingIsAMissingInput() {
        assertEquals(ExitCode.INPUT, refused(FOUND, "-s", "camera"));
        assertEquals(ExitCode.INPUT, refused(new DeviceList(List.of(SOUND), List.of())));
    }

    @Test
    void aTestCardIsRecordedOnlyWhereItIsNamed() throws CommandException {
        CaptureDevice card = new CaptureDevice("synthetic", "card", "Test card", SCREEN.formats());
        DeviceList found = new DeviceList(List.of(card), List.of());
        assertEquals(ExitCode.INPUT, refused(found));
        assertEquals(card, request(found, "-s", "synthetic:card").pictures());
        assertEquals(SCREEN, request(new DeviceList(List.of(card, SCREEN), List.of())).pictures());
    }

    @Test
    void whatKeptASourceFromListingIsTheReasonOfAMissingDevice() {
        DeviceList none = new DeviceList(List.of(),
                List.of(new CaptureException(CaptureException.Reason.NOT_AVAILABLE, "there is no screen")));
        assertEquals(ExitCode.NOT_AVAILABLE, refused(none, "-s", "x11"));
    }

    @Test
    void optionsThatMakeNoSenseAreRefused() {
        for (String[] words : new String[][] { { "--rate", "fast" }, { "--rate", "0" }, { "--duration", "-1" },
                { "--size", "big" }, { "--bit-rate", "many" }, { "--gain", "11" } }) {
            assertEquals(ExitCode.USAGE, refused(FOUND, words), String.join(" ", words));
        }
    }

    private static int refused(DeviceList found, String... words) {
        return assertThrows(CommandException.class, () -> request(found, words)).exitCode();
    }

    private static RecordingRequest request(DeviceList found, String... words) throws CommandException {
        return RecordOptions.of(new Arguments(new Named(), List.of(words))).request(FILE, new FirstFormats(), found);
    }

    /** A command whose name is all that is asked for. */
    private static final class Named implements Subcommand {

        @Override
        public String name() {
            return "record";
        }

        @Override
        public String summary() {
            return "";
        }

        @Override
        public String usage() {
            return "record";
        }

        @Override
        public int run(List<String> arguments, Console console) {
            throw new UnsupportedOperationException();
        }
    }

    /** A recorder of which only the usual formats are asked. */
    private static final class FirstFormats implements Recorder {

        @Override
        public DeviceList devices() {
            return FOUND;
        }

        @Override
        public CaptureSource.Watching watch(Runnable changed) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CaptureFormat usualFormat(CaptureDevice device) {
            return device.formats().getFirst();
        }

        @Override
        public Recording start(RecordingRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Recording> recordings() {
            return List.of();
        }
    }
}
