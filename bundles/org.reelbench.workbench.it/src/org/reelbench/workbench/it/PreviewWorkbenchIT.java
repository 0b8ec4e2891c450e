package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.reelbench.encoding.preview.Preview;
import org.reelbench.encoding.preview.PreviewCache;
import org.reelbench.encoding.preview.PreviewListener;
import org.reelbench.encoding.preview.SegmentState;
import org.reelbench.encoding.preview.SegmentStatus;
import org.reelbench.media.Cancellation;
import org.reelbench.media.VideoFrame;
import org.reelbench.playback.Scene;
import org.reelbench.playback.StoredPictures;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.testcard.Reading;
import org.reelbench.testcard.TestCard;
import org.reelbench.timeline.FrameRange;
import org.reelbench.ui.OpenProject;
import org.reelbench.ui.PreviewBar;
import org.reelbench.ui.PreviewStretch;
import org.reelbench.ui.PreviewStretch.State;
import org.reelbench.ui.ServiceSlot;

/** The window has previews encoded, shows how far they are, renders a range, serves an address, and lets all of it alone if told so. */
@ExtendWith(ThreadRule.class)
class PreviewWorkbenchIT extends OpenWindow {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final List<PreviewStretch> ALL_READY = List.of(new PreviewStretch(0, Film.FRAMES, State.READY, ""));

    private final Set<String> encoded = ConcurrentHashMap.newKeySet();
    private volatile List<PreviewStretch> shown = List.of();
    private ServiceRegistration<PreviewBar> bar;
    private ServiceRegistration<PreviewListener> listening;

    @BeforeEach
    void openTheFilm() throws Exception {
        assertNotNull(System.getProperty("reelbench.cache"), "nobody's own previews are thrown away here");
        bar = Services.context().registerService(PreviewBar.class, stretches -> shown = stretches, null);
        listening = Services.context().registerService(PreviewListener.class, new PreviewListener() {
            @Override
            public void changed(Preview preview, String id, SegmentStatus status) {
                if (status.state() == SegmentState.ENCODING) {
                    encoded.add(id);
                }
            }
        }, null);
        choose(false);
        Services.get(PreviewCache.class).clear();
        openFilm(Film.make(folder));
    }

    @AfterEach
    void choosePreviewsAgain() throws Exception {
        choose(true);
        bar.unregister();
        listening.unregister();
    }

    private void choose(boolean isOn) {
        Shell dialog = Preferences.open(driver, "Encoders");
        Button check = driver.find(dialog, Button.class, button -> button.getText().startsWith("Encode previews"));
        driver.act(() -> check.setSelection(isOn));
        Preferences.press(driver, dialog, "Apply and Close");
    }

    @Test
    void previewsAreEncodedByThemselvesAndTheBarSaysSo() {
        choose(true);
        driver.until("all of it is ready", () -> shown.equals(ALL_READY));
        assertTrue(encoded.size() >= 2, encoded::toString);
    }

    @Test
    void switchedOffNothingIsEncodedAndAnEditMakesStaleWhatItChangedAlone() {
        driver.choose("Playback", "Render In to Out");
        driver.until("all of it is ready", () -> shown.equals(ALL_READY));
        encoded.clear();
        editor.executeNext(
                revision -> EditCommand.of(EditCommands.TRIM_END, revision).with("clip", "c2").with("deltaFrames", -5));
        driver.until("the end is stale", () -> shown.size() == 2 && shown.get(1).state() == State.STALE);
        assertEquals(State.READY, shown.get(0).state());
        assertEquals(0, shown.get(0).startFrame());
        // Up to the last segment, which shows the clip's end, nothing was changed.
        assertTrue(shown.get(0).endFrame() >= Film.PART_FRAMES, shown::toString);
        editor.undo();
        driver.until("the undo finds what was encoded", () -> shown.equals(ALL_READY));
        assertEquals(Set.of(), encoded);
    }

    @Test
    void whatTheViewerWouldPlayWhereRenderingIsTooSlowIsTheSameFrameByFrame() throws Exception {
        StoredPictures stored = Services.get(StoredPictures.class);
        OpenProject project = editor.project().orElseThrow();
        Scene scene = new Scene(project.sequence(), project.snapshot());
        assertTrue(stored.open(scene).stream().noneMatch(reel -> reel.has(0, 1)), "nothing is there yet");
        driver.choose("Playback", "Render In to Out");
        driver.until("all of it is ready", () -> shown.equals(ALL_READY));
        Cancellation never = new Cancellation();
        try (StoredPictures.Reel reel = stored.open(scene).orElseThrow()) {
            assertTrue(reel.has(0, Film.FRAMES));
            for (int frame = 0; frame < Film.FRAMES; frame++) {
                boolean isCovered = frame >= 30 && frame < 90;
                int source = isCovered ? 3 : frame < Film.PART_FRAMES ? 1 : 2;
                int number = isCovered ? frame - 30 : frame % Film.PART_FRAMES;
                try (VideoFrame picture = reel.frame(frame, never).orElseThrow()) {
                    Reading reading = TestCard.read(picture);
                    assertTrue(reading.is(source, number), "frame " + frame + " shows " + reading);
                }
            }
        }
    }

    @Test
    void theRangeFromInToOutIsRendered() {
        mark(70, "Mark In", new FrameRange(70, Film.FRAMES));
        mark(99, "Mark Out", new FrameRange(70, 100));
        driver.choose("Playback", "Render In to Out");
        driver.until("it is ready", () -> shown.stream()
                .anyMatch(stretch -> stretch.state() == State.READY && stretch.startFrame() <= 70 && stretch.endFrame() >= 100));
    }

    @Test
    void theSettingsTellWhatIsOnTheDiskAndClearIt() {
        driver.choose("Playback", "Render In to Out");
        driver.until("all of it is ready", () -> shown.equals(ALL_READY));
        Shell dialog = Preferences.open(driver, "Cache");
        driver.until("the disk was read",
                () -> driver.texts(dialog).stream().anyMatch(text -> text.matches("\\d.* in [1-9]\\d* segments")));
        driver.click(driver.find(dialog, Button.class, button -> button.getText().equals("Clear")));
        driver.until("nothing is left", () -> driver.texts(dialog).contains("0 MiB in 0 segments"));
        Preferences.press(driver, dialog, "Cancel");
    }

    @Test
    void howManyAreEncodedAtOnceIsChosenWhileAProjectIsOpen() throws Exception {
        try (ServiceSlot<ConfigurationAdmin> admin = ServiceSlot.open(ConfigurationAdmin.class, PreviewWorkbenchIT.class)) {
            workers(1);
            driver.until("the service is told", () -> Integer.valueOf(1).equals(setting(admin.get().orElseThrow())));
            choose(true);
            driver.until("what encodes has begun anew, and the window with it", () -> shown.equals(ALL_READY));
            workers(0);
            driver.until("nobody says anything else any more", () -> setting(admin.get().orElseThrow()) == null);
        }
    }

    private static Object setting(ConfigurationAdmin admin) {
        try {
            Configuration[] known = admin.listConfigurations("(service.pid=org.reelbench.preview)");
            return known == null ? null : known[0].getProperties().get("workers");
        } catch (IllegalStateException _) {
            // Taken away since it was listed.
            return null;
        } catch (IOException | InvalidSyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private void workers(int count) {
        driver.choose("Playback", "Preview Settings…");
        Shell dialog = driver.dialog("Preferences");
        Combo combo = driver.find(dialog, Combo.class, choice -> choice.getItem(0).equals("One for each processor"));
        driver.until("the settings were read", () -> driver.ui(combo::isEnabled));
        driver.act(() -> combo.select(count));
        Preferences.press(driver, dialog, "Apply and Close");
    }

    private void mark(long frame, String command, FrameRange wanted) {
        editor.setPlayhead(frame);
        driver.until("the playhead is there", () -> editor.playheadFrame() == frame);
        driver.choose("Edit", command);
        driver.until(command + " has marked it", () -> wanted.equals(editor.project().orElseThrow().sequence().inOut()));
    }

    @Test
    void theLiveAddressPlaysTheFilmAndIsGoneWithTheProject() throws Exception {
        String before = copied();
        driver.choose("Playback", "Copy Live Address");
        driver.until("the address is on the clipboard",
                () -> !copied().equals(before) && copied().startsWith("http://127.0.0.1:"));
        URI page = URI.create(copied());
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertEquals(200, status(client, page));
            assertEquals(200, status(client, page.resolve("manifest.json")));
            HttpResponse<String> playlist = client.send(HttpRequest.newBuilder(page.resolve("hls.m3u8")).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertTrue(playlist.body().startsWith("#EXTM3U"), playlist::body);
            assertTrue(editor.create(Film.empty(), folder.resolve("other.reel")).toCompletableFuture().get(), "another is open");
            driver.until("the address is gone", () -> isGone(client, page));
        }
    }

    private String copied() {
        return driver.ui(() -> {
            Clipboard clipboard = new Clipboard(driver.shell().getDisplay());
            try {
                Object text = clipboard.getContents(TextTransfer.getInstance());
                return text == null ? "" : text.toString();
            } finally {
                clipboard.dispose();
            }
        });
    }

    private static int status(HttpClient client, URI address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static boolean isGone(HttpClient client, URI address) {
        try {
            return status(client, address) != 200;
        } catch (HttpTimeoutException e) {
            throw new AssertionError("a server that stops leaves nobody waiting", e);
        } catch (java.io.IOException e) {
            return true;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
