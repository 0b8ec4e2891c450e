package org.reelbench.ops.internal;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;

import org.reelbench.media.Meter;

/** Numbers of the Java platform. */
final class JavaMeters {

    private JavaMeters() {
    }

    static List<Meter> now() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        List<Meter> meters = new ArrayList<>(List.of(
                Meter.gauge("jvm_heap_used_bytes", "Heap in use.", heap.getUsed()),
                Meter.gauge("jvm_heap_max_bytes", "The most that the heap may become.", heap.getMax()),
                Meter.gauge("jvm_threads", "Threads of the platform.", ManagementFactory.getThreadMXBean().getThreadCount()),
                Meter.gauge("jvm_uptime_seconds", "How long the program has been running.",
                        ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0)));
        for (BufferPoolMXBean pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
            meters.add(Meter.gauge("jvm_buffer_used_bytes", "Memory in buffers outside the heap.", pool.getMemoryUsed())
                    .with("pool", pool.getName()));
        }
        return meters;
    }
}
