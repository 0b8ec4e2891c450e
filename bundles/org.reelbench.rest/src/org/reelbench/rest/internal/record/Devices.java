package org.reelbench.rest.internal.record;

import java.io.IOException;

import org.reelbench.capture.CaptureDevice;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.DeviceList;

import com.fasterxml.jackson.core.JsonGenerator;

/** Writes what can be recorded. */
public final class Devices {

    private Devices() {
    }

    /** Writes the members of a list. */
    public static void write(JsonGenerator json, DeviceList found) throws IOException {
        json.writeArrayFieldStart("devices");
        for (CaptureDevice device : found.devices()) {
            json.writeStartObject();
            json.writeStringField("name", device.address());
            json.writeStringField("label", device.label());
            json.writeStringField("kind", device.hasPictures() ? "pictures" : "sound");
            json.writeArrayFieldStart("formats");
            for (CaptureFormat format : device.formats()) {
                json.writeString(format.toString());
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("problems");
        for (CaptureException problem : found.problems()) {
            json.writeString(problem.getMessage());
        }
        json.writeEndArray();
    }
}
