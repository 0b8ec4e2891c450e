package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.reelbench.loading.LoadState;
import org.reelbench.loading.LoadingListener;
import org.reelbench.loading.LoadingSession;
import org.reelbench.loading.Purpose;
import org.reelbench.loading.TrackLoad;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectFile;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Crop;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.Transform;

/** The viewer says over a layer, where the layer lies, that it is being loaded or cannot be. V2 has half the picture's size. */
@ExtendWith(ThreadRule.class)
class PlatesWorkbenchIT extends OpenWindow {

    /** Brighter than anything under a plate, other than its words. */
    private static final int BRIGHT = 180;

    /** The film with the clip of V2 at half its size, in the middle. */
    private Path film() throws Exception {
        Path file = Film.make(folder);
        Project project = ProjectFile.load(file);
        Sequence sequence = project.sequences().getFirst();
        Track track = sequence.track(Film.V2);
        Clip clip = ((Clip) track.items().get(1)).withTransform(new Transform(0, 0, 0.5, 0, Crop.NONE));
        ProjectFile.save(project.withSequence(
                sequence.withTrack(track.withItems(TrackItems.of(List.of(track.items().get(0), clip))))), file);
        return file;
    }

    private Canvas screen() {
        return driver.find(driver.shell(), Canvas.class, canvas -> canvas.getClass().getSimpleName().equals("ScreenCanvas"));
    }

    /** What is said when the mouse lies on a place of the canvas, in parts of its sides; empty if nothing is. */
    private String tipAt(double across, double down) {
        Canvas screen = screen();
        return driver.ui(() -> {
            Point size = screen.getSize();
            Event event = new Event();
            event.x = (int) (size.x * across);
            event.y = (int) (size.y * down);
            screen.notifyListeners(SWT.MouseMove, event);
            String tip = screen.getToolTipText();
            return tip == null ? "" : tip;
        });
    }

    private int brightest(double from, double to) {
        Canvas screen = screen();
        return driver.ui(() -> {
            Point size = screen.getSize();
            Point place = screen.toDisplay((int) (size.x * from), size.y / 3);
            return ScreenPicture.brightest(screen.getDisplay(),
                    new Rectangle(place.x, place.y, (int) (size.x * (to - from)), size.y / 3));
        });
    }

    @Test
    void aLayerWhoseFileIsGoneSaysSoWhereItLies() throws Exception {
        Path film = film();
        Files.delete(folder.resolve("source3.mp4"));
        openFilm(film);
        editor.setPlayhead(45);
        driver.until("it is said in the middle", () -> tipAt(0.5, 0.5).contains("no such file"));
        assertTrue(tipAt(0.5, 0.5).contains("source3.mp4"), () -> tipAt(0.5, 0.5));
        assertEquals("", tipAt(0.5, 0.08), "V1 is there beside it");
        editor.setPlayhead(10);
        driver.until("where the layer is not seen nothing is said", () -> tipAt(0.5, 0.5).isEmpty());
    }

    @Test
    void aLayerThatTakesLongIsDarkAndSaysThatItIsBeingLoaded() throws Exception {
        openFilm(film());
        editor.setPlayhead(10);
        driver.until("the picture is there", () -> brightest(0.1, 0.4) > BRIGHT);
        tell(LoadState.LOADING);
        driver.until("a plate lies over it", () -> brightest(0.1, 0.4) < BRIGHT);
        driver.until("words lie on the plate", () -> brightest(0.4, 0.6) > BRIGHT);
        assertFalse(tipAt(0.5, 0.5).contains("source"), "there is no more to say");
        tell(LoadState.READY);
        driver.until("the picture is back", () -> brightest(0.1, 0.4) > BRIGHT);
    }

    /** Tells the window, and it alone, what a session of a viewer would tell it of V1. */
    private static void tell(LoadState state) throws Exception {
        LoadingSession session = (LoadingSession) Proxy.newProxyInstance(PlatesWorkbenchIT.class.getClassLoader(),
                new Class<?>[] { LoadingSession.class }, (_, method, _) -> switch (method.getName()) {
                case "purpose" -> Purpose.VIEW;
                case "label" -> "a test";
                case "hashCode" -> 1;
                case "equals" -> false;
                default -> throw new UnsupportedOperationException(method.getName());
                });
        BundleContext context = Services.context();
        for (ServiceReference<LoadingListener> reference : context.getServiceReferences(LoadingListener.class, null)) {
            if (reference.getBundle().getSymbolicName().startsWith("org.reelbench.ui")) {
                context.getService(reference).changed(session, new TrackLoad(Film.V1.value(), state, "", 1));
                context.ungetService(reference);
            }
        }
    }
}
