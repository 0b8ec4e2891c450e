package org.reelbench.workbench.internal.hot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;

/**
 * The views of bundles that come and go. Where a view is open when its bundle stops, a hint stands until the bundle is back or is
 * uninstalled. On the UI thread.
 */
final class HotViews {

    private final IWorkbench workbench;
    private final PlatformViews platform;
    private final Map<String, List<String>> absent = new HashMap<>();

    HotViews(IWorkbench workbench) {
        this.workbench = workbench;
        platform = new PlatformViews(workbench);
    }

    /** Lists the views that have come, and opens them where hints stand for them. */
    void arrive(String bundle, List<IConfigurationElement> elements) throws ReflectiveOperationException, PartInitException {
        List<String> gone = absent.getOrDefault(bundle, List.of());
        for (IConfigurationElement element : elements) {
            if ("category".equals(element.getName())) {
                platform.putCategory(element);
            }
        }
        for (IConfigurationElement element : elements) {
            if (element.getName().endsWith("view") && !element.getName().startsWith("sticky")) {
                String id = element.getAttribute("id");
                List<Place> places = close(id);
                platform.put(element);
                AbsentView.forget(id);
                open(places);
            }
        }
        List<String> other = new ArrayList<>(gone);
        elements.forEach(element -> other.remove(element.getAttribute("id")));
        absent.remove(bundle);
        remove(other);
    }

    /** Puts hints in the place of views whose bundle goes. */
    void leave(String bundle, String name) throws ReflectiveOperationException, PartInitException {
        List<String> ids = platform.of(bundle);
        if (ids.isEmpty()) {
            return;
        }
        absent.put(bundle, ids);
        for (String id : ids) {
            AbsentView.say(id, platform.label(id), "Not available: " + name + " is stopped");
            List<Place> places = close(id);
            platform.stand(id, AbsentView.ID);
            open(places);
        }
    }

    /** Closes what stands for the views of a bundle that is uninstalled, and takes them off the list. */
    void forget(String bundle) throws ReflectiveOperationException {
        List<String> ids = absent.remove(bundle);
        if (ids != null) {
            remove(ids);
        }
    }

    private void remove(List<String> ids) throws ReflectiveOperationException {
        for (String id : ids) {
            close(id);
            platform.remove(id);
            AbsentView.forget(id);
        }
    }

    /** A view that was open. */
    private record Place(IWorkbenchPage page, String id, String secondary, boolean isVisible, boolean isActive) {
    }

    private List<Place> close(String id) {
        List<Place> places = new ArrayList<>();
        for (IWorkbenchWindow window : workbench.getWorkbenchWindows()) {
            for (IWorkbenchPage page : window.getPages()) {
                for (IViewReference view : page.getViewReferences()) {
                    if (view.getId().equals(id)) {
                        IWorkbenchPart part = view.getPart(false);
                        String secondary = view.getSecondaryId();
                        places.add(new Place(page, id, secondary == null ? "" : secondary,
                                part != null && page.isPartVisible(part), part != null && page.getActivePart() == part));
                        page.hideView(view);
                    }
                }
            }
        }
        return places;
    }

    private static void open(List<Place> places) throws PartInitException {
        for (Place place : places) {
            int mode = place.isActive()
                    ? IWorkbenchPage.VIEW_ACTIVATE
                    : place.isVisible() ? IWorkbenchPage.VIEW_VISIBLE : IWorkbenchPage.VIEW_CREATE;
            place.page().showView(place.id(), place.secondary().isEmpty() ? null : place.secondary(), mode);
        }
    }
}
