package org.reelbench.media.ffmpeg.internal.read;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** How much native memory is allocated and not freed, by glibc's own account: exact where the resident size only hints. */
final class NativeHeap {

    private static final int FIELDS = 10;
    private static final int MAPPED = 4;
    private static final int IN_USE = 7;

    private NativeHeap() {
    }

    static long usedBytes() throws Throwable {
        Linker linker = Linker.nativeLinker();
        MemoryLayout layout = MemoryLayout.structLayout(MemoryLayout.sequenceLayout(FIELDS, ValueLayout.JAVA_LONG));
        MethodHandle mallinfo = linker.downcallHandle(linker.defaultLookup().findOrThrow("mallinfo2"),
                FunctionDescriptor.of(layout));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment info = (MemorySegment) mallinfo.invokeExact((SegmentAllocator) arena);
            return info.getAtIndex(ValueLayout.JAVA_LONG, MAPPED) + info.getAtIndex(ValueLayout.JAVA_LONG, IN_USE);
        }
    }
}
