package org.reelbench.media.ffmpeg.internal.write;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

import org.slf4j.LoggerFactory;

/**
 * Keeps SVT-AV1 from printing its settings to the process's standard error each time it is opened. It asks the environment alone
 * how much it is to say, and only when it speaks for the first time.
 */
final class QuietSvt {

    private static final String NAME = "SVT_LOG";
    /** Errors alone. */
    private static final String LEVEL = "1";

    private QuietSvt() {
    }

    /** Called before the encoder is opened; what somebody set outside stays. */
    static void ensure() {
        Once.touch();
    }

    /** The class whose initialisation is the call, so that it happens once. */
    private static final class Once {

        static {
            Linker linker = Linker.nativeLinker();
            // Systems without this function print; that is all that happens.
            Optional<MemorySegment> function = linker.defaultLookup().find("setenv");
            if (function.isPresent()) {
                try (Arena arena = Arena.ofConfined()) {
                    int failed = (int) linker.downcallHandle(function.get(), FunctionDescriptor.of(ValueLayout.JAVA_INT,
                            ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT))
                            .invokeExact(arena.allocateFrom(NAME), arena.allocateFrom(LEVEL), 0);
                    if (failed != 0) {
                        LoggerFactory.getLogger(QuietSvt.class).debug("{} could not be set", NAME);
                    }
                } catch (Throwable e) {
                    // A method handle may throw anything; the encoder works with or without.
                    LoggerFactory.getLogger(QuietSvt.class).debug("{} could not be set", NAME, e);
                }
            }
        }

        static void touch() {
            // calling it initialises the class
        }
    }
}
