package org.reelbench.encoding.preview;

/**
 * What an audit found of one segment.
 *
 * @param id the segment's id
 * @param psnrDb how near its worst picture is to the one that is composed now, in dB; 100 for an equal one
 * @param problem why it was thrown away, or an empty text
 */
public record AuditedSegment(String id, double psnrDb, String problem) {
}
