package org.reelbench.demo.internal.bench;

/**
 * What one run took.
 *
 * @param cpuSeconds processor time
 * @param wallSeconds time on the clock
 * @param peakBytes the most memory held in RAM, 0 if unknown
 */
record Measured(double cpuSeconds, double wallSeconds, long peakBytes) {
}
