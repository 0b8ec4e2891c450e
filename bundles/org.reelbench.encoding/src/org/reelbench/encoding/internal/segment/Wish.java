package org.reelbench.encoding.internal.segment;

import org.reelbench.encoding.preview.SegmentOrder;

/**
 * That somebody wants a segment.
 *
 * @param order how it is made
 * @param rank how urgent it is
 */
public record Wish(SegmentOrder order, Rank rank) {
}
