package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.reelbench.ui.EditorListener;

/** A plug-in brings a view, a command, a key, menu entries and a page of settings to the open window, and takes them with it. */
@ExtendWith(UiWatchdog.class)
class HotPartsWorkbenchIT extends OpenWindow {

    private static final String VIEW = "org.example.reelbench.cuts";
    private static final String COMMAND = "org.example.reelbench.copyCuts";
    private static final String PAGE = "org.example.reelbench.cutsPage";
    private static final String CUTS = "Cuts";
    private static final String PAGE_WORDS = "The view Cuts lists the clips of all tracks. Copy Cut List puts them on the clipboard.";
    private static final String COPY = "Copy Cut List";
    private static final int CYCLES = "deep".equals(System.getProperty("reelbench.tier")) ? 20 : 3;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final EditorListener listener = new EditorListener() {
        @Override
        public void told(String text, boolean isProblem) {
            told.add(text);
        }
    };
    private Bundle plugin;

    @BeforeEach
    void openTheFilm() throws Exception {
        openFilm(Film.make(folder));
        editor.addListener(listener);
    }

    @AfterEach
    void removeThePlugin() throws Exception {
        editor.removeListener(listener);
        if (plugin != null && plugin.getState() != Bundle.UNINSTALLED) {
            plugin.uninstall();
        }
    }

    private void install() throws Exception {
        plugin = Services.context().installBundle("file:" + jar());
        plugin.start();
        driver.until("it is in the menu", () -> driver.menu("View").contains("Cuts"));
    }

    private static Path jar() throws IOException {
        Path target = Path.of(System.getProperty("reelbench.root"), "examples", "org.reelbench.examples.view", "target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith(".jar")).findFirst().orElseThrow();
        }
    }

    private IViewPart view() {
        return driver.ui(() -> driver.window().getActivePage().findView(VIEW));
    }

    private List<String> cuts() {
        return driver.ui(() -> List.of(driver.find(driver.shell(), org.eclipse.swt.widgets.List.class,
                list -> list.getParent().isVisible()).getItems()));
    }

    private void open() {
        driver.choose("View", "Cuts");
        driver.until("the view is open", () -> view() != null);
    }

    @Test
    void whatItBringsIsThereAtOnceAndWorks() throws Exception {
        install();
        open();
        assertEquals(List.of("V1  00:00:00:00  Source 1", "V1  00:00:02:00  Source 2", "V2  00:00:01:00  Source 3"), cuts());
        assertEquals(1, Collections.frequency(driver.menu("Edit"), COPY));
        driver.choose("Edit", COPY);
        driver.until("it is done", () -> told.contains("3 cuts are on the clipboard"));
        told.clear();
        Canvas tracks = driver.find(driver.shell(), Canvas.class,
                canvas -> canvas.getClass().getSimpleName().equals("TrackCanvas"));
        driver.press(tracks, (char) 3, 'c', SWT.MOD1 | SWT.MOD3);
        driver.until("it is done by its key", () -> told.contains("3 cuts are on the clipboard"));
        driver.until("its page is among the settings", this::hasPage);
    }

    @Test
    void itsPageComesToSettingsThatAreOpenAndGoesFromThem() throws Exception {
        Shell dialog = Preferences.open(driver, "Memory");
        assertFalse(pages(dialog).contains(CUTS));
        install();
        driver.until("its page is listed", () -> pages(dialog).contains(CUTS));
        assertEquals("Keys", pages(dialog).getLast());
        Preferences.turn(driver, dialog, CUTS);
        driver.until("its page is shown", () -> driver.ui(() -> Words.of(dialog)).contains(PAGE_WORDS));
        plugin.uninstall();
        driver.until("its page is not listed any more", () -> !pages(dialog).contains(CUTS));
        driver.until("another one is shown", () -> driver.ui(() -> Words.of(dialog))
                .contains("Open the project of the last time at the start"));
        Preferences.turn(driver, dialog, "Memory");
        Preferences.press(driver, dialog, "Apply and Close");
        install();
        driver.until("its page is among the settings", this::hasPage);
        Shell again = Preferences.open(driver, CUTS);
        driver.until("its page is shown", () -> driver.ui(() -> Words.of(again)).contains(PAGE_WORDS));
        Preferences.turn(driver, again, "Memory");
        plugin.uninstall();
        driver.until("its page is not listed any more", () -> !pages(again).contains(CUTS));
        Preferences.press(driver, again, "Cancel");
    }

    private List<String> pages(Shell dialog) {
        Tree tree = driver.find(dialog, Tree.class, _ -> true);
        return driver.ui(() -> Stream.of(tree.getItems()).map(TreeItem::getText).toList());
    }

    @Test
    void updatedItIsThereOnceWithItsViewOpen() throws Exception {
        install();
        open();
        Object before = view().getClass();
        try (InputStream rebuilt = Files.newInputStream(RebuiltBundle.write(plugin, folder, "later"))) {
            plugin.update(rebuilt);
        }
        driver.until("the new one is shown", () -> view() != null && !view().getClass().equals(before)
                && view().getClass().getSimpleName().equals("CutsView"));
        assertEquals(3, cuts().size());
        driver.until("it is in the menu", () -> Collections.frequency(driver.menu("View"), "Cuts") == 1);
        assertEquals(1, Collections.frequency(driver.menu("Edit"), COPY));
        driver.choose("Edit", COPY);
        driver.until("it is done", () -> told.contains("3 cuts are on the clipboard"));
    }

    @Test
    void removedNothingItMadeIsLeft() throws Exception {
        List<WeakReference<IViewPart>> views = new ArrayList<>();
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            install();
            open();
            driver.choose("Edit", COPY);
            driver.until("it is done", () -> told.contains("3 cuts are on the clipboard"));
            told.clear();
            views.add(new WeakReference<>(view()));
            // The platform looks for pages some time after a bundle has come, and logs it as an error if the bundle has gone before.
            driver.until("its page is there", this::hasPage);
            plugin.uninstall();
            assertNull(view());
            assertFalse(driver.menu("View").contains("Cuts"));
            assertFalse(driver.menu("Edit").contains(COPY));
            assertNull(driver.ui(() -> PlatformUI.getWorkbench().getViewRegistry().find(VIEW)));
            assertFalse(driver.ui(() -> PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(COMMAND)
                    .isDefined()));
            driver.until("its page is gone", () -> !hasPage());
        }
        // The platform remembers classes by which it has looked something up, one loader a version; and what had the focus last.
        driver.until("views are given back", () -> {
            System.gc();
            return views.stream().filter(view -> view.get() != null).count() <= 1;
        });
    }

    @Test
    void whatWasThereAtTheStartIsReplacedToo() throws Exception {
        Bundle export = Stream.of(Services.context().getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals("org.reelbench.ui.export")).findFirst().orElseThrow();
        for (String version : List.of("one", "two")) {
            try (InputStream rebuilt = Files.newInputStream(RebuiltBundle.write(export, folder, version))) {
                export.update(rebuilt);
            }
            export.start();
            driver.until("it is in the menu once", () -> Collections.frequency(driver.menu("File"), "Export…") == 1);
            assertEquals(1, Collections.frequency(driver.menu("View"), "Exports"));
            driver.choose("File", "Export…");
            Shell dialog = driver.dialog("Export");
            assertEquals(version,
                    FrameworkUtil.getBundle(driver.ui(() -> dialog.getData().getClass())).getVersion().getQualifier());
            driver.act(dialog::close);
            driver.until("it is closed", () -> driver.ui(dialog::isDisposed));
        }
    }

    private boolean hasPage() {
        return driver.ui(() -> PlatformUI.getWorkbench().getPreferenceManager().find(PAGE) != null);
    }
}
