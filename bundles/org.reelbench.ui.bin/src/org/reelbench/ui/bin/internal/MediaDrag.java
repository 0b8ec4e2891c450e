package org.reelbench.ui.bin.internal;

import java.util.List;
import java.util.function.Supplier;

import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.widgets.Control;
import org.reelbench.timeline.Id;
import org.reelbench.ui.MediaTransfer;

/** Lets the selected media be dragged onto tracks. */
final class MediaDrag extends DragSourceAdapter {

    private final Supplier<List<Id>> selection;

    private MediaDrag(Supplier<List<Id>> selection) {
        this.selection = selection;
    }

    static void from(Control control, Supplier<List<Id>> selection) {
        DragSource source = new DragSource(control, DND.DROP_COPY);
        source.setTransfer(MediaTransfer.INSTANCE);
        source.addDragListener(new MediaDrag(selection));
    }

    @Override
    public void dragStart(DragSourceEvent event) {
        event.doit = !selection.get().isEmpty();
    }

    @Override
    public void dragSetData(DragSourceEvent event) {
        event.data = MediaTransfer.data(selection.get());
    }
}
