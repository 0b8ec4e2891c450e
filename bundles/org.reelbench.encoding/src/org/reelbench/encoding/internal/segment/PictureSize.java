package org.reelbench.encoding.internal.segment;

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
import org.reelbench.media.VideoEncoding;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;

/** Makes composed pictures as small as a rung wants them, by the composers that made them. */
public final class PictureSize implements AutoCloseable {

    private final Composers composers;
    private @Nullable Composer composer;
    private @Nullable Composition composition;

    /**
     * Opens nothing yet.
     *
     * @param composers bring the composer
     */
    public PictureSize(Composers composers) {
        this.composers = composers;
    }

    VideoFrame of(VideoFrame picture, VideoEncoding encoding) throws MediaException {
        return of(picture, encoding.widthPx(), encoding.heightPx(), new FrameRate(encoding.frameRate()));
    }

    /**
     * Makes a picture smaller.
     *
     * @param picture the picture, which stays the caller's
     * @param widthPx the width it is to have
     * @param heightPx the height
     * @param rate that of the sequence
     * @return the picture, or another lease on it if it has that size; to be closed by the caller
     * @throws MediaException if it cannot be composed
     */
    public VideoFrame of(VideoFrame picture, int widthPx, int heightPx, FrameRate rate) throws MediaException {
        PictureFormat format = picture.format();
        if (format.widthPx() == widthPx && format.heightPx() == heightPx) {
            return picture.retain();
        }
        Canvas canvas = new Canvas(widthPx, heightPx, rate, format.color());
        Composition wanted = new Composition(canvas,
                List.of(LayerSpec.opaque(format, Placement.at(0, 0, widthPx, heightPx))));
        Composer open = composer;
        if (open == null || !wanted.equals(composition)) {
            close();
            open = composers.open(wanted);
            composer = open;
            composition = wanted;
        }
        return open.compose(0, List.of(new ComposerInput(picture, 1, RationalTime.ZERO)));
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
