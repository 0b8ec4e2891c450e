package org.reelbench.cli.internal.record;

import java.io.PrintStream;
import java.util.Locale;

import org.reelbench.capture.CaptureDevice;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.DeviceList;
import org.reelbench.capture.Recorder;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Json;

/** Shows the devices that can be recorded, and why others cannot. */
final class DeviceTable {

    private final Recorder recorder;
    private final PrintStream out;
    private final boolean json;

    DeviceTable(Recorder recorder, PrintStream out, boolean json) {
        this.recorder = recorder;
        this.out = out;
        this.json = json;
    }

    /** Shows them; where there is none the exit code says that nothing can be recorded here. */
    int show(DeviceList found) {
        found.devices().forEach(this::device);
        found.problems().forEach(this::problem);
        if (!found.devices().isEmpty()) {
            return ExitCode.OK;
        }
        if (found.problems().isEmpty() && !json) {
            out.println("no device: nothing here delivers pictures or sound");
        }
        return ExitCode.NOT_AVAILABLE;
    }

    private void device(CaptureDevice device) {
        CaptureFormat usual = recorder.usualFormat(device);
        if (!json) {
            out.println(device.address() + "\n  " + device.label() + ", " + (device.hasPictures() ? "pictures" : "sound")
                    + ", usually " + usual);
            return;
        }
        out.println(Json.line(line -> {
            line.writeStringField("device", device.address());
            line.writeStringField("label", device.label());
            line.writeStringField("kind", device.hasPictures() ? "pictures" : "sound");
            line.writeStringField("usual", usual.toString());
            line.writeArrayFieldStart("formats");
            for (CaptureFormat format : device.formats()) {
                line.writeString(format.toString());
            }
            line.writeEndArray();
        }));
    }

    private void problem(CaptureException problem) {
        String reason = problem.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        out.println(json ? Json.line(line -> {
            line.writeStringField("problem", reason);
            line.writeStringField("message", problem.getMessage());
        }) : reason + ": " + problem.getMessage());
    }
}
