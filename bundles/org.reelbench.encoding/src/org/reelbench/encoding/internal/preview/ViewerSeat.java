package org.reelbench.encoding.internal.preview;

import java.util.function.Consumer;

import org.reelbench.encoding.preview.PreviewHint;
import org.reelbench.encoding.preview.Viewer;

/** One viewer: where it looks, and who is told when it looks elsewhere. */
final class ViewerSeat implements Viewer {

    private final Runnable moved;
    private final Consumer<ViewerSeat> closing;
    private volatile PreviewHint hint = PreviewHint.NONE;
    private volatile Look look = new Look(0, false, 0, 0);

    ViewerSeat(Runnable moved, Consumer<ViewerSeat> closing) {
        this.moved = moved;
        this.closing = closing;
    }

    /** Where somebody looks. */
    record Look(long frame, boolean playing, long visibleFrom, long visibleTo) {
    }

    Look look() {
        return look;
    }

    @Override
    public synchronized void at(long frame, boolean playing) {
        look = new Look(Math.max(0, frame), playing, look.visibleFrom, look.visibleTo);
        moved.run();
    }

    @Override
    public synchronized void visible(long fromFrame, long toFrame) {
        look = new Look(look.frame, look.playing, fromFrame, toFrame);
        moved.run();
    }

    PreviewHint hint() {
        return hint;
    }

    @Override
    public void hint(PreviewHint expected) {
        hint = expected;
        moved.run();
    }

    @Override
    public void close() {
        closing.accept(this);
        moved.run();
    }
}
