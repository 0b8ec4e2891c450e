package org.reelbench.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class MeterTest {

    @Test
    void labelsAreInOrder() {
        Meter meter = Meter.counter("a_total", "All.", 3).with("z", "1").with("b", "any \"text\"");
        assertEquals(List.of("b", "z"), List.copyOf(meter.labels().keySet()));
        assertEquals(Meter.Kind.COUNTER, meter.kind());
        assertEquals(3, meter.value());
    }

    @Test
    void namesHaveAForm() {
        for (String name : List.of("", "A", "a-b", "1a", "a b", "a_total")) {
            assertThrows(IllegalArgumentException.class, () -> Meter.gauge(name, "", 0), name);
        }
        assertThrows(IllegalArgumentException.class, () -> Meter.counter("a", "", 0));
        assertThrows(IllegalArgumentException.class, () -> Meter.gauge("a", "", 0).with("L", ""));
        assertThrows(IllegalArgumentException.class, () -> new Meter("a", "", Meter.Kind.GAUGE, Map.of("a=b", ""), 0));
    }
}
