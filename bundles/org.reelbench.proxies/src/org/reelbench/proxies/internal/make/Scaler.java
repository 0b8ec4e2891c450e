package org.reelbench.proxies.internal.make;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Canvas;
import org.reelbench.media.Composer;
import org.reelbench.media.ComposerInput;
import org.reelbench.media.Composers;
import org.reelbench.media.Composition;
import org.reelbench.media.LayerSpec;
import org.reelbench.media.MediaException;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.Placement;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.FrameRate;

/**
 * Makes the pictures of a medium smaller, and deinterlaces those that are interlaced; their colours stay what they are. One thread
 * at a time.
 */
final class Scaler implements AutoCloseable {

    private final Composers composers;
    private final Canvas canvas;
    private @Nullable Composer composer;
    private @Nullable PictureFormat shape;

    Scaler(Composers composers, ProxyPlan plan) {
        this.composers = composers;
        this.canvas = new Canvas(plan.widthPx(), plan.heightPx(), FrameRate.of(1, 1), plan.encoding().color());
    }

    /** Returns the picture as the proxy shows it; closed by the caller. */
    VideoFrame scale(VideoFrame picture) throws MediaException {
        Composer open = composer;
        if (open == null || !picture.format().equals(shape)) {
            close();
            shape = picture.format();
            open = composers.open(new Composition(canvas, List.of(
                    LayerSpec.opaque(picture.format(), Placement.at(0, 0, canvas.widthPx(), canvas.heightPx())))));
            composer = open;
        }
        return open.compose(0, List.of(new ComposerInput(picture, 1, picture.time())));
    }

    @Override
    public void close() {
        Composer open = composer;
        composer = null;
        if (open != null) {
            open.close();
        }
    }
}
