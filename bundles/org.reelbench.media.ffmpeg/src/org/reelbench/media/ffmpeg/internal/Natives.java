package org.reelbench.media.ffmpeg.internal;

import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Loader;
import org.reelbench.media.MediaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads FFmpeg once, at the first call that needs it: unpacking the libraries takes a second the first time, too long for
 * activating a service.
 */
public final class Natives {

    private static final Logger LOG = LoggerFactory.getLogger(Natives.class);

    /** A hostile header must not make one allocation eat the machine's memory; the largest picture read takes less. */
    private static final long MAX_ALLOCATION_BYTES = 600L << 20;

    /** Where the process is four times as large as the heap may be, JavaCPP collects the heap, then allocates no more. */
    private static final String JAVACPP_LIMIT = "org.bytedeco.javacpp.maxPhysicalBytes";

    private static volatile boolean loaded;

    private Natives() {
    }

    /** Whether FFmpeg is loaded: who merely wants to know what it holds need not load it for that. */
    static boolean loaded() {
        return loaded;
    }

    /**
     * Makes sure that FFmpeg is loaded.
     *
     * @throws MediaException {@link MediaException.Reason#UNSUPPORTED} if this machine has no natives to load
     */
    public static void load() throws MediaException {
        try {
            Loaded.touch();
        } catch (LinkageError e) {
            throw new MediaException(MediaException.Reason.UNSUPPORTED, "",
                    "the FFmpeg libraries for " + Loader.Detector.getPlatform() + " cannot be loaded (" + e.getMessage()
                            + "); install the bundle with the natives of this platform",
                    e);
        }
    }

    /** The class whose initialisation is the loading, so that it happens once and every thread waits for it. */
    private static final class Loaded {

        static {
            if (System.getProperty(JAVACPP_LIMIT) == null) {
                // How large the process may become is the budget's business, not that of the heap's size.
                System.setProperty(JAVACPP_LIMIT, "0");
            }
            Loader.load(avutil.class);
            Loader.load(avcodec.class);
            Loader.load(avformat.class);
            // FFmpeg prints to the process's standard error; what goes wrong reaches us as return codes anyway.
            avutil.av_log_set_level(LOG.isDebugEnabled() ? avutil.AV_LOG_ERROR : avutil.AV_LOG_QUIET);
            avutil.av_max_alloc(MAX_ALLOCATION_BYTES);
            LOG.info("FFmpeg {}", avutil.av_version_info().getString());
            loaded = true;
        }

        static void touch() {
            // calling it initialises the class
        }
    }
}
