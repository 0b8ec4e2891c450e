package org.reelbench.workbench.internal.hot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.MElementContainer;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.model.application.ui.menu.MMenu;
import org.eclipse.e4.ui.model.application.ui.menu.MMenuContribution;
import org.eclipse.e4.ui.model.application.ui.menu.MToolBarContribution;
import org.eclipse.e4.ui.model.application.ui.menu.MTrimContribution;
import org.eclipse.e4.ui.workbench.renderers.swt.MenuManagerRenderer;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.internal.menus.MenuAdditionCacheEntry;
import org.eclipse.ui.internal.menus.MenuHelper;

/**
 * What bundles that come and go put into the menus of the menu bar. The platform draws tool bars once; what they were to have is there
 * after the next start. On the UI thread.
 */
final class HotMenus {

    private static final String MENU = "menu:";

    private final MApplication application;
    private final Map<String, List<MMenuContribution>> brought = new HashMap<>();

    HotMenus(IWorkbench workbench) {
        application = workbench.getService(MApplication.class);
    }

    /**
     * Tells apart what the platform has read at its start, so that it can be taken out: it makes one of all that bundles put into the
     * same place.
     */
    void know(Map<String, List<IConfigurationElement>> read) {
        Set<String> ids = new HashSet<>();
        read.values().forEach(elements -> elements.forEach(element -> collect(element, ids)));
        application.getMenuContributions().removeIf(menu -> ids.contains(menu.getElementId()));
        read.forEach(this::bring);
    }

    private static void collect(IConfigurationElement element, Set<String> ids) {
        ids.add(MenuHelper.getId(element));
        for (IConfigurationElement menu : element.getChildren("menu")) {
            collect(menu, ids);
        }
    }

    void arrive(String bundle, List<IConfigurationElement> elements) {
        if (bring(bundle, elements)) {
            draw();
        }
    }

    /** Says whether there was something to bring. */
    private boolean bring(String bundle, List<IConfigurationElement> elements) {
        ArrayList<MMenuContribution> menus = new ArrayList<>();
        for (IConfigurationElement element : elements) {
            String location = element.getAttribute("locationURI");
            if ("menuContribution".equals(element.getName()) && location != null && location.startsWith(MENU)) {
                new MenuAdditionCacheEntry(application, application.getContext(), element, location,
                        element.getNamespaceIdentifier()).mergeIntoModel(menus, new ArrayList<MToolBarContribution>(),
                                new ArrayList<MTrimContribution>());
            }
        }
        if (menus.isEmpty()) {
            return false;
        }
        application.getMenuContributions().addAll(menus);
        brought.put(bundle, menus);
        return true;
    }

    void leave(String bundle) {
        List<MMenuContribution> menus = brought.remove(bundle);
        if (menus != null) {
            application.getMenuContributions().removeAll(menus);
            draw();
        }
    }

    /** The menu bar is made once; only its renderer makes it anew. */
    @SuppressWarnings("unchecked")
    private void draw() {
        for (MWindow window : application.getChildren()) {
            MMenu bar = window.getMainMenu();
            if (bar != null && bar.getRenderer() instanceof MenuManagerRenderer renderer) {
                renderer.cleanUp(bar);
                renderer.processContributions(bar, bar.getElementId(), true, false);
                renderer.processContents((MElementContainer<MUIElement>) (MElementContainer<?>) bar);
                MenuManager manager = renderer.getManager(bar);
                if (manager != null) {
                    manager.update(true);
                }
            }
        }
    }
}
