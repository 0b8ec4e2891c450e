package org.reelbench.ops.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.reelbench.media.Meter;
import org.reelbench.memory.Account;
import org.reelbench.memory.Holding;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.memory.MemoryMonitor;
import org.reelbench.memory.MemoryReading;
import org.reelbench.memory.Pressure;
import org.reelbench.memory.ProcessMemory;
import org.reelbench.memory.ReliefRecord;
import org.reelbench.plugins.Plugins;

class MemoryCommandTest {

    private static final long MIB = 1 << 20;

    private final MemoryLedger ledger = MemoryLedger.none();
    private final MemoryReading reading = new MemoryReading(Instant.EPOCH, Pressure.WARNING, 1000 * MIB, 260 * MIB, 10 * MIB,
            new ProcessMemory(820 * MIB, 100 * MIB, 60 * MIB, 300 * MIB, 90 * MIB, 1000 * MIB, 10 * MIB, 0, 7 * MIB, 300 * MIB,
                    2000 * MIB));
    private final MemoryMonitor monitor = new MemoryMonitor() {

        @Override
        public MemoryReading latest() {
            return reading;
        }

        @Override
        public List<MemoryReading> history() {
            return List.of(reading);
        }

        @Override
        public Pressure requested(long bytes) {
            return Pressure.WARNING;
        }

        @Override
        public void look() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<ReliefRecord> reliefs() {
            return List.of(new ReliefRecord("thumbnails", 100, 3, 5 * MIB, 1));
        }
    };

    private final Plugins plugins = (Plugins) Proxy.newProxyInstance(Plugins.class.getClassLoader(),
            new Class<?>[] { Plugins.class }, (_, _, _) -> new TreeMap<>(Map.of("org.example.glow", 3 * MIB)));

    @Test
    void theConsoleShowsWhoHoldsWhatTheLargestFirst() {
        try (Account decoder = ledger.open(Holding.DECODER, "evil\u001b[2J.mp4");
                Account frames = ledger.open(Holding.FRAMES, "viewer")) {
            decoder.set(24 * MIB);
            frames.set(200 * MIB);

            assertEquals("""
                    WARNING: 820.0 of 1,000.0 MiB, 82 % of what there may be
                           300.0 MiB  Java heap
                            10.0 MiB  Java buffers outside the heap
                            60.0 MiB  classes, compiled code, the platform's own
                           100.0 MiB  programs and mapped files
                           250.0 MiB  in the ledger
                           100.0 MiB  unaccounted
                           300.0 MiB  container, of 2,000.0 MiB
                    2 holdings
                           200.0 MiB  frames  viewer\s\s
                            24.0 MiB  decoders  evil?[2J.mp4\s\s
                             3.0 MiB  of that in the hands of org.example.glow, at least
                             5.0 MiB  given back by thumbnails in 3 calls, 1 of which failed""",
                    new MemoryCommand(ledger, monitor, plugins).memory().replace(System.lineSeparator(), "\n"));
        }
    }

    @Test
    void everyKindOfHoldingIsAMeter() {
        try (Account first = ledger.open(Holding.DECODER, "a.mp4"); Account second = ledger.open(Holding.DECODER, "b.mp4")) {
            first.set(24);
            second.set(6);
            MemoryMeters meters = new MemoryMeters(ledger, monitor);
            var values = meters.meters().stream().collect(Collectors.toMap(Readings::key, Meter::value));

            assertEquals(30.0, values.get("reelbench_memory_held_bytes holding=decoders"));
            assertEquals(0.0, values.get("reelbench_memory_held_bytes holding=recorder"));
            assertEquals(100.0 * MIB, values.get("reelbench_memory_unaccounted_bytes"));
            assertEquals(2.0, values.get("reelbench_memory_pressure"));
            assertEquals(3.0, values.get("reelbench_memory_relief_total step=thumbnails"));
        }
    }
}
