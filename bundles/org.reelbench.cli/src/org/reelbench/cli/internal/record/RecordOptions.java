package org.reelbench.cli.internal.record;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.capture.CaptureDevice;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.DeviceList;
import org.reelbench.capture.Recorder;
import org.reelbench.capture.RecordingRequest;
import org.reelbench.capture.SoundTreatment;
import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;

/**
 * What the user wants to have recorded.
 *
 * @param sources the names of the devices; none for the first screen
 * @param size the size asked for, or null for the usual one
 * @param rate the rate asked for, or null for the usual one
 * @param pictureOptions settings of the device of pictures
 * @param soundOptions settings of the device of sound
 * @param soundTreatment what is done to sound
 * @param durationUs how long, in microseconds of media, or 0 until it is ended
 * @param bitRate bits per second of pictures, or 0 for what suits
 * @param adaptive whether rate, quality and size follow the machine's speed
 * @param moovFirst whether tables are put in front of the media afterwards
 */
record RecordOptions(List<String> sources, @Nullable String size, @Nullable FrameRate rate,
        SortedMap<String, String> pictureOptions, SortedMap<String, String> soundOptions, SoundTreatment soundTreatment,
        long durationUs, long bitRate,
        boolean adaptive, boolean moovFirst) {

    /** The source of test cards. */
    private static final String SYNTHETIC = "synthetic";

    private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,4})[xX]([1-9]\\d{0,4})");
    private static final long SECOND_US = 1_000_000;

    static RecordOptions of(Arguments arguments) throws CommandException {
        SortedMap<String, String> picture = settings(arguments, "--picture-setting");
        arguments.value("--region").ifPresent(value -> picture.put("region", value));
        SoundTreatment sound = new SoundTreatment(arguments.flag("--reduce-noise"), automaticGain(arguments));
        if (arguments.flag("--no-pointer")) {
            picture.put("pointer", "off");
        }
        Optional<String> size = arguments.value("--size");
        if (size.isPresent() && !SIZE.matcher(size.get()).matches()) {
            throw arguments.usage("--size " + size.get() + " is no size such as 1280x720");
        }
        List<String> sources = arguments.values("--source", "-s").stream().map(Arguments.Option::value).toList();
        long duration = number(arguments, "--duration", Rational.of(SECOND_US));
        long bitRate = number(arguments, "--bit-rate", Rational.ONE);
        return new RecordOptions(sources, size.orElse(null), rate(arguments), picture,
                settings(arguments, "--sound-setting"), sound, duration, bitRate,
                !arguments.flag("--no-adapt"), arguments.flag("--moov-first"));
    }

    private static SortedMap<String, String> settings(Arguments arguments, String option) throws CommandException {
        SortedMap<String, String> settings = new TreeMap<>();
        for (Arguments.Option setting : arguments.values(option)) {
            int equals = setting.value().indexOf('=');
            if (equals < 1) {
                throw arguments.usage(option + " takes NAME=VALUE, not " + setting.value());
            }
            settings.put(setting.value().substring(0, equals), setting.value().substring(equals + 1));
        }
        return settings;
    }

    private static boolean automaticGain(Arguments arguments) throws CommandException {
        String gain = arguments.value("--gain").orElse("off");
        if (!gain.equals("auto") && !gain.equals("off")) {
            throw arguments.usage("--gain is 'auto' or 'off', not '" + gain + "'");
        }
        return gain.equals("auto");
    }

    private static @Nullable FrameRate rate(Arguments arguments) throws CommandException {
        Optional<String> text = arguments.value("--rate");
        try {
            return text.isEmpty() ? null : FrameRate.parse(text.get());
        } catch (IllegalArgumentException | ArithmeticException _) {
            throw arguments.usage("--rate takes pictures a second such as 30, not " + text.orElse(""));
        }
    }

    private static long number(Arguments arguments, String option, Rational unit) throws CommandException {
        Optional<String> text = arguments.value(option);
        if (text.isEmpty()) {
            return 0;
        }
        try {
            long number = Rational.parse(text.get()).times(unit).round();
            if (number > 0) {
                return number;
            }
        } catch (IllegalArgumentException | ArithmeticException _) {
            // told below, as is what is not above zero
        }
        throw arguments.usage(option + " takes a number above 0, not " + text.get());
    }

    /** Finds the devices among those that are there. */
    RecordingRequest request(Path file, Recorder recorder, DeviceList found) throws CommandException {
        RecordingRequest request = RecordingRequest.to(file).withBitRate(bitRate).withAdaptive(adaptive)
                .withMoovFirst(moovFirst);
        for (CaptureDevice device : devices(found)) {
            CaptureFormat format = recorder.usualFormat(device);
            if (format instanceof CaptureFormat.Picture picture && request.pictures() == null) {
                request = request.pictures(device, wanted(picture, device));
            } else if (format instanceof CaptureFormat.Sound sound && request.sound() == null) {
                CaptureFormat.Sound wanted = new CaptureFormat.Sound(sound.sampleRateHz(), sound.channels(), soundOptions);
                request = request.sound(device, wanted).withSoundTreatment(soundTreatment);
            } else {
                throw new CommandException(ExitCode.USAGE,
                        "one device of pictures and one of sound are recorded into a file, not '" + device.label() + "' too");
            }
        }
        return request;
    }

    private List<CaptureDevice> devices(DeviceList found) throws CommandException {
        if (sources.isEmpty()) {
            // Who names no device means something real; a test card in its place would be found out too late.
            return List.of(found.devices().stream().filter(CaptureDevice::hasPictures)
                    .filter(device -> !device.source().equals(SYNTHETIC)).findFirst()
                    .orElseThrow(() -> missing("there is no screen or camera to record", found)));
        }
        List<CaptureDevice> devices = new java.util.ArrayList<>();
        for (String name : sources) {
            devices.add(found.named(name).orElseThrow(() -> missing("there is no device '" + name + "'", found)));
        }
        return devices;
    }

    /** A source that could not list its devices may be the reason why one is missing. */
    private static CommandException missing(String message, DeviceList found) {
        if (found.problems().isEmpty()) {
            return new CommandException(ExitCode.INPUT, message + "; 'reelbench record --list' shows what there is");
        }
        CaptureException problem = found.problems().getFirst();
        return new CommandException(CaptureFailures.code(problem.reason()), message + ": " + problem.getMessage(), problem);
    }

    private CaptureFormat.Picture wanted(CaptureFormat.Picture usual, CaptureDevice device) {
        UnaryOperator<FrameRate> asked = known -> rate == null ? known : rate;
        String text = size;
        if (text != null) {
            Matcher matcher = SIZE.matcher(text);
            if (matcher.matches()) {
                return new CaptureFormat.Picture(Integer.parseInt(matcher.group(1)) & ~1,
                        Integer.parseInt(matcher.group(2)) & ~1, asked.apply(usual.rate()), pictureOptions);
            }
        }
        return new CaptureFormat.Picture(usual.widthPx(), usual.heightPx(), asked.apply(usual.rate()), pictureOptions);
    }
}
