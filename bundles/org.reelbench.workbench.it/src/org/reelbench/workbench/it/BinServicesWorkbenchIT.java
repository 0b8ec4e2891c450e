package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.reelbench.proxies.Proxies;
import org.reelbench.proxies.ProxyListener;
import org.reelbench.proxies.ProxyStatus;
import org.reelbench.proxies.ProxyStatus.State;
import org.reelbench.sketches.SketchSource;
import org.reelbench.sketches.SketchView;
import org.reelbench.sketches.Sketches;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.ProxyUse;

/** What the bin asks of the services that make small pictures and proxies, and what it shows of their answers. */
@ExtendWith(ThreadRule.class)
class BinServicesWorkbenchIT extends OpenWindow {

    /** Before the guards. */
    private static final int RANKING = 2_000_000;
    private static final int CELL_WIDTH_PX = 144;
    private static final int CELL_STEP_PX = CELL_WIDTH_PX + 8;
    private static final String AS_PICTURES = "Show media as pictures";

    private final Map<String, Set<RationalTime>> asked = new ConcurrentHashMap<>();
    private final List<ProxyListener> listeners = new CopyOnWriteArrayList<>();

    @BeforeEach
    void openTheFilm() throws Exception {
        open(Film.make(folder));
        driver.until("the media are listed and known", () -> driver.ui(() -> table().getItemCount() == 3
                && Stream.of(table().getItems()).allMatch(item -> item.getText(1).startsWith("320×180"))));
    }

    private Composite panel() {
        return driver.find(driver.shell(), Composite.class, part -> part.getClass().getSimpleName().equals("MediaPanel"));
    }

    private Table table() {
        return driver.find(panel(), Table.class, _ -> true);
    }

    /** Takes the place of a service whose calls go on to it unless the answer is another one. */
    private static <S> ServiceRegistration<S> inFrontOf(Class<S> type, Answers<S> answers) throws InterruptedException {
        S service = Services.get(type);
        Object front = Proxy.newProxyInstance(BinServicesWorkbenchIT.class.getClassLoader(), new Class<?>[] { type },
                (_, method, arguments) -> {
                    try {
                        return answers.answer(service, method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return Services.context().registerService(type, type.cast(front),
                new Hashtable<>(Map.of(Constants.SERVICE_RANKING, RANKING)));
    }

    private interface Answers<S> {
        Object answer(S service, Method method, Object... arguments) throws ReflectiveOperationException;
    }

    private Object sketches(Sketches service, Method method, Object... arguments) throws ReflectiveOperationException {
        Object answer = method.invoke(service, arguments);
        return answer instanceof SketchView view
                ? Proxy.newProxyInstance(BinServicesWorkbenchIT.class.getClassLoader(), new Class<?>[] { SketchView.class },
                        (_, called, given) -> {
                            if (called.getName().equals("thumbnail")) {
                                asked.computeIfAbsent(name((SketchSource) given[0]), _ -> ConcurrentHashMap.newKeySet())
                                        .add((RationalTime) given[1]);
                            }
                            try {
                                return called.invoke(view, given);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        })
                : answer;
    }

    private static String name(SketchSource source) {
        String path = String.valueOf(((List<?>) source.medium()).getFirst());
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private ToolItem asPictures() {
        ToolBar bar = driver.find(driver.shell(), ToolBar.class, tools -> Words.tips(tools).contains(AS_PICTURES));
        return driver.ui(() -> Stream.of(bar.getItems()).filter(item -> AS_PICTURES.equals(item.getToolTipText())).findFirst()
                .orElseThrow());
    }

    private void show(boolean areAsPictures) {
        ToolItem button = asPictures();
        driver.act(() -> button.setSelection(areAsPictures));
        driver.click(button);
    }

    @Test
    void whatTheMouseIsOverIsAskedForAndNothingElse() throws Exception {
        // The track view asks for pictures of the same media.
        driver.act(() -> driver.window().getActivePage().hideView(
                driver.window().getActivePage().findView("org.reelbench.ui.tracks")));
        ServiceRegistration<Sketches> counting = inFrontOf(Sketches.class, this::sketches);
        show(true);
        try {
            Canvas grid = driver.find(panel(), Canvas.class,
                    canvas -> canvas.getClass() == Canvas.class && (canvas.getStyle() & SWT.V_SCROLL) != 0);
            driver.until("each is asked for once", () -> asked.keySet().containsAll(Set.of("source1.mp4", "source2.mp4")));
            asked.values().forEach(times -> assertEquals(Set.of(RationalTime.ZERO), times, "their first pictures"));
            Mouse mouse = new Mouse(driver, grid);
            int left = 8 + CELL_STEP_PX;
            mouse.moveTo(left + CELL_WIDTH_PX / 4, 40);
            driver.until("a quarter of the second is asked for", () -> asked.get("source2.mp4").size() == 2);
            mouse.moveTo(left + CELL_WIDTH_PX * 3 / 4, 40);
            driver.until("three quarters of it are", () -> asked.get("source2.mp4").size() == 3);
            List<Double> parts = asked.get("source2.mp4").stream().map(time -> time.seconds().toDouble() / (70 / 30.0)).sorted()
                    .toList();
            assertEquals(0.25, parts.get(1), 0.05);
            assertEquals(0.75, parts.get(2), 0.05);
            driver.until("it is seen", () -> driver.ui(() -> {
                var seen = ScreenPicture.read(grid, left, 8, CELL_WIDTH_PX, 80);
                return seen.is(2, seen.frameNumber()) && seen.frameNumber() >= 30;
            }));
            mouse.moveTo(left + CELL_WIDTH_PX / 2, 8 + 116 + 4);
            driver.until("between them, the first picture is seen again",
                    () -> driver.ui(() -> ScreenPicture.read(grid, left, 8, CELL_WIDTH_PX, 80)).is(2, 0));
            assertEquals(Set.of(RationalTime.ZERO), asked.get("source1.mp4"), "nothing of what the mouse was not over");
            assertEquals(3, asked.get("source2.mp4").size());
        } finally {
            show(false);
            counting.unregister();
            driver.ui(() -> driver.window().getActivePage().showView("org.reelbench.ui.tracks"));
        }
    }

    private Object proxies(Proxies service, Method method, Object... arguments) throws ReflectiveOperationException {
        switch (method.getName()) {
        case "addListener" -> listeners.add((ProxyListener) arguments[0]);
        case "removeListener" -> listeners.remove(arguments[0]);
        case "status" -> {
            return new ProxyStatus(State.MAKING, 0.12, "");
        }
        default -> {
            return method.invoke(service, arguments);
        }
        }
        return null;
    }

    private List<String> badges() {
        return driver.ui(() -> Stream.of(table().getItems()).map(item -> item.getText(3)).toList());
    }

    @Test
    void howFarProxiesAreIsSaidAndFollowsThem() throws Exception {
        ServiceRegistration<Proxies> told = inFrontOf(Proxies.class, this::proxies);
        try {
            driver.until("the bin listens", () -> !listeners.isEmpty());
            assertTrue(editor.forgetChanges().toCompletableFuture().get(), "closed");
            open(folder.resolve("film.reel"));
            driver.until("it is said how far they are", () -> badges().equals(List.of("12 %", "12 %", "12 %")));
            String first = editor.project().orElseThrow().session().project().media().getFirst().fingerprint();
            String known = first.isEmpty()
                    ? Services.get(org.reelbench.media.Fingerprints.class).of(folder.resolve("source1.mp4"))
                    : first;
            listeners.forEach(listener -> listener.changed(known, ProxyStatus.of(State.READY, "")));
            driver.until("one is ready", () -> badges().equals(List.of("ready", "12 %", "12 %")));
            listeners.forEach(listener -> listener.changed(known, ProxyStatus.of(State.FAILED, "the disk is full")));
            driver.until("one has failed", () -> badges().equals(List.of("failed", "12 %", "12 %")));
        } finally {
            told.unregister();
        }
    }

    @Test
    void whetherAMediumHasAProxyIsChosenInItsMenu() {
        Table table = table();
        driver.act(() -> table.setSelection(1));
        MenuItem proxy = driver.ui(() -> item(table.getMenu(), "Proxy"));
        driver.act(() -> {
            MenuItem never = item(proxy.getMenu(), "Never");
            Stream.of(proxy.getMenu().getItems()).forEach(item -> item.setSelection(item == never));
            never.notifyListeners(SWT.Selection, new Event());
        });
        driver.until("it is meant to have none", () -> editor.project().orElseThrow().session().project().media().get(1)
                .proxy() == ProxyUse.NEVER);
        editor.undo();
        driver.until("one step takes it back", () -> editor.project().orElseThrow().session().project().media().get(1)
                .proxy() == ProxyUse.AUTO);
    }

    private static MenuItem item(Menu menu, String name) {
        menu.notifyListeners(SWT.Show, new Event());
        return Stream.of(menu.getItems()).filter(item -> item.getText().equals(name)).findFirst().orElseThrow();
    }
}
