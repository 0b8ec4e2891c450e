package org.reelbench.rest.internal.record;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.reelbench.capture.CaptureDevice;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.DeviceList;
import org.reelbench.capture.Recorder;
import org.reelbench.capture.RecordingRequest;
import org.reelbench.capture.SoundTreatment;
import org.reelbench.rest.internal.answer.Fields;
import org.reelbench.rest.internal.answer.Problem;
import org.reelbench.time.FrameRate;

/**
 * What is to be recorded, as a request says it.
 *
 * @param fields the members of the request
 */
record RecordingWish(Fields fields) {

    /** The members of a request; "at" is for who puts it on tracks. */
    static final Set<String> MEMBERS = Set.of("file", "pictures", "sound", "size", "rate", "pictureSettings", "soundSettings",
            "reduceNoise", "automaticGain", "bitRate", "at");

    private static final Pattern SIZE = Pattern.compile("(\\d{2,5})x(\\d{2,5})");
    private static final Pattern SETTING = Pattern.compile("([a-z]{1,20})=(\\S{1,100})");
    private static final int REFUSED = 422;

    /** Finds the devices among those that are there. */
    RecordingRequest request(Path file, Recorder recorder) throws Problem {
        RecordingRequest request = RecordingRequest.to(file).withBitRate(bitRate())
                .withSoundTreatment(new SoundTreatment(fields.flag("reduceNoise"), fields.flag("automaticGain")));
        if (fields.value("pictures").isEmpty() && fields.value("sound").isEmpty()) {
            throw new Problem(REFUSED, "\"pictures\", \"sound\" or both are to name a device; 'devices' lists them");
        }
        DeviceList found = recorder.devices();
        try {
            Optional<String> pictures = fields.value("pictures");
            if (pictures.isPresent()) {
                CaptureDevice device = device(found, pictures.get());
                request = request.pictures(device, picture(recorder.usualFormat(device)));
            }
            Optional<String> sound = fields.value("sound");
            if (sound.isPresent()) {
                CaptureDevice device = device(found, sound.get());
                request = request.sound(device, sound(recorder.usualFormat(device)));
            }
            return request;
        } catch (IllegalArgumentException e) {
            throw new Problem(REFUSED, e.getMessage(), e);
        }
    }

    private static CaptureDevice device(DeviceList found, String name) throws Problem {
        return found.named(name).orElseThrow(() -> new Problem(REFUSED, "there is no device '" + name + "'; 'devices' lists them"
                + (found.problems().isEmpty() ? "" : "; " + found.problems().getFirst().getMessage())));
    }

    /** A device of the other kind has a format of the other kind, which the request refuses. */
    private CaptureFormat picture(CaptureFormat usual) throws Problem {
        if (!(usual instanceof CaptureFormat.Picture picture)) {
            return usual;
        }
        String size = fields.value("size").orElse(picture.widthPx() + "x" + picture.heightPx());
        Matcher matcher = SIZE.matcher(size);
        if (!matcher.matches()) {
            throw new Problem(400, "\"size\" is to be a width and a height, such as 1280x720, not " + size);
        }
        // Pictures are coded with even sides.
        return new CaptureFormat.Picture(Integer.parseInt(matcher.group(1)) & ~1, Integer.parseInt(matcher.group(2)) & ~1,
                rate(picture.rate()), settings("pictureSettings", picture.options()));
    }

    private CaptureFormat sound(CaptureFormat usual) throws Problem {
        return usual instanceof CaptureFormat.Sound sound
                ? new CaptureFormat.Sound(sound.sampleRateHz(), sound.channels(), settings("soundSettings", sound.options()))
                : usual;
    }

    private FrameRate rate(FrameRate usual) throws Problem {
        Optional<String> rate = fields.value("rate");
        try {
            return rate.isEmpty() ? usual : FrameRate.parse(rate.get());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new Problem(400, "\"rate\" is to be pictures a second, such as 30, not " + rate.orElse(""), e);
        }
    }

    private long bitRate() throws Problem {
        String text = fields.value("bitRate").orElse("0");
        if (!text.matches("\\d{1,12}")) {
            throw new Problem(400, "\"bitRate\" is to be bits a second, not " + text);
        }
        return Long.parseLong(text);
    }

    private SortedMap<String, String> settings(String name, SortedMap<String, String> usual) throws Problem {
        SortedMap<String, String> settings = new TreeMap<>(usual);
        for (String setting : fields.value(name).orElse("").split(" ")) {
            Matcher matcher = SETTING.matcher(setting);
            if (matcher.matches()) {
                settings.put(matcher.group(1), matcher.group(2));
            } else if (!setting.isEmpty()) {
                throw new Problem(400, "\"" + name + "\" is to be settings such as region=1280x720+0+0, not " + setting);
            }
        }
        return settings;
    }
}
