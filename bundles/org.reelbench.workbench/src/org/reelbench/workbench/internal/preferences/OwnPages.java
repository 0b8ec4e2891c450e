package org.reelbench.workbench.internal.preferences;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.ui.PlatformUI;

/** The pages of preferences that our bundles and plug-ins bring, and none of the platform's. On the UI thread. */
public final class OwnPages {

    static final String POINT = "org.eclipse.ui.preferencePages";

    private static final String PLATFORM = "org.eclipse.";

    private OwnPages() {
    }

    /**
     * Returns the pages that are there now.
     *
     * @return those that stand below no other, in no order
     */
    public static Stream<IPreferenceNode> now() {
        Set<String> own = Stream.of(Platform.getExtensionRegistry().getConfigurationElementsFor(POINT))
                .filter(page -> !page.getContributor().getName().startsWith(PLATFORM)).map(OwnPages::id)
                .collect(Collectors.toSet());
        return Stream.of(PlatformUI.getWorkbench().getPreferenceManager().getRootSubNodes())
                .filter(node -> own.contains(node.getId()));
    }

    private static String id(IConfigurationElement page) {
        return String.valueOf(page.getAttribute("id"));
    }
}
