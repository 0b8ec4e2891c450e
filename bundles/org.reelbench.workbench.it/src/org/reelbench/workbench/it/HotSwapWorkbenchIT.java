package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceRegistration;
import org.reelbench.project.ProjectSession;
import org.reelbench.ui.PreviewBar;
import org.reelbench.ui.PreviewStretch;
import org.reelbench.ui.Transport;

/**
 * The program's own parts are stopped, updated to a rebuilt file and started again while a film plays: the window says what is not
 * available, the rest goes on, and all of it comes back to the same open project.
 */
@ExtendWith(UiWatchdog.class)
class HotSwapWorkbenchIT extends OpenWindow {

    /** About 20 minutes, so that it does not end while it is looked at. */
    private static final int CLIPS = 600;
    private static final int ORDERS = "deep".equals(System.getProperty("reelbench.tier")) ? 20 : 3;
    private static final List<String> PARTS = List.of("ui.tracks", "loading", "http", "encoding", "memory");
    private static final List<String> THREADS = List.of("reelbench-load-", "reelbench-http", "reelbench-memory",
            "reelbench-preview-lane", "reelbench-preview-plan", "reelbench-window-previews");
    private static final String MEMORY = "org.reelbench.ui.memory";
    private static final String TRACKS = "TrackCanvas";
    private static final String STOPPED = "Not available, as it is stopped: ";

    private ProjectSession session;
    private int builds;

    @BeforeEach
    void openTheFilmAndPlayIt() throws Exception {
        openFilm(Film.make(folder, CLIPS));
        driver.choose("View", "Memory");
        driver.until("the memory view is open", () -> memory() != null);
        session = editor.project().orElseThrow().session();
        driver.act(() -> transport().play());
        plays();
    }

    @AfterEach
    void startTheParts() throws Exception {
        for (String name : PARTS) {
            bundle(name).start();
        }
        driver.act(() -> {
            transport().pause();
            driver.window().getActivePage().hideView(memory());
        });
    }

    private IViewPart memory() {
        return driver.ui(() -> driver.window().getActivePage().findView(MEMORY));
    }

    private static Transport transport() {
        try {
            return Services.get(Transport.class);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void plays() {
        driver.until("it plays", () -> driver.ui(() -> transport().isPlaying()));
        long frame = editor.playheadFrame();
        driver.until("the playhead moves", () -> editor.playheadFrame() > frame);
    }

    @Test
    void theTrackViewIsReplacedByAHintAndComesBack() throws Exception {
        Bundle bundle = bundle("ui.tracks");
        bundle.stop();
        says("Not available: track view (org.reelbench.ui.tracks) is stopped");
        assertFalse(isThere(TRACKS));
        plays();
        swap(bundle);
        driver.until("the tracks are back", () -> isThere(TRACKS));
        saysNothing("Not available: ");
        plays();
        theSame();
    }

    @Test
    void withoutLoadingItDoesNotPlayAndPlaysOnWhenItIsBack() throws Exception {
        Bundle bundle = bundle("loading");
        bundle.stop();
        says(STOPPED + "video loading");
        driver.until("it is paused", () -> !driver.ui(() -> transport().isPlaying()));
        long frame = editor.playheadFrame();
        assertTrue(isThere(TRACKS));
        swap(bundle);
        plays();
        assertTrue(editor.playheadFrame() > frame, "from where it was");
        saysNothing(STOPPED);
        theSame();
    }

    @Test
    void withoutMemoryTheViewSaysSoAndShowsFiguresWhenItIsBack() throws Exception {
        Bundle bundle = bundle("memory");
        bundle.stop();
        says(STOPPED + "memory ledger and monitor");
        says("Memory is not watched for the moment");
        plays();
        swap(bundle);
        driver.until("there are figures",
                () -> driver.texts(driver.shell()).stream().anyMatch(text -> text.contains("unaccounted")));
        Combo choice = driver.find(driver.shell(), Combo.class, combo -> combo.getItem(0).startsWith("Automatic ("));
        assertTrue(driver.ui(choice::isEnabled));
        plays();
        theSame();
    }

    @Test
    void withoutTheServerTheLiveAddressIsSilentAndIsTheSameWhenItIsBack() throws Exception {
        String before = copied();
        driver.choose("Playback", "Copy Live Address");
        driver.until("the address is on the clipboard",
                () -> !copied().equals(before) && copied().startsWith("http://127.0.0.1:"));
        URI page = URI.create(copied());
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertTrue(isServed(client, page));
            Bundle bundle = bundle("http");
            bundle.stop();
            says(STOPPED + "HTTP");
            assertFalse(isServed(client, page));
            plays();
            swap(bundle);
            driver.until("the page is served again", () -> isServed(client, page));
            saysNothing(STOPPED);
        }
        plays();
        theSame();
    }

    private String copied() {
        return driver.ui(() -> {
            Clipboard clipboard = new Clipboard(driver.shell().getDisplay());
            try {
                return String.valueOf(clipboard.getContents(TextTransfer.getInstance()));
            } finally {
                clipboard.dispose();
            }
        });
    }

    private static boolean isServed(HttpClient client, URI page) {
        try {
            return client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            // Nobody listens there.
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void withoutEncodingThereAreNoPreviewsUntilItIsBack() throws Exception {
        List<PreviewStretch> shown = new CopyOnWriteArrayList<>();
        ServiceRegistration<PreviewBar> bar = Services.context().registerService(PreviewBar.class, stretches -> {
            shown.clear();
            shown.addAll(stretches);
        }, null);
        try {
            // They are encoded while the playhead rests.
            driver.act(() -> transport().pause());
            driver.until("previews are told of", () -> !shown.isEmpty());
            driver.act(() -> transport().play());
            plays();
            Bundle bundle = bundle("encoding");
            bundle.stop();
            says(STOPPED + "encoding and export");
            driver.until("there are no previews", shown::isEmpty);
            plays();
            swap(bundle);
            plays();
            driver.act(() -> transport().pause());
            driver.until("previews are told of again", () -> !shown.isEmpty());
            saysNothing(STOPPED);
        } finally {
            bar.unregister();
        }
        theSame();
    }

    @Test
    void inAnyOrderAllOfItComesBackAndNothingIsLeft() throws Exception {
        for (int seed = 1; seed <= ORDERS; seed++) {
            Random random = new Random(seed);
            List<String> order = new ArrayList<>(PARTS);
            Collections.shuffle(order, random);
            for (String name : order) {
                bundle(name).stop();
            }
            says("Not available: track view (org.reelbench.ui.tracks) is stopped");
            driver.until("their threads have ended", () -> threads().isEmpty());
            Collections.shuffle(order, random);
            for (String name : order) {
                swap(bundle(name));
            }
            driver.until("the tracks are back", () -> isThere(TRACKS));
            saysNothing("Not available");
            plays();
            theSame();
        }
    }

    /** The threads of the parts that are replaced. */
    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
                .filter(name -> THREADS.stream().anyMatch(name::startsWith)).toList();
    }

    private void swap(Bundle bundle) throws Exception {
        try (InputStream rebuilt = Files.newInputStream(RebuiltBundle.write(bundle, folder, "swap" + ++builds))) {
            bundle.update(rebuilt);
        }
        bundle.start();
        assertTrue(bundle.getVersion().getQualifier().endsWith("swap" + builds), () -> "the version is " + bundle.getVersion());
    }

    private void theSame() {
        assertSame(session, editor.project().orElseThrow().session(), "the project was not opened again");
        assertEquals(List.of("Film – Reelbench"), driver.titles().stream().filter(title -> !title.isEmpty()).toList());
    }

    private void says(String text) {
        driver.until("'" + text + "' is read", () -> driver.texts(driver.shell()).contains(text));
    }

    private void saysNothing(String beginning) {
        driver.until("nothing is read of '" + beginning + "'",
                () -> driver.texts(driver.shell()).stream().noneMatch(text -> text.startsWith(beginning)));
    }

    private boolean isThere(String canvas) {
        return driver.ui(() -> Stream.of(driver.shell()).anyMatch(root -> contains(root, canvas)));
    }

    private static boolean contains(Control control, String canvas) {
        return control instanceof Canvas && control.getClass().getSimpleName().equals(canvas) && control.isVisible()
                || control instanceof org.eclipse.swt.widgets.Composite parent
                        && Stream.of(parent.getChildren()).anyMatch(child -> contains(child, canvas));
    }

    private static Bundle bundle(String name) {
        return Stream.of(Services.context().getBundles()).filter(each -> each.getSymbolicName().equals("org.reelbench." + name))
                .findFirst().orElseThrow();
    }
}
