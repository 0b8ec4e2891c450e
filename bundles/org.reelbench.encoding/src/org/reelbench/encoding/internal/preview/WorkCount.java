package org.reelbench.encoding.internal.preview;

import java.util.concurrent.atomic.AtomicLong;

import org.reelbench.encoding.internal.segment.SegmentQueue;
import org.reelbench.encoding.preview.PreviewWork;
import org.reelbench.encoding.preview.SegmentKind;
import org.reelbench.encoding.preview.SegmentOrder;

/** Counts what was done. For every thread. */
final class WorkCount {

    private final AtomicLong pictures = new AtomicLong();
    private final AtomicLong sound = new AtomicLong();
    private final AtomicLong copied = new AtomicLong();
    private final AtomicLong audited = new AtomicLong();
    private final AtomicLong differing = new AtomicLong();

    void made(SegmentOrder order) {
        if (order.black()) {
            copied.incrementAndGet();
        } else {
            (order.segment().kind() == SegmentKind.PICTURE ? pictures : sound).incrementAndGet();
        }
    }

    void audited(boolean isSame) {
        audited.incrementAndGet();
        if (!isSame) {
            differing.incrementAndGet();
        }
    }

    PreviewWork now(SegmentQueue queue) {
        return new PreviewWork(queue.size(), queue.busy(), pictures.get(), sound.get(), copied.get(), audited.get(),
                differing.get());
    }
}
