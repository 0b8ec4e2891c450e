package org.reelbench.ui.preview.internal;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.encoding.preview.Preview;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.Editor;
import org.reelbench.ui.OpenProject;
import org.reelbench.ui.ServiceSlot;

/** Renders the previews from the in point to the out point; without them, of the whole sequence. */
public final class RenderRangeHandler extends AbstractHandler {

    private final ServiceSlot<Editor> editor = ServiceSlot.open(Editor.class, RenderRangeHandler.class);
    private final ServiceSlot<WindowPreviews> previews = ServiceSlot.open(WindowPreviews.class, RenderRangeHandler.class);

    @Override
    public @Nullable Object execute(ExecutionEvent event) {
        editor.get().ifPresent(this::render);
        return null;
    }

    private void render(Editor service) {
        OpenProject project = service.project().orElse(null);
        if (project == null || project.sequence().durationFrames() == 0) {
            service.tell(project == null ? "Open a project first" : "There is nothing to render: the tracks are empty", true);
            return;
        }
        Preview preview = preview().orElse(null);
        if (preview == null) {
            service.tell("The part that encodes previews is not there yet, or not installed", true);
            return;
        }
        FrameRange range = range(project.sequence());
        if (project.sequence().inOut() == null) {
            service.tell("There is no in and no out point: previews of the whole sequence are rendered", false);
        }
        new RangeRendering(preview, range, service, () -> preview().filter(now -> now == preview).isPresent()).schedule();
    }

    private Optional<Preview> preview() {
        return previews.get().flatMap(WindowPreviews::preview);
    }

    static FrameRange range(Sequence sequence) {
        FrameRange inOut = sequence.inOut();
        return inOut != null ? inOut : new FrameRange(0, Math.max(1, sequence.durationFrames()));
    }

    @Override
    public void dispose() {
        editor.close();
        previews.close();
        super.dispose();
    }
}
