package org.reelbench.capture.internal.pipeline;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureSource;
import org.reelbench.capture.internal.pool.DevicePool;
import org.reelbench.capture.internal.sound.NoiseReducers;
import org.reelbench.media.Encoders;
import org.reelbench.memory.MemoryLedger;

/**
 * What recordings work with.
 *
 * @param encoders opens encoders
 * @param ledger is told what is held
 * @param threads runs what a recording does, each task until its end; never refuses
 * @param clockNs tells the time as {@link System#nanoTime} does
 * @param freeBytes tells the room on a file's disk, or -1 where that is not known
 * @param space when room is short
 * @param spillFolder takes fragments while the file's disk is too slow
 * @param pool lends devices
 * @param sources finds a source by its id; a source that is not there is an error with what to do
 * @param noise opens noise reductions
 * @param unfinished remembers files that are being written
 */
public record Studio(Encoders encoders, MemoryLedger ledger, Executor threads,
        LongSupplier clockNs, ToLongFunction<Path> freeBytes, SpaceWatch space, Path spillFolder, DevicePool pool,
        Sources sources, NoiseReducers noise, Unfinished unfinished) {

    /** Finds sources. */
    @FunctionalInterface
    public interface Sources {

        /**
         * Finds a source.
         *
         * @param id the source's id
         * @return the source
         * @throws CaptureException if there is none
         */
        CaptureSource find(String id) throws CaptureException;
    }

    /** Remembers files that are being written, so that they are finished after a crash. */
    public interface Unfinished {

        /** A file is being written from now on. */
        void begun(Path file);

        /** A file is finished, or deleted. */
        void done(Path file);
    }
}
