package org.reelbench.workbench.internal.hot;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.IHandler;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerActivation;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.internal.handlers.HandlerProxy;
import org.eclipse.ui.keys.IBindingService;

/** The commands, handlers and keys of bundles that come and go. On the UI thread. */
final class HotCommands {

    /** Where the platform keeps what it has made of handlers at its start. */
    private static final String ACTIVATIONS = "legacy::handler::";

    private final MApplication application;
    private final ICommandService commands;
    private final IHandlerService handlers;
    private final IBindingService keys;
    private final Map<String, Brought> brought = new HashMap<>();

    /** What one bundle has brought. */
    private record Brought(List<Command> commands, List<IHandlerActivation> handlers) {
    }

    HotCommands(IWorkbench workbench) {
        application = workbench.getService(MApplication.class);
        commands = workbench.getService(ICommandService.class);
        handlers = workbench.getService(IHandlerService.class);
        keys = workbench.getService(IBindingService.class);
    }

    /** Notes what the platform has read of a bundle at its start, so that it can be taken out. */
    void know(String bundle, List<IConfigurationElement> commandElements, List<IConfigurationElement> handlerElements)
            throws ReflectiveOperationException {
        Brought read = new Brought(new ArrayList<>(commands(commandElements)), new ArrayList<>());
        for (Late late : late(commandElements, handlerElements)) {
            if (application.getContext().get(ACTIVATIONS + late.command) instanceof Collection<?> all) {
                for (Object activation : all) {
                    if (isOf(bundle, activation)) {
                        read.handlers().add((IHandlerActivation) activation);
                    }
                }
            }
        }
        brought.put(bundle, read);
    }

    private static boolean isOf(String bundle, Object activation) throws ReflectiveOperationException {
        Method handler = activation.getClass().getMethod("getHandler");
        handler.setAccessible(true);
        return handler.invoke(activation) instanceof HandlerProxy proxy
                && bundle.equals(proxy.getConfigurationElement().getContributor().getName());
    }

    private List<Command> commands(List<IConfigurationElement> elements) {
        return elements.stream().filter(element -> "command".equals(element.getName()))
                .map(element -> commands.getCommand(element.getAttribute("id"))).toList();
    }

    /** Defines the commands of a bundle. */
    void define(String bundle, List<IConfigurationElement> elements) {
        if (!elements.isEmpty()) {
            commands.readRegistry();
            of(bundle).commands().addAll(commands(elements));
        }
    }

    /** Has handlers made when their commands are chosen. */
    void handle(String bundle, List<IConfigurationElement> commandElements, List<IConfigurationElement> handlerElements) {
        for (Late late : late(commandElements, handlerElements)) {
            of(bundle).handlers().add(handlers.activateHandler(late.command, late));
        }
    }

    /** A command may name its handler, or others may bring one. */
    private static List<Late> late(List<IConfigurationElement> commandElements, List<IConfigurationElement> handlerElements) {
        List<Late> all = new ArrayList<>();
        for (IConfigurationElement element : commandElements) {
            if (element.getAttribute("defaultHandler") != null) {
                all.add(new Late(element.getAttribute("id"), element, "defaultHandler"));
            }
        }
        for (IConfigurationElement element : handlerElements) {
            if ("handler".equals(element.getName())) {
                all.add(new Late(element.getAttribute("commandId"), element, "class"));
            }
        }
        return all;
    }

    private Brought of(String bundle) {
        return brought.computeIfAbsent(bundle, _ -> new Brought(new ArrayList<>(), new ArrayList<>()));
    }

    /** Reads the keys of all bundles again: there is no other way to add or remove some. */
    void readKeys() {
        keys.readRegistryAndPreferences(commands);
    }

    /** Leaves commands that cannot be done. */
    void drop(String bundle) {
        List<IHandlerActivation> active = of(bundle).handlers();
        handlers.deactivateHandlers(List.copyOf(active));
        active.clear();
    }

    void undefine(String bundle) {
        for (Command command : of(bundle).commands()) {
            application.getCommands().removeIf(known -> command.getId().equals(known.getElementId()));
            command.setHandler(null);
            command.undefine();
        }
        brought.remove(bundle);
    }

    /** A handler whose class is loaded when its command is chosen for the first time. */
    private static final class Late extends AbstractHandler {

        private final String command;
        private final IConfigurationElement element;
        private final String attribute;
        private @Nullable IHandler made;

        Late(String command, IConfigurationElement element, String attribute) {
            this.command = command;
            this.element = element;
            this.attribute = attribute;
        }

        @Override
        public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
            IHandler handler = made;
            if (handler == null) {
                try {
                    handler = (IHandler) element.createExecutableExtension(attribute);
                } catch (CoreException e) {
                    throw new ExecutionException("The command cannot be done: " + e.getMessage(), e);
                }
                made = handler;
            }
            return handler.execute(event);
        }

        @Override
        public boolean isEnabled() {
            IHandler handler = made;
            return handler == null || handler.isEnabled();
        }

        @Override
        public void dispose() {
            IHandler handler = made;
            made = null;
            if (handler != null) {
                handler.dispose();
            }
            super.dispose();
        }
    }
}
