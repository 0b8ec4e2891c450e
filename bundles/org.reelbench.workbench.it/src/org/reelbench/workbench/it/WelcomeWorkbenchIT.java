package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.reelbench.project.ProjectFile;
import org.reelbench.project.SampleProject;

/** Ways to begin are offered; projects that are gone are marked, and leave the list when somebody says so. */
@ExtendWith(ThreadRule.class)
class WelcomeWorkbenchIT extends OpenWindow {

    private static final String VIEW = "org.reelbench.workbench.welcome";

    private Path project(String name) throws Exception {
        Path file = folder.resolve(name);
        ProjectFile.save(Film.empty(), file);
        open(file);
        return file;
    }

    private boolean isShown() {
        return driver.ui(() -> driver.window().getActivePage().findView(VIEW)) != null;
    }

    private Table recent() {
        driver.choose("Help", "Welcome");
        driver.until("the welcome is shown", this::isShown);
        Button open = driver.find(driver.shell(), Button.class, button -> button.getText().equals("Open Project…"));
        return driver.find(driver.ui(() -> open.getParent().getParent()), Table.class, _ -> true);
    }

    private List<String> items(Table table) {
        return driver.ui(() -> Stream.of(table.getItems()).map(TableItem::getText).toList());
    }

    @Test
    void waysToBeginAreOfferedUntilAProjectIsOpen() throws Exception {
        Path first = project("first.reel");
        Table table = recent();
        List<String> words = driver.ui(() -> Words.of(table.getParent().getParent()));
        assertTrue(words.containsAll(List.of("New Project…", "Open Project…", "Demo Project", "Recent projects")),
                words::toString);
        assertEquals(List.of(), LookWorkbenchIT.foreign(words));
        assertTrue(items(table).getFirst().startsWith("first.reel"), () -> items(table).toString());
        ProjectFile.save(Film.empty(), folder.resolve("second.reel"));
        open(folder.resolve("second.reel"));
        driver.until("the welcome has gone", () -> !isShown());
        Table again = recent();
        driver.act(() -> again.select(1));
        driver.until("the first one is the second now", () -> items(again).get(1).startsWith("first.reel"));
        again.getDisplay().asyncExec(() -> again.notifyListeners(SWT.DefaultSelection, new Event()));
        driver.until("it is open", () -> editor.project().orElseThrow().session().file().orElseThrow().equals(first));
        driver.until("the welcome has gone again", () -> !isShown());
    }

    @Test
    void aProjectThatIsGoneIsMarkedAndLeavesTheListWhenSomebodySaysSo() throws Exception {
        Path gone = project("gone.reel");
        project("here.reel");
        Files.delete(gone);
        Table table = recent();
        String marked = "gone.reel  –  missing";
        driver.until("it is marked", () -> items(table).stream().anyMatch(item -> item.startsWith(marked)));
        driver.until("the menu marks it, too",
                () -> driver.menu("File", "Open Recent").contains(marked + "  –  " + folder));
        int index = items(table).stream().map(item -> item.startsWith(marked)).toList().indexOf(true);
        driver.act(() -> table.select(index));
        table.getDisplay().asyncExec(() -> table.notifyListeners(SWT.DefaultSelection, new Event()));
        Shell question = driver.dialog("Project Not Found");
        assertTrue(driver.ui(() -> Words.of(question)).stream().anyMatch(word -> word.startsWith(gone + " is not there")));
        driver.click(driver.find(question, Button.class, button -> button.getText().equals("Remove from the List")));
        driver.until("it has left", () -> items(table).stream().noneMatch(item -> item.startsWith("gone.reel")));
        driver.until("the menu, too",
                () -> driver.menu("File", "Open Recent").stream().noneMatch(item -> item.startsWith("gone.reel")));
    }

    @Test
    void theDemoIsMadeInAJobThatCanBeCancelledAndOpened() throws Exception {
        BundleContext context = FrameworkUtil.getBundle(WelcomeWorkbenchIT.class).getBundleContext();
        Stand stand = new Stand();
        ServiceRegistration<SampleProject> sample = context.registerService(SampleProject.class, stand,
                new Hashtable<>(Map.of(Constants.SERVICE_RANKING, 1)));
        try {
            make();
            stand.begun.get();
            Job job = Stream.of(Job.getJobManager().find(null)).filter(each -> each.getName().equals("Making the demo project"))
                    .findFirst().orElseThrow();
            job.cancel();
            stand.cancelled.get();
            driver.until("the job has ended", () -> job.getState() == Job.NONE);
            stand.waits = false;
            make();
            driver.until("it is open", () -> editor.project().flatMap(open -> open.session().file())
                    .filter(folder.resolve("sample.reel")::equals).isPresent());
        } finally {
            sample.unregister();
        }
    }

    private void make() {
        driver.shell().getDisplay().asyncExec(() -> {
            ParameterizedCommand command = ParameterizedCommand.generateCommand(
                    driver.window().getService(ICommandService.class).getCommand("org.reelbench.file.demo"),
                    Map.of("org.reelbench.file.demo.folder", folder.toString()));
            try {
                driver.window().getService(IHandlerService.class).executeCommand(command, null);
            } catch (CommandException e) {
                throw new AssertionError(e);
            }
        });
    }

    /** A sample that is made at once, or never. */
    private static final class Stand implements SampleProject {

        private final CompletableFuture<Void> begun = new CompletableFuture<>();
        private final CompletableFuture<Void> cancelled = new CompletableFuture<>();
        private volatile boolean waits = true;

        @Override
        public String name() {
            return "Sample";
        }

        @Override
        public Path make(Path folder, Consumer<String> step, CompletionStage<?> stop) throws IOException {
            step.accept("a film");
            begun.complete(null);
            if (waits) {
                try {
                    stop.toCompletableFuture().get();
                } catch (InterruptedException | ExecutionException e) {
                    throw new IOException(e);
                }
                cancelled.complete(null);
                throw new IOException("cancelled");
            }
            Path file = folder.resolve("sample.reel");
            ProjectFile.save(Film.empty(), file);
            return file;
        }
    }
}
