package org.reelbench.capture.ffmpeg.internal.sound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.reelbench.capture.CaptureDevice;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureException.Reason;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.CaptureSource;
import org.reelbench.capture.CaptureStream;
import org.reelbench.capture.ffmpeg.internal.device.DeviceInput;
import org.reelbench.capture.ffmpeg.internal.device.FolderWatch;

/** The sound server's inputs where one runs, and the sound cards that the kernel knows. */
@Component(service = CaptureSource.class)
public final class SoundSource implements CaptureSource {

    static final String ID = "sound";

    private static final String PULSE = "pulse";
    private static final String ALSA = "alsa";
    private static final int RATE_HZ = 48_000;
    /** The sound server hands over as much at once: 20 ms of 16 bits and two channels. */
    private static final String FRAGMENT_BYTES = "3840";
    /** A line of the kernel's list of devices: card, device, name … and whether it can record. */
    private static final Pattern CARD = Pattern.compile("(\\d+)-(\\d+): ([^:]*?) *:.*capture \\d+.*");

    private final Map<String, String> environment;
    private final Path cards;
    private final Path nodes;

    /** Creates the source; looks for nothing yet. */
    @Activate
    public SoundSource() {
        this(System.getenv(), Path.of("/proc/asound/pcm"), Path.of("/dev/snd"));
    }

    SoundSource(Map<String, String> environment, Path cards, Path nodes) {
        this.environment = environment;
        this.cards = cards;
        this.nodes = nodes;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<CaptureDevice> devices() throws CaptureException {
        List<CaptureDevice> devices = new ArrayList<>();
        if (serverRuns()) {
            devices.add(device(PULSE + "/@DEFAULT_SOURCE@", "Microphone that the system prefers"));
            devices.add(device(PULSE + "/@DEFAULT_MONITOR@", "What the computer plays"));
        }
        try {
            for (String line : Files.isReadable(cards) ? Files.readAllLines(cards) : List.<String>of()) {
                Matcher matcher = CARD.matcher(line);
                if (matcher.matches()) {
                    devices.add(device(ALSA + "/plughw:" + Integer.parseInt(matcher.group(1)) + ","
                            + Integer.parseInt(matcher.group(2)), "Sound card " + matcher.group(3)));
                }
            }
        } catch (IOException e) {
            throw new CaptureException(Reason.NO_PERMISSION, "sound cards cannot be listed (" + e.getMessage() + ")", e);
        }
        return List.copyOf(devices);
    }

    private boolean serverRuns() {
        String folder = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        return !environment.getOrDefault("PULSE_SERVER", "").isEmpty()
                || !folder.isEmpty() && Files.exists(Path.of(folder, PULSE, "native"));
    }

    private static CaptureDevice device(String id, String label) {
        return new CaptureDevice(ID, id, label,
                List.of(new CaptureFormat.Sound(RATE_HZ, 2), new CaptureFormat.Sound(RATE_HZ, 1)));
    }

    @Override
    public CaptureStream open(CaptureDevice device, CaptureFormat format) throws CaptureException {
        if (!(format instanceof CaptureFormat.Sound wanted)) {
            throw new CaptureException(Reason.UNSUPPORTED, "'" + device.label() + "' delivers sound, no pictures");
        }
        if (!wanted.options().isEmpty()) {
            throw new CaptureException(Reason.UNSUPPORTED,
                    "sound has no settings such as " + String.join(", ", wanted.options().keySet()));
        }
        int slash = device.id().indexOf('/');
        String kind = device.id().substring(0, Math.max(0, slash));
        Map<String, String> options = new TreeMap<>(Map.of("sample_rate", Integer.toString(wanted.sampleRateHz()), "channels",
                Integer.toString(wanted.channels())));
        if (kind.equals(PULSE)) {
            options.put("fragment_size", FRAGMENT_BYTES);
        }
        DeviceInput input = DeviceInput.open(kind, device.id().substring(slash + 1), options, kind.equals(PULSE), device.label());
        return DeviceSound.of(input, wanted, device.label());
    }

    @Override
    public Watching watch(Runnable changed) {
        return FolderWatch.of(nodes, "pcm", changed);
    }
}
