package org.reelbench.ui.tracks.internal.input;

import org.eclipse.swt.SWT;
import org.reelbench.ui.tracks.internal.drag.ClipPress;
import org.reelbench.ui.tracks.internal.gesture.Pointer;
import org.reelbench.ui.tracks.internal.gesture.Tool;
import org.reelbench.ui.tracks.internal.model.Hit;
import org.reelbench.ui.tracks.internal.model.TrackFrame;

/** The shape of the mouse, which tells what a press would do. */
final class ToolCursor {

    private ToolCursor() {
    }

    /** Returns one of the cursors of {@link SWT}. */
    static int at(TrackFrame frame, Tool tool, int x, int y) {
        return switch (Hit.at(frame, x, y)) {
        case Hit.OnClip on -> onClip(frame, tool, on, x, y);
        case Hit.TransitionEnd _,Hit.RangeEnd _ -> SWT.CURSOR_SIZEWE;
        case Hit.OnLane _ -> SWT.CURSOR_CROSS;
        case Hit.HeaderEdge _ -> SWT.CURSOR_SIZENS;
        case Hit.OnKey _,Hit.Flag _,Hit.Toggle _,Hit.Solo _,Hit.Lock _ -> SWT.CURSOR_HAND;
        case Hit.Nothing _ when tool == Tool.HAND -> SWT.CURSOR_HAND;
        default -> SWT.CURSOR_ARROW;
        };
    }

    private static int onClip(TrackFrame frame, Tool tool, Hit.OnClip on, int x, int y) {
        return switch (tool) {
        case SELECT -> switch (ClipPress.zone(frame, on, Pointer.at(x, y))) {
        case START, END -> SWT.CURSOR_SIZEWE;
        case FADE_IN, FADE_OUT -> SWT.CURSOR_HAND;
        case GAIN -> SWT.CURSOR_SIZENS;
        case BODY -> SWT.CURSOR_ARROW;
        };
        case RIPPLE, ROLL, SLIP, SLIDE -> SWT.CURSOR_SIZEWE;
        case RAZOR -> SWT.CURSOR_CROSS;
        case HAND -> SWT.CURSOR_HAND;
        };
    }
}
