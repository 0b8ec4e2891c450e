package org.reelbench.ui.bin.internal;

import java.util.List;

import org.eclipse.swt.widgets.Control;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;

/** One way to show media: as a list, or as pictures. On the UI thread. */
interface MediaPane {

    Control control();

    /** Shows media, of which those selected before stay selected. */
    void show(List<MediaReference> media);

    /** Shows a medium again: more is known of it. */
    void changed(MediaReference medium);

    /** Which media are selected, in the order they are shown. */
    List<Id> selection();

    void select(List<Id> media);

    /** Takes the focus; the keys begin at the first medium if none is selected. */
    boolean focus();
}
