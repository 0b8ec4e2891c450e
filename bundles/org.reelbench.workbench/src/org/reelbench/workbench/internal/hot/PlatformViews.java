package org.reelbench.workbench.internal.hot;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.descriptor.basic.MPartDescriptor;
import org.eclipse.e4.ui.model.application.ui.advanced.MPlaceholder;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.internal.registry.ViewCategory;
import org.eclipse.ui.internal.registry.ViewDescriptor;
import org.eclipse.ui.internal.registry.ViewRegistry;
import org.eclipse.ui.views.IViewDescriptor;

/** The platform's list of views, which it reads once and has no public way to change. On the UI thread. */
final class PlatformViews {

    private final MApplication application;
    private final EModelService models;
    private final ViewRegistry registry;

    PlatformViews(IWorkbench workbench) {
        application = workbench.getService(MApplication.class);
        models = workbench.getService(EModelService.class);
        registry = (ViewRegistry) workbench.getViewRegistry();
    }

    /** The ids of the views that a bundle brings, as far as they are listed. */
    List<String> of(String bundle) {
        List<String> ids = new ArrayList<>();
        for (IViewDescriptor view : registry.getViews()) {
            if (view instanceof ViewDescriptor known && isOf(known.getConfigurationElement(), bundle)) {
                ids.add(view.getId());
            }
        }
        return ids;
    }

    private static boolean isOf(@Nullable IConfigurationElement element, String bundle) {
        return element != null && element.isValid() && bundle.equals(element.getContributor().getName());
    }

    String label(String id) {
        IViewDescriptor view = registry.find(id);
        return view == null ? id : view.getLabel();
    }

    /** Lists a view, or makes one that is listed by another from now on. */
    void put(IConfigurationElement view) throws ReflectiveOperationException {
        unlist(view.getAttribute("id"));
        Method create = ViewRegistry.class.getDeclaredMethod("createDescriptor", IConfigurationElement.class, boolean.class);
        create.setAccessible(true);
        create.invoke(registry, view, "e4view".equals(view.getName()));
    }

    void putCategory(IConfigurationElement category) throws ReflectiveOperationException {
        String id = category.getAttribute("id");
        if (registry.findCategory(id) == null) {
            map("categories").put(id, new ViewCategory(id, category.getAttribute("name")));
        }
    }

    /** Has another view made wherever this one is asked for. */
    void stand(String id, String other) throws ReflectiveOperationException {
        if (registry.find(other) instanceof ViewDescriptor standing) {
            for (MPartDescriptor part : application.getDescriptors()) {
                if (id.equals(part.getElementId())) {
                    unlist(id);
                    map("descriptors").put(id, new ViewDescriptor(application, part, standing.getConfigurationElement()));
                    return;
                }
            }
        }
    }

    /** Takes a view off the list, and what is left of it out of the windows. */
    void remove(String id) throws ReflectiveOperationException {
        unlist(id);
        application.getDescriptors().removeIf(part -> id.equals(part.getElementId()));
        for (MWindow window : application.getChildren()) {
            for (MPlaceholder place : models.findElements(window, null, MPlaceholder.class)) {
                if (place.getRef() instanceof MPart part && id.equals(part.getElementId())) {
                    place.setToBeRendered(false);
                    models.deleteModelElement(place);
                }
            }
            window.getSharedElements().removeIf(part -> id.equals(part.getElementId()));
        }
    }

    private void unlist(String id) throws ReflectiveOperationException {
        Object view = map("descriptors").remove(id);
        if (view != null) {
            for (Object category : map("categories").values()) {
                unlist(category, view);
            }
            unlist(registry.getMiscCategory(), view);
        }
    }

    private static void unlist(@Nullable Object category, Object view) throws ReflectiveOperationException {
        if (category instanceof ViewCategory) {
            Field views = ViewCategory.class.getDeclaredField("descriptors");
            views.setAccessible(true);
            ((Collection<?>) views.get(category)).remove(view);
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> map(String name) throws ReflectiveOperationException {
        Field field = ViewRegistry.class.getDeclaredField(name);
        field.setAccessible(true);
        return (Map<String, Object>) field.get(registry);
    }
}
