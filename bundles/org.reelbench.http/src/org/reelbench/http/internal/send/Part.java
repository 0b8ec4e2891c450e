package org.reelbench.http.internal.send;

import org.reelbench.http.internal.protocol.ByteRange;

/** A stretch of a body. */
public sealed interface Part {

    /** Text around the content, such as the head of a part. */
    record Text(byte[] bytes) implements Part {
    }

    /** Bytes of the content. */
    record Span(ByteRange range) implements Part {
    }

    /** Everything from a position on, and what is still to come. */
    record Follow(long firstByte) implements Part {
    }
}
