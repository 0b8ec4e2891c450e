package org.reelbench.it;

import java.util.List;

import org.reelbench.media.Canvas;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.Composer;
import org.reelbench.media.ComposerInput;
import org.reelbench.media.Composers;
import org.reelbench.media.Composition;
import org.reelbench.media.LayerSpec;
import org.reelbench.media.Placement;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.RationalTime;

/** Pictures of any format as the composer sees them: eight bits in planes that can be read. */
final class Plain {

    private Plain() {
    }

    static VideoFrame of(VideoFrame frame) throws Exception {
        int width = frame.format().widthPx();
        int height = frame.format().heightPx();
        Canvas canvas = new Canvas(width, height, SoundingFilm.RATE, ColorDescription.BT709_LIMITED);
        Composition composition = new Composition(canvas,
                List.of(LayerSpec.opaque(frame.format(), Placement.at(0, 0, width, height))));
        try (Composer composer = Services.get(Composers.class).open(composition)) {
            return composer.compose(0, List.of(new ComposerInput(frame, 1, RationalTime.ZERO)));
        }
    }
}
