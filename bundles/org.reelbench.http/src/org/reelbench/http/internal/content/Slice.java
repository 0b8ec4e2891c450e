package org.reelbench.http.internal.content;

import java.nio.ByteBuffer;

/**
 * Bytes lent for one write.
 *
 * @param buffer the bytes, outside the heap
 * @param release gives them back, once, when nobody reads the buffer any more
 */
public record Slice(ByteBuffer buffer, Runnable release) {
}
