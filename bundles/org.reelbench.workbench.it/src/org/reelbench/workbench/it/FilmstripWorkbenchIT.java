package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clips in the track view show their pictures: of source 1 in orange, where a clip without any is blue. */
@ExtendWith(ThreadRule.class)
class FilmstripWorkbenchIT extends OpenWindow {

    /** Where V1 lies in the track view, behind the headers and below the ruler and V2; its clips begin at the left. */
    private static final Rectangle V1 = new Rectangle(160, 34 + 53 + 18, 60, 30);
    /** Of a picture at least so much is orange; of a clip without, nothing. */
    private static final double MUCH = 0.3;

    private double orange() {
        Canvas tracks = driver.find(driver.shell(), Canvas.class,
                canvas -> canvas.getClass().getSimpleName().equals("TrackCanvas"));
        return driver.ui(() -> {
            Point place = tracks.toDisplay(V1.x, V1.y);
            return ScreenPicture.share(tracks.getDisplay(), new Rectangle(place.x, place.y, V1.width, V1.height),
                    color -> color.red > color.blue + 40);
        });
    }

    @Test
    void aClipShowsItsPicturesAndOneWhoseFileIsGoneNone() throws Exception {
        Path film = Film.make(folder);
        open(film);
        driver.until("V1 shows pictures", () -> orange() > MUCH);
        assertTrue(editor.forgetChanges().toCompletableFuture().get(), "closed");

        Path other = Files.createDirectory(folder.resolve("other"));
        Path gone = Film.make(other);
        Files.delete(other.resolve("source1.mp4"));
        open(gone);
        driver.until("V1 shows none", () -> orange() == 0);
    }
}
