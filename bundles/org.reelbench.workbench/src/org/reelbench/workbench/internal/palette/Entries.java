package org.reelbench.workbench.internal.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.IParameter;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.views.IViewDescriptor;
import org.reelbench.workbench.internal.preferences.OwnPages;

/** All that can be found at the moment: commands that ask for nothing, views and pages of preferences. On the UI thread. */
final class Entries {

    private static final String OURS = "org.reelbench.";
    private static final String SCHEME = "org.reelbench.keys";
    private static final String PROGRESS = "org.eclipse.ui.views.ProgressView";
    /** It stands in for others, and is none that people open. */
    private static final String ABSENT = "org.reelbench.workbench.absent";

    private final IWorkbench workbench;
    private final ICommandService commands;
    private final IBindingService bindings;

    Entries(IWorkbench workbench) {
        this.workbench = workbench;
        commands = workbench.getService(ICommandService.class);
        bindings = workbench.getService(IBindingService.class);
    }

    List<Entry> all() {
        List<Entry> all = new ArrayList<>();
        for (Command command : commands.getDefinedCommands()) {
            try {
                if (command.getId().startsWith(OURS) && asksForNothing(command)) {
                    all.add(entry(command.getName(), command, Map.of()));
                }
            } catch (NotDefinedException _) {
                // It went away with its bundle meanwhile: there is nothing to be found.
                continue;
            }
        }
        for (IViewDescriptor view : workbench.getViewRegistry().getViews()) {
            if ((view.getId().startsWith(OURS) || view.getId().equals(PROGRESS)) && !view.getId().equals(ABSENT)) {
                all.add(entry("Show " + view.getLabel(), commands.getCommand("org.reelbench.view.show"),
                        Map.of("org.reelbench.view.id", view.getId())));
            }
        }
        OwnPages.now().forEach(page -> all.add(entry("Preferences: " + page.getLabelText(),
                commands.getCommand("org.reelbench.edit.preferences"), Map.of("org.reelbench.preferences.page", page.getId()))));
        return List.copyOf(all);
    }

    private static boolean asksForNothing(Command command) throws NotDefinedException {
        IParameter[] parameters = command.getParameters();
        return parameters == null || Stream.of(parameters).allMatch(IParameter::isOptional);
    }

    private Entry entry(String name, Command command, Map<String, String> parameters) {
        ParameterizedCommand whole = ParameterizedCommand.generateCommand(command, parameters);
        return new Entry(name, keys(whole), command.isHandled() && command.isEnabled(), whole);
    }

    /** The key of the habits that are chosen, else our own, also where it does not act at the moment. */
    private String keys(ParameterizedCommand command) {
        String active = bindings.getActiveScheme() == null ? SCHEME : bindings.getActiveScheme().getId();
        List<Binding> keys = Stream.of(bindings.getBindings())
                .filter(binding -> command.equals(binding.getParameterizedCommand()))
                .toList();
        return Stream.of(active, SCHEME)
                .flatMap(scheme -> keys.stream().filter(binding -> binding.getSchemeId().equals(scheme)))
                .map(binding -> binding.getTriggerSequence().format()).findFirst().orElse("");
    }
}
