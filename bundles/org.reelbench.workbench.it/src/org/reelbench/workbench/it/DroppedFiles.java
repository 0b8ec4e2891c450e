package org.reelbench.workbench.it;

import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.DropTargetListener;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

/** Files that come from a file manager, told to a control as the toolkit tells it: no other program drags here. On the UI thread. */
final class DroppedFiles {

    private DroppedFiles() {
    }

    static void on(Control control, int x, int y, List<Path> files) {
        DropTarget target = (DropTarget) control.getData(DND.DROP_TARGET_KEY);
        for (DropTargetListener listener : target.getDropListeners()) {
            listener.drop(event(control, control.toDisplay(x, y), files));
        }
    }

    /** Only the toolkit can make such events. */
    private static DropTargetEvent event(Control control, Point place, List<Path> files) {
        try {
            Constructor<?> told = Class.forName("org.eclipse.swt.dnd.DNDEvent", true, DropTarget.class.getClassLoader())
                    .getDeclaredConstructor();
            told.setAccessible(true);
            Object inner = told.newInstance();
            Event.class.getField("widget").set(inner, control);
            DropTargetEvent event = (DropTargetEvent) DropTargetEvent.class.getConstructors()[0].newInstance(inner);
            event.x = place.x;
            event.y = place.y;
            event.detail = DND.DROP_MOVE;
            event.currentDataType = FileTransfer.getInstance().getSupportedTypes()[0];
            event.data = files.stream().map(Path::toString).toArray(String[]::new);
            return event;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
