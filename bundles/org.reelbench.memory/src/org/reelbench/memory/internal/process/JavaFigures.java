package org.reelbench.memory.internal.process;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Map;

import com.sun.management.GcInfo;
import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.OperatingSystemMXBean;

/** What the Java platform tells of its memory. On the monitor's thread. */
final class JavaFigures {

    private long committedBefore;

    /** Physical memory of the heap, what lives in it, its limit, code, buffers and their limit. */
    record Figures(long heapBytes, long liveHeapBytes, long maxHeapBytes, long codeBytes, long directBytes, long maxDirectBytes) {
    }

    Figures now() {
        long heap = 0;
        long code = 0;
        long committed = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage usage = pool.getUsage();
            if (pool.getType() == MemoryType.HEAP) {
                committed += usage.getCommitted();
                // A page counts from the first time it is written to until it is given back.
                heap += pool.getPeakUsage().getUsed();
            } else {
                code += usage.getUsed();
            }
        }
        if (committed < committedBefore) {
            ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        }
        committedBefore = committed;
        long max = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getMax();
        return new Figures(Math.min(heap, committed), liveHeap(), Math.max(0, max), code, direct(), maxDirect(max));
    }

    /** The heap after the latest collection of any kind; before the first, what is in use, which is little then. */
    private static long liveHeap() {
        GcInfo latest = null;
        for (GarbageCollectorMXBean bean : ManagementFactory.getGarbageCollectorMXBeans()) {
            GcInfo info = bean instanceof com.sun.management.GarbageCollectorMXBean detailed ? detailed.getLastGcInfo() : null;
            if (info != null && (latest == null || info.getEndTime() > latest.getEndTime())) {
                latest = info;
            }
        }
        if (latest == null) {
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        }
        long live = 0;
        Map<String, MemoryUsage> after = latest.getMemoryUsageAfterGc();
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage usage = after.get(pool.getName());
            live += pool.getType() == MemoryType.HEAP && usage != null ? usage.getUsed() : 0;
        }
        return live;
    }

    private static long direct() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed).sum();
    }

    /** Without an option of its own, buffers may be as large as the heap. */
    private static long maxDirect(long maxHeapBytes) {
        long chosen = Long.parseLong(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .getVMOption("MaxDirectMemorySize").getValue());
        return chosen > 0 ? chosen : Math.max(0, maxHeapBytes);
    }

    /** The memory of the machine, or of the container if it may use less; 0 where nobody tells. */
    static long machineBytes() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 0;
    }
}
