package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.views.IViewDescriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.project.ProjectFile;
import org.reelbench.ui.Editor;
import org.reelbench.ui.Theme;

/** Every view looks as the page about the look says, empty and with a film, in the theme and the zoom of this run. */
@ExtendWith(ThreadRule.class)
class ViewLookWorkbenchIT {

    private static final Path PICTURES = Path.of("target", "screenshots").toAbsolutePath();
    /** Its inside is the platform's. */
    private static final String OF_THE_PLATFORM = "Progress";

    private final Driver driver = Driver.ofTheWindow();
    private final Editor editor = Services.get(Editor.class);

    private Set<String> before = Set.of();

    ViewLookWorkbenchIT() throws InterruptedException {
        // the editor may come late
    }

    @BeforeEach
    void knowWhatIsOpen() {
        before = openViews();
    }

    @AfterEach
    void closeAllElse() throws Exception {
        driver.act(() -> Stream.of(driver.window().getActivePage().getViewReferences())
                .filter(view -> !before.contains(view.getId())).forEach(driver.window().getActivePage()::hideView));
        assertTrue(editor.forgetChanges().toCompletableFuture().get(), "closed");
        assertEquals(List.of(), Driver.newProblems());
    }

    @Test
    void everyEmptyViewIsInOrder(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("empty.reel");
        ProjectFile.save(Film.empty(), file);
        assertTrue(editor.open(file).toCompletableFuture().get(), "opened");
        Map<String, Object> faults = new TreeMap<>();
        for (IViewDescriptor view : views()) {
            Control shown = show(view);
            driver.act(() -> check(view.getLabel(), shown, faults));
            AtomicReference<LookPicture> picture = new AtomicReference<>();
            try {
                driver.until(view.getLabel() + " has the theme's colours only", () -> {
                    picture.set(picture(view, shown, "empty"));
                    return picture.get().foreignPatches().isEmpty();
                });
            } catch (AssertionError e) {
                put(faults, e.getMessage(), List.copyOf(picture.get().foreignPatches().entrySet()));
            }
        }
        assertEquals(Map.of(), faults);
    }

    @Test
    void everyViewOfAFilmIsInOrder(@TempDir Path folder) throws Exception {
        assertTrue(editor.open(Film.make(folder)).toCompletableFuture().get(), "opened");
        Map<String, Object> faults = new TreeMap<>();
        for (IViewDescriptor view : views()) {
            Control shown = show(view);
            driver.act(() -> check(view.getLabel(), shown, faults));
            if (view.getLabel().equals("Viewer")) {
                Canvas screen = driver.find(shown, Canvas.class,
                        canvas -> canvas.getClass().getSimpleName().equals("ScreenCanvas"));
                driver.until("the first picture fills the viewer", () -> driver.ui(() -> isFilled(screen)));
            }
            picture(view, shown, "film");
        }
        assertEquals(Map.of(), faults);
    }

    @Test
    void whereTheFocusIsIsSeen(@TempDir Path folder) throws Exception {
        assertTrue(editor.open(Film.make(folder)).toCompletableFuture().get(), "opened");
        Text elsewhere = driver.ui(() -> new Text(driver.shell(), SWT.NONE));
        for (IViewDescriptor view : views()) {
            Control shown = show(view);
            for (Control control : driver.ui(() -> LookChecks.focusable(shown))) {
                // Where no window manager runs, the window may have no focus to give.
                if (driver.ui(() -> control.forceFocus() && control.isFocusControl())) {
                    String name = view.getLabel() + ": " + driver.ui(() -> LookChecks.name(control));
                    driver.until(name + " shows that it has the focus", () -> differs(control, elsewhere));
                }
            }
        }
        driver.act(elsewhere::dispose);
    }

    /** Pictures are rendered in steps of 16 pixels: up to so much of the viewer stays free. */
    private static boolean isFilled(Control screen) {
        Point size = screen.getSize();
        for (int lessPx = 16; lessPx <= 32; lessPx += 2) {
            double scale = Math.min((double) (size.x - lessPx) / Film.WIDTH_PX, (double) (size.y - lessPx) / Film.HEIGHT_PX);
            double width = Film.WIDTH_PX * scale;
            double height = Film.HEIGHT_PX * scale;
            if (ScreenPicture.read(screen, (size.x - width) / 2, (size.y - height) / 2, width, height).is(1, 0)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a control looks otherwise while something else has the focus; asked again if it has not been painted yet. */
    private boolean differs(Control control, Control elsewhere) {
        LookPicture with = painted(control);
        driver.act(elsewhere::forceFocus);
        LookPicture without = painted(control);
        driver.act(control::forceFocus);
        return !with.isSameAs(without);
    }

    private static void check(String view, Control shown, Map<String, Object> faults) {
        put(faults, view + " clips", LookChecks.clipped(shown));
        put(faults, view + " overlaps", LookChecks.overlapping(shown));
        if (!view.equals(OF_THE_PLATFORM)) {
            put(faults, view + " leaves the grid", LookChecks.offGrid(shown));
        }
        put(faults, view + " is faint", LookChecks.faint(shown));
    }

    private Set<String> openViews() {
        return driver.ui(() -> Stream.of(driver.window().getActivePage().getViewReferences()).map(IViewReference::getId)
                .collect(Collectors.toSet()));
    }

    private static void put(Map<String, Object> faults, String what, List<?> found) {
        if (!found.isEmpty()) {
            faults.put(what, found);
        }
    }

    private LookPicture picture(IViewDescriptor view, Control shown, String state) {
        LookPicture picture = painted(shown);
        String name = String.join("-", view.getLabel().toLowerCase(java.util.Locale.ROOT).replace(' ', '-'), state,
                Theme.isLight() ? "light" : "dark", Integer.toString(driver.ui(() -> LookPicture.zoom(shown.getDisplay()))));
        picture.keep(PICTURES.resolve(name + ".png"));
        return picture;
    }

    /** What is on the screen after it was painted once more: before, it may still be what was there earlier. */
    private LookPicture painted(Control control) {
        AtomicBoolean isPainted = new AtomicBoolean();
        Listener watch = _ -> isPainted.set(true);
        driver.act(() -> {
            control.addListener(SWT.Paint, watch);
            control.redraw();
        });
        driver.until("it is painted", isPainted::get);
        driver.act(() -> control.removeListener(SWT.Paint, watch));
        return driver.ui(() -> LookPicture.of(control));
    }

    private List<IViewDescriptor> views() {
        return driver.ui(() -> Stream.of(driver.window().getWorkbench().getViewRegistry().getViews())
                .filter(view -> view.getId().startsWith("org.reelbench.") || view.getLabel().equals(OF_THE_PLATFORM))
                .filter(view -> !view.getId().endsWith(".absent")).toList());
    }

    /** What lies in the tab of a view that is in front. */
    private Control show(IViewDescriptor view) {
        driver.act(() -> {
            try {
                driver.window().getActivePage().showView(view.getId());
            } catch (PartInitException e) {
                throw new AssertionError(e);
            }
        });
        CTabFolder folder = driver.find(driver.shell(), CTabFolder.class, tabs -> tabs.getSelection() != null
                && tabs.getSelection().getText().equals(view.getLabel()) && tabs.isVisible());
        return driver.ui(() -> folder.getSelection().getControl());
    }
}
