package org.reelbench.demo.internal.bench.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class FootprintTest {

    @Test
    void timesAreFoundBehindAnyName() {
        String stat = "42 (a) b (c) S 1 42 42 0 -1 4194304 100 0 0 0 150 25 0 0 20 0 1 0 100 0 0";
        assertEquals(1.75, Footprint.cpuSeconds(stat));
    }

    @Test
    void ownMemoryAndMappedPagesAreToldApart() {
        List<String> status = List.of("VmRSS:\t  300 kB", "RssAnon:\t  100 kB", "RssFile:\t  200 kB");
        assertEquals(100 * 1024, Footprint.bytes(status, "RssAnon:"));
        assertEquals(200 * 1024, Footprint.bytes(status, "RssFile:"));
        assertEquals(0, Footprint.bytes(status, "RssShmem:"));
    }
}
