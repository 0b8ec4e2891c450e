package org.reelbench.ui.bin.internal;

import java.util.Map;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.reelbench.timeline.Id;

/** Opens media in the source viewer, whoever brings one, by the command for it. */
final class SourceViewer {

    private static final String OPEN = "org.reelbench.source.open";
    private static final String MEDIUM = "org.reelbench.source.medium";

    private SourceViewer() {
    }

    static void open(Id medium) {
        Command command = PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(OPEN);
        if (!command.isDefined()) {
            return;
        }
        try {
            PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(
                    ParameterizedCommand.generateCommand(command, Map.of(MEDIUM, medium.value())), null);
        } catch (CommandException e) {
            ILog.of(SourceViewer.class).error("The medium cannot be opened in the source viewer", e);
        }
    }
}
