package org.reelbench.encoding;

/**
 * What an export will about come to, before it is begun.
 * <p>
 * Immutable. A guess: it follows from what the preset wants, from what the preview has already, and from what earlier exports by the
 * preset took in this process; where there were none, from what its encoder usually takes.
 *
 * @param sizeBytes about how large the file will be, 0 or more
 * @param elapsedMs about how long it will take, 0 or more
 * @param isMeasured whether earlier exports by the preset, or pieces that are there already, say so
 */
public record ExportEstimate(long sizeBytes, long elapsedMs, boolean isMeasured) {
}
