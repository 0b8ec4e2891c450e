package org.reelbench.capture.ffmpeg.internal.device;

import org.bytedeco.ffmpeg.global.avdevice;
import org.bytedeco.ffmpeg.global.avutil;
import org.reelbench.capture.CaptureException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads FFmpeg's library of devices once, when the first device is opened. */
final class DeviceLibrary {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceLibrary.class);

    private DeviceLibrary() {
    }

    /**
     * Makes sure that it is loaded.
     *
     * @throws CaptureException {@link CaptureException.Reason#NOT_AVAILABLE} on machines without what it needs
     */
    static void load() throws CaptureException {
        try {
            Loaded.touch();
        } catch (LinkageError e) {
            Throwable why = e.getCause() == null ? e : e.getCause();
            throw new CaptureException(CaptureException.Reason.NOT_AVAILABLE,
                    "this machine lacks the libraries that devices are read with (" + why.getMessage()
                            + "); install libxcb, libxcb-shm, libasound and libpulse",
                    e);
        }
    }

    /** The class whose initialisation is the loading, so that it happens once and every thread waits for it. */
    private static final class Loaded {

        static {
            avdevice.avdevice_register_all();
            // It prints to the process's standard error; what goes wrong reaches us as return codes anyway.
            avutil.av_log_set_level(LOG.isDebugEnabled() ? avutil.AV_LOG_ERROR : avutil.AV_LOG_QUIET);
        }

        static void touch() {
            // calling it initialises the class
        }
    }
}
