package org.reelbench.encoding.internal.preview;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.reelbench.encoding.internal.cache.SegmentCache;
import org.reelbench.encoding.internal.segment.SegmentCheck;
import org.reelbench.encoding.internal.segment.SegmentQueue;
import org.reelbench.media.Composers;
import org.reelbench.render.Renderers;

/**
 * What all previews share.
 *
 * @param queue what is wanted
 * @param cache what is ready
 * @param qualities how it is encoded
 * @param composers know the effects
 * @param renderers render what is compared
 * @param check decodes it
 * @param natives the native library's version and build; asked on threads that may wait
 * @param later runs on the one thread on which it is decided what is wanted
 * @param clockNs the time
 * @param onBattery whether nothing is to be made that nobody may want
 * @param count counts what was done
 */
record Shop(SegmentQueue queue, SegmentCache cache, Qualities qualities, Composers composers, Renderers renderers,
        SegmentCheck check, Supplier<String> natives, Later later, LongSupplier clockNs,
        BooleanSupplier onBattery, WorkCount count) {

    /** Runs something on a thread of its own after a while. */
    @FunctionalInterface
    interface Later {
        void after(Duration delay, Runnable task);
    }
}
