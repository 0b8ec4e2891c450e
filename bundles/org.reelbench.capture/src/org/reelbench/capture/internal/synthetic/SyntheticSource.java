package org.reelbench.capture.internal.synthetic;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.osgi.service.component.annotations.Component;
import org.reelbench.capture.CaptureDevice;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureException.Reason;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.CaptureSource;
import org.reelbench.capture.CaptureStream;
import org.reelbench.time.FrameRate;

/**
 * Test cards and clicks. With the option {@code pace=free} they come as fast as they are recorded, with {@code seconds} they end.
 */
@Component(service = CaptureSource.class)
public final class SyntheticSource implements CaptureSource {

    /** The source's id. */
    public static final String ID = "synthetic";
    /** How fast it delivers: {@code live}, as devices do, or {@code free}. */
    public static final String PACE = "pace";
    /** After how many seconds it is at its end; without it goes on. */
    public static final String SECONDS = "seconds";
    /** The number that the cards and the clicks carry, 0 to 255. */
    public static final String SOURCE = "source";

    private static final Set<String> OPTIONS = Set.of(PACE, SECONDS, SOURCE);
    private static final CaptureDevice CARDS = new CaptureDevice(ID, "card", "Test card",
            List.of(new CaptureFormat.Picture(1920, 1080, FrameRate.of(60, 1)),
                    new CaptureFormat.Picture(1280, 720, FrameRate.of(60, 1)),
                    new CaptureFormat.Picture(1280, 720, FrameRate.of(30, 1)),
                    new CaptureFormat.Picture(640, 360, FrameRate.of(30, 1))));
    private static final CaptureDevice CLICKS = new CaptureDevice(ID, "clicks", "Clicks",
            List.of(new CaptureFormat.Sound(48_000, 2), new CaptureFormat.Sound(48_000, 1)));

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<CaptureDevice> devices() {
        return List.of(CARDS, CLICKS);
    }

    @Override
    public CaptureStream open(CaptureDevice device, CaptureFormat format) throws CaptureException {
        Map<String, String> options = new TreeMap<>(format.options());
        if (!OPTIONS.containsAll(options.keySet())) {
            throw new CaptureException(Reason.UNSUPPORTED,
                    device.label() + ": it knows the options " + OPTIONS + " only, not " + options.keySet());
        }
        try {
            boolean live = !"free".equals(options.getOrDefault(PACE, "live"));
            double seconds = Double.parseDouble(options.getOrDefault(SECONDS, "Infinity"));
            int source = Integer.parseInt(options.getOrDefault(SOURCE, "1"));
            if (device.id().equals(CARDS.id()) && format instanceof CaptureFormat.Picture picture) {
                return new CardStream(picture, live, seconds, source);
            }
            if (device.id().equals(CLICKS.id()) && format instanceof CaptureFormat.Sound sound) {
                return new ClickStream(sound, live, seconds, source);
            }
        } catch (NumberFormatException e) {
            throw new CaptureException(Reason.UNSUPPORTED, device.label() + ": an option is no number: " + options, e);
        }
        throw new CaptureException(Reason.NO_DEVICE, "there is no synthetic device '" + device.id() + "' of that kind");
    }
}
