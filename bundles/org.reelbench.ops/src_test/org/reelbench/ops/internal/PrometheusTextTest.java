package org.reelbench.ops.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.reelbench.media.Meter;

class PrometheusTextTest {

    @Test
    void metersOfOneNameStandUnderOneHead() {
        assertEquals("""
                # HELP a_total All of a.
                # TYPE a_total counter
                a_total{end="x"} 3
                a_total{by="me",end="y"} 4
                # HELP b Now.
                # TYPE b gauge
                b -1.5
                """, PrometheusText.of(List.of(Meter.counter("a_total", "All of a.", 3).with("end", "x"),
                Meter.counter("a_total", "All of a.", 4).with("end", "y").with("by", "me"), Meter.gauge("b", "Now.", -1.5))));
        assertEquals("", PrometheusText.of(List.of()));
    }

    @Test
    void whatWouldEndALineOrAValueIsEscaped() {
        assertEquals("# HELP b One \\\\ \\n \"two\"\n# TYPE b gauge\nb{l=\"\\\\ \\n \\\"x\\\"\"} 0\n",
                PrometheusText.of(List.of(Meter.gauge("b", "One \\ \n \"two\"", 0).with("l", "\\ \n \"x\""))));
    }

    @Test
    void numbersAreExact() {
        assertEquals("9007199254740992", PrometheusText.number(1L << 53));
        assertEquals("1.0E18", PrometheusText.number(1e18));
        assertEquals("NaN", PrometheusText.number(Double.NaN));
        assertEquals("+Inf", PrometheusText.number(Double.POSITIVE_INFINITY));
        assertEquals("-Inf", PrometheusText.number(Double.NEGATIVE_INFINITY));
        assertEquals("0", PrometheusText.number(-0.0));
    }
}
