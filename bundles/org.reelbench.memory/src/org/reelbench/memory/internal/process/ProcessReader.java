package org.reelbench.memory.internal.process;

import java.io.IOException;
import java.util.Collection;
import java.util.function.Supplier;

import org.reelbench.memory.NativeMemory;
import org.reelbench.memory.ProcessMemory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts together what system, platform and native code tell of the process. On the monitor's thread. */
public final class ProcessReader implements Supplier<ProcessMemory> {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessReader.class);

    /** What the platform took for itself before anything was loaded is its own; but no more than this. */
    private static final long MOST_PLATFORM_BYTES = 48L << 20;

    private final SystemFigures system;
    private final JavaFigures java = new JavaFigures();
    private final Collection<NativeMemory> natives;
    private long platformBytes = -1;
    private boolean complained;

    /**
     * Creates the reader; reads nothing yet.
     *
     * @param natives who takes native memory, as they come and go
     */
    public ProcessReader(Collection<NativeMemory> natives) {
        this(new SystemFigures(), natives);
    }

    ProcessReader(SystemFigures system, Collection<NativeMemory> natives) {
        this.system = system;
        this.natives = natives;
    }

    @Override
    public ProcessMemory get() {
        SystemFigures.Figures told = system();
        JavaFigures.Figures mine = java.now();
        long nativeBytes = natives.stream().mapToLong(NativeMemory::heldBytes).sum();
        long size = told.processBytes() > 0
                ? told.processBytes()
                : natives.stream().mapToLong(NativeMemory::processBytes).max().orElse(0);
        if (platformBytes < 0) {
            platformBytes = Math.clamp(size - told.fileBytes() - mine.heapBytes() - mine.codeBytes() - mine.directBytes(), 0,
                    MOST_PLATFORM_BYTES);
        }
        return new ProcessMemory(size, told.fileBytes(), mine.codeBytes() + platformBytes, mine.heapBytes(), mine.liveHeapBytes(),
                mine.maxHeapBytes(), mine.directBytes(), mine.maxDirectBytes(), nativeBytes, told.container().usedBytes(),
                told.container().limitBytes());
    }

    private SystemFigures.Figures system() {
        try {
            return system.now();
        } catch (IOException e) {
            if (!complained) {
                complained = true;
                LOG.warn("The system does not tell the size of this process; the budget cannot be watched", e);
            }
            return new SystemFigures.Figures(0, 0, new ControlGroup.Bounds(0, 0));
        }
    }

    /** Returns the memory of the machine, or of its container if that is less; 0 where nobody tells. */
    public static long machineBytes() {
        return JavaFigures.machineBytes();
    }
}
