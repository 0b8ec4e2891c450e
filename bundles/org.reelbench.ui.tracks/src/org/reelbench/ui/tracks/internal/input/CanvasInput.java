package org.reelbench.ui.tracks.internal.input;

import java.util.Objects;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.reelbench.ui.Editor;
import org.reelbench.ui.TrackLoads;
import org.reelbench.ui.tracks.internal.canvas.TrackCanvas;
import org.reelbench.ui.tracks.internal.drag.TrackGestures;
import org.reelbench.ui.tracks.internal.gesture.Pointer;
import org.reelbench.ui.tracks.internal.model.Hit;
import org.reelbench.ui.tracks.internal.model.TrackFrame;

/** What mouse and keys tell the canvas, as gestures understand it. On the UI thread. */
public final class CanvasInput {

    private final TrackCanvas canvas;
    private final TrackGestures gestures;
    private final TrackLoads loads;
    private final TypedNames names;
    private int cursorShape = SWT.CURSOR_ARROW;

    private CanvasInput(TrackCanvas canvas, TrackLoads loads) {
        this.canvas = canvas;
        this.loads = loads;
        gestures = canvas.gestures();
        names = new TypedNames(canvas);
    }

    /**
     * Lets a canvas be worked with by mouse, keys, its menu, and media that are dragged onto it, for as long as it is there.
     *
     * @param canvas what is worked with
     * @param editor is told what people want
     * @param loads tells why a track cannot be shown, and tries again
     */
    public static void attach(TrackCanvas canvas, Editor editor, TrackLoads loads) {
        MediaDrop.accept(canvas, editor);
        CanvasInput input = new CanvasInput(canvas, loads);
        input.listen();
        TrackMenu.install(canvas, editor, input.names);
    }

    private void listen() {
        canvas.addListener(SWT.MouseDown, this::pressed);
        canvas.addListener(SWT.MouseDoubleClick, names::doubleClicked);
        canvas.addListener(SWT.MouseMove, event -> {
            if (gestures.isDragging()) {
                gestures.drag(pointer(event));
            } else {
                explain(event.x, event.y);
            }
        });
        canvas.addListener(SWT.MouseUp, event -> {
            if (event.button == 1) {
                gestures.release(pointer(event));
            }
        });
        canvas.addListener(SWT.KeyDown, this::keyChanged);
        canvas.addListener(SWT.KeyUp, this::keyChanged);
        canvas.addListener(SWT.MouseWheel, this::wheeled);
    }

    /** Says what lies under the mouse, and shows by its shape what a press would do. */
    private void explain(int x, int y) {
        if (!canvas.isOpen()) {
            return;
        }
        TrackFrame frame = canvas.frame();
        String text = TrackTips.at(frame, loads, canvas.previews(), x, y);
        if (!Objects.equals(text, canvas.getToolTipText())) {
            canvas.setToolTipText(text);
        }
        int shape = ToolCursor.at(frame, canvas.tools().tool(), x, y);
        if (shape != cursorShape) {
            cursorShape = shape;
            canvas.setCursor(canvas.getDisplay().getSystemCursor(shape));
        }
    }

    private void pressed(Event event) {
        canvas.forceFocus();
        if (event.button == 1 && canvas.isOpen()) {
            if (Hit.at(canvas.frame(), event.x, event.y) instanceof Hit.Header header) {
                loads.retry(header.track());
            }
            gestures.press(pointer(event));
        }
    }

    private static Pointer pointer(Event event) {
        return new Pointer(event.x, event.y, (event.stateMask & SWT.MOD1) != 0, (event.stateMask & SWT.MOD2) != 0,
                (event.stateMask & SWT.MOD3) != 0);
    }

    /** A key that is pressed or released changes what a drag means at once. */
    private void keyChanged(Event event) {
        if (gestures.isDragging()) {
            boolean isDown = event.type == SWT.KeyDown;
            gestures.dragAgain(isHeld(event, SWT.MOD1, isDown), isHeld(event, SWT.MOD2, isDown), isHeld(event, SWT.MOD3, isDown));
        }
    }

    /** The state of an event is that before it. */
    private static boolean isHeld(Event event, int key, boolean isDown) {
        return event.keyCode == key ? isDown : (event.stateMask & key) != 0;
    }

    private void wheeled(Event event) {
        if (canvas.isOpen()) {
            gestures.wheel(event.count, event.x, (event.stateMask & SWT.MOD2) != 0, (event.stateMask & SWT.MOD1) != 0);
            event.doit = false;
        }
    }
}
