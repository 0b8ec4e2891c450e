package org.reelbench.ui.tracks.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.contexts.IContextActivation;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.handlers.IHandlerActivation;
import org.eclipse.ui.handlers.IHandlerService;
import org.reelbench.ui.UiThread;
import org.reelbench.ui.tracks.internal.canvas.TrackCanvas;
import org.reelbench.ui.tracks.internal.edit.TrackEdits;
import org.reelbench.ui.tracks.internal.gesture.Tool;
import org.reelbench.ui.tracks.internal.tools.TrackTools.Follow;
import org.reelbench.ui.tracks.internal.tools.TrackTools;

/**
 * The commands of the track view by their ids; plugin.xml gives them names, keys and buttons. They are there as long as the view is,
 * and their keys while it has the focus and no text is typed in it.
 */
final class TrackCommands {

    private static final String PREFIX = "org.reelbench.tracks.";
    private static final String CONTEXT = "org.reelbench.keys.tracks";

    private final IWorkbenchPartSite site;
    private final TrackTools tools;
    private final Supplier<@Nullable TrackCanvas> canvas;
    private final Map<String, TrackHandler> handlers = new LinkedHashMap<>();
    private final List<IHandlerActivation> activations = new ArrayList<>();
    private @Nullable IContextActivation keys;

    TrackCommands(IWorkbenchPartSite site, TrackTools tools, Supplier<@Nullable TrackCanvas> canvas) {
        this.site = site;
        this.tools = tools;
        this.canvas = canvas;
        for (Tool tool : Tool.values()) {
            put("tool." + tool.id(), () -> tools.take(tool), () -> tools.tool() == tool, "tool-" + tool.id());
        }
        for (Follow follow : Follow.values()) {
            put("follow." + follow.id(), () -> tools.setFollow(follow), () -> tools.follow() == follow, "");
        }
        put("snap", () -> tools.setSnaps(!tools.snaps()), tools::snaps, "snap");
        addViewCommands();
        addEdits();
    }

    private void addViewCommands() {
        onCanvas("zoomIn", shown -> shown.zoom(true));
        onCanvas("zoomOut", shown -> shown.zoom(false));
        onCanvas("fit", TrackCanvas::fit);
        onCanvas("escape", shown -> {
            if (!shown.cancelDrag()) {
                shown.selectNothing();
            }
        });
    }

    private void addEdits() {
        onCanvas("copy", shown -> shown.clipboard().copy());
        onCanvas("cut", shown -> shown.clipboard().cut());
        onCanvas("paste", shown -> shown.clipboard().paste(false));
        onCanvas("pasteInsert", shown -> shown.clipboard().paste(true));
        onCanvas("duplicate", shown -> shown.clipboard().duplicate());
        onCanvas("lanes", shown -> shown.toggleLanes());
        onCanvas("openSequence", shown -> shown.nested().openSelected());
        onCanvas("leaveSequence", shown -> shown.nested().leave());
        onEdits("nest", TrackEdits::nest);
        onEdits("selectAll", TrackEdits::selectAll);
        onEdits("splitAll", TrackEdits::splitAll);
        onEdits("trimStart", edits -> edits.trimToPlayhead(true));
        onEdits("trimEnd", edits -> edits.trimToPlayhead(false));
        onEdits("nudgeLeft", edits -> edits.nudge(-1));
        onEdits("nudgeRight", edits -> edits.nudge(1));
        onEdits("link", TrackEdits::link);
        onEdits("unlink", TrackEdits::unlink);
        onEdits("group", TrackEdits::group);
        onEdits("ungroup", TrackEdits::ungroup);
        onEdits("lift", edits -> edits.takeOut(false));
        onEdits("extract", edits -> edits.takeOut(true));
        onEdits("dissolve", TrackEdits::dissolve);
        onEdits("marker", TrackEdits::toggleMarker);
        onEdits("nextMarker", edits -> edits.goToMarker(true));
        onEdits("previousMarker", edits -> edits.goToMarker(false));
    }

    private void put(String id, Runnable action, BooleanSupplier isChosen, String icon) {
        handlers.put(PREFIX + id, new TrackHandler(action, isChosen, icon));
    }

    private void onCanvas(String id, Consumer<TrackCanvas> action) {
        put(id, () -> {
            TrackCanvas shown = canvas.get();
            if (shown != null) {
                action.accept(shown);
            }
        }, () -> false, "");
    }

    private void onEdits(String id, Consumer<TrackEdits> action) {
        onCanvas(id, shown -> action.accept(shown.edits()));
    }

    /** Lets keys and buttons find the commands. */
    void activate() {
        IHandlerService service = site.getWorkbenchWindow().getService(IHandlerService.class);
        handlers.forEach((id, handler) -> activations.add(service.activateHandler(id, handler)));
        tools.onChange(this::refresh);
        setKeys(true);
        // The buttons are made after the view.
        UiThread.later(this::refresh);
    }

    /** Lets the keys of the view act, or not while text is typed in it. */
    private void setKeys(boolean act) {
        IContextService contexts = site.getService(IContextService.class);
        IContextActivation now = keys;
        if (act && now == null) {
            keys = contexts.activateContext(CONTEXT);
        } else if (!act && now != null) {
            contexts.deactivateContext(now);
            keys = null;
        }
    }

    /** Shows again which tool is in hand, and what else is chosen. */
    void refresh() {
        if (activations.isEmpty()) {
            return;
        }
        setKeys(!tools.isTyping());
        ICommandService commands = site.getWorkbenchWindow().getService(ICommandService.class);
        handlers.keySet().forEach(id -> commands.refreshElements(id, null));
    }

    /** Takes the commands back. */
    void deactivate() {
        setKeys(false);
        site.getWorkbenchWindow().getService(IHandlerService.class).deactivateHandlers(activations);
        activations.clear();
        handlers.values().forEach(TrackHandler::dispose);
    }
}
