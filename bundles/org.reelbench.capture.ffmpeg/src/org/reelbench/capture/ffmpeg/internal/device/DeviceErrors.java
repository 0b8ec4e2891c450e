package org.reelbench.capture.ffmpeg.internal.device;

import java.nio.charset.StandardCharsets;

import org.bytedeco.ffmpeg.global.avutil;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureException.Reason;

/** FFmpeg's error codes as what people can do something about. */
final class DeviceErrors {

    private static final int TEXT_BYTES = 128;

    /** The operating system's own numbers, which FFmpeg passes on with the sign turned. */
    private static final int NOT_PERMITTED = -1;
    private static final int NO_ENTRY = -2;
    private static final int NO_ADDRESS = -6;
    private static final int ACCESS = -13;
    private static final int BUSY = -16;
    private static final int NO_DEVICE = -19;
    private static final int INVALID = -22;

    private DeviceErrors() {
    }

    /**
     * Says why a device was not opened.
     *
     * @param code FFmpeg's code
     * @param label the device's name for people
     * @return the exception
     */
    static CaptureException atOpening(int code, String label) {
        return switch (code) {
        case BUSY -> new CaptureException(Reason.BUSY, "'" + label + "' is used by another program; close it there");
        case ACCESS, NOT_PERMITTED -> new CaptureException(Reason.NO_PERMISSION,
                "'" + label + "' may not be used by this user; ask for the group that owns it, such as video or audio");
        case NO_ENTRY, NO_DEVICE, NO_ADDRESS -> new CaptureException(Reason.NO_DEVICE,
                "'" + label + "' is not there; plug it in and list the devices again");
        case INVALID -> new CaptureException(Reason.UNSUPPORTED,
                "'" + label + "' does not deliver what was asked for; choose another format");
        default -> new CaptureException(Reason.NO_DEVICE, "'" + label + "' cannot be opened (" + text(code) + ")");
        };
    }

    /**
     * Says that a device failed while it was read.
     *
     * @param code FFmpeg's code
     * @param label the device's name for people
     * @return the exception
     */
    static CaptureException whileReading(int code, String label) {
        return new CaptureException(Reason.LOST, "'" + label + "' delivers nothing any more (" + text(code) + ")");
    }

    private static String text(int code) {
        byte[] text = new byte[TEXT_BYTES];
        avutil.av_strerror(code, text, text.length);
        int length = 0;
        while (length < text.length && text[length] != 0) {
            length++;
        }
        return new String(text, 0, length, StandardCharsets.UTF_8);
    }
}
