package org.reelbench.demo.internal.bench.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class CellTest {

    private static Run run(double bytesPerSecond, double cpuSecondsPerGb) {
        return new Run(bytesPerSecond, cpuSecondsPerGb, 0, 0);
    }

    @Test
    void pairsAreDividedOneByOne() {
        Cell cell = new Cell(new Load(Body.ALL.getFirst(), 1, 1 << 20, 1), List.of(run(10, 2), run(30, 1), run(20, 3)),
                List.of(run(20, 1), run(10, 1), run(20, 1)), 0);
        assertEquals("1.00 (0.50–3.00)", cell.speed().toString());
        assertEquals("2.00 (1.00–3.00)", cell.cpu().toString());
    }
}
