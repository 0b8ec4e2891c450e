package org.reelbench.workbench.internal.preferences;

import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.Map;

import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;

/** The projects opened last, as commands of a menu. */
public final class RecentMenu extends CompoundContributionItem {

    /** The command that opens one. */
    public static final String COMMAND = "org.reelbench.file.openRecent";
    /** Its parameter: the project file. */
    public static final String PATH = "org.reelbench.file.path";

    /** Creates the menu; the workbench does. */
    public RecentMenu() {
        // everything is made when the menu opens
    }

    @Override
    protected IContributionItem[] getContributionItems() {
        // What is found is shown when the menu opens the next time.
        RecentProjects.look();
        return RecentProjects.all().stream().map(project -> item(project, label(project, RecentProjects.isMissing(project))))
                .toArray(IContributionItem[]::new);
    }

    /** The name, whether it is gone, and the folder where it lies. */
    static String label(Path project, boolean isMissing) {
        return label(project, isMissing, _ -> true);
    }

    /** The same, with as much of the end of the folder as there is room for. */
    public static String label(Path project, boolean isMissing, Predicate<String> fits) {
        String name = project.getFileName() + (isMissing ? "  –  missing" : "");
        String folder = project.getParent() == null ? "" : project.getParent().toString();
        String label = name + "  –  " + folder;
        String separator = project.getFileSystem().getSeparator();
        for (int cut = folder.indexOf(separator, 1); cut >= 0
                && !fits.test(label); cut = folder.indexOf(separator, cut + 1)) {
            label = name + "  –  …" + folder.substring(cut);
        }
        return folder.isEmpty() || !fits.test(label) ? name : label;
    }

    private static IContributionItem item(Path project, String label) {
        CommandContributionItemParameter parameter = new CommandContributionItemParameter(PlatformUI.getWorkbench(), null,
                COMMAND, CommandContributionItem.STYLE_PUSH);
        parameter.parameters = Map.of(PATH, project.toString());
        parameter.label = label.replace("&", "&&");
        return new CommandContributionItem(parameter);
    }
}
