package org.reelbench.demo.internal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.reelbench.cli.Json;

class RenderFiguresTest {

    private static final Pair PAIR = new Pair(new Measured(2, 4, 300_000_000), new Measured(3, 3, 100_000_000));

    @Test
    void figuresStandInColumns() {
        RenderFigures with = new RenderFigures("ffmpeg", 10, List.of(PAIR), new Measured(2.5, 5, 250_000_000), 1.25);
        RenderFigures without = new RenderFigures("ffmpeg", 1, List.of(PAIR), null, 0);
        List<String> lines = RenderFigures.table(List.of(with, without)).lines().toList();
        assertEquals(
                List.of("10", "2.00", "3.00", "1.50", "(1.50–1.50)", "0.75", "(0.75–0.75)", "300", "100", "2.50", "5.00", "250",
                        "1.3"),
                List.of(lines.get(1).split(" +")));
        assertEquals("-", lines.get(2).split(" +")[9]);
    }

    @Test
    void programsGetTheSameFigures() {
        String json = Json.line(out -> new RenderFigures("melt", 3, List.of(PAIR), null, 0.5).write(out));
        assertEquals(
                "{\"peer\":\"melt\",\"tracks\":3,\"pairs\":1,\"oursCpuSeconds\":2.0,\"theirsCpuSeconds\":3.0,\"cpuRatio\":1.5,"
                        + "\"cpuRatioLeast\":1.5,"
                        + "\"cpuRatioGreatest\":1.5,\"wallRatio\":0.75,\"wallRatioLeast\":0.75,\"wallRatioGreatest\":0.75,"
                        + "\"oursPeakBytes\":300000000,\"theirsPeakBytes\":100000000,\"loadAverage\":0.5}",
                json);
    }
}
