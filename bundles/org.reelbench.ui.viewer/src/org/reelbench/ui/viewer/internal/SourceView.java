package org.reelbench.ui.viewer.internal;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;
import org.osgi.framework.Constants;
import org.reelbench.timeline.Id;
import org.reelbench.ui.Editor;
import org.reelbench.ui.Landing;
import org.reelbench.ui.MediaTransfer;

/**
 * The monitor of a medium: a panel as long as there is an editor. Its transport ranks above the viewer's while it is in hand, so that the
 * same keys play and mark here.
 */
public final class SourceView extends MonitorView {

    /** The view's id in the workbench. */
    static final String ID = "org.reelbench.ui.viewer.source";

    private static final List<String> OTHER_HANDS = List.of("org.reelbench.ui.viewer", "org.reelbench.ui.tracks");

    private final IPartListener2 hands = new Hands();
    private @Nullable SourceSubject subject;

    /** Creates the view; the workbench does. */
    public SourceView() {
        super("reelbench-source");
    }

    @Override
    void created(Composite made) {
        DropTarget target = new DropTarget(made, DND.DROP_COPY | DND.DROP_DEFAULT);
        target.setTransfer(MediaTransfer.INSTANCE);
        target.addDropListener(new DropTargetAdapter() {

            @Override
            public void dragEnter(DropTargetEvent event) {
                event.detail = DND.DROP_COPY;
            }

            @Override
            public void drop(DropTargetEvent event) {
                MediaTransfer.media(event.data).stream().findFirst().ifPresent(SourceView.this::open);
            }
        });
        getSite().getPage().addPartListener(hands);
    }

    /** Shows a medium. */
    void open(Id medium) {
        SourceSubject there = subject;
        if (there != null) {
            there.show(medium);
        }
    }

    /** Puts what is marked on tracks. */
    void put(Landing landing) {
        SourceSubject there = subject;
        if (there != null) {
            there.put(landing);
        }
    }

    @Override
    Subject subject(Editor editor) {
        SourceSubject made = new SourceSubject(editor, scenes()::of, background());
        subject = made;
        return made;
    }

    @Override
    void hidden() {
        subject = null;
    }

    @Override
    Dictionary<String, Object> properties() {
        return ranking(getSite().getPage().getActivePart() == this);
    }

    /** The viewer's ranks 0. */
    private static Dictionary<String, Object> ranking(boolean isInHand) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(Constants.SERVICE_RANKING, isInHand ? 1 : -1);
        return properties;
    }

    @Override
    public void dispose() {
        getSite().getPage().removePartListener(hands);
        super.dispose();
    }

    /** Knows which monitor is in hand: the one that was used last; lists and inspectors change nothing about that. */
    private final class Hands implements IPartListener2 {

        @Override
        public void partActivated(IWorkbenchPartReference part) {
            if (part.getId().equals(ID)) {
                restate(ranking(true));
            } else if (OTHER_HANDS.contains(part.getId())) {
                restate(ranking(false));
            }
        }
    }
}
