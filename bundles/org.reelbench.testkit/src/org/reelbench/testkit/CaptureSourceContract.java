package org.reelbench.testkit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;

import org.reelbench.capture.CaptureDevice;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.CaptureSource;
import org.reelbench.capture.CaptureStream;
import org.reelbench.capture.PictureStream;
import org.reelbench.capture.SoundStream;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.RationalTime;

/**
 * What every capture source keeps to: its devices have names, deliver what they were opened for in the order of time, and let go
 * of whoever waits for them. Opens every device in its last format, which is the least, and reads some pictures and sound.
 * <p>
 * For one thread. Takes as long as the devices take to deliver a few pictures.
 */
public final class CaptureSourceContract implements Contract {

    private static final int PICTURES = 5;
    private static final int SAMPLES = 4800;

    private final CaptureSource source;

    /**
     * Creates the contract of a source.
     *
     * @param source the source, with at least one device
     */
    public CaptureSourceContract(CaptureSource source) {
        this.source = source;
    }

    @Override
    public List<ContractCase> cases() {
        List<ContractCase> cases = new ArrayList<>();
        cases.add(new ContractCase("the source has a name", this::name));
        cases.add(new ContractCase("its devices have names of their own, the same each time", this::devices));
        cases.add(new ContractCase("a setting that a device does not know is refused", this::unknownOption));
        cases.add(
                new ContractCase("devices deliver what they were opened for, in the order of time", () -> each(this::delivers)));
        cases.add(new ContractCase("a device can be stopped and started again", () -> each(this::startsAgain)));
        cases.add(new ContractCase("stopping lets go of who waits", () -> each(this::letsGo)));
        cases.add(new ContractCase("a device that was given back can be opened again", () -> each(this::opensAgain)));
        cases.add(new ContractCase("a watch ends, twice", () -> {
            CaptureSource.Watching watch = source.watch(() -> {
                // nothing is waited for
            });
            watch.close();
            watch.close();
        }));
        return List.copyOf(cases);
    }

    private interface OnDevice {
        void run(CaptureDevice device, CaptureFormat format) throws Exception;
    }

    private void each(OnDevice check) throws Exception {
        for (CaptureDevice device : source.devices()) {
            check.run(device, device.formats().getLast());
        }
    }

    private void name() {
        Claims.holds(source.id().matches("[a-z0-9-]+"), "the id '" + source.id() + "' is no word in lower case");
        Claims.same(source.id(), source.id(), "the id, asked again,");
    }

    private void devices() throws CaptureException {
        List<CaptureDevice> devices = source.devices();
        Claims.holds(!devices.isEmpty(), "there is no device to look at");
        Set<String> ids = new HashSet<>();
        for (CaptureDevice device : devices) {
            Claims.same(source.id(), device.source(), "the source that device " + device.id() + " names");
            Claims.holds(!device.id().isBlank() && ids.add(device.id()), "a second device is called '" + device.id() + "'");
            Claims.line(device.label(), "the label of device " + device.id());
        }
        Claims.same(devices, source.devices(), "the list of devices, asked again,");
    }

    private void unknownOption() throws Exception {
        each((device, format) -> {
            TreeMap<String, String> options = new TreeMap<>(format.options());
            options.put("nobody-knows-this", "1");
            CaptureFormat odd = switch (format) {
            case CaptureFormat.Picture p -> new CaptureFormat.Picture(p.widthPx(), p.heightPx(), p.rate(), options);
            case CaptureFormat.Sound s -> new CaptureFormat.Sound(s.sampleRateHz(), s.channels(), options);
            };
            CaptureException refused = Claims.thrown(CaptureException.class, () -> source.open(device, odd).close(),
                    "opened with a setting that nobody knows");
            Claims.line(refused.getMessage(), "the message");
        });
    }

    private void delivers(CaptureDevice device, CaptureFormat format) throws CaptureException {
        try (CaptureStream stream = source.open(device, format)) {
            Claims.holds(stream.isHealthy(), device.label() + " is not healthy when it is opened");
            stream.start();
            switch (stream) {
            case PictureStream pictures -> pictures(pictures, (CaptureFormat.Picture) format, device.label());
            case SoundStream sound -> sound(sound, (CaptureFormat.Sound) format, device.label());
            }
            Claims.same(stream.format(), stream.format(), "the format, asked again,");
            stream.stop();
            stream.stop();
        }
    }

    private static void pictures(PictureStream stream, CaptureFormat.Picture wanted, String label) throws CaptureException {
        CaptureFormat.Picture format = stream.format();
        Claims.holds(format.widthPx() <= wanted.widthPx() && format.heightPx() <= wanted.heightPx()
                && format.rate().framesPerSecond().compareTo(wanted.rate().framesPerSecond()) <= 0,
                label + " delivers " + format + ", more than the " + wanted + " it was asked for");
        Claims.same(format.widthPx() + "x" + format.heightPx(),
                stream.pictures().widthPx() + "x" + stream.pictures().heightPx(), "the size of the frames of " + label);
        long before = CaptureStream.NOTHING;
        try (VideoFrame frame = MemoryFrame.allocate(stream.pictures(), RationalTime.ZERO)) {
            for (int i = 0; i < PICTURES; i++) {
                long timeNs = stream.read(i % 2 == 0 ? frame : null);
                Claims.holds(timeNs != CaptureStream.NOTHING, label + " delivers nothing while it runs");
                Claims.holds(timeNs > before, label + " delivers a picture of " + timeNs + " ns after one of " + before + " ns");
                before = timeNs;
            }
        }
    }

    private static void sound(SoundStream stream, CaptureFormat.Sound wanted, String label) throws CaptureException {
        Claims.holds(stream.format().channels() >= 1 && stream.format().sampleRateHz() > 0,
                label + " delivers " + stream.format() + " in place of " + wanted);
        float[][] block = new float[stream.format().channels()][stream.format().sampleRateHz() / 50];
        long before = CaptureStream.NOTHING;
        for (int taken = 0; taken < SAMPLES;) {
            SoundStream.Samples samples = stream.read(block);
            Claims.holds(samples.count() > 0 && samples.count() <= block[0].length,
                    label + " delivers " + samples.count() + " samples into an array of " + block[0].length);
            Claims.holds(samples.timeNs() > before, label + " delivers sound of " + samples.timeNs() + " ns after " + before);
            for (float[] channel : block) {
                for (int i = 0; i < samples.count(); i++) {
                    Claims.holds(Float.isFinite(channel[i]), label + " delivers what is no number");
                }
            }
            before = samples.timeNs();
            taken += samples.count();
        }
    }

    private void startsAgain(CaptureDevice device, CaptureFormat format) throws CaptureException {
        try (CaptureStream stream = source.open(device, format)) {
            for (int i = 0; i < 2; i++) {
                stream.start();
                Claims.holds(read(stream) != CaptureStream.NOTHING, device.label() + " delivers nothing after start " + (i + 1));
                stream.stop();
            }
        }
    }

    private static long read(CaptureStream stream) throws CaptureException {
        return switch (stream) {
        case PictureStream pictures -> pictures.read(null);
        case SoundStream sound -> sound.read(new float[sound.format().channels()][sound.format().sampleRateHz() / 50]).timeNs();
        };
    }

    private void letsGo(CaptureDevice device, CaptureFormat format) throws Exception {
        try (CaptureStream stream = source.open(device, format)) {
            stream.start();
            FutureTask<Boolean> reading = new FutureTask<>(() -> {
                while (read(stream) != CaptureStream.NOTHING) {
                    Thread.onSpinWait();
                }
                return true;
            });
            Thread reader = new Thread(reading, "reelbench-contract-reader");
            reader.setDaemon(true);
            reader.start();
            stream.stop();
            Claims.holds(reading.get(), "the reader went on");
        }
    }

    private void opensAgain(CaptureDevice device, CaptureFormat format) throws CaptureException {
        CaptureStream first = source.open(device, format);
        first.close();
        first.close();
        try (CaptureStream second = source.open(device, format)) {
            second.start();
            Claims.holds(read(second) != CaptureStream.NOTHING, device.label() + " delivers nothing when it is opened again");
        }
    }
}
